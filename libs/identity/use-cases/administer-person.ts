import { Injectable } from '@nestjs/common';
import { type Actor, type BadInput, type Id, isId, ok, type Refusal, type Result, type Role } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { readRole } from '../domain/account-input.js';
import { type LastAdmin, type MembershipChange, type PersonStatus, changeMembership } from '../domain/membership.js';
import { may } from '../domain/policy.js';
import { voidTokens } from '../persistence/account-token-rows.js';
import { endSessions } from '../persistence/session-rows.js';
import { unknownPerson } from './invite-person.js';

type AdministerRefusal = BadInput | LastAdmin | IdempotencyRefusal | Refusal<'NOT_FOUND'>;

/** Changes a member's role, disables or enables them. Disabling ends their sessions and links; records of what they did stay. */
@Injectable()
export class AdministerPerson {
  constructor(private readonly uow: UnitOfWork) {}

  async changeRole(
    actor: Actor,
    personId: Id,
    role: Role,
    idempotency?: Idempotency,
  ): Promise<Result<{ personId: Id }, AdministerRefusal>> {
    const read = readRole(role, 'input.role');
    return read.ok ? this.change(actor, personId, { kind: 'change-role', role: read.value }, idempotency) : read;
  }

  disable(actor: Actor, personId: Id, idempotency?: Idempotency): Promise<Result<{ personId: Id }, AdministerRefusal>> {
    return this.change(actor, personId, { kind: 'disable' }, idempotency);
  }

  enable(actor: Actor, personId: Id, idempotency?: Idempotency): Promise<Result<{ personId: Id }, AdministerRefusal>> {
    return this.change(actor, personId, { kind: 'enable' }, idempotency);
  }

  private async change(
    actor: Actor,
    personId: Id,
    change: MembershipChange,
    idempotency: Idempotency | undefined,
  ): Promise<Result<{ personId: Id }, AdministerRefusal>> {
    if (!may(actor, 'people.manage') || !isId(personId)) return unknownPerson();
    return this.uow.run(
      actor,
      async (tx): Promise<Result<{ personId: Id }, AdministerRefusal>> => {
        // All administrators are locked, in one order: of two who disable each other the second finds itself disabled.
        const admins = await tx.query<{ id: Id }>(
          'lock-admins',
          `SELECT id FROM people WHERE organization_id = $1 AND role = 'ADMIN' AND status = 'ACTIVE' ORDER BY id FOR UPDATE`,
          [actor.organizationId],
        );
        if (actor.kind === 'staff' && !admins.some(({ id }) => id === actor.personId)) return unknownPerson();
        const [person] = await tx.query<{ role: Role; status: PersonStatus; has_password: boolean }>(
          'lock-person',
          'SELECT role, status, password_hash IS NOT NULL AS has_password FROM people WHERE organization_id = $1 AND id = $2 FOR UPDATE',
          [actor.organizationId, personId],
        );
        if (!person) return unknownPerson();
        const before = { role: person.role, status: person.status, hasPassword: person.has_password };
        const after = changeMembership(before, change, admins.filter(({ id }) => id !== personId).length);
        if (!after.ok) return after;
        const { role, status } = after.value;
        tx.write('change-membership', 'UPDATE people SET role = $3, status = $4 WHERE organization_id = $1 AND id = $2', [
          actor.organizationId,
          personId,
          role,
          status,
        ]);
        if (status === 'DISABLED') {
          endSessions(tx, personId);
          voidTokens(tx, personId);
          if (person.status !== 'DISABLED') tx.emit({ name: 'PersonDisabled', subjectId: personId, payload: { personId } });
        }
        tx.audit(`person.${change.kind}`, 'person', personId, {
          from: { role: person.role, status: person.status },
          to: { role, status },
        });
        return ok({ personId });
      },
      idempotency,
    );
  }
}
