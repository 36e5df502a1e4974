import { Injectable } from '@nestjs/common';
import { ok, type Actor, type Id, type Result } from '#libs/kernel/index.js';
import { UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { checkReason } from '../domain/choosing.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import type { Booked } from './book-interview.js';
import { openForChange, refOf, whyOver, type InterviewRefusal } from './change-interview.js';
import { idempotency } from './idempotency.js';
import { emitCancelled } from './interview-events.js';

export interface Cancelling {
  readonly interviewId: Id;
  readonly expectedVersion?: number | null;
  /** Staff say why; candidates may. */
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

/**
 * Cancels an interview that has not begun. While the application stays in the stage, the request for a time is open again for two weeks, so that another one can be
 * chosen by the same link.
 */
@Injectable()
export class CancelInterview {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    wanted: Cancelling,
  ): Promise<Result<Booked, InterviewRefusal | InvalidRefusal | IdempotencyRefusal>> {
    const reason = checkReason(
      wanted.reason ?? null,
      actor.kind === 'candidate' ? null : 'Say why the interview is cancelled; the others read it.',
    );
    if (!reason.ok) return reason;
    const key = idempotency(wanted.idempotencyKey, 'cancelInterview', [wanted.interviewId, reason.value]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => cancel(tx, wanted, reason.value), key.value);
  }
}

async function cancel(tx: Tx, wanted: Cancelling, reason: string): Promise<Result<Booked, InterviewRefusal>> {
  const opened = await openForChange(tx, wanted.interviewId, wanted.expectedVersion ?? null);
  if (!opened.ok) return opened;
  const interview = opened.value;
  const over = whyOver(interview, tx.now);
  if (over) return over;
  const removed = await tx.query<{ id: Id }>(
    'cancel-interview',
    `WITH cancelled AS (
       UPDATE interviews SET state = 'CANCELLED', sequence = sequence + 1, version = version + 1, reason = $3, cancelled_at = $4, cancelled_by = $5
        WHERE organization_id = $1 AND id = $2
     )
     UPDATE interview_seats SET state = 'CANCELLED' WHERE organization_id = $1 AND interview_id = $2 AND state <> 'CANCELLED' RETURNING id`,
    [tx.organizationId, interview.id, reason, tx.now, tx.actor.kind === 'candidate' ? 'CANDIDATE' : 'TEAM'],
  );
  if (interview.inStage && interview.requestId) {
    tx.write(
      'reopen-schedule-request',
      `UPDATE schedule_requests SET status = 'OPEN', expires_at = $3 WHERE organization_id = $1 AND id = $2 AND status = 'BOOKED'`,
      [tx.organizationId, interview.requestId, new Date(tx.now.getTime() + SCHEDULING.request_ms)],
    );
  }
  emitCancelled(
    tx,
    refOf(interview, interview.sequence + 1),
    reason,
    removed.map(({ id }) => id),
  );
  tx.audit('interview.cancel', 'interview', interview.id, { applicationId: interview.applicationId });
  return ok({ interviewId: interview.id });
}
