import { Injectable } from '@nestjs/common';
import { isId, ok, refuse, type Actor, type Id, type Result, type StaffActor, type SystemActor } from '#libs/kernel/index.js';
import { UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import type { InterviewState } from '../domain/meeting.js';
import type { InterviewSeen } from '../persistence/lock.js';
import type { Booked } from './book-interview.js';
import { NO_SUCH_INTERVIEW, openForChange, refOf, type InterviewRefusal } from './change-interview.js';
import { idempotency } from './idempotency.js';

export interface Settling {
  readonly interviewId: Id;
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

/** Says how an interview that has begun came out: it took place, or the candidate did not come. */
@Injectable()
export class SettleInterview {
  constructor(private readonly uow: UnitOfWork) {}

  /** It took place. */
  complete(actor: Actor, wanted: Settling): Promise<Result<Booked, SettlingRefusal>> {
    return this.settle(actor, wanted, 'COMPLETED');
  }

  /** The candidate did not come; also said later of one that was taken for completed. */
  markNoShow(actor: Actor, wanted: Settling): Promise<Result<Booked, SettlingRefusal>> {
    return this.settle(actor, wanted, 'NO_SHOW');
  }

  /** An interviewer did not come; the interview stays what it is. No scorecard is asked of them, and it counts as none of theirs. */
  async markAbsent(
    actor: StaffActor,
    wanted: { readonly interviewSeatId: Id; readonly idempotencyKey?: string | null },
  ): Promise<Result<Booked, SettlingRefusal>> {
    const key = idempotency(wanted.idempotencyKey, 'markInterviewerAbsent', [wanted.interviewSeatId]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => markAbsent(tx, wanted.interviewSeatId), key.value);
  }

  /** The timer at its end: whatever nobody has settled took place. Rings again without effect, and for a time that was given up. */
  async ended(organizationId: Id, interviewId: Id): Promise<void> {
    const actor: SystemActor = { kind: 'system', organizationId, part: 'worker' };
    await this.uow.run(actor, async (tx) => {
      const opened = await openForChange(tx, interviewId, null);
      if (!opened.ok) return ok(null);
      const { state, endsAt } = opened.value;
      if (state === 'CONFIRMED' && endsAt.getTime() <= tx.now.getTime()) write(tx, opened.value, 'COMPLETED');
      return ok(null);
    });
  }

  private async settle(actor: Actor, wanted: Settling, state: 'COMPLETED' | 'NO_SHOW'): Promise<Result<Booked, SettlingRefusal>> {
    const key = idempotency(wanted.idempotencyKey, `settleInterview:${state}`, [wanted.interviewId]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => settle(tx, wanted, state), key.value);
  }
}

export type SettlingRefusal = InterviewRefusal | InvalidRefusal | IdempotencyRefusal;

/** From which states each outcome may be said. */
const FROM: Record<'COMPLETED' | 'NO_SHOW', readonly InterviewState[]> = {
  COMPLETED: ['CONFIRMED', 'NO_SHOW'],
  NO_SHOW: ['CONFIRMED', 'COMPLETED'],
};

async function settle(tx: Tx, wanted: Settling, state: 'COMPLETED' | 'NO_SHOW'): Promise<Result<Booked, InterviewRefusal>> {
  // How it came out is the team's to say.
  if (tx.actor.kind === 'candidate') return refuse('NOT_FOUND', 'There is no such interview, or you may not change it.');
  const opened = await openForChange(tx, wanted.interviewId, wanted.expectedVersion ?? null);
  if (!opened.ok) return opened;
  const interview = opened.value;
  if (interview.state === state) return ok({ interviewId: interview.id });
  if (!FROM[state].includes(interview.state)) {
    return refuse(
      'INTERVIEW_OVER',
      'This interview was cancelled, so it neither took place nor was missed. Nothing was changed.',
    );
  }
  if (interview.startsAt.getTime() > tx.now.getTime()) {
    return refuse('INTERVIEW_NOT_STARTED', 'This interview has not begun yet. Nothing was changed; cancel or move it instead.');
  }
  write(tx, interview, state);
  tx.emit({
    name: state === 'COMPLETED' ? 'InterviewCompleted' : 'InterviewMissed',
    subjectId: interview.applicationId,
    payload: refOf(interview, interview.sequence),
  });
  tx.audit(state === 'COMPLETED' ? 'interview.complete' : 'interview.no-show', 'interview', interview.id, {
    applicationId: interview.applicationId,
  });
  return ok({ interviewId: interview.id });
}

async function markAbsent(tx: Tx, interviewSeatId: Id): Promise<Result<Booked, InterviewRefusal>> {
  const [seat] = isId(interviewSeatId)
    ? await tx.query<{ interview_id: Id }>(
        'seat-of-absent',
        `SELECT interview_id FROM interview_seats WHERE organization_id = $1 AND id = $2 AND state <> 'CANCELLED'`,
        [tx.organizationId, interviewSeatId],
      )
    : [];
  if (!seat) return NO_SUCH_INTERVIEW;
  const opened = await openForChange(tx, seat.interview_id, null);
  if (!opened.ok) return opened;
  const { id, applicationId, state, startsAt } = opened.value;
  if (state !== 'CONFIRMED' && state !== 'COMPLETED')
    return refuse('INTERVIEW_OVER', 'This interview did not take place, so nobody was missing from it. Nothing was changed.');
  if (startsAt.getTime() > tx.now.getTime())
    return refuse('INTERVIEW_NOT_STARTED', 'This interview has not begun yet. Nothing was changed; replace who cannot come.');
  tx.write(
    'mark-absent',
    `WITH changed AS (UPDATE interviews SET version = version + 1 WHERE organization_id = $1 AND id = $3)
     UPDATE interview_seats SET state = 'NO_SHOW' WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, interviewSeatId, id],
  );
  tx.audit('interview.absent', 'interview', id, { applicationId, interviewSeatId });
  return ok({ interviewId: id });
}

/** Who was missing from an interview that took place stays so. */
function write(tx: Tx, { id: interviewId, state: before }: InterviewSeen, state: InterviewState): void {
  tx.write(
    'settle-interview',
    `WITH settled AS (UPDATE interviews SET state = $3, version = version + 1 WHERE organization_id = $1 AND id = $2)
     UPDATE interview_seats SET state = $3 WHERE organization_id = $1 AND interview_id = $2 AND state <> 'CANCELLED'
        AND NOT (state = 'NO_SHOW' AND $4 = 'CONFIRMED')`,
    [tx.organizationId, interviewId, state, before],
  );
}
