import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, tzdataVersion, type Actor, type Clock, type Id, type Result } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, type Tx } from '#libs/platform/index.js';
import { clocksOf } from '../domain/clocks.js';
import { invalid } from '../domain/availability.js';
import { checkReason, checkStart, whyNotChoose } from '../domain/choosing.js';
import { durationOf, type HeldSeat, type Meeting, type OpenInterview } from '../domain/meeting.js';
import { MINUTE_MS } from '../domain/slot-query.js';
import { everybodyAt, type SeatTaken } from '../domain/trainees.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import type { InterviewSeen } from '../persistence/lock.js';
import { cancelSeats, insertSeats, moveSeats } from '../persistence/write-interview.js';
import { FindSlots } from '../queries/find-slots.js';
import type { Booked, BookingRefusal } from './book-interview.js';
import { openForChange, refOf, whyOver, type InterviewRefusal } from './change-interview.js';
import { idempotency } from './idempotency.js';
import { emitRescheduled } from './interview-events.js';
import { buffersOf, decideBooking, lockSeated, newSeats, seatsFor, seatsStand, withAlternatives } from './taken-times.js';

export interface Rescheduling {
  readonly interviewId: Id;
  readonly startsAt: Date;
  readonly expectedVersion?: number | null;
  /** Staff say why; candidates may. */
  readonly reason?: string | null;
  /** Staff only: sets the rules aside (not other interviews). */
  readonly override?: boolean | null;
  readonly idempotencyKey?: string | null;
}

export type ReschedulingRefusal = BookingRefusal | InterviewRefusal;

/**
 * Moves an interview to another time in one transaction: who is free then keeps their seat, the others are replaced from the pools, everybody answers anew. The
 * old time is given up only if the new one is got.
 */
@Injectable()
export class RescheduleInterview {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly findSlots: FindSlots,
  ) {}

  async execute(actor: Actor, wanted: Rescheduling): Promise<Result<Booked, ReschedulingRefusal>> {
    const start = checkStart(wanted.startsAt, this.clock.now());
    if (!start.ok) return start;
    const byCandidate = actor.kind === 'candidate';
    const override = wanted.override === true;
    if (byCandidate && override)
      return invalid('input.override', 'Only the team may set rules aside. Choose one of the times in the list.');
    const reason = checkReason(wanted.reason ?? null, byCandidate ? null : 'Say why the interview is moved; the others read it.');
    if (!reason.ok) return reason;
    const move: Move = { ...wanted, start_ms: start.value, reason: reason.value, override };
    const key = idempotency(wanted.idempotencyKey, 'rescheduleInterview', [
      move.interviewId,
      move.start_ms,
      move.reason,
      override,
    ]);
    if (!key.ok) return key;
    const found: { interview?: InterviewSeen } = {};
    const result = await decideBooking(() =>
      this.uow.run(actor, (tx) => reschedule(tx, move, (interview) => (found.interview = interview)), key.value),
    );
    if (!found.interview) return result;
    const { applicationId, stageId } = found.interview;
    return withAlternatives(result, this.findSlots, actor, applicationId, wanted.startsAt, stageId);
  }
}

interface Move {
  readonly interviewId: Id;
  readonly start_ms: number;
  readonly expectedVersion?: number | null;
  readonly reason: string;
  readonly override: boolean;
}

