import { Temporal } from 'temporal-polyfill';
import { normalise, clip, type Interval } from './intervals.js';

/** Days of the week, Monday first (ISO 8601). */
export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * Wall-clock hours that come back every week: from `start` to `end` ("HH:MM", 24 hours) on `days`, in an IANA zone.
 * `end` may be "24:00"; an `end` at or before `start` means the next day, so "22:00" to "06:00" on MON ends on Tuesday morning
 * and "00:00" to "00:00" is a whole day.
 */
export interface WeeklyRule {
  readonly zone: string;
  readonly start: string;
  readonly end: string;
  readonly days: readonly Weekday[];
}

const DAY_MS = 86_400_000;
const DAY_MIN = 1440;
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;
const WALL_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const WALL_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Enough for every rule and week that one process plausibly shows; beyond it the cache starts anew rather than grow. */
const MAX_CACHED_WEEKS = 50_000;
const MAX_KNOWN_ZONES = 2_000;

const knownZones = new Map<string, boolean>();

/** Whether the name is an IANA time zone that this machine knows ("Europe/Athens"). Bare offsets such as "+02:00" are not zones. */
export function isZone(name: unknown): name is string {
  if (typeof name !== 'string' || !ZONE_NAME.test(name)) return false;
  let known = knownZones.get(name);
  if (known === undefined) {
    known = isKnownToIntl(name);
    if (knownZones.size >= MAX_KNOWN_ZONES) knownZones.clear();
    knownZones.set(name, known);
  }
  return known;
}

