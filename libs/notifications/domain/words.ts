import { type Language, type LocalMoment, momentInZone, offsetSpans } from '#libs/kernel/index.js';
import { type Grammar, grammarOf, lengthIn } from './grammar.js';

/** An instant for a reader: said in `zone`, and also in `otherZone` (the posting's or the organisation's) where clocks differ. */
export interface Moment {
  readonly at: Date;
  readonly zone: string;
  readonly otherZone?: string;
}

/** A meeting's time for a reader, in the same way. */
export interface Period {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly otherZone?: string;
}

/** An instant or a period as templates see it; printed, it says `words`. */
export interface TimeInWords {
  /** "Tuesday 10 November 2026, 15:00–15:45 CET (UTC+1), which is 09:00–09:45 EST (UTC-5)": complete, so the default; with `clocks` where there are any. */
  readonly words: string;
  /** "Tuesday 10 November 2026" */
  readonly day: string;
  /** "15:00–15:45 CET (UTC+1)" */
  readonly time: string;
  /** "09:00–09:45 EST (UTC-5)", with the weekday where it is another day; null where clocks do not differ. */
  readonly other: string | null;
  /** "your clocks go back 1 hour on Sunday 25 October": a change in the week before it, here or where the others are; null where there is none. */
  readonly clocks: string | null;
  /** "Tuesday 10 November, 15:00 CET": for subject lines. */
  readonly short: string;
  toString(): string;
}

/** "Tuesday 10 November 2026" in the reader's zone. */
export function dayInWords(moment: Moment, language: Language = 'en'): string {
  const grammar = grammarOf(language);
  return dayOf(grammar, local(moment.at, moment.zone, grammar));
}

/** An instant in the reader's words. @throws RangeError when a zone is not one. */
export function momentInWords(moment: Moment, language: Language = 'en'): TimeInWords {
  return periodInWords({ startsAt: moment.at, endsAt: moment.at, zone: moment.zone, otherZone: moment.otherZone }, language);
}

/** A period in the reader's words; it may run past midnight or across a clock change. @throws RangeError when a zone is not one. */
export function periodInWords(period: Period, language: Language = 'en'): TimeInWords {
  const grammar = grammarOf(language);
  const start = local(period.startsAt, period.zone, grammar);
  const end = lasts(period) ? local(period.endsAt, period.zone, grammar) : start;
  // Getters, since a subject line asks for `short` only and the other zone costs as much as the reader's.
  return {
    get words() {
      const { other, clocks } = this;
      const there = other === null ? '' : `, ${grammar.whichIs}${other}`;
      return `${this.day}, ${this.time}${there}${clocks === null ? '' : `; ${clocks}`}`;
    },
    get other() {
      return period.otherZone === undefined ? null : inOtherZone(grammar, period, period.otherZone, start);
    },
    get clocks() {
      return clocksAround(grammar, period);
    },
    get day() {
      return dayOf(grammar, start);
    },
    get time() {
      return timeOf(grammar, start, end);
    },
    get short() {
      return `${shortDay(grammar, start)}, ${grammar.clock(start.time, start.zone.replace(/ \(.*\)$/, ''))}`;
    },
    toString() {
      return this.words;
    },
  };
}

function inOtherZone(grammar: Grammar, period: Period, zone: string, reader: LocalMoment): string | null {
  const start = local(period.startsAt, zone, grammar);
  if (start.date === reader.date && start.time === reader.time) return null;
  const time = timeOf(grammar, start, lasts(period) ? local(period.endsAt, zone, grammar) : start);
  return start.date === reader.date ? time : `${shortDay(grammar, start)}, ${time}`;
}

const WEEK_MS = 7 * 86_400_000;

/** Whoever reads today's clock a week ahead is wrong across a change: it is said, and where the others are only if theirs is another one. */
function clocksAround(grammar: Grammar, period: Period): string | null {
  const own = clockChange(grammar, period, period.zone, null);
  const { otherZone } = period;
  const differ =
    otherZone !== undefined && inOtherZone(grammar, period, otherZone, local(period.startsAt, period.zone, grammar)) !== null;
  const other = differ ? clockChange(grammar, period, otherZone, placeOf(otherZone)) : null;
  const said = [own, other?.at_ms === own?.at_ms ? null : other].flatMap((change) => change?.words ?? []);
  return said.length === 0 ? null : said.join(grammar.and);
}

function clockChange(grammar: Grammar, { startsAt, endsAt }: Period, zone: string, place: string | null) {
  const spans = offsets(zone, startsAt.getTime() - WEEK_MS, endsAt.getTime() + 1);
  const [before, after] = spans.slice(-2);
  if (!before || !after) return null;
  const by_min = (after.offset_ms - before.offset_ms) / 60_000;
  // A zone that is given another name only, or seconds of a hundred years ago.
  if (!Number.isInteger(by_min) || by_min === 0) return null;
  const day = shortDay(grammar, local(new Date(after.start_ms), zone, grammar));
  return {
    at_ms: after.start_ms,
    words: grammar.clocksChange({ place, day, back: by_min < 0, by_min: Math.abs(by_min) }),
  };
}

/** "America/New_York" → "New York" */
function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** One interview is told to several people, and one day to all who wait for an answer: enough for what is going on at a time. */
const MAX_KNOWN = 2_000;

const moments = new Map<string, LocalMoment>();
const spansOf = new Map<string, ReturnType<typeof offsetSpans>>();

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, value);
  }
  return value;
}

function local(instant: Date, zone: string, { locale }: Grammar): LocalMoment {
  return remembered(moments, `${instant.getTime()}|${zone}|${locale}`, () => momentInZone(instant, zone, locale));
}

function offsets(zone: string, from_ms: number, to_ms: number): ReturnType<typeof offsetSpans> {
  return remembered(spansOf, `${from_ms}|${to_ms}|${zone}`, () => offsetSpans(zone, from_ms, to_ms));
}

function timeOf(grammar: Grammar, start: LocalMoment, end: LocalMoment): string {
  if (start === end) return grammar.clock(start.time, start.zone);
  // A clock change between start and end: only both offsets together say how long it lasts.
  const oneZone = start.zone === end.zone;
  if (oneZone && start.date === end.date) return grammar.clock(`${start.time}–${end.time}`, end.zone);
  const startTime = oneZone ? start.time : grammar.clock(start.time, start.zone);
  const endDay = start.date === end.date ? '' : `${dayOf(grammar, end)}, `;
  return `${startTime}${grammar.until}${endDay}${grammar.clock(end.time, end.zone)}`;
}

function lasts(period: Period): boolean {
  return period.endsAt.getTime() > period.startsAt.getTime();
}

function dayOf(grammar: Grammar, moment: LocalMoment): string {
  return grammar.day(moment.weekday, moment.date);
}

function shortDay(grammar: Grammar, { weekday, date }: LocalMoment): string {
  return grammar.day(weekday, date.replace(/ \d{4}$/, ''));
}

/** "45 minutes", "1 hour", "1 hour 30 minutes". @throws RangeError when it is not a whole positive number. */
export function lengthInWords(length_min: number, language: Language = 'en'): string {
  return lengthIn(grammarOf(language), length_min);
}

/** "Ada", "Ada and Grace", "Ada, Grace and Linus". */
export function listInWords(items: readonly string[], language: Language = 'en'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')}${grammarOf(language).and}${items.at(-1)}`;
}
