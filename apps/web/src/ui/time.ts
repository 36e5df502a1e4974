import { LANGUAGE } from '../words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, kind: keyof typeof OPTIONS): Intl.DateTimeFormat {
  const key = `${kind} ${zone}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(LANGUAGE, { ...OPTIONS[kind], timeZone: zone })));
  return found;
}

const OPTIONS = {
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  year: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  dayOfWeek: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** "Tue 5 Mar, 14:00 CET"; with the year when it is not this one. */
export function moment(iso: string, zone: string, now = Date.now()): string {
  const at = new Date(iso);
  return format(zone, at.getUTCFullYear() === new Date(now).getUTCFullYear() ? 'moment' : 'year').format(at);
}

/** "5 Mar 2030" */
export function day(iso: string, zone: string): string {
  return format(zone, 'day').format(new Date(iso));
}

/** "Tuesday, 5 March" */
export function weekday(iso: string, zone: string): string {
  return format(zone, 'weekday').format(new Date(iso));
}

/** "Tue 5 Mar" */
export function dayOfWeek(iso: string, zone: string): string {
  return format(zone, 'dayOfWeek').format(new Date(iso)).replace(',', '');
}

/** "14:00" */
export function clock(iso: string, zone: string): string {
  return format(zone, 'time').format(new Date(iso));
}

const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });

/** "in 3 hours", "yesterday", "2 weeks ago" */
export function relative(iso: string, now = Date.now()): string {
  const away_ms = Date.parse(iso) - now;
  const size_ms = Math.abs(away_ms);
  if (size_ms < HOUR_MS) return RELATIVE.format(Math.round(away_ms / MINUTE_MS), 'minute');
  if (size_ms < DAY_MS) return RELATIVE.format(Math.round(away_ms / HOUR_MS), 'hour');
  if (size_ms < 14 * DAY_MS) return RELATIVE.format(Math.round(away_ms / DAY_MS), 'day');
  return RELATIVE.format(Math.round(away_ms / (7 * DAY_MS)), 'week');
}

/** Whole days since an instant, never below 0. */
export function daysSince(iso: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / DAY_MS));
}

/** "12 kB" */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
