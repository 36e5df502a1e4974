import { WEEKDAYS, type Weekday } from '#libs/kernel/index.js';

/** A stretch of a day as written, in minutes since midnight. */
export interface ClockWindow {
  readonly start_min: number;
  readonly end_min: number;
  readonly index: number;
  readonly text: string;
  /** A zone between the two times ("10 AM ET to 5 PM ET"). */
  readonly innerZone: string | null;
  /** Why it cannot be used: a time that no clock shows, or numbers that could be morning or evening. */
  readonly fault: 'impossible' | 'ambiguous' | null;
}

const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2})|h)?\s{0,2}(a\.?m\.?|p\.?m\.?)?|(noon|midday|midnight)`;
const WINDOW = new RegExp(
  String.raw`(?<![\d.,:/$€£+\-–\w])(?:${TIME})(?:\s{1,2}\(?([A-Z][A-Za-z]{1,8})\)?)?\s{0,2}(?:-|–|—|~|\bto\b|\buntil\b|\btill?\b|\band\b|\bthrough\b)\s{0,2}(?:${TIME})(?![\d%:/]|\s{0,2}(?:hours?|hrs?|years?|days?|mins?|minutes|weeks?|months?|people|times?\b|k\b|\+)|\.\d|[A-Za-z])`,
  'gi',
);

interface TimeReading {
  hour: number;
  minute: number;
  half: 'am' | 'pm' | null;
  word: string | null;
  clear: boolean;
}

function readTime(match: RegExpMatchArray, from: number): TimeReading {
  const word = match[from + 3]?.toLowerCase() ?? null;
  const half = match[from + 2] ? (match[from + 2]!.toLowerCase().startsWith('a') ? 'am' : 'pm') : null;
  return {
    hour: Number(match[from] ?? 0),
    minute: Number(match[from + 1] ?? 0),
    half,
    word,
    clear: word !== null || half !== null || match[from + 1] !== undefined,
  };
}

function minutesOf(time: TimeReading, isEnd: boolean): number | null {
  if (time.word) return time.word === 'midnight' ? (isEnd ? 1440 : 0) : 720;
  if (time.minute > 59) return null;
  if (time.half) {
    if (time.hour < 1 || time.hour > 12) return null;
    const hour = (time.hour % 12) + (time.half === 'pm' ? 12 : 0);
    return isEnd && hour === 0 && time.minute === 0 ? 1440 : hour * 60 + time.minute;
  }
  if (time.hour > 24 || (time.hour === 24 && (time.minute > 0 || !isEnd))) return null;
  return time.hour * 60 + time.minute;
}

/** "2-8 PM" gives its half of the day to the first time too, unless that would turn the window round ("10-5 PM"). */
function shareHalf(start: TimeReading, end: TimeReading): TimeReading {
  if (start.half || start.word || start.hour > 12 || start.hour < 1 || !end.half) return start;
  const same = { ...start, half: end.half };
  const other = { ...start, half: end.half === 'pm' ? ('am' as const) : ('pm' as const) };
  const endAt = minutesOf(end, true);
  const sameAt = minutesOf(same, false);
  return endAt !== null && sameAt !== null && sameAt < endAt ? same : other;
}

/**
 * Finds windows such as "10 AM - 5 PM", "between 2 PM and 8 PM", "9:30 – 14:00", "noon to midnight", "14-20h". Two bare numbers
 * ("10-15") count only with `bare`, which the caller sets where the words around speak of hours.
 */
export function findWindows(text: string, bare: boolean): readonly ClockWindow[] {
  const windows: ClockWindow[] = [];
  if (!/\d|noon|midnight|midday/i.test(text)) return windows;
  for (const match of text.slice(0, 5000).matchAll(WINDOW)) {
    const end = readTime(match, 6);
    const first = readTime(match, 1);
    if (!bare && !first.clear && !end.clear) continue;
    const start = shareHalf(first, end);
    const start_min = minutesOf(start, false);
    const end_min = minutesOf(end, true);
    const fault = start_min === null || end_min === null ? 'impossible' : faultOf(start, end, start_min, end_min);
    const innerZone = match[5] ?? null;
    windows.push({ start_min: start_min ?? 0, end_min: end_min ?? 0, index: match.index, text: match[0], innerZone, fault });
  }
  return windows;
}

function faultOf(start: TimeReading, end: TimeReading, start_min: number, end_min: number): ClockWindow['fault'] {
  const bare = !start.clear && !end.clear;
  // "10-5" is a working day to most readers, yet nobody wrote so.
  return bare && end_min <= start_min && end.hour <= 12 ? 'ambiguous' : null;
}

/** `HH:MM` of minutes since midnight; 1440 is 24:00. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const DAY = String.raw`(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\.?`;
const DAY_RANGE = new RegExp(String.raw`\b${DAY}\s{0,2}(?:-|–|—|to|through|thru|until)\s{0,2}${DAY}(?![a-z])`, 'i');
const DAY_LIST = new RegExp(String.raw`\b${DAY}(?![a-z])`, 'gi');

function dayOf(text: string): number {
  return WEEKDAYS.indexOf(text.slice(0, 3).toUpperCase() as Weekday);
}

/** The weekdays a sentence names: "Monday to Thursday", "weekdays", "on Tuesdays and Thursdays". Empty when it names none. */
export function findWeekdays(text: string): readonly Weekday[] {
  const range = DAY_RANGE.exec(text);
  if (range) {
    const from = dayOf(range[1]!);
    const to = dayOf(range[2]!);
    return from <= to ? WEEKDAYS.slice(from, to + 1) : [...WEEKDAYS.slice(0, to + 1), ...WEEKDAYS.slice(from)];
  }
  if (/\b(?:on |every |rotating )?week ?days?\b/i.test(text)) return WEEKDAYS.slice(0, 5);
  // Single short names are words of their own ("sun", "sat", "wed"); only full names count.
  const named = [...text.matchAll(DAY_LIST)].filter((match) => /days?\.?$/i.test(match[0])).map((match) => dayOf(match[1]!));
  return WEEKDAYS.filter((_, index) => named.includes(index));
}
