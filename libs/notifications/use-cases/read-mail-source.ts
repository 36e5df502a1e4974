import { Injectable } from '@nestjs/common';
import { may, personIdOf, type Standing, standingIn } from '#libs/identity/index.js';
import { type Actor, type Id, type Refusal, type Result, isId, ok } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { noSuchMail } from './retry-mail.js';

/** The bytes a mail was sent with. They hold what opens the reader's pages, so only administrators read them, and the audit log says so. */
@Injectable()
export class ReadMailSource {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns null in `source` where the mail has not been made yet */
  async execute(actor: Actor, mailId: Id): Promise<Result<{ source: Buffer | null }, Refusal<'NOT_FOUND'>>> {
    if (!may(actor, 'mail.source') || !isId(mailId)) return noSuchMail();
    return this.uow.run<{ source: Buffer | null }, Refusal<'NOT_FOUND'>>(actor, async (tx) => {
      const [mail] = await tx.query<{ message: Buffer | null; application_id: Id; team_roles: Standing[] }>(
        'mail-source',
        `SELECT m.message, m.application_id, ${standingIn('a.posting_id', '$3')} AS team_roles
           FROM mails m JOIN applications a ON a.organization_id = m.organization_id AND a.id = m.application_id
          WHERE m.organization_id = $1 AND m.id = $2 AND m.audience <> 'person'`,
        [tx.organizationId, mailId, personIdOf(actor)],
      );
      if (!mail || !may(actor, 'mail.source', { teamRoles: mail.team_roles })) return noSuchMail();
      tx.audit('mail.source', 'mail', mailId, { applicationId: mail.application_id });
      return ok({ source: mail.message });
    });
  }
}
