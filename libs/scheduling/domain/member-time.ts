import { dateInZone, type Interval } from '#libs/kernel/index.js';
import { daysFrom, hoursWithExceptions, mondayOf, turnWindows } from './hours.js';
import { MINUTE_MS, type InterviewLimits, type SeatMember, type SlotQuery } from './slot-query.js';

/** A member's rules turned into instants, for a span. */
export interface MemberTime {
  /** When they hold interviews; null while nothing was said about it. */
  readonly windows: readonly Interval[] | null;
  /** When turns keep them away, without the buffers that a new interview needs; their calendar comes on top. */
  readonly kept: readonly Interval[];
  /** Where no further interview of theirs may begin: the day or the week is full, or they would have too little rest. */
  readonly closed: readonly Interval[];
  /** When they would rather not. */
  readonly avoid: readonly Interval[];
}

/** Turns what was said about one person into instants of the query's range. Buffers are those that will be kept around a new interview. */
export function memberTime(
  member: SeatMember,
  query: Pick<SlotQuery, 'earliest_ms' | 'latest_ms' | 'duration_min'>,
  buffers: { readonly before_min: number; readonly after_min: number },
): MemberTime {
  const { exceptions = [], turns = [], interviews = [], limits } = member;
  const { earliest_ms: from_ms, latest_ms: to_ms, duration_min } = query;
  const unsaid = member.weeklyHours === null && exceptions.length === 0;
  const [before_ms, after_ms] = [buffers.before_min * MINUTE_MS, buffers.after_min * MINUTE_MS];
  // An interview that begins in such a span meets the rest around another one; at its first instant it just ends in time.
  const restless = restAround(interviews, limits?.rest_min ?? 0).map(({ start_ms, end_ms }) => {
    return { start_ms: start_ms - duration_min * MINUTE_MS + 1, end_ms };
  });
  return {
    windows: unsaid ? null : hoursWithExceptions(member.weeklyHours, exceptions, from_ms, to_ms),
    kept: turnWindows(turns, 'BUSY', from_ms - before_ms, to_ms + after_ms),
    closed: [...restless, ...(limits === undefined ? [] : fullSpans(interviews, limits, from_ms, to_ms))],
    avoid: turnWindows(turns, 'AVOID', from_ms, to_ms),
  };
}

/** The time around interviews that rest takes: between the end of one and the beginning of the next lie `rest_min`. */
export function restAround(interviews: readonly Interval[], rest_min: number): Interval[] {
  if (rest_min <= 0) return [];
  const rest_ms = rest_min * MINUTE_MS;
  return interviews.map(({ start_ms, end_ms }) => ({ start_ms: start_ms - rest_ms, end_ms: end_ms + rest_ms }));
}

/** The days and weeks in which a person already holds as many interviews as they may. An interview belongs to the day in which it begins. */
export function fullSpans(interviews: readonly Interval[], limits: InterviewLimits, from_ms: number, to_ms: number): Interval[] {
  const { zone, perDay, perWeek } = limits;
  if (perDay === null && perWeek === null) return [];
  if (perDay === 0 || perWeek === 0) return [{ start_ms: from_ms, end_ms: to_ms }];
  // By date, which is quick to tell; where a day begins is worked out of full ones alone.
  const days = new Map<string, number>();
  for (const { start_ms } of interviews) {
    const date = dateInZone(start_ms, zone);
    days.set(date, (days.get(date) ?? 0) + 1);
  }
  const weeks = new Map<string, number>();
  for (const [date, count] of days) weeks.set(mondayOf(date), (weeks.get(mondayOf(date)) ?? 0) + count);
  const full = (counted: typeof days, most: number | null, length: number): Interval[] =>
    most === null ? [] : [...counted].filter(([, count]) => count >= most).map(([date]) => daysFrom(date, length, zone));
  return [...full(days, perDay, 1), ...full(weeks, perWeek, 7)];
}
