import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Actor, type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, type Tx, UnitOfWork } from '#libs/platform/index.js';
import { type LockedMail, lockMail } from '../persistence/lock-mail.js';
import { noSuchMail } from './retry-mail.js';

/** What a person found out about a mail in doubt. */
export const VERDICTS = ['ARRIVED', 'SEND_AGAIN'] as const;
export type Verdict = (typeof VERDICTS)[number];

type SettleRefusal = Refusal<'NOT_FOUND' | 'NOT_IN_DOUBT' | 'NOTHING_TO_DO'> | IdempotencyRefusal;

/** What people do with mails that something went wrong with: settle a doubt, and say that a failure has been seen to. */
@Injectable()
export class SettleMail {
  constructor(private readonly uow: UnitOfWork) {}

  /** Ends a doubt. Sent again it has the same bytes and Message-ID. */
  settle(actor: Actor, mailId: Id, verdict: Verdict, idempotency?: Idempotency): Promise<Result<{ mailId: Id }, SettleRefusal>> {
    return this.change(actor, mailId, idempotency, (tx, mail) => {
      if (mail.state !== 'IN_DOUBT')
        return refuse(
          'NOT_IN_DOUBT',
          'There is no doubt about this mail any more. Nothing was changed; look at where it is now.',
        );
      tx.write(
        verdict === 'ARRIVED' ? 'settle-mail-as-arrived' : 'settle-mail-by-sending',
        verdict === 'ARRIVED'
          ? `UPDATE mails SET state = 'SENT', sent_at = coalesce(dot_at, $3), error = NULL, server_answer = 'a member of the team says that it arrived'
              WHERE organization_id = $1 AND id = $2`
          : `UPDATE mails SET state = 'DECIDED', not_before = $3, attempts = 0 WHERE organization_id = $1 AND id = $2`,
        [tx.organizationId, mailId, tx.now],
      );
      tx.audit('mail.settle', 'mail', mailId, { applicationId: mail.application_id, verdict });
      return ok({ mailId });
    });
  }

  /** Takes a failed, doubtful or returned mail off the list of what needs a person; the mail itself stays as it is. */
  attend(actor: Actor, mailId: Id, idempotency?: Idempotency): Promise<Result<{ mailId: Id }, SettleRefusal>> {
    return this.change(actor, mailId, idempotency, (tx, mail) => {
      if (!['FAILED', 'IN_DOUBT', 'BOUNCED'].includes(mail.state) || mail.attended)
        return refuse(
          'NOTHING_TO_DO',
          'This mail needs nobody: nothing is wrong with it, or somebody has seen to it. Nothing was changed.',
        );
      tx.write('attend-mail', 'UPDATE mails SET attended_at = $3 WHERE organization_id = $1 AND id = $2', [
        tx.organizationId,
        mailId,
        tx.now,
      ]);
      tx.audit('mail.attend', 'mail', mailId, { applicationId: mail.application_id });
      return ok({ mailId });
    });
  }

  private async change(
    actor: Actor,
    mailId: Id,
    idempotency: Idempotency | undefined,
    decide: (tx: Tx, mail: LockedMail) => Result<{ mailId: Id }, SettleRefusal>,
  ): Promise<Result<{ mailId: Id }, SettleRefusal>> {
    if (!isId(mailId)) return noSuchMail();
    return this.uow.run<{ mailId: Id }, SettleRefusal>(
      actor,
      async (tx) => {
        const mail = await lockMail(tx, mailId);
        if (!mail || !may(actor, 'mail.manage', { teamRoles: mail.team_roles })) return noSuchMail();
        return decide(tx, mail);
      },
      idempotency,
    );
  }
}
