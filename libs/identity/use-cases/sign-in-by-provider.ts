import { Injectable } from '@nestjs/common';
import { type Id, type Refusal, type Result, type Role, type StaffActor, ok, refuse } from '#libs/kernel/index.js';
import { type Tx, UnitOfWork } from '#libs/platform/index.js';
import type { PersonStatus } from '../domain/membership.js';
import { voidTokens } from '../persistence/account-token-rows.js';
import { type Origin, openSession, viaSession } from '../persistence/session-rows.js';
import type { Claimed } from '../single-sign-on/identity-provider.js';
import type { SignedIn } from './sign-in.js';

interface Known {
  readonly id: Id;
  readonly role: Role;
  readonly status: PersonStatus;
}

/**
 * Signs in whom the identity provider vouches for: the person linked to its subject, or by a verified address somebody who was invited or is a member, who is linked then. Nobody
 * becomes a member by it who was not invited. Unknown and disabled are answered alike.
 */
@Injectable()
export class SignInByProvider {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(organizationId: Id, claimed: Claimed, origin: Origin): Promise<Result<SignedIn, Refusal<'NO_ACCOUNT'>>> {
    return this.uow.run<SignedIn, Refusal<'NO_ACCOUNT'>>({ kind: 'visitor', organizationId }, async (tx) => {
      const person = (await this.linked(tx, claimed)) ?? (await this.link(tx, claimed));
      if (!person || person.status === 'DISABLED') return noAccount();
      if (person.status === 'INVITED') this.accept(tx, person.id);
      const session = openSession(tx, person.id, origin);
      tx.audit('session.open-by-provider', 'person', person.id, { via: viaSession(session.sessionId) });
      const actor: StaffActor = { kind: 'staff', organizationId, personId: person.id, role: person.role };
      return ok({ ...session, actor });
    });
  }

  private async linked(tx: Tx, { issuer, subject }: Claimed): Promise<Known | undefined> {
    const [person] = await tx.query<Known>(
      'lock-person-of-subject',
      `SELECT p.id, p.role, p.status FROM provider_subjects s JOIN people p ON p.organization_id = $1 AND p.id = s.person_id
        WHERE s.organization_id = $1 AND s.issuer = $2 AND s.subject = $3 FOR UPDATE OF p`,
      [tx.organizationId, issuer, subject],
    );
    return person;
  }

  /** By the address, unless the person is another subject of the provider already: addresses are given to others when somebody leaves. */
  private async link(tx: Tx, { issuer, subject, email }: Claimed): Promise<Known | undefined> {
    if (email === null) return undefined;
    const [person] = await tx.query<Known>(
      'lock-person-to-link',
      `SELECT p.id, p.role, p.status FROM people p WHERE p.organization_id = $1 AND lower(p.email) = $2 AND p.status <> 'DISABLED'
          AND NOT EXISTS (SELECT FROM provider_subjects s WHERE s.organization_id = $1 AND s.person_id = p.id AND s.issuer = $3) FOR UPDATE OF p`,
      [tx.organizationId, email, issuer],
    );
    if (!person) return undefined;
    const linked = await tx.query(
      'link-subject',
      `INSERT INTO provider_subjects (organization_id, issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING person_id`,
      [tx.organizationId, issuer, subject, person.id, tx.now],
    );
    if (linked.length === 0) return this.linked(tx, { issuer, subject, email });
    tx.audit('person.link-provider', 'person', person.id);
    return person;
  }

  /** Whoever was invited has come; a password can be chosen by a reset. */
  private accept(tx: Tx, personId: Id): void {
    tx.write(
      'accept-by-provider',
      `UPDATE people SET status = 'ACTIVE' WHERE organization_id = $1 AND id = $2 AND status = 'INVITED'`,
      [tx.organizationId, personId],
    );
    voidTokens(tx, personId);
    tx.audit('person.accept-invitation', 'person', personId);
  }
}

function noAccount() {
  return refuse(
    'NO_ACCOUNT',
    'Your organisation’s sign-on knows you, but there is no account here for the address that it verified. Nothing was changed; ask an administrator to invite that address.',
  );
}