function isKnownToIntl(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a wall-clock time "HH:MM" from "00:00" to "23:59". */
export function isWallTime(text: unknown): text is string {
  return typeof text === 'string' && WALL_TIME.test(text);
}

/**
 * The minutes after midnight of "HH:MM"; "24:00" is 1440.
 * @throws RangeError when the text is not a wall-clock time.
 */
export function wallMinutes(time: string): number {
  if (time === '24:00') return DAY_MIN;
  const match = WALL_TIME.exec(time);
  if (match === null) throw new RangeError(`"${time}" is not a time of day; write HH:MM from 00:00 to 24:00`);
  return Number(match[1]) * 60 + Number(match[2]);
}

/**
 * The instant (epoch milliseconds) at which clocks in `zone` show `time` on `date` ("YYYY-MM-DD").
 * A time that a clock change skips is read with the offset before the change, a time that happens twice is its first one:
 * RFC 5545 §3.3.5, which is Temporal's "compatible".
 * @throws RangeError when date, time or zone is not one.
 */
export function wallToInstant(date: string, time: string, zone: string): number {
  if (!WALL_DATE.test(date)) throw new RangeError(`"${date}" is not a date; write YYYY-MM-DD`);
  return instantOf(Temporal.PlainDate.from(date, { overflow: 'reject' }), wallMinutes(time), requireZone(zone));
}

/** The faults of a rule in sentences for the person who wrote it; empty when it is sound. */
export function weeklyRuleFaults(rule: WeeklyRule): string[] {
  const faults: string[] = [];
  if (!isZone(rule.zone)) faults.push(`"${rule.zone}" is not a time zone; use an IANA name such as Europe/Athens`);
  if (!isWallTime(rule.start)) faults.push(`"${rule.start}" is not a time of day; write HH:MM from 00:00 to 23:59`);
  if (!isWallTime(rule.end) && rule.end !== '24:00')
    faults.push(`"${rule.end}" is not a time of day; write HH:MM from 00:00 to 24:00`);
  if (rule.days.length === 0) faults.push('the hours name no day of the week; name at least one');
  for (const day of rule.days) {
    if (!WEEKDAYS.includes(day)) faults.push(`"${String(day)}" is not a day of the week; use ${WEEKDAYS.join(', ')}`);
  }
  return faults;
}

/**
 * What of `[from_ms, to_ms)` lies inside the rule, as a normal set. Weeks are computed once and kept, so the same rule is cheap again.
 * @throws RangeError when the rule is not sound (see `weeklyRuleFaults`).
 */
export function weeklyWindows(rule: WeeklyRule, from_ms: number, to_ms: number): Interval[] {
  if (!Number.isFinite(from_ms) || !Number.isFinite(to_ms)) throw new RangeError('the hours are asked for between two instants');
  if (from_ms >= to_ms) return [];
  const key = ruleKey(rule);
  // Local dates are at most 14 hours from UTC's and a window lasts into the next day: two days more on either side are enough.
  const first = mondayIndex(from_ms - 2 * DAY_MS);
  const last = mondayIndex(to_ms + 2 * DAY_MS);
  const spans: Interval[] = [];
  for (let week = first; week <= last; week++) {
    for (const span of windowsOfWeek(rule, key, week)) spans.push(span);
  }
  return clip(normalise(spans), from_ms, to_ms);
}

const weeks = new Map<string, readonly Interval[]>();

function windowsOfWeek(rule: WeeklyRule, key: string, week: number): readonly Interval[] {
  const weekKey = `${key}|${week}`;
  let windows = weeks.get(weekKey);
  if (windows === undefined) {
    windows = computeWeek(rule, week);
    if (weeks.size >= MAX_CACHED_WEEKS) weeks.clear();
    weeks.set(weekKey, windows);
  }
  return windows;
}

function computeWeek(rule: WeeklyRule, week: number): Interval[] {
  const start_min = wallMinutes(rule.start);
  const end_min = wallMinutes(rule.end);
  const monday = MONDAY.add({ days: week * 7 });
  const spans: Interval[] = [];
  for (const day of rule.days) {
    const date = monday.add({ days: WEEKDAYS.indexOf(day) });
    const endDate = end_min <= start_min ? date.add({ days: 1 }) : date;
    // A window that a clock change swallows whole comes out empty or reversed; normalise drops it.
    spans.push({ start_ms: instantOf(date, start_min, rule.zone), end_ms: instantOf(endDate, end_min, rule.zone) });
  }
  return normalise(spans);
}

function ruleKey(rule: WeeklyRule): string {
  let days = 0;
  for (const day of rule.days) days |= 1 << WEEKDAYS.indexOf(day);
  const key = `${rule.zone}|${rule.start}|${rule.end}|${days}`;
  if (!soundRules.has(key)) {
    const faults = weeklyRuleFaults(rule);
    if (faults.length > 0) throw new RangeError(`These weekly hours cannot be read: ${faults.join('; ')}.`);
    if (soundRules.size >= MAX_CACHED_WEEKS) soundRules.clear();
    soundRules.add(key);
  }
  return key;
}

const soundRules = new Set<string>();

/** The Monday that week 0 begins with; the epoch itself is a Thursday. */
const MONDAY = new Temporal.PlainDate(1970, 1, 5);

function mondayIndex(at_ms: number): number {
  return Math.floor((at_ms - 4 * DAY_MS) / (7 * DAY_MS));
}

function instantOf(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const day = minutes >= DAY_MIN ? date.add({ days: 1 }) : date;
  const minute = minutes % DAY_MIN;
  const time = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
  return day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** A stretch in which a zone keeps one offset from UTC. */
export interface OffsetSpan extends Interval {
  readonly offset_ms: number;
}

/**
 * The offsets from UTC that `zone` keeps in `[from_ms, to_ms)`, one span between any two clock changes.
 * @throws RangeError when the zone is not one.
 */
export function offsetSpans(zone: string, from_ms: number, to_ms: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start_ms = from_ms;
  let at = Temporal.Instant.fromEpochMilliseconds(from_ms).toZonedDateTimeISO(requireZone(zone));
  while (start_ms < to_ms) {
    const offset_ms = Math.round(at.offsetNanoseconds / 1_000_000);
    const next = at.getTimeZoneTransition('next');
    const end_ms = next === null ? to_ms : Math.min(next.epochMilliseconds, to_ms);
    spans.push({ start_ms, end_ms, offset_ms });
    if (next === null) break;
    start_ms = end_ms;
    at = next;
  }
  return spans;
}

/** How far clocks in `zone` are ahead of UTC at the instant, in minutes. @throws RangeError when the zone is not one. */
export function offsetMinutes(instant: Date | number, zone: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMs(instant)).toZonedDateTimeISO(requireZone(zone));
  return Math.round(at.offsetNanoseconds / 60_000_000_000);
}

/** The local date "YYYY-MM-DD" in `zone` at the instant. */
export function dateInZone(instant: Date | number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs(instant)).toZonedDateTimeISO(requireZone(zone)).toPlainDate().toString();
}

