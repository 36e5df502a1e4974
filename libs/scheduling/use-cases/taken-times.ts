import {
  newId,
  refuse,
  type Actor,
  type Id,
  type Interval,
  type Refusal,
  type Refused,
  type Result,
} from '#libs/kernel/index.js';
import { SQLSTATE, isDatabaseError, type Tx } from '#libs/platform/index.js';
import { fillAt, isOffered, onLawfulDays, type Strictness } from '../domain/find-times.js';
import { durationOf, type Buffers, type Interviewer, type Meeting } from '../domain/meeting.js';
import { saidNotice } from '../domain/scheduling-law.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { traineesAt, type SeatTaken } from '../domain/trainees.js';
import { MINUTE_MS, type SeatFilled } from '../domain/slot-query.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import { lockInterviewers } from '../persistence/lock.js';
import type { NewSeat } from '../persistence/write-interview.js';
import type { FindSlots, OfferedSlot } from '../queries/find-slots.js';

/** A time that cannot be had. `alternatives` are the next free ones, read after the refusal. */
export type TimeRefusal = Refusal<'SLOT_TAKEN' | 'TIME_NOT_OFFERED'> & { readonly alternatives: readonly OfferedSlot[] };

/** How often a booking looks again when somebody else was quicker; each time means that another booking of the same people succeeded. */
const LOOKS = 12;
const ALTERNATIVES = 5;

/**
 * Runs a booking until it is decided. The exclusion constraints have the last word: when they refuse, everything is rolled back and the booking looks again at
 * what is committed now, where it finds other people for the time or that it is taken.
 */
export async function decideBooking<T, R extends Refusal>(
  book: () => Promise<Result<T, R>>,
): Promise<Result<T, R | TimeRefusal>> {
  for (let look = 1; look <= LOOKS; look += 1) {
    try {
      return await book();
    } catch (error) {
      if (!(error instanceof LookAgain) && !isDatabaseError(error, SQLSTATE.exclusionViolation)) throw error;
    }
  }
  return SLOT_TAKEN;
}

/** Somebody's day or week was filled between reading and locking them: the booking is rolled back and looks again. */
export class LookAgain extends Error {}

/**
 * Locks those who are going to sit in the interview. Whoever has limits is read again under the lock, since no constraint counts interviews for us.
 * `stillSeats` says whether the fresh meeting allows the same people.
 */
export async function lockSeated(
  tx: Tx,
  { applicationId, interviewers, stage }: Meeting,
  window: Interval,
  personIds: readonly Id[],
  stillSeats: (fresh: Meeting) => boolean,
): Promise<void> {
  await lockInterviewers(tx, personIds);
  if (!personIds.some((id) => isLimited(interviewers.get(id)))) return;
  const fresh = await loadMeeting(tx, applicationId, window, null, stage?.id ?? null);
  if (!fresh || !stillSeats(fresh.meeting)) throw new LookAgain();
}

/** Whether somebody takes only so many interviews, or needs rest between them. */
export function isLimited(person: Interviewer | undefined): boolean {
  const { perDay = null, perWeek = null, rest_min = 0 } = person?.limits ?? {};
  return perDay !== null || perWeek !== null || rest_min > 0;
}

/** Whether exactly these people may still come at this time, by all rules. */
export function seatsStand(meeting: Meeting, start_ms: number, taken: readonly SeatTaken[]): boolean {
  const [interviewers, trainees] = [true, false].map(
    (fills) =>
      new Map(taken.filter(({ part }) => (part === 'INTERVIEWS') === fills).map((one) => [one.seatId, one.interviewerId])),
  ) as [Map<Id, Id>, Map<Id, Id>];
  const again = fillAt(meeting, start_ms, 'RULES', interviewers);
  if (again === null || again.some(({ seatId, interviewerId }) => interviewers.get(seatId) !== interviewerId)) return false;
  const beside = new Map(traineesAt(meeting, start_ms, again, trainees).map((one) => [one.seatId, one.interviewerId]));
  return [...trainees].every(([seatId, personId]) => beside.get(seatId) === personId);
}

