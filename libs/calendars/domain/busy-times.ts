import ICAL from 'ical.js';
import { clip, isZone, ok, refuse, union, wallToInstant, type Interval, type Refusal, type Result } from '#libs/kernel/index.js';
import { occurrences } from './recurrence.js';

/** Most of what one calendar may hold; beyond it none of it is taken, since half a calendar is worse than an old one. */
export const CALENDAR_LIMITS = { events: 20_000, unreadable: 20 } as const;

export type CalendarFault = Refusal<'NOT_A_CALENDAR' | 'TOO_LARGE'>;

export interface BusyFound {
  /** When its owner is busy, as a normal set. */
  readonly busy: readonly Interval[];
  /** Events that could not be read and are not counted. */
  readonly unreadable: number;
}

/** Which days are read, and on whose clock a time without a zone and a whole day are meant. */
export interface BusyQuestion extends Interval {
  readonly zone: string;
}

/**
 * When the owner of an iCalendar object (RFC 5545) is busy: its events that are neither cancelled nor transparent, each time they come back, and the periods of a
 * free-busy answer that are not free. An instance that was moved or cancelled stands for itself; whole days are days of the owner's zone.
 */
export function busyTimes(text: string, question: BusyQuestion): Result<BusyFound, CalendarFault> {
  let calendars: ICAL.Component[];
  try {
    const parsed = ICAL.parse(text) as unknown[];
    calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map((one) => new ICAL.Component(one as never));
  } catch {
    return notACalendar();
  }
  if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar')) return notACalendar();
  for (const calendar of calendars) keepZoneNames(calendar);
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (events.length > CALENDAR_LIMITS.events)
    return refuse(
      'TOO_LARGE',
      `This calendar has ${events.length} events; ${CALENDAR_LIMITS.events} can be read. Share a smaller one.`,
    );
  const spans: Interval[] = [];
  let unreadable = 0;
  const moved = movedInstances(events, question.zone);
  for (const event of events) {
    try {
      if (takesTime(event)) spans.push(...spansOf(event, moved, question));
    } catch {
      unreadable += 1;
      if (unreadable > CALENDAR_LIMITS.unreadable)
        return refuse(
          'TOO_LARGE',
          'Too many events of this calendar come back in ways that cannot be followed. Share a simpler one.',
        );
    }
  }
  for (const calendar of calendars) spans.push(...calendar.getAllSubcomponents('vfreebusy').flatMap(periodsOf));
  return ok({ busy: clip(union(spans), question.start_ms, question.end_ms), unreadable });
}

function notACalendar(): Result<never, CalendarFault> {
  return refuse(
    'NOT_A_CALENDAR',
    'What is at this address is not an iCalendar file. Copy the address that ends in .ics, or that of the calendar itself.',
  );
}

/** A zone that is named and not defined would be forgotten with its name: it gets a definition that says nothing but that. */
function keepZoneNames(calendar: ICAL.Component): void {
  const properties = calendar.getAllSubcomponents('vevent').flatMap((event) => event.getAllProperties());
  const named = new Set(properties.map((property) => String(property.getParameter('tzid') ?? '')));
  for (const tzid of named) {
    if (zoneNamed(tzid) === null || calendar.getTimeZoneByID(tzid)) continue;
    const zone = new ICAL.Component('vtimezone');
    zone.addPropertyWithValue('tzid', tzid);
    calendar.addSubcomponent(zone);
  }
}

/** Whether an event keeps its owner from meeting: not when it was cancelled, nor when they said that they are free (RFC 5545 §3.8.2.7). */
function takesTime(event: ICAL.Component): boolean {
  const said = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return said('status') !== 'CANCELLED' && said('transp') !== 'TRANSPARENT' && said('x-microsoft-cdo-busystatus') !== 'FREE';
}

/** The instants that single instances of recurring events had before they were moved or cancelled, by UID. */
function movedInstances(events: readonly ICAL.Component[], zone: string): Map<string, Set<number>> {
  const moved = new Map<string, Set<number>>();
  for (const event of events) {
    const was = event.getFirstPropertyValue('recurrence-id');
    if (!(was instanceof ICAL.Time)) continue;
    const uid = uidOf(event);
    moved.set(uid, (moved.get(uid) ?? new Set()).add(instantOf(was, zone)));
  }
  return moved;
}

function uidOf(event: ICAL.Component): string {
  return String(event.getFirstPropertyValue('uid') ?? '');
}

