import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES } from '#libs/kernel/index.js';
import { type Membership, type MembershipChange, PERSON_STATUSES, changeMembership } from './membership.js';

const membership = fc.record<Membership>({
  role: fc.constantFrom(...ROLES),
  status: fc.constantFrom(...PERSON_STATUSES),
  hasPassword: fc.boolean(),
});
const change = fc.oneof<fc.Arbitrary<MembershipChange>[]>(
  fc.record({ kind: fc.constant('change-role' as const), role: fc.constantFrom(...ROLES) }),
  fc.constant({ kind: 'disable' as const }),
  fc.constant({ kind: 'enable' as const }),
);

describe('membership', () => {
  it('never leaves an organisation without an active administrator', () => {
    fc.assert(
      fc.property(membership, fc.array(change, { maxLength: 8 }), (start, changes) => {
        let now: Membership = { ...start, role: 'ADMIN', status: 'ACTIVE' };
        for (const next of changes) {
          const result = changeMembership(now, next, 0);
          if (result.ok) now = result.value;
          else expect(result.refusal.code).toBe('LAST_ADMIN');
          expect(now).toMatchObject({ role: 'ADMIN', status: 'ACTIVE' });
        }
      }),
    );
  });

  it('lets everything else happen, and twice is as once', () => {
    fc.assert(
      fc.property(membership, change, (before, next) => {
        const once = changeMembership(before, next, 1);
        if (!once.ok) throw new Error('refused although there is another administrator');
        expect(changeMembership(once.value, next, 1)).toEqual(once);
      }),
    );
  });

  it('gives somebody who never chose a password their invitation back, not an account', () => {
    const invited: Membership = { role: 'RECRUITER', status: 'DISABLED', hasPassword: false };
    expect(changeMembership(invited, { kind: 'enable' }, 1)).toMatchObject({ value: { status: 'INVITED' } });
  });
});
