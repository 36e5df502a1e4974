import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Actor, type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { lockMail } from '../persistence/lock-mail.js';

/** Puts a mail that failed back in line, with all its tries before it. Its bytes, once made, stay the same. */
@Injectable()
export class RetryMail {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    mailId: Id,
    idempotency?: Idempotency,
  ): Promise<Result<{ mailId: Id }, Refusal<'NOT_FOUND' | 'NOT_FAILED'> | IdempotencyRefusal>> {
    if (!may(actor, 'mail.retry') || !isId(mailId)) return noSuchMail();
    return this.uow.run<{ mailId: Id }, Refusal<'NOT_FOUND' | 'NOT_FAILED'>>(
      actor,
      async (tx) => {
        const mail = await lockMail(tx, mailId);
        if (!mail || !may(actor, 'mail.retry', { teamRoles: mail.team_roles })) return noSuchMail();
        if (mail.state !== 'FAILED')
          return refuse('NOT_FAILED', 'This mail has not failed, so there is nothing to try again. Nothing was changed.');
        tx.write(
          'retry-mail',
          `UPDATE mails SET state = 'DECIDED', attempts = 0, error = NULL, attended_at = NULL, not_before = $3 WHERE organization_id = $1 AND id = $2`,
          [tx.organizationId, mailId, tx.now],
        );
        tx.audit('mail.retry', 'mail', mailId, { applicationId: mail.application_id });
        return ok({ mailId });
      },
      idempotency,
    );
  }
}

/** The one answer for a mail that is not there and for one that is not the actor's business. */
export function noSuchMail(): Result<never, Refusal<'NOT_FOUND'>> {
  return refuse('NOT_FOUND', 'There is no such mail, or you may not do this with it. Nothing was changed.');
}
