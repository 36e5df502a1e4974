const SLOT_MS = 30 * 60_000;
const DAY_MS = 24 * 3_600_000;
export const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;

interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly minute: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What a clock in the zone shows; weekday 0 is Monday, minute counts from midnight. */
export function clockIn(zone: string, at_ms: number): Clock {
  let format = clocks.get(zone);
  if (!format) {
    const options = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      weekday: 'short',
      hourCycle: 'h23',
    } as const;
    clocks.set(zone, (format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone })));
  }
  const parts = Object.fromEntries(format.formatToParts(at_ms).map(({ type, value }) => [type, value]));
  return {
    ...{ year: Number(parts.year), month: Number(parts.month), day: Number(parts.day) },
    weekday: NAMES.indexOf(parts.weekday!),
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** The instant at which a clock in the zone shows this; the first of two, and of a time that is skipped the one after it (RFC 5545 §3.3.5). */
export function instantIn(zone: string, year: number, month: number, day: number, minute = 0): number {
  const wall_ms = Date.UTC(year, month - 1, day, 0, minute);
  const shownAs = (at_ms: number) => {
    const shown = clockIn(zone, at_ms);
    return Date.UTC(shown.year, shown.month - 1, shown.day, 0, shown.minute);
  };
  const [before_ms, after_ms] = [-DAY_MS, DAY_MS].map((away_ms) => {
    const near_ms = wall_ms + away_ms;
    return wall_ms - (shownAs(near_ms) - near_ms);
  }) as [number, number];
  const right = [before_ms, after_ms].filter((at_ms) => shownAs(at_ms) === wall_ms);
  return right.length > 0 ? Math.min(...right) : before_ms;
}

/** The midnights of a week in the zone, Monday first, and the one after its end; `weeks` away from the week of `now_ms`. */
export function weekOf(zone: string, now_ms: number, weeks: number): readonly number[] {
  const { year, month, day, weekday } = clockIn(zone, now_ms);
  return Array.from({ length: 8 }, (_, at) => instantIn(zone, year, month, day - weekday + weeks * 7 + at));
}

export interface WeeklyHours {
  readonly days: readonly string[];
  readonly starts: string;
  readonly ends: string;
  readonly zone: string;
}

/** The stretches of a day that weekly hours cover, on a grid of half an hour. */
export function covered(
  hours: readonly WeeklyHours[],
  from_ms: number,
  to_ms: number,
): { readonly from_ms: number; readonly to_ms: number }[] {
  const found: { from_ms: number; to_ms: number }[] = [];
  for (let at_ms = from_ms; at_ms < to_ms; at_ms += SLOT_MS) {
    if (!hours.some((one) => holds(one, at_ms))) continue;
    const last = found.at(-1);
    if (last?.to_ms === at_ms) last.to_ms += SLOT_MS;
    else found.push({ from_ms: at_ms, to_ms: at_ms + SLOT_MS });
  }
  return found;
}

/** Hours that end at or before they start go on into the next day. */
function holds({ days, starts, ends, zone }: WeeklyHours, at_ms: number): boolean {
  const { weekday, minute } = clockIn(zone, at_ms);
  const [from, to] = [minutesOf(starts), minutesOf(ends)];
  const on = (day: number) => days.includes(DAYS[(day + 7) % 7]!);
  if (from < to) return on(weekday) && minute >= from && minute < to;
  return (on(weekday) && minute >= from) || (on(weekday - 1) && minute < to);
}

export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
