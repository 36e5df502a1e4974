import { offsetSpans, type Id, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import type { HoursException, OnCallTurn, OverlapRule } from './hours.js';

/** How much somebody interviews at most. Days and weeks (from Monday) are those of `zone`. */
export interface InterviewLimits {
  readonly zone: string;
  readonly perDay: number | null;
  readonly perWeek: number | null;
  /** Minutes between the end of one interview and the beginning of the next, whatever the buffers are. */
  readonly rest_min: number;
}

/** One person who could fill a seat. Named in several seats, the strictest of what was said about them holds for all. */
export interface SeatMember {
  readonly interviewerId: Id;
  /** When they hold interviews. Null: they have not said, so only the other rules bound them. An empty list: never. */
  readonly weeklyHours: readonly WeeklyRule[] | null;
  /** When they cannot, in any order. Blocks that carry buffers of their own are given with these included. */
  readonly busy: readonly Interval[];
  /** Minutes without a busy block that they need before and after an interview. Buffers may lie outside their hours. */
  readonly bufferBefore_min: number;
  readonly bufferAfter_min: number;
  /** Interviews they already hold in the period that balancing looks at, and how many they mean to hold in it. */
  readonly load: number;
  readonly target: number;
  /** Days on which their hours are others than every week. */
  readonly exceptions?: readonly HoursException[];
  readonly turns?: readonly OnCallTurn[];
  readonly limits?: InterviewLimits;
  /** Interviews they hold, without buffers, in any order: what limits count and rest keeps away from. They block time only by being in `busy` too. */
  readonly interviews?: readonly Interval[];
  /** Who is asked first, before loads are compared: smaller first; 0 if left out. */
  readonly rank?: number;
}

/** One place in the interview; any one of its members fills it. */
export interface Seat {
  readonly seatId: Id;
  /** For messages to people: "front-end engineer". */
  readonly name?: string;
  readonly members: readonly SeatMember[];
}

/** What times are wanted. All seats are filled at once (AND), each by one of its members (OR), nobody sits twice. */
export interface SlotQuery {
  /** The posting's law. Null: the posting has none, only the other hours bound the interview. Several rules add up. */
  readonly coreHours: readonly WeeklyRule[] | null;
  /** The organisation's law besides: interviews lie in both. Null or left out: it has none. */
  readonly organizationHours?: readonly WeeklyRule[] | null;
  /** Hours that were said for the posting besides its core hours; they bind as well. */
  readonly postingHours?: readonly WeeklyRule[] | null;
  /** Hours that the candidate has to share, each of them. */
  readonly overlaps?: readonly OverlapRule[];
  /** Times the candidate has named, in any order. Null or left out: they named none. */
  readonly candidateWindows?: readonly Interval[] | null;
  /** When the candidate can; see `defaultCandidateHours`. Null: at any hour. */
  readonly candidateHours: readonly WeeklyRule[] | null;
  readonly seats: readonly Seat[];
  readonly duration_min: number;
  /** Interviews start when the wall clock in `gridZone` shows a multiple of this many minutes after midnight; 15 if left out. */
  readonly grid_min?: number;
  /** If left out: the zone of the core hours when they have one zone, else UTC. */
  readonly gridZone?: string;
  /** Interviews lie inside `[earliest_ms, latest_ms)`; whoever asks has already added the notice that people need. */
  readonly earliest_ms: number;
  readonly latest_ms: number;
  /** How many slots to write out, earliest first; all are counted. 50 if left out. */
  readonly limit?: number;
}

export interface SeatFilled {
  readonly seatId: Id;
  readonly interviewerId: Id;
}

export interface Slot {
  readonly start_ms: number;
  readonly end_ms: number;
  /** In order of seat ids. */
  readonly seats: readonly SeatFilled[];
}

export interface SlotsFound {
  /** The earliest slots, at most `limit`. */
  readonly slots: readonly Slot[];
  /** How many there are in all. */
  readonly count: number;
}

export const MINUTE_MS = 60_000;
export const SLOT_LIMITS = { seats: 10, membersPerSeat: 500, range_days: 366, duration_min: 1440, limit: 20_000 } as const;
export const DEFAULT_GRID_MIN = 15;
export const DEFAULT_LIMIT = 50;

/** 07:00 to 22:00 (unless other hours are held to be reasonable) every day in the candidate's zone: what holds until the candidate says otherwise. */
export function defaultCandidateHours(zone: string, start = '07:00', end = '22:00'): WeeklyRule[] {
  return [{ zone, start, end, days: ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] }];
}

