import { dateInZone, type Interval } from '#libs/kernel/index.js';
import { dayAndWeek, hoursWithExceptions, turnWindows } from './hours.js';
import { MINUTE_MS, type InterviewLimits, type SeatMember } from './slot-query.js';

/** A member's rules turned into instants, for a span. */
export interface MemberTime {
  /** When they hold interviews; null while nothing was said about it. */
  readonly windows: readonly Interval[] | null;
  /** When turns and rest keep them away, without the buffers that a new interview needs; their calendar comes on top. */
  readonly kept: readonly Interval[];
  /** Where no further interview of theirs may begin, since the day or the week is full. */
  readonly full: readonly Interval[];
  /** When they would rather not. */
  readonly avoid: readonly Interval[];
}

/** Turns what was said about one person into instants of `[from_ms, to_ms)`. Buffers are those that will be kept around a new interview. */
export function memberTime(
  member: SeatMember,
  buffers: { readonly before_min: number; readonly after_min: number },
  from_ms: number,
  to_ms: number,
): MemberTime {
  const { exceptions = [], turns = [], interviews = [], limits } = member;
  const unsaid = member.weeklyHours === null && exceptions.length === 0;
  const span = { from_ms: from_ms - buffers.before_min * MINUTE_MS, to_ms: to_ms + buffers.after_min * MINUTE_MS };
  return {
    windows: unsaid ? null : hoursWithExceptions(member.weeklyHours, exceptions, from_ms, to_ms),
    kept: [...turnWindows(turns, 'BUSY', span.from_ms, span.to_ms), ...restAround(interviews, limits?.rest_min ?? 0, buffers)],
    full: limits === undefined ? [] : fullSpans(interviews, limits, from_ms, to_ms),
    avoid: turnWindows(turns, 'AVOID', from_ms, to_ms),
  };
}

/**
 * What rest takes, as busy blocks: between the end of one interview and the beginning of the next lie `rest_min`. A block is kept clear by the new interview's
 * buffers, so they are taken off here.
 */
export function restAround(
  interviews: readonly Interval[],
  rest_min: number,
  { before_min, after_min }: { readonly before_min: number; readonly after_min: number },
): Interval[] {
  if (rest_min <= 0) return [];
  return interviews
    .map(({ start_ms, end_ms }) => ({
      start_ms: start_ms - (rest_min - after_min) * MINUTE_MS,
      end_ms: end_ms + (rest_min - before_min) * MINUTE_MS,
    }))
    .filter((span) => span.start_ms < span.end_ms);
}

/** The days and weeks in which a person already holds as many interviews as they may. An interview belongs to the day in which it begins. */
export function fullSpans(interviews: readonly Interval[], limits: InterviewLimits, from_ms: number, to_ms: number): Interval[] {
  const { zone, perDay, perWeek } = limits;
  if (perDay === null && perWeek === null) return [];
  if (perDay === 0 || perWeek === 0) return [{ start_ms: from_ms, end_ms: to_ms }];
  const days = new Map<number, { span: Interval; count: number }>();
  const weeks = new Map<number, { span: Interval; count: number }>();
  const count = (counted: typeof days, span: Interval): void => {
    const seen = counted.get(span.start_ms) ?? { span, count: 0 };
    counted.set(span.start_ms, { span, count: seen.count + 1 });
  };
  for (const { start_ms } of interviews) {
    const { day, week } = dayAndWeek(dateInZone(start_ms, zone), zone);
    count(days, day);
    count(weeks, week);
  }
  const full = (counted: typeof days, most: number | null): Interval[] =>
    most === null ? [] : [...counted.values()].filter((one) => one.count >= most).map(({ span }) => span);
  return [...full(days, perDay), ...full(weeks, perWeek)];
}
