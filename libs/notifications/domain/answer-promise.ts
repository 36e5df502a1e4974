import { dateInZone, wallToInstant } from '#libs/kernel/index.js';
import type { MailKey } from './mails/registry.js';

/** When what is promised to a candidate is due, and when somebody is told of it. */
export interface PromisedAnswer {
  /** The end of the last day. */
  readonly dueAt: Date;
  /** The morning before, while there is time to keep it; of a promise of one day, that day's. */
  readonly remindAt: Date;
  /** The morning after: the candidate is told that we are late, if we are. */
  readonly lateAt: Date;
}

/** Mails by which a candidate hears from us; a confirmation or a reminder is no answer. */
export const ANSWERS: readonly MailKey[] = [
  'stage-moved',
  'schedule-now',
  'interview-invitation',
  'take-home-brief',
  'rejected',
  'hired',
];

const DAY_MS = 86_400_000;
const MORNING = '09:00';

/**
 * A promise of so many working days after an instant, Monday to Friday on the organisation's clock; the day itself does not count. Public holidays are
 * working days, since they differ from place to place and nobody told us of theirs.
 */
export function promisedAnswer(since: Date, workingDays: number, zone: string): PromisedAnswer {
  const first = dateInZone(since, zone);
  const last = workingDay(first, workingDays);
  const reminded = workingDays > 1 ? workingDay(last, -1) : last;
  return {
    dueAt: new Date(wallToInstant(last, '23:59', zone)),
    remindAt: new Date(wallToInstant(reminded, MORNING, zone)),
    lateAt: new Date(wallToInstant(workingDay(last, 1), MORNING, zone)),
  };
}

/** The date so many working days after (or before) another one. */
function workingDay(date: string, count: number): string {
  const step_ms = count < 0 ? -DAY_MS : DAY_MS;
  let at_ms = Date.parse(`${date}T00:00:00Z`);
  for (let left = Math.abs(count); left > 0; left -= isWeekend(at_ms) ? 0 : 1) at_ms += step_ms;
  return new Date(at_ms).toISOString().slice(0, 10);
}

function isWeekend(at_ms: number): boolean {
  const day = new Date(at_ms).getUTCDay();
  return day === 0 || day === 6;
}
