import { momentInZone, type LocalMoment } from '#libs/kernel/index.js';

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
  /** "Tuesday 10 November 2026, 15:00–15:45 CET (UTC+1), which is 09:00–09:45 EST (UTC-5)": complete, so the default. */
  readonly words: string;
  /** "Tuesday 10 November 2026" */
  readonly day: string;
  /** "15:00–15:45 CET (UTC+1)" */
  readonly time: string;
  /** "09:00–09:45 EST (UTC-5)", with the weekday where it is another day; null where clocks do not differ. */
  readonly other: string | null;
  /** "Tuesday 10 November, 15:00 CET": for subject lines. */
  readonly short: string;
  toString(): string;
}

/** "Tuesday 10 November 2026" in the reader's zone. */
export function dayInWords(moment: Moment): string {
  return dayOf(local(moment.at, moment.zone));
}

/** An instant in the reader's words. @throws RangeError when a zone is not one. */
export function momentInWords(moment: Moment): TimeInWords {
  return periodInWords({ startsAt: moment.at, endsAt: moment.at, zone: moment.zone, otherZone: moment.otherZone });
}

/** A period in the reader's words; it may run past midnight or across a clock change. @throws RangeError when a zone is not one. */
export function periodInWords(period: Period): TimeInWords {
  const start = local(period.startsAt, period.zone);
  const end = lasts(period) ? local(period.endsAt, period.zone) : start;
  // Getters, since a subject line asks for `short` only and the other zone costs as much as the reader's.
  return {
    get words() {
      const other = this.other;
      return `${this.day}, ${this.time}${other === null ? '' : `, which is ${other}`}`;
    },
    get other() {
      return period.otherZone === undefined ? null : inOtherZone(period, period.otherZone, start);
    },
    get day() {
      return dayOf(start);
    },
    get time() {
      return timeOf(start, end);
    },
    get short() {
      return `${start.weekday} ${withoutYear(start.date)}, ${start.time} ${start.zone.replace(/ \(.*\)$/, '')}`;
    },
    toString() {
      return this.words;
    },
  };
}

function inOtherZone(period: Period, zone: string, reader: LocalMoment): string | null {
  const start = local(period.startsAt, zone);
  if (start.date === reader.date && start.time === reader.time) return null;
  const time = timeOf(start, lasts(period) ? local(period.endsAt, zone) : start);
  return start.date === reader.date ? time : `${start.weekday} ${withoutYear(start.date)}, ${time}`;
}

/** One interview is told to several people, and one day to all who wait for an answer: enough for what is going on at a time. */
const MAX_KNOWN_MOMENTS = 2_000;
const known = new Map<string, LocalMoment>();

function local(instant: Date, zone: string): LocalMoment {
  const key = `${instant.getTime()}|${zone}`;
  let moment = known.get(key);
  if (moment === undefined) {
    moment = momentInZone(instant, zone);
    if (known.size >= MAX_KNOWN_MOMENTS) known.clear();
    known.set(key, moment);
  }
  return moment;
}

function timeOf(start: LocalMoment, end: LocalMoment): string {
  if (start === end) return `${start.time} ${start.zone}`;
  const endTime = start.date === end.date ? end.time : `${dayOf(end)}, ${end.time}`;
  // A clock change between start and end: only both offsets together say how long it lasts.
  const startTime = start.zone === end.zone ? start.time : `${start.time} ${start.zone}`;
  const between = start.date === end.date && start.zone === end.zone ? '–' : ' to ';
  return `${startTime}${between}${endTime} ${end.zone}`;
}

function lasts(period: Period): boolean {
  return period.endsAt.getTime() > period.startsAt.getTime();
}

function dayOf(moment: LocalMoment): string {
  return `${moment.weekday} ${moment.date}`;
}

function withoutYear(date: string): string {
  return date.replace(/ \d{4}$/, '');
}

/** "45 minutes", "1 hour", "1 hour 30 minutes". @throws RangeError when it is not a whole positive number. */
export function lengthInWords(length_min: number): string {
  if (!Number.isInteger(length_min) || length_min <= 0) throw new RangeError(`${length_min} is not a length in minutes`);
  const hours = Math.floor(length_min / 60);
  const minutes = length_min % 60;
  return [count(hours, 'hour'), count(minutes, 'minute')].filter((part) => part !== '').join(' ');
}

function count(number: number, unit: string): string {
  return number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** "Ada", "Ada and Grace", "Ada, Grace and Linus". */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
