import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Actor, type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import {
  type Idempotency,
  type IdempotencyRefusal,
  type InvalidInputRefusal,
  type Tx,
  UnitOfWork,
} from '#libs/platform/index.js';
import { type LockedMail, lockMail } from '../persistence/lock-mail.js';
import { noSuchMail } from './retry-mail.js';

const LONGEST_HOLD_MS = 30 * 86_400_000;

type HeldRefusal = Refusal<'NOT_FOUND' | 'NOT_HELD' | 'CARRIES_CALENDAR'> | InvalidInputRefusal | IdempotencyRefusal;

/** What people do with mails that have not left yet: let them go now or later, or not at all. */
@Injectable()
export class ManageHeldMail {
  constructor(private readonly uow: UnitOfWork) {}

  /** @param sendAt null: now */
  schedule(
    actor: Actor,
    mailId: Id,
    sendAt: Date | null,
    idempotency?: Idempotency,
  ): Promise<Result<{ mailId: Id }, HeldRefusal>> {
    return this.change(actor, mailId, idempotency, (tx, mail) => {
      const at = sendAt ?? tx.now;
      const wait_ms = at.getTime() - tx.now.getTime();
      if (!(sendAt === null || (wait_ms > 0 && wait_ms <= LONGEST_HOLD_MS)))
        return refuse('INVALID_INPUT', 'Nothing was changed: give a time to come within 30 days, or none to send it now.', {
          field: 'input.sendAt',
        });
      // A calendar that learns of a change late shows what is not so.
      if (mail.carries_calendar && at > mail.not_before) return carriesCalendar('later');
      tx.write('schedule-mail', 'UPDATE mails SET not_before = $3 WHERE organization_id = $1 AND id = $2', [
        tx.organizationId,
        mailId,
        at,
      ]);
      tx.audit('mail.schedule', 'mail', mailId, { applicationId: mail.application_id, sendAt: at.toISOString() });
      return ok({ mailId });
    });
  }

  /** The mail never leaves; the ledger says that somebody decided so. */
  withhold(actor: Actor, mailId: Id, idempotency?: Idempotency): Promise<Result<{ mailId: Id }, HeldRefusal>> {
    return this.change(actor, mailId, idempotency, (tx, mail) => {
      if (mail.carries_calendar) return carriesCalendar('not at all');
      tx.write(
        'withhold-mail',
        `UPDATE mails SET state = 'SUPERSEDED', skipped_because = 'a member of the team held it back' WHERE organization_id = $1 AND id = $2`,
        [tx.organizationId, mailId],
      );
      tx.audit('mail.withhold', 'mail', mailId, { applicationId: mail.application_id });
      return ok({ mailId });
    });
  }

  private async change(
    actor: Actor,
    mailId: Id,
    idempotency: Idempotency | undefined,
    decide: (tx: Tx, mail: LockedMail) => Result<{ mailId: Id }, HeldRefusal>,
  ): Promise<Result<{ mailId: Id }, HeldRefusal>> {
    if (!isId(mailId)) return noSuchMail();
    return this.uow.run<{ mailId: Id }, HeldRefusal>(
      actor,
      async (tx) => {
        const mail = await lockMail(tx, mailId);
        if (!mail || !may(actor, 'mail.manage', { teamRoles: mail.team_roles })) return noSuchMail();
        if (mail.state !== 'DECIDED' || mail.fence > 0 || mail.not_before <= tx.now)
          return refuse('NOT_HELD', 'This mail is not held any more, so nothing was changed. Look at where it is now.');
        return decide(tx, mail);
      },
      idempotency,
    );
  }
}

function carriesCalendar(how: string): Result<never, Refusal<'CARRIES_CALENDAR'>> {
  const message = `This mail carries a message for the calendar, which must not come ${how}. Nothing was changed; move or cancel the interview instead.`;
  return refuse('CARRIES_CALENDAR', message);
}