async function reschedule(
  tx: Tx,
  move: Move,
  tell: (interview: InterviewSeen) => void,
): Promise<Result<Booked, ReschedulingRefusal>> {
  const opened = await openForChange(tx, move.interviewId, move.expectedVersion ?? null);
  if (!opened.ok) return opened;
  const interview = opened.value;
  const over = whyOver(interview, tx.now);
  if (over) return over;
  if (interview.startsAt.getTime() === move.start_ms) {
    return invalid('input.startsAt', 'The interview is at this time already. Choose another one, or replace a seat.');
  }
  tell(interview);
  const window = { start_ms: move.start_ms, end_ms: move.start_ms + 24 * 60 * MINUTE_MS };
  const meeting = (await loadMeeting(tx, interview.applicationId, window, null, interview.stageId))?.meeting;
  if (meeting?.interview?.id !== interview.id) {
    return refuse(
      'STAGE_CHANGED',
      'The candidate is not in this stage any more, so the interview is not moved. Look at the application again.',
    );
  }
  const byCandidate = tx.actor.kind === 'candidate';
  const why = whyNotChoose(meeting, byCandidate, tx.now);
  if (why) return why;
  const kept = new Map(meeting.interview.seats.map(({ seatId, personId }) => [seatId, personId]));
  const seats = seatsFor(meeting, { start_ms: move.start_ms, now: tx.now, byCandidate, override: move.override, kept });
  if (!seats.ok) return seats;
  const beside = new Map(meeting.interview.trainees.map(({ seatId, personId }) => [seatId, personId]));
  await write(tx, interview, meeting, meeting.interview, move, everybodyAt(meeting, move.start_ms, seats.value, beside));
  return ok({ interviewId: interview.id });
}

async function write(
  tx: Tx,
  interview: InterviewSeen,
  meeting: Meeting,
  { seats, trainees }: OpenInterview,
  move: Move,
  taken: readonly SeatTaken[],
): Promise<void> {
  const startsAt = new Date(move.start_ms);
  const endsAt = new Date(move.start_ms + durationOf(meeting)! * MINUTE_MS);
  const [keepsSeat, keepsBeside] = [taken.filter(fillsSeat), taken.filter((one) => !fillsSeat(one))];
  const stays = (among: readonly SeatTaken[]) => (seat: HeldSeat) =>
    among.some(({ seatId, interviewerId }) => seatId === seat.seatId && interviewerId === seat.personId);
  const staying = [...seats.filter(stays(keepsSeat)), ...trainees.filter(stays(keepsBeside))];
  const removedSeatIds = [...seats, ...trainees].filter((seat) => !staying.includes(seat)).map(({ id }) => id);
  const added = taken.filter(({ interviewerId }) => !staying.some(({ personId }) => personId === interviewerId));
  const window = { start_ms: move.start_ms, end_ms: endsAt.getTime() };
  await lockSeated(
    tx,
    meeting,
    window,
    taken.map(({ interviewerId }) => interviewerId),
    (fresh) => move.override || seatsStand(fresh, move.start_ms, taken),
  );
  tx.write(
    'move-interview',
    `UPDATE interviews SET during = tstzrange($3, $4), sequence = sequence + 1, version = version + 1, reason = $5, zone = $6, candidate_zone = $7,
            tzdata_version = $8, clocks = $9, clock_shift = NULL WHERE organization_id = $1 AND id = $2`,
    [
      tx.organizationId,
      interview.id,
      startsAt,
      endsAt,
      move.reason,
      meeting.zone,
      meeting.candidateZone,
      tzdataVersion(),
      JSON.stringify(clocksOf(meeting, move.start_ms, taken)),
    ],
  );
  cancelSeats(tx, removedSeatIds);
  await moveSeats(
    tx,
    staying.map(({ id, personId }) => ({ id, ...buffersOf(meeting, personId) })),
    startsAt,
    endsAt,
  );
  await insertSeats(tx, interview.id, startsAt, endsAt, newSeats(tx, meeting, added));
  const ref = refOf(interview, interview.sequence + 1);
  emitRescheduled(tx, ref, { reason: move.reason, removedSeatIds, timeChanged: true }, { startsAt, endsAt });
  const detail = move.override ? { override: true } : {};
  tx.audit('interview.reschedule', 'interview', interview.id, { applicationId: interview.applicationId, ...detail });
}

function fillsSeat({ part }: SeatTaken): boolean {
  return part === 'INTERVIEWS';
}
