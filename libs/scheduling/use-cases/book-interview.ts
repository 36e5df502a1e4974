import { Inject, Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import {
  newId,
  ok,
  refuse,
  tzdataVersion,
  type Actor,
  type Clock,
  type Id,
  type Refusal,
  type Result,
} from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, type ConflictRefusal, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import { clocksOf } from '../domain/clocks.js';
import { invalid, type InvalidRefusal } from '../domain/availability.js';
import { checkMeetingUrl, checkReason, checkStart, whyNotChoose, type ChoosingRefusal } from '../domain/choosing.js';
import { bookedInterview, durationOf, meetingUrlOf, type Meeting, type MeetingRefusal } from '../domain/meeting.js';
import { MINUTE_MS } from '../domain/slot-query.js';
import { everybodyAt, type SeatTaken } from '../domain/trainees.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import { lockApplication } from '../persistence/lock.js';
import { insertInterview, releaseHold } from '../persistence/write-interview.js';
import { applicationOf, FindSlots, mayScheduleAs, NO_SUCH_APPLICATION } from '../queries/find-slots.js';
import { idempotency } from './idempotency.js';
import { settleWish } from './name-times.js';
import { emitBooked } from './interview-events.js';
import { decideBooking, lockSeated, newSeats, seatsFor, seatsStand, withAlternatives, type TimeRefusal } from './taken-times.js';

export interface Booking {
  /** Staff say which application; a candidate's link says it itself. */
  readonly applicationId?: Id | null;
  /** The stage that the booker sees; refused when the candidate has moved on. */
  readonly stageId?: Id | null;
  readonly startsAt: Date;
  /** The application's version that the booker sees. */
  readonly expectedVersion?: number | null;
  /** Staff only: an address of the video room. */
  readonly meetingUrl?: string | null;
  /** Staff only: sets the rules aside (not other interviews); `reason` says why. */
  readonly override?: boolean | null;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface Booked {
  readonly interviewId: Id;
}

export type BookingRefusal =
  | Refusal<'NOT_FOUND' | 'STAGE_CHANGED' | 'ALREADY_BOOKED'>
  | ConflictRefusal
  | InvalidRefusal
  | MeetingRefusal
  | ChoosingRefusal
  | TimeRefusal
  | IdempotencyRefusal;

interface Checked {
  readonly applicationId: Id;
  readonly stageId: Id | null;
  readonly start_ms: number;
  readonly expectedVersion: number | null;
  readonly meetingUrl: string | null;
  readonly override: boolean;
  readonly reason: string;
}

/**
 * Books the interview of the application's present stage. Nothing of the time or the seats is believed: the search runs again on locked, fresh data for exactly this
 * time, and the exclusion constraints stand behind it. Two bookings at once: one is booked, the other gets SLOT_TAKEN with times that are free.
 */
@Injectable()
export class BookInterview {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly findSlots: FindSlots,
  ) {}

  async execute(actor: Actor, booking: Booking): Promise<Result<Booked, BookingRefusal>> {
    const checked = check(actor, booking, this.clock.now());
    if (!checked.ok) return checked;
    const key = idempotency(booking.idempotencyKey, 'bookInterview', { ...checked.value });
    if (!key.ok) return key;
    const result = await decideBooking(() => this.uow.run(actor, (tx) => book(tx, checked.value), key.value));
    return withAlternatives(result, this.findSlots, actor, checked.value.applicationId, booking.startsAt);
  }
}

function check(actor: Actor, booking: Booking, now: Date): Result<Checked, Refusal<'NOT_FOUND'> | InvalidRefusal> {
  const applicationId = applicationOf(actor, booking.applicationId ?? null);
  if (applicationId === null) return NO_SUCH_APPLICATION;
  const start = checkStart(booking.startsAt, now);
  if (!start.ok) return start;
  const byCandidate = actor.kind === 'candidate';
  const override = booking.override === true;
  if (byCandidate && (override || booking.meetingUrl)) {
    return invalid('input', 'Only the team may set rules aside or name the meeting. Choose one of the times in the list.');
  }
  const meetingUrl = checkMeetingUrl(booking.meetingUrl ?? null);
  if (!meetingUrl.ok) return meetingUrl;
  const reason = checkReason(
    booking.reason ?? null,
    override ? 'Say why the rules are set aside; the interview keeps it.' : null,
  );
  if (!reason.ok) return reason;
  return ok({
    applicationId,
    stageId: booking.stageId ?? null,
    start_ms: start.value,
    expectedVersion: booking.expectedVersion ?? null,
    meetingUrl: meetingUrl.value,
    override,
    reason: reason.value,
  });
}

async function book(tx: Tx, wanted: Checked): Promise<Result<Booked, BookingRefusal>> {
  const locked = await lockApplication(tx, wanted.applicationId);
  const window = { start_ms: wanted.start_ms, end_ms: wanted.start_ms + 24 * 60 * MINUTE_MS };
  const seen = locked ? await loadMeeting(tx, wanted.applicationId, window, personIdOf(tx.actor)) : null;
  if (!seen || !mayScheduleAs(tx.actor, wanted.applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
  const { meeting } = seen;
  const why = whyNotBook(tx, meeting, wanted);
  if (why) return why;
  const held = meeting.interview;
  if (held) releaseHold(tx, held.id);
  const kept = new Map(held?.seats.map(({ seatId, personId }) => [seatId, personId]));
  const wish = {
    start_ms: wanted.start_ms,
    now: tx.now,
    byCandidate: tx.actor.kind === 'candidate',
    override: wanted.override,
    kept,
  };
  const seats = seatsFor(meeting, wish);
  if (!seats.ok) return seats;
  const taken = everybodyAt(meeting, wanted.start_ms, seats.value);
  const personIds = taken.map(({ interviewerId }) => interviewerId);
  await lockSeated(tx, meeting, window, personIds, (fresh) => wanted.override || seatsStand(fresh, wanted.start_ms, taken));
  return ok({ interviewId: await write(tx, meeting, wanted, taken) });
}

function whyNotBook(tx: Tx, meeting: Meeting, wanted: Checked) {
  if (wanted.expectedVersion !== null && wanted.expectedVersion !== meeting.version) {
    return refuse('CONFLICT', 'The application was changed meanwhile. Nothing was booked; look again and decide again.', {
      presentVersion: meeting.version,
    });
  }
  if (wanted.stageId !== null && wanted.stageId !== meeting.stage?.id) {
    return refuse(
      'STAGE_CHANGED',
      'The candidate is not in this stage any more. Nothing was booked; look at the application again.',
    );
  }
  const why = whyNotChoose(meeting, tx.actor.kind === 'candidate', tx.now);
  if (why) return why;
  if (bookedInterview(meeting) === null) return null;
  return refuse('ALREADY_BOOKED', 'This interview already has a time. Move it to another one, or cancel it first.');
}

async function write(tx: Tx, meeting: Meeting, wanted: Checked, taken: readonly SeatTaken[]): Promise<Id> {
  const interviewId = newId(tx.now.getTime());
  const startsAt = new Date(wanted.start_ms);
  const endsAt = new Date(wanted.start_ms + durationOf(meeting)! * MINUTE_MS);
  const stageId = meeting.stage!.id;
  await insertInterview(tx, {
    id: interviewId,
    applicationId: meeting.applicationId,
    candidateId: meeting.candidateId,
    stageId,
    requestId: meeting.request?.id ?? null,
    startsAt,
    endsAt,
    zone: meeting.zone,
    candidateZone: meeting.candidateZone,
    tzdataVersion: tzdataVersion(),
    clocks: clocksOf(meeting, wanted.start_ms, taken),
    meetingUrl: wanted.meetingUrl ?? meetingUrlOf(meeting, interviewId, wanted.start_ms, taken),
    reason: wanted.reason,
    heldUntil: null,
    seats: newSeats(tx, meeting, taken),
  });
  if (meeting.request) {
    tx.write('book-schedule-request', `UPDATE schedule_requests SET status = 'BOOKED' WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      meeting.request.id,
    ]);
  }
  if (meeting.candidateWindows) settleWish(tx, meeting.applicationId);
  emitBooked(
    tx,
    { interviewId, applicationId: meeting.applicationId, postingId: meeting.postingId, stageId, sequence: 0 },
    { startsAt, endsAt },
  );
  const detail = wanted.override ? { override: true } : {};
  tx.audit('interview.book', 'interview', interviewId, { applicationId: meeting.applicationId, ...detail });
  return interviewId;
}