/** The minutes that somebody needs around an interview. */
export function buffersOf({ interviewers }: Meeting, personId: Id): Buffers {
  return interviewers.get(personId)?.buffers ?? { before_min: SCHEDULING.buffer_min, after_min: SCHEDULING.buffer_min };
}

/** The seats as they are written for those who fill them. */
export function newSeats(tx: Tx, meeting: Meeting, taken: readonly SeatTaken[]): NewSeat[] {
  return taken.map(({ seatId, interviewerId, part }) => {
    return { id: newId(tx.now.getTime()), seatId, personId: interviewerId, part, ...buffersOf(meeting, interviewerId) };
  });
}

export const SLOT_TAKEN: Refused<TimeRefusal> = refuse(
  'SLOT_TAKEN',
  'Somebody else has just taken this time. Nothing was booked; choose another one.',
  {
    alternatives: [] as readonly OfferedSlot[],
  },
);

/** Puts the next free times into a refusal that asks for another one; any other answer stays as it is. */
export async function withAlternatives<T, R extends Refusal>(
  result: Result<T, R>,
  findSlots: FindSlots,
  actor: Actor,
  applicationId: Id,
  startsAt: Date,
  stageId: Id | null = null,
): Promise<Result<T, R>> {
  if (result.ok || !('alternatives' in result.refusal)) return result;
  const near = new Date(startsAt.getTime() - MINUTE_MS * 60 * 24);
  const found = await findSlots.execute(actor, { applicationId, stageId, from: near, limit: ALTERNATIVES });
  const again =
    found.ok && found.value.slots.length > 0
      ? found
      : await findSlots.execute(actor, { applicationId, stageId, limit: ALTERNATIVES });
  return { ok: false, refusal: { ...result.refusal, alternatives: again.ok ? again.value.slots : [] } };
}

export interface Wish {
  readonly start_ms: number;
  readonly now: Date;
  readonly byCandidate: boolean;
  /** Staff may set the rules aside, giving a reason; never other interviews. */
  readonly override: boolean;
  /** Who sits where now and should stay, by seat. */
  readonly kept?: ReadonlyMap<Id, Id>;
}

/** Whether an interview begins before the notice is over, ends after the days that can be asked about, or lies outside the days of the law. */
export function isOutside(meeting: Meeting, start_ms: number, now: Date): boolean {
  const end_ms = start_ms + (durationOf(meeting) ?? 0) * MINUTE_MS;
  const lawful = onLawfulDays(meeting, { start_ms, end_ms });
  return (
    start_ms < now.getTime() + meeting.law.notice_ms ||
    end_ms > now.getTime() + SCHEDULING.longestHorizon_ms ||
    lawful.start_ms !== start_ms ||
    lawful.end_ms !== end_ms
  );
}

/** Who sits in the interview at the wished time, on the data as read; or why it cannot be. */
export function seatsFor(meeting: Meeting, wish: Wish): Result<readonly SeatFilled[], TimeRefusal> {
  const { start_ms, now, override, kept } = wish;
  const tooEarly = start_ms < now.getTime() + meeting.law.notice_ms;
  const outside = isOutside(meeting, start_ms, now);
  const ways: Strictness[] = override
    ? [...(outside ? [] : (['RULES'] as const)), 'CALENDARS', 'INTERVIEWS']
    : outside
      ? []
      : ['RULES'];
  for (const way of ways) {
    const seats = fillAt(meeting, start_ms, way, kept);
    if (seats !== null) return { ok: true, value: seats };
  }
  if (override || (!outside && isOffered(meeting, start_ms))) return SLOT_TAKEN;
  return refuse('TIME_NOT_OFFERED', notOffered(wish.byCandidate, tooEarly ? saidNotice(meeting.law) : null), {
    alternatives: [] as readonly OfferedSlot[],
  });
}

function notOffered(byCandidate: boolean, notice: string | null): string {
  if (notice !== null) return `Interviews need ${notice} of notice. Nothing was booked; choose a later time.`;
  if (byCandidate) return 'This time is not one of those offered. Nothing was booked; choose one of the list.';
  return 'The rules do not allow this time. Nothing was booked; choose one of the list, or override the rules and say why.';
}
