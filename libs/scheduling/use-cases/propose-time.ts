import { Inject, Injectable } from '@nestjs/common';
import { may, personIdOf } from '#libs/identity/index.js';
import { isId, ok, type Actor, type Clock, type Id, type Refusal, type Result } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import { invalid, type InvalidRefusal } from '../domain/availability.js';
import { checkStart, checkReason } from '../domain/choosing.js';
import { lockInterview, type InterviewSeen } from '../persistence/lock.js';
import { NO_SUCH_SEAT } from './answer-seat.js';
import { refOf, whyOver, type InterviewRefusal } from './change-interview.js';
import { idempotency } from './idempotency.js';

export interface Proposing {
  readonly interviewSeatId: Id;
  readonly startsAt: Date;
  readonly note?: string | null;
  readonly idempotencyKey?: string | null;
}

export type ProposingRefusal = InterviewRefusal | InvalidRefusal | IdempotencyRefusal;

/**
 * An interviewer proposes another time. Nothing moves by it: they may not come to the present one, whoever coordinates has a task, and the task is done when the
 * interview is moved, or when they set it aside. The candidate hears nothing of it.
 */
@Injectable()
export class ProposeTime {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, wanted: Proposing): Promise<Result<{ interviewId: Id }, ProposingRefusal>> {
    const start = checkStart(wanted.startsAt, this.clock.now());
    if (!start.ok) return start;
    const note = checkReason(wanted.note ?? null, null, 'input.note');
    if (!note.ok) return note;
    const key = idempotency(wanted.idempotencyKey, 'proposeTime', [wanted.interviewSeatId, start.value, note.value]);
    if (!key.ok) return key;
    const proposal = { interviewSeatId: wanted.interviewSeatId, startsAt: new Date(start.value), note: note.value };
    return this.uow.run(actor, (tx) => propose(tx, proposal), key.value);
  }

  /** Whoever schedules has dealt with it by another way than moving the interview. */
  async settle(actor: Actor, interviewSeatId: Id): Promise<Result<{ interviewId: Id }, Refusal<'NOT_FOUND'>>> {
    return this.uow.run(actor, async (tx) => {
      const found = await seatAndInterview(tx, interviewSeatId);
      if (!found || !may(tx.actor, 'interview.schedule', { teamRoles: found.interview.teamRoles })) return NO_SUCH_SEAT;
      keepProposal(tx, interviewSeatId, null, '');
      tx.audit('interview.proposal-settled', 'interview', found.interview.id, { interviewSeatId });
      return ok({ interviewId: found.interview.id });
    });
  }
}

async function propose(
  tx: Tx,
  { interviewSeatId, startsAt, note }: { readonly interviewSeatId: Id; readonly startsAt: Date; readonly note: string },
): Promise<Result<{ interviewId: Id }, ProposingRefusal>> {
  const found = await seatAndInterview(tx, interviewSeatId);
  if (!found || found.holderId !== personIdOf(tx.actor) || !may(tx.actor, 'interview.answer', { hasSeat: true }))
    return NO_SUCH_SEAT;
  const { interview } = found;
  const over = whyOver(interview, tx.now);
  if (over) return over;
  if (interview.startsAt.getTime() === startsAt.getTime())
    return invalid(
      'input.startsAt',
      'The interview is at this time already. Propose another one, or say that you will be there.',
    );
  keepProposal(tx, interviewSeatId, startsAt, note);
  tx.emit({
    name: 'TimeProposed',
    subjectId: interview.applicationId,
    payload: { ...refOf(interview, interview.sequence), interviewSeatId, startsAt: startsAt.toISOString() },
    transient: { note },
  });
  tx.audit('interview.propose', 'interview', interview.id, { interviewSeatId, startsAt: startsAt.toISOString() });
  return ok({ interviewId: interview.id });
}

async function seatAndInterview(tx: Tx, interviewSeatId: Id): Promise<{ interview: InterviewSeen; holderId: Id } | null> {
  if (!isId(interviewSeatId)) return null;
  const [seat] = await tx.query<{ interview_id: Id; person_id: Id }>(
    'seat-of-proposal',
    `SELECT interview_id, person_id FROM interview_seats WHERE organization_id = $1 AND id = $2 AND state <> 'CANCELLED'`,
    [tx.organizationId, interviewSeatId],
  );
  const interview = seat && (await lockInterview(tx, seat.interview_id, personIdOf(tx.actor)));
  return interview ? { interview, holderId: seat.person_id } : null;
}

/** With a time whoever holds the seat may not come to the present one; without, their answer stays as it is. */
function keepProposal(tx: Tx, interviewSeatId: Id, startsAt: Date | null, note: string): void {
  tx.write(
    'keep-time-proposal',
    `UPDATE interview_seats SET proposed_at = $3, proposal_note = $4,
            answer = CASE WHEN $3::timestamptz IS NULL THEN answer ELSE 'TENTATIVE' END,
            answered_at = CASE WHEN $3::timestamptz IS NULL THEN answered_at ELSE $5 END
      WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, interviewSeatId, startsAt, note, tx.now],
  );
}