/** An instant as people in a zone would say it, in parts. */
export interface LocalMoment {
  /** "Tuesday" */
  readonly weekday: string;
  /** "5 March 2030" */
  readonly date: string;
  /** "14:00" */
  readonly time: string;
  /** "CET (UTC+1)", or only "UTC+5:45" where the zone has no abbreviation in the locale. */
  readonly zone: string;
}

/** The parts of `formatInZone`, for screens that lay them out themselves. @throws RangeError when zone or locale is not one. */
export function momentInZone(instant: Date | number, zone: string, locale = 'en-GB'): LocalMoment {
  const at_ms = epochMs(instant);
  const { weekday, date, time, offset, names } = formatters(requireZone(zone), locale);
  const utc = zoneName(offset, at_ms)
    .replace('GMT', 'UTC')
    .replace(/[+-]0$/, '');
  const name = names.map((format) => zoneName(format, at_ms)).find((text) => ABBREVIATION.test(text));
  const said = name === undefined || name === utc ? utc : `${name} (${utc})`;
  return { weekday: weekday.format(at_ms), date: date.format(at_ms), time: time.format(at_ms), zone: said };
}

/**
 * An instant in words for a person in `zone`: "Tuesday 5 March 2030, 14:00 CET (UTC+1)". The offset is always said, since
 * abbreviations are not unique (IST is used in Dublin, Jerusalem and Delhi).
 * @throws RangeError when zone or locale is not one.
 */
export function formatInZone(instant: Date | number, zone: string, locale = 'en-GB'): string {
  const moment = momentInZone(instant, zone, locale);
  return `${moment.weekday} ${moment.date}, ${moment.time} ${moment.zone}`;
}

/** The version of the time zone database in use ("2025b"), recorded with bookings so that a changed rule can be noticed. */
export function tzdataVersion(): string {
  return process.versions['tz'] ?? 'unknown';
}

/** CET, AEDT; not "GMT+8", which is what Intl answers where a locale has no abbreviation. */
const ABBREVIATION = /^[A-Z]{2,5}$/;
/** Each English knows the abbreviations of its own region only: en-GB says CET but not EST, en-US the reverse. */
const ENGLISH = ['en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IN', 'en-NZ', 'en-ZA'];

interface Formatters {
  readonly weekday: Intl.DateTimeFormat;
  readonly date: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
  readonly offset: Intl.DateTimeFormat;
  readonly names: readonly Intl.DateTimeFormat[];
}

const formattersOf = new Map<string, Formatters>();

function formatters(timeZone: string, locale: string): Formatters {
  const key = `${locale}|${timeZone}`;
  let made = formattersOf.get(key);
  if (made === undefined) {
    const plain = { timeZone, calendar: 'gregory', numberingSystem: 'latn' } as const;
    made = {
      weekday: new Intl.DateTimeFormat(locale, { ...plain, weekday: 'long' }),
      date: new Intl.DateTimeFormat(locale, { ...plain, day: 'numeric', month: 'long', year: 'numeric' }),
      time: new Intl.DateTimeFormat(locale, { ...plain, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      offset: new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' }),
      names: [locale, ...ENGLISH].map((name) => new Intl.DateTimeFormat(name, { timeZone, timeZoneName: 'short' })),
    };
    if (formattersOf.size >= MAX_KNOWN_ZONES) formattersOf.clear();
    formattersOf.set(key, made);
  }
  return made;
}

function zoneName(format: Intl.DateTimeFormat, at_ms: number): string {
  return format.formatToParts(at_ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
}

function epochMs(instant: Date | number): number {
  return typeof instant === 'number' ? instant : instant.getTime();
}

function requireZone(zone: string): string {
  if (!isZone(zone)) throw new RangeError(`"${zone}" is not a time zone; use an IANA name such as Europe/Athens`);
  return zone;
}