/** @throws RangeError when the query asks for something that has no meaning; people's mistakes are refused before they come here. */
export function checkQuery(query: SlotQuery): void {
  const { seats, duration_min, grid_min = DEFAULT_GRID_MIN, earliest_ms, latest_ms, limit = DEFAULT_LIMIT } = query;
  whole('duration_min', duration_min, 1, SLOT_LIMITS.duration_min);
  whole('grid_min', grid_min, 1, 1440);
  if (1440 % grid_min !== 0) throw new RangeError(`grid_min has to divide a day into equal parts; ${grid_min} does not`);
  whole('limit', limit, 0, SLOT_LIMITS.limit);
  whole('number of seats', seats.length, 0, SLOT_LIMITS.seats);
  if (new Set(seats.map(({ seatId }) => seatId)).size !== seats.length) throw new RangeError('a seat is listed twice');
  if (!Number.isSafeInteger(earliest_ms) || !Number.isSafeInteger(latest_ms))
    throw new RangeError('the range is between two instants');
  if (latest_ms - earliest_ms > SLOT_LIMITS.range_days * 1440 * MINUTE_MS) {
    throw new RangeError(`slots are searched in at most ${SLOT_LIMITS.range_days} days at a time`);
  }
  for (const { members } of seats) {
    whole('number of members of a seat', members.length, 0, SLOT_LIMITS.membersPerSeat);
    for (const member of members) {
      whole('bufferBefore_min', member.bufferBefore_min, 0, 1440);
      whole('bufferAfter_min', member.bufferAfter_min, 0, 1440);
      for (const { everyWeeks } of member.turns ?? []) whole('everyWeeks', everyWeeks, 1, 53);
      if (member.limits === undefined) continue;
      whole('rest_min', member.limits.rest_min, 0, 1440);
      for (const most of [member.limits.perDay, member.limits.perWeek]) if (most !== null) whole('limit', most, 0, 1000);
    }
  }
}

/** The zone whose wall clock the grid follows. */
export function gridZoneOf(query: SlotQuery): string {
  if (query.gridZone !== undefined) return query.gridZone;
  const zones = new Set((query.coreHours ?? []).map(({ zone }) => zone));
  return zones.size === 1 ? [...zones][0]! : 'UTC';
}

/** Where the wall clock's offset stays the same, and how far it is past a grid line at the epoch, in minutes. */
export interface GridSpan extends Interval {
  readonly shift_min: number;
}

/**
 * How the grid lies over the range. Every zone of today keeps an offset of whole quarters of an hour, so for grids of 5 and 15 minutes it is the
 * same everywhere; half-hour and hour grids shift in Kathmandu (+5:45), Chatham (+12:45), or when Lord Howe moves by half an hour.
 */
export function gridSpans(query: SlotQuery): GridSpan[] {
  const grid_min = query.grid_min ?? DEFAULT_GRID_MIN;
  return offsetSpans(gridZoneOf(query), query.earliest_ms, query.latest_ms).map(({ start_ms, end_ms, offset_ms }) => {
    const offset_min = Math.round(offset_ms / MINUTE_MS);
    return { start_ms, end_ms, shift_min: ((offset_min % grid_min) + grid_min) % grid_min };
  });
}

function whole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} is a whole number from ${least} to ${most}, not ${value}`);
  }
}
