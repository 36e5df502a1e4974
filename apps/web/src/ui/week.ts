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

/** A stretch of time. */
export interface Span {
  readonly from_ms: number;
  readonly to_ms: number;
}

/** Stretches as the schema writes them. */
export function spanOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): Span {
  return { from_ms: Date.parse(startsAt), to_ms: Date.parse(endsAt) };
}

const HOUR_MS = 3_600_000;

/** The hours of a day, counted from midnight, that show all of the stretches with an hour of air around them; nine to five where there are none. */
export function hoursShown(spans: readonly Span[], days: readonly number[]): { readonly first: number; readonly last: number } {
  let [first_ms, last_ms] = [Infinity, -Infinity];
  for (const [at, from_ms] of days.slice(0, -1).entries()) {
    const to_ms = days[at + 1]!;
    for (const span of spans) {
      if (span.to_ms <= from_ms || span.from_ms >= to_ms) continue;
      first_ms = Math.min(first_ms, Math.max(span.from_ms, from_ms) - from_ms);
      last_ms = Math.max(last_ms, Math.min(span.to_ms, to_ms) - from_ms);
    }
  }
  if (first_ms > last_ms) return { first: 8, last: 18 };
  return { first: Math.max(0, Math.floor(first_ms / HOUR_MS) - 1), last: Math.min(24, Math.ceil(last_ms / HOUR_MS) + 1) };
}

/** Stretches that overlap or touch, joined. */
export function joined(spans: readonly Span[]): Span[] {
  const found: { from_ms: number; to_ms: number }[] = [];
  for (const { from_ms, to_ms } of [...spans].sort((a, b) => a.from_ms - b.from_ms)) {
    const last = found.at(-1);
    if (last && from_ms <= last.to_ms) last.to_ms = Math.max(last.to_ms, to_ms);
    else found.push({ from_ms, to_ms });
  }
  return found;
}

/** Whether the name is one of a zone that this browser knows. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The instant of a local time such as "2030-03-05T14:00" on the zone's clock. */
export function instantOfLocal(local: string, zone: string): string {
  const [date, time] = local.split('T') as [string, string];
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(instantIn(zone, year, month, day, minutesOf(time))).toISOString();
}
