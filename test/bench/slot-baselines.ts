import { Temporal } from 'temporal-polyfill';
import { wallMinutes, weeklyWindows, WEEKDAYS, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import type { SlotQuery } from '#libs/scheduling/index.js';

/** Ways of looking for times that come to mind first, for panels without a choice of people; each counts what the search counts. */
export const BASELINES: Readonly<Record<string, (query: SlotQuery) => () => number>> = {
  'brute force: each start against each window and block': bruteForce,
  'Temporal: each start on the wall clock of each zone': wallClocks,
};

const MINUTE_MS = 60_000;

/** Every start on the grid of the range. */
function starts({ earliest_ms, latest_ms, duration_min, grid_min = 15 }: SlotQuery): number[] {
  const step_ms = grid_min * MINUTE_MS;
  const all: number[] = [];
  for (let at = Math.ceil(earliest_ms / step_ms) * step_ms; at + duration_min * MINUTE_MS <= latest_ms; at += step_ms)
    all.push(at);
  return all;
}

function isFree(busy: readonly Interval[], from_ms: number, to_ms: number): boolean {
  return busy.every(({ start_ms, end_ms }) => end_ms <= from_ms || start_ms >= to_ms);
}

/** Windows of hours are made beforehand, as the compiled search has them. */
function bruteForce(query: SlotQuery): () => number {
  const { earliest_ms, latest_ms, duration_min, seats } = query;
  const windows = (rules: readonly WeeklyRule[] | null): Interval[] | null =>
    rules && rules.flatMap((rule) => weeklyWindows(rule, earliest_ms, latest_ms));
  const common = [windows(query.coreHours), windows(query.candidateHours)];
  const people = seats.map(({ members: [one] }) => ({ ...one!, hours: windows(one!.weeklyHours) }));
  const inside = (hours: readonly Interval[] | null, from_ms: number, to_ms: number): boolean =>
    hours === null || hours.some(({ start_ms, end_ms }) => start_ms <= from_ms && end_ms >= to_ms);
  const grid = starts(query);
  return () => {
    let count = 0;
    for (const from_ms of grid) {
      const to_ms = from_ms + duration_min * MINUTE_MS;
      if (!common.every((hours) => inside(hours, from_ms, to_ms))) continue;
      const all = people.every(
        ({ hours, busy, bufferBefore_min, bufferAfter_min }) =>
          inside(hours, from_ms, to_ms) &&
          isFree(busy, from_ms - bufferBefore_min * MINUTE_MS, to_ms + bufferAfter_min * MINUTE_MS),
      );
      if (all) count += 1;
    }
    return count;
  };
}

/** As one writes it who has Temporal and no time: the wall clock of each start is read in the zone of each rule. For hours that end on the day on which they begin. */
function wallClocks(query: SlotQuery): () => number {
  const { duration_min, seats } = query;
  const within = (rules: readonly WeeklyRule[] | null, start: Temporal.Instant): boolean =>
    rules === null ||
    rules.some(({ zone, start: opens, end: closes, days }) => {
      const at = start.toZonedDateTimeISO(zone);
      const minute = at.hour * 60 + at.minute;
      const day = WEEKDAYS[at.dayOfWeek - 1]!;
      return days.includes(day) && minute >= wallMinutes(opens) && minute + duration_min <= wallMinutes(closes);
    });
  const grid = starts(query);
  return () => {
    let count = 0;
    for (const from_ms of grid) {
      const start = Temporal.Instant.fromEpochMilliseconds(from_ms);
      if (!within(query.coreHours, start) || !within(query.candidateHours, start)) continue;
      const to_ms = from_ms + duration_min * MINUTE_MS;
      const all = seats.every(
        ({ members: [one] }) =>
          within(one!.weeklyHours, start) &&
          isFree(one!.busy, from_ms - one!.bufferBefore_min * MINUTE_MS, to_ms + one!.bufferAfter_min * MINUTE_MS),
      );
      if (all) count += 1;
    }
    return count;
  };
}
