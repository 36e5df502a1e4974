import { intersect, offsetSpans, total_ms, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import { mondayOf, openHours, sharedHours } from './hours.js';
import type { SchedulingLaw } from './scheduling-law.js';
import { defaultCandidateHours } from './slot-query.js';

/** How many minutes of a week a candidate of one zone could meet the team, by what posting and organisation say. */
export interface ZoneCoverage {
  readonly zone: string;
  /** In the week that was asked about. */
  readonly minutes: number;
  /** When clocks change next, there or where the law is read; null: not within a year. */
  readonly changesAt: number | null;
  /** In the first whole week after that; the same as `minutes` where nothing changes. */
  readonly minutesAfter: number;
}

export interface CoverageQuestion {
  readonly coreHours: WeeklyRule | null;
  readonly law: SchedulingLaw;
  readonly zones: readonly string[];
  readonly now_ms: number;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const YEAR_MS = 366 * DAY_MS;

/**
 * What a posting's hours leave of a week, zone by zone: where the law is open at a reasonable time of day. Weeks begin on a Monday of UTC. Interviewers are not
 * asked: their hours change, the law is what the posting promises.
 */
export function coverageOf({ coreHours, law, zones, now_ms }: CoverageQuestion): ZoneCoverage[] {
  const rules = [
    ...(coreHours ? [coreHours] : []),
    ...(law.postingHours ?? []),
    ...(law.organizationHours ?? []),
    ...law.overlaps,
  ];
  const lawChange = Math.min(...[...new Set(rules.map(({ zone }) => zone))].map((zone) => nextChange(zone, now_ms)), Infinity);
  const week = weekOf(now_ms);
  const minutesIn = (zone: string, span: Interval): number => total_ms(openTo(zone, coreHours, law, span)) / 60_000;
  return zones.map((zone) => {
    const change = Math.min(nextChange(zone, now_ms), lawChange);
    const minutes = minutesIn(zone, week);
    if (change === Infinity) return { zone, minutes, changesAt: null, minutesAfter: minutes };
    return { zone, minutes, changesAt: change, minutesAfter: minutesIn(zone, weekOf(change + WEEK_MS)) };
  });
}

function openTo(zone: string, coreHours: WeeklyRule | null, law: SchedulingLaw, { start_ms, end_ms }: Interval): Interval[] {
  const usual = law.reasonable === null ? [] : defaultCandidateHours(zone, law.reasonable.start, law.reasonable.end);
  let open = openHours(usual, start_ms, end_ms);
  for (const hours of [coreHours && [coreHours], law.postingHours, law.organizationHours])
    if (hours) open = intersect(open, openHours(hours, start_ms, end_ms));
  for (const rule of law.overlaps)
    open = intersect(
      open,
      sharedHours(rule, (from_ms, to_ms) => openHours(usual, from_ms, to_ms), start_ms, end_ms),
    );
  return open;
}

function weekOf(at_ms: number): Interval {
  const start_ms = Date.parse(mondayOf(new Date(at_ms).toISOString().slice(0, 10)));
  return { start_ms, end_ms: start_ms + WEEK_MS };
}

function nextChange(zone: string, now_ms: number): number {
  return offsetSpans(zone, now_ms, now_ms + YEAR_MS)[1]?.start_ms ?? Infinity;
}
