import { Injectable } from '@nestjs/common';
import { may, personIdOf } from '#libs/identity/index.js';
import { isId, ok, refuse, type Actor, type Id, type Refusal, type Result } from '#libs/kernel/index.js';
import { UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import { invalid, type InvalidRefusal } from '../domain/availability.js';
import { SEAT_ANSWERS, type InterviewState, type SeatAnswer } from '../domain/meeting.js';
import { idempotency } from './idempotency.js';

export interface Answering {
  readonly interviewSeatId: Id;
  readonly answer: Exclude<SeatAnswer, 'PENDING'>;
  readonly idempotencyKey?: string | null;
}

/** The one answer for a seat that is not there and one that is somebody else's. */
export const NO_SUCH_SEAT = refuse('NOT_FOUND', 'There is no such seat, or it is not yours.');

/** An interviewer says whether they come. A decline cancels nothing: somebody else of the pool takes the seat if anybody is free (`ReplaceSeat.vacated`). */
@Injectable()
export class AnswerSeat {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    wanted: Answering,
  ): Promise<Result<{ interviewId: Id }, Refusal<'NOT_FOUND' | 'INTERVIEW_OVER'> | InvalidRefusal | IdempotencyRefusal>> {
    if (!SEAT_ANSWERS.includes(wanted.answer) || (wanted.answer as SeatAnswer) === 'PENDING') {
      return invalid('input.answer', 'Answer ACCEPTED, DECLINED or TENTATIVE.');
    }
    const key = idempotency(wanted.idempotencyKey, 'answerSeat', [wanted.interviewSeatId, wanted.answer]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => answerSeat(tx, wanted), key.value);
  }
}

interface SeatSeen {
  interview_id: Id;
  person_id: Id;
  state: InterviewState;
  answer: SeatAnswer;
  application_id: Id;
  posting_id: Id;
  over: boolean;
}

async function answerSeat(
  tx: Tx,
  { interviewSeatId, answer }: Answering,
): Promise<Result<{ interviewId: Id }, Refusal<'NOT_FOUND' | 'INTERVIEW_OVER'>>> {
  const [seat] = isId(interviewSeatId)
    ? await tx.query<SeatSeen>(
        'seat-to-answer',
        `SELECT s.interview_id, s.person_id, s.state, s.answer, i.application_id, a.posting_id, upper(i.during) <= $3 AS over
           FROM interview_seats s
           JOIN interviews i ON i.organization_id = s.organization_id AND i.id = s.interview_id
           JOIN applications a ON a.organization_id = s.organization_id AND a.id = i.application_id
          WHERE s.organization_id = $1 AND s.id = $2 FOR NO KEY UPDATE OF s`,
        [tx.organizationId, interviewSeatId, tx.now],
      )
    : [];
  if (!seat || seat.person_id !== personIdOf(tx.actor) || !may(tx.actor, 'interview.answer', { hasSeat: true }))
    return NO_SUCH_SEAT;
  if (seat.over || (seat.state !== 'CONFIRMED' && seat.state !== 'HELD')) {
    return refuse(
      'INTERVIEW_OVER',
      'This interview is over, was cancelled, or somebody else has this seat now. Nothing was changed.',
    );
  }
  if (seat.answer === answer) return ok({ interviewId: seat.interview_id });
  // Whoever says yes or no has another time in mind no more.
  tx.write(
    'answer-seat',
    `UPDATE interview_seats SET answer = $3, answered_at = $4, proposed_at = CASE WHEN $3 = 'TENTATIVE' THEN proposed_at END,
            proposal_note = CASE WHEN $3 = 'TENTATIVE' THEN proposal_note ELSE '' END WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, interviewSeatId, answer, tx.now],
  );
  tx.emit({
    name: 'SeatAnswered',
    subjectId: seat.application_id,
    payload: {
      interviewId: seat.interview_id,
      interviewSeatId,
      applicationId: seat.application_id,
      postingId: seat.posting_id,
      answer,
    },
  });
  tx.audit('interview.answer', 'interview', seat.interview_id, { interviewSeatId, answer });
  return ok({ interviewId: seat.interview_id });
}
