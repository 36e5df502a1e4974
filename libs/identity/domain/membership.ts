import { type Refusal, type Result, type Role, ok, refuse } from '#libs/kernel/index.js';

/** INVITED has not chosen a password yet, ACTIVE may sign in, DISABLED may not and stays on record. */
export const PERSON_STATUSES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

export interface Membership {
  readonly role: Role;
  readonly status: PersonStatus;
  readonly hasPassword: boolean;
}

export type MembershipChange =
  { readonly kind: 'change-role'; readonly role: Role } | { readonly kind: 'disable' } | { readonly kind: 'enable' };

export type LastAdmin = Refusal<'LAST_ADMIN'>;

/**
 * What a change makes of a membership. `otherAdmins` counts the active administrators besides this person: an organisation is never left without one.
 * Enabling gives a person who never chose a password their open invitation back.
 */
export function changeMembership(
  before: Membership,
  change: MembershipChange,
  otherAdmins: number,
): Result<Membership, LastAdmin> {
  const after = applied(before, change);
  if (isActiveAdmin(before) && !isActiveAdmin(after) && otherAdmins === 0)
    return refuse(
      'LAST_ADMIN',
      'This is the last active administrator, and the organisation would be left without one. Nothing was changed; make somebody else an administrator first.',
    );
  return ok(after);
}

function applied(before: Membership, change: MembershipChange): Membership {
  switch (change.kind) {
    case 'change-role':
      return { ...before, role: change.role };
    case 'disable':
      return { ...before, status: 'DISABLED' };
    case 'enable':
      return before.status === 'DISABLED' ? { ...before, status: before.hasPassword ? 'ACTIVE' : 'INVITED' } : before;
  }
}

function isActiveAdmin({ role, status }: Membership): boolean {
  return role === 'ADMIN' && status === 'ACTIVE';
}
