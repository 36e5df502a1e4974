import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type BadInput,
  firstBad,
  type Id,
  isId,
  newId,
  ok,
  readEmail,
  readLine,
  type Refusal,
  refuse,
  type Result,
  type Role,
} from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { readRole } from '../domain/account-input.js';
import { may } from '../domain/policy.js';
import { Links } from '../links/links.js';
import { issueToken, voidTokens } from '../persistence/account-token-rows.js';

type ResendRefusal = IdempotencyRefusal | Refusal<'NOT_FOUND'> | Refusal<'ALREADY_ACCEPTED'>;
type InviteRefusal = BadInput | IdempotencyRefusal | Refusal<'FORBIDDEN' | 'EMAIL_TAKEN'>;

/** Invites a person by mail into a role. They choose a password behind the link and are in. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly links: Links,
  ) {}

  async execute(
    actor: Actor,
    input: { readonly email: string; readonly name: string; readonly role: Role },
    idempotency?: Idempotency,
  ): Promise<Result<{ personId: Id }, InviteRefusal>> {
    if (!may(actor, 'people.manage'))
      return refuse('FORBIDDEN', 'Only administrators invite people. Nothing was changed; ask one of them.');
    const email = readEmail(input.email, 'input.email');
    const name = readLine(input.name, 'input.name', 120);
    const role = readRole(input.role, 'input.role');
    if (!email.ok || !name.ok || !role.ok) return firstBad(email, name, role)!;
    const personId = newId();
    return this.uow.run(
      actor,
      async (tx) => {
        const [invited] = await tx.query(
          'invite-person',
          `INSERT INTO people (organization_id, id, email, name, role, status, zone, created_at)
           SELECT $1, $2, $3, $4, $5, 'INVITED', o.zone, $6 FROM organizations o WHERE o.id = $1
           ON CONFLICT (organization_id, lower(email)) DO NOTHING RETURNING id`,
          [actor.organizationId, personId, email.value, name.value, role.value, tx.now],
        );
        if (!invited)
          return refuse(
            'EMAIL_TAKEN',
            'Somebody with this e-mail address is already here. Nothing was changed; look for them in the list, where an invitation can be sent again.',
          );
        sendInvitation(tx, this.links, personId);
        tx.audit('person.invite', 'person', personId, { role: role.value });
        return ok({ personId });
      },
      idempotency,
    );
  }
}

/** Sends an invitation again, with a fresh link; the ones before stop working. */
@Injectable()
export class ResendInvitation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly links: Links,
  ) {}

  async execute(actor: Actor, personId: Id, idempotency?: Idempotency): Promise<Result<{ personId: Id }, ResendRefusal>> {
    if (!may(actor, 'people.manage') || !isId(personId)) return unknownPerson();
    return this.uow.run(
      actor,
      async (tx): Promise<Result<{ personId: Id }, ResendRefusal>> => {
        const [person] = await tx.query<{ status: string }>(
          'lock-invited',
          'SELECT status FROM people WHERE organization_id = $1 AND id = $2 FOR UPDATE',
          [actor.organizationId, personId],
        );
        if (!person) return unknownPerson();
        if (person.status !== 'INVITED')
          return refuse(
            'ALREADY_ACCEPTED',
            'This person is not waiting for an invitation. Nothing was sent; if they cannot sign in, a new password helps.',
          );
        voidTokens(tx, personId, 'INVITATION');
        sendInvitation(tx, this.links, personId);
        tx.audit('person.invite-again', 'person', personId);
        return ok({ personId });
      },
      idempotency,
    );
  }
}

/** One refusal for an unknown person and for somebody who may not do this. */
export function unknownPerson() {
  return refuse('NOT_FOUND', 'There is no such person, or you may not do this. Nothing was changed.');
}

function sendInvitation(tx: Tx, links: Links, personId: Id): void {
  const { token, expiresAt } = issueToken(tx, personId, 'INVITATION');
  tx.emit({
    name: 'PersonInvited',
    subjectId: personId,
    payload: { personId, invitedById: tx.actor.kind === 'staff' ? tx.actor.personId : null },
    transient: { link: links.absolute(`/account/invitation/${token}`), expiresAt },
  });
}
