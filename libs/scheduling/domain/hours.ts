import {
  clip,
  subtract,
  union,
  wallToInstant,
  weeklyWindows,
  type Interval,
  type Weekday,
  type WeeklyRule,
} from '#libs/kernel/index.js';

/** Days on which a person's hours are not the usual ones: leave, a public holiday, or other hours for once. */
export interface HoursException {
  readonly zone: string;
  /** First and last day ("YYYY-MM-DD"), both included, as the calendar hangs in `zone`. */
  readonly from: string;
  readonly to: string;
  /** Null: away all day, which wins over everything else said of the day. Otherwise these hours in place of the weekly ones; `end` at or before `start` means the next day. */
  readonly hours: { readonly start: string; readonly end: string } | null;
}

/** Somebody's turn of being on call: wall-clock hours that come back every few weeks. */
export interface OnCallTurn extends WeeklyRule {
  /** 1: every week. */
  readonly everyWeeks: number;
  /** A date in the first week in which it is their turn. */
  readonly firstWeek: string;
  /** BUSY: they hold no interviews then. AVOID: only when nobody else can. */
  readonly effect: 'BUSY' | 'AVOID';
}

/** Hours that the candidate has to share: interviews lie in what is shared, on days on which it is enough. */
export interface OverlapRule extends WeeklyRule {
  /** How many minutes of `start` to `end` the candidate's own hours have to cover before a day counts. */
  readonly least_min: number;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A day, the longest window over midnight and the farthest zone from UTC: whoever looks at a span has to look this much further. */
const REACH_MS = 3 * DAY_MS;

/** What of `[from_ms, to_ms)` lies in any of the rules, as a normal set. */
export function openHours(rules: readonly WeeklyRule[], from_ms: number, to_ms: number): Interval[] {
  return union(...rules.map((rule) => weeklyWindows(rule, from_ms, to_ms)));
}

/** Weekly hours (null: nothing was said, so always) with their exceptions. */
export function hoursWithExceptions(
  weekly: readonly WeeklyRule[] | null,
  exceptions: readonly HoursException[],
  from_ms: number,
  to_ms: number,
): Interval[] {
  const usual = weekly === null ? [{ start_ms: from_ms, end_ms: to_ms }] : openHours(weekly, from_ms, to_ms);
  const others = exceptions.filter(({ hours }) => hours !== null);
  const away = exceptions.filter(({ hours }) => hours === null);
  const replaced = subtract(usual, union(...others.map((one) => daysOf(one))));
  const instead = union(replaced, ...others.map((one) => windowsOfException(one, from_ms, to_ms)));
  return clip(subtract(instead, union(...away.map((one) => daysOf(one)))), from_ms, to_ms);
}

/** The days of an exception, whole. */
export function daysOf({ zone, from, to }: HoursException): Interval[] {
  return [{ start_ms: wallToInstant(from, '00:00', zone), end_ms: wallToInstant(plusDays(to, 1), '00:00', zone) }];
}

function windowsOfException({ zone, from, to, hours }: HoursException, from_ms: number, to_ms: number): Interval[] {
  const windows: Interval[] = [];
  if (hours === null) return windows;
  const last = earlier(to, isoDate(to_ms + REACH_MS));
  for (let date = later(from, isoDate(from_ms - REACH_MS)); date <= last; date = plusDays(date, 1)) {
    const endDate = hours.end <= hours.start ? plusDays(date, 1) : date;
    windows.push({ start_ms: wallToInstant(date, hours.start, zone), end_ms: wallToInstant(endDate, hours.end, zone) });
  }
  return windows;
}

/** When somebody's turns of one effect fall into `[from_ms, to_ms)`, as a normal set. */
export function turnWindows(
  turns: readonly OnCallTurn[],
  effect: OnCallTurn['effect'],
  from_ms: number,
  to_ms: number,
): Interval[] {
  const windows = turns.filter((turn) => turn.effect === effect).map((turn) => windowsOfTurn(turn, from_ms, to_ms));
  return union(...windows);
}

function windowsOfTurn(turn: OnCallTurn, from_ms: number, to_ms: number): Interval[] {
  const first = Date.parse(mondayOf(turn.firstWeek));
  const windows: Interval[] = [];
  let monday = Math.max(first, Date.parse(mondayOf(isoDate(from_ms - REACH_MS))));
  for (; monday < to_ms + REACH_MS; monday += WEEK_MS) {
    if (((monday - first) / WEEK_MS) % turn.everyWeeks !== 0) continue;
    for (const day of turn.days) {
      const date = plusDays(isoDate(monday), DAY_NUMBER[day]);
      const endDate = turn.end <= turn.start ? plusDays(date, 1) : date;
      windows.push({
        start_ms: wallToInstant(date, turn.start, turn.zone),
        end_ms: wallToInstant(endDate, turn.end, turn.zone),
      });
    }
  }
  return clip(union(windows), from_ms, to_ms);
}

const DAY_NUMBER: Record<Weekday, number> = { MON: 0, TUE: 1, WED: 2, THU: 3, FRI: 4, SAT: 5, SUN: 6 };

/** The hours that the candidate shares with the rule, on days on which they are enough. `candidate` answers the candidate's hours in a span. */
export function sharedHours(
  rule: OverlapRule,
  candidate: (from_ms: number, to_ms: number) => readonly Interval[],
  from_ms: number,
  to_ms: number,
): Interval[] {
  const [start_ms, end_ms] = [from_ms - REACH_MS, to_ms + REACH_MS];
  const open = candidate(start_ms, end_ms);
  // Each day's window by itself: windows that touch at midnight are still two days.
  const windows = rule.days.flatMap((day) => weeklyWindows({ ...rule, days: [day] }, start_ms, end_ms));
  const shared = windows.flatMap((window) => {
    const common = clip(open, window.start_ms, window.end_ms);
    const length_ms = common.reduce((sum, span) => sum + span.end_ms - span.start_ms, 0);
    return length_ms >= rule.least_min * 60_000 ? common : [];
  });
  return clip(union(shared), from_ms, to_ms);
}

/** The so many days of a zone that begin with a date. */
export function daysFrom(date: string, days: number, zone: string): Interval {
  return { start_ms: wallToInstant(date, '00:00', zone), end_ms: wallToInstant(plusDays(date, days), '00:00', zone) };
}

/** The Monday of the week in which a date lies. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return plusDays(date, -((weekday + 6) % 7));
}

/** A date so many days later, by the calendar alone. */
export function plusDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function isoDate(at_ms: number): string {
  return new Date(at_ms).toISOString().slice(0, 10);
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);