function spansOf(event: ICAL.Component, moved: ReadonlyMap<string, ReadonlySet<number>>, question: BusyQuestion): Interval[] {
  const start = event.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time)) return [];
  const length = lengthOf(event, start, question.zone);
  if (length.ms <= 0 && length.days <= 0) return [];
  const spanFrom = (at: ICAL.Time): Interval => {
    const start_ms = instantOf(at, question.zone);
    if (!at.isDate) return { start_ms, end_ms: start_ms + length.ms };
    const end = at.clone();
    end.addDuration(ICAL.Duration.fromData({ days: length.days }));
    return { start_ms, end_ms: instantOf(end, question.zone) };
  };
  const isInstance = event.getFirstPropertyValue('recurrence-id') instanceof ICAL.Time;
  if (isInstance) return [spanFrom(start)];
  const away = new Set([
    ...(moved.get(uidOf(event)) ?? []),
    ...datesOf(event, 'exdate').map((at) => instantOf(at, question.zone)),
  ]);
  const reach_ms = length.ms + length.days * 86_400_000;
  const starts = occurrences(start, rulesOf(event), {
    start_ms: question.start_ms - reach_ms,
    end_ms: question.end_ms,
    instantOf: (at) => instantOf(at, question.zone),
  });
  return [...starts, ...datesOf(event, 'rdate')].map(spanFrom).filter(({ start_ms }) => !away.has(start_ms));
}

function rulesOf(event: ICAL.Component): ICAL.Recur[] {
  return event.getAllProperties('rrule').map((property) => property.getFirstValue() as unknown as ICAL.Recur);
}

function datesOf(event: ICAL.Component, name: string): ICAL.Time[] {
  const values = event.getAllProperties(name).flatMap((property) => property.getValues() as unknown[]);
  return values.flatMap((value) => (value instanceof ICAL.Period ? [value.start] : value instanceof ICAL.Time ? [value] : []));
}

/** How long an event is: whole days, or exactly so many milliseconds (RFC 5545 §3.6.1: without an end, a day or no time at all). */
function lengthOf(event: ICAL.Component, start: ICAL.Time, zone: string): { readonly ms: number; readonly days: number } {
  const end = event.getFirstPropertyValue('dtend');
  const duration = event.getFirstPropertyValue('duration');
  if (start.isDate) {
    if (duration instanceof ICAL.Duration) return { ms: 0, days: Math.ceil(duration.toSeconds() / 86_400) };
    return { ms: 0, days: end instanceof ICAL.Time ? Math.round(end.subtractDate(start).toSeconds() / 86_400) : 1 };
  }
  if (duration instanceof ICAL.Duration) return { ms: duration.toSeconds() * 1000, days: 0 };
  return { ms: end instanceof ICAL.Time ? instantOf(end, zone) - instantOf(start, zone) : 0, days: 0 };
}

/** What of a free-busy answer is not free (RFC 5545 §3.2.9). */
function periodsOf(freebusy: ICAL.Component): Interval[] {
  return freebusy.getAllProperties('freebusy').flatMap((property) => {
    if (String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') return [];
    return (property.getValues() as unknown as ICAL.Period[]).map((period) => ({
      start_ms: instantOf(period.start, 'UTC'),
      end_ms: instantOf(period.getEnd(), 'UTC'),
    }));
  });
}

/**
 * The instant of a time in a calendar. A zone that has an IANA name is read by that name, even where the file defines it otherwise; any other by the file's own
 * definition; a time without a zone is the owner's.
 */
function instantOf(time: ICAL.Time, ownerZone: string): number {
  const tzid = time.isDate ? null : (time.zone?.tzid ?? null);
  if (tzid === 'UTC' || tzid === 'Z') return time.toUnixTime() * 1000;
  const known = tzid === null ? null : zoneNamed(tzid);
  if (known === null && tzid !== null && tzid !== 'floating') return time.toUnixTime() * 1000;
  const [date, clock] = [time.toString().slice(0, 10), time.isDate ? '00:00' : time.toString().slice(11, 16)];
  return wallToInstant(date, clock, known ?? ownerZone) + (time.isDate ? 0 : time.second * 1000);
}

/** An IANA name in a TZID such as "/freeassociation.sourceforge.net/Europe/Berlin". */
function zoneNamed(tzid: string): string | null {
  const parts = tzid.split('/').filter((part) => part !== '');
  for (let at = 0; at < parts.length; at += 1) {
    const name = parts.slice(at).join('/');
    if (isZone(name)) return name;
  }
  return null;
}
