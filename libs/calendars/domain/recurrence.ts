import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Interval } from '#libs/kernel/index.js';

/** Which occurrences are wanted, and how a wall-clock time of the event becomes an instant. */
export interface OccurrencesWanted extends Interval {
  readonly instantOf: (time: ICAL.Time) => number;
}

/** How far a rule is followed; one that finds nothing for so long is not one that people write. */
const STEPS = 30_000;
const DAY_MS = 86_400_000;

/**
 * When an event begins, within a window: once, or as its rules say (RFC 5545 §3.8.5.3). Rules are followed on the event's wall clock as if it had no changes, and
 * each time becomes an instant by the event's zone; so ten o'clock stays ten o'clock.
 * @throws Error when a rule cannot be followed.
 */
export function occurrences(start: ICAL.Time, rules: readonly ICAL.Recur[], wanted: OccurrencesWanted): ICAL.Time[] {
  const inWindow = (at: ICAL.Time): boolean => {
    const at_ms = wanted.instantOf(at);
    return at_ms >= wanted.start_ms && at_ms < wanted.end_ms;
  };
  if (rules.length === 0) return inWindow(start) ? [start] : [];
  return rules.flatMap((rule) => following(start, rule, wanted)).filter(inWindow);
}

function following(start: ICAL.Time, rule: ICAL.Recur, { start_ms, end_ms, instantOf }: OccurrencesWanted): ICAL.Time[] {
  if (rule.freq === 'SECONDLY' || rule.freq === 'MINUTELY') throw new Error(`${rule.freq} is nobody's calendar`);
  const until = rule.until;
  const endless = rule.clone();
  endless.until = null as never;
  const wall = `${start.toString().slice(0, 10)}T${start.isDate ? '00:00:00' : start.toString().slice(11, 19)}`;
  const series = new RRuleTemporal({
    rruleString: `RRULE:${endless.toString()}`,
    dtstart: Temporal.ZonedDateTime.from(`${wall}[UTC]`),
    temporal: Temporal,
    includeDtstart: true,
    maxIterations: STEPS,
    maxCandidateEvaluations: STEPS,
  });
  // A wall clock is at most 14 hours from UTC.
  const found = series.between(new Date(start_ms - DAY_MS), new Date(end_ms + DAY_MS), true);
  return found
    .map((at) => timeLike(start, at.epochMilliseconds))
    .filter(
      (at) => !until || (until.isDate ? at.toString().slice(0, 10) <= until.toString() : instantOf(at) <= instantOf(until)),
    );
}

/** The wall-clock time in the event's own zone. */
function timeLike(start: ICAL.Time, wall_ms: number): ICAL.Time {
  const at = new Date(wall_ms);
  const time = start.clone();
  time.year = at.getUTCFullYear();
  time.month = at.getUTCMonth() + 1;
  time.day = at.getUTCDate();
  if (!start.isDate) {
    time.hour = at.getUTCHours();
    time.minute = at.getUTCMinutes();
    time.second = at.getUTCSeconds();
  }
  return time;
}
