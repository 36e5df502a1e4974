import {
  ok,
  refuse,
  WEEKDAYS,
  weeklyRuleFaults,
  type Interval,
  type Refusal,
  type Refused,
  type Result,
  type Weekday,
} from '#libs/kernel/index.js';
import { SCHEDULING } from './scheduling-rules.js';

export type InvalidRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string | null };

/** An argument that cannot be accepted, and where it stands. */
export function invalid(field: string | null, message: string): Refused<InvalidRefusal> {
  return refuse('INVALID_INPUT', message, { field });
}

/** One weekly rule as people write it; `ends` at or before `starts` means the next day. */
export interface HoursRow {
  readonly zone: string;
  readonly days: readonly Weekday[];
  readonly starts: string;
  readonly ends: string;
}

/** Checks weekly hours and puts each rule's days in order, once each. Nothing is guessed: one fault refuses all, naming the rule. */
export function checkWeeklyHours(hours: readonly HoursRow[]): Result<HoursRow[], InvalidRefusal> {
  if (hours.length > SCHEDULING.weeklyRules) {
    return invalid(
      'input.hours',
      `${hours.length} rules are too many; ${SCHEDULING.weeklyRules} are allowed. Join days that have the same hours.`,
    );
  }
  const checked: HoursRow[] = [];
  for (const [index, { zone, days, starts, ends }] of hours.entries()) {
    const [fault] = weeklyRuleFaults({ zone, days, start: starts, end: ends });
    if (fault !== undefined)
      return invalid(`input.hours.${index}`, `Your hours were left as they were: in rule ${index + 1}, ${fault}.`);
    checked.push({ zone, starts, ends, days: WEEKDAYS.filter((day) => days.includes(day)) });
  }
  return ok(checked);
}

/** Checks a time somebody is away: in order, at most 60 days, neither long over nor far ahead. */
export function checkBusyBlock(
  startsAt: Date,
  endsAt: Date,
  reason: string,
  now: Date,
): Result<Interval & { reason: string }, InvalidRefusal> {
  const [start_ms, end_ms] = [startsAt.getTime(), endsAt.getTime()];
  if (Number.isNaN(start_ms)) return invalid('input.startsAt', NO_INSTANT);
  if (Number.isNaN(end_ms)) return invalid('input.endsAt', NO_INSTANT);
  if (start_ms >= end_ms) return invalid('input.endsAt', 'A busy time ends after it begins. Exchange or correct the two times.');
  if (end_ms - start_ms > SCHEDULING.longestBusy_ms)
    return invalid('input.endsAt', 'A busy time is at most 60 days long. Enter a longer one in parts.');
  if (end_ms < now.getTime() - SCHEDULING.busyPast_ms)
    return invalid('input.endsAt', 'This time has been over for more than a week, so there is nothing to keep free.');
  if (start_ms > now.getTime() + SCHEDULING.busyAhead_ms)
    return invalid('input.startsAt', 'This begins more than two years from now. Check the year.');
  const words = reason.trim();
  if (words.length > 200) return invalid('input.reason', `The reason has ${words.length} characters; 200 are allowed.`);
  return ok({ start_ms, end_ms, reason: words });
}

export const NO_INSTANT = 'That is not an instant; write one such as 2030-03-05T14:00:00Z.';
