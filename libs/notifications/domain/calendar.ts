import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { parseAddress } from '#libs/kernel/index.js';
import { oneLine } from './variables.js';

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

export interface CalendarAttendee extends CalendarPerson {
  /** Whether the meeting needs this person. REQUIRED unless said otherwise. */
  readonly role?: 'REQUIRED' | 'OPTIONAL' | 'CHAIR';
  /** What the person has answered so far; kept in updates, so that nobody is asked again for the same time. */
  readonly partstat?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
}

export interface Invitation {
  /** Names the meeting for good: the same in every update and in the cancellation (RFC 5545 §3.8.4.7). */
  readonly uid: string;
  /** Rises with every change of time, place or people, and with the cancellation (RFC 5546 §2.1.4). */
  readonly sequence: number;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly description?: string;
  /** A place or the address of a call. */
  readonly location?: string;
  /** A page about the meeting that this reader may open. */
  readonly url?: string;
  /** Who receives the answers; an address that Rounds reads, or a person. */
  readonly organizer: CalendarPerson;
  /** One message for each attendee, with only that one in it: nobody learns others' addresses or answers. */
  readonly attendees: readonly CalendarAttendee[];
  /** When this message is made (DTSTAMP). */
  readonly now: Date;
}

const ROLES = { REQUIRED: ICalAttendeeRole.REQ, OPTIONAL: ICalAttendeeRole.OPT, CHAIR: ICalAttendeeRole.CHAIR } as const;
const PARTSTATS = {
  'NEEDS-ACTION': ICalAttendeeStatus.NEEDSACTION,
  ACCEPTED: ICalAttendeeStatus.ACCEPTED,
  DECLINED: ICalAttendeeStatus.DECLINED,
  TENTATIVE: ICalAttendeeStatus.TENTATIVE,
} as const;
const PRODUCT = '//Rounds//Rounds//EN';
const MAX_LINE_CHARS = 500;
const MAX_DESCRIPTION_CHARS = 5_000;

/**
 * One iTIP message (RFC 5546 §3.2.2 and §3.2.5) as an iCalendar object (RFC 5545): CRLF, lines of at most 75 octets.
 *
 * Times are UTC. A booking is one instant, so there is no rule that a zone would have to expand, every calendar shows it in its
 * owner's own zone, and no VTIMEZONE of ours can disagree with the reader's time zone database.
 * @throws TypeError or RangeError when an address is not one, there is no attendee, or the end is not after the start: the caller's fault.
 */
export function invitation(meeting: Invitation): string {
  requireSound(meeting);
  const cancelled = meeting.method === 'CANCEL';
  const calendar = ical({ prodId: PRODUCT, method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST });
  const event = calendar.createEvent({
    id: meeting.uid,
    sequence: meeting.sequence,
    stamp: meeting.now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    // An empty property is not one, and a summary is asked for by RFC 5546 §3.2.2.
    summary: oneLine(meeting.summary, MAX_LINE_CHARS) || 'Meeting',
    description: manyLines(meeting.description ?? '') || null,
    location: oneLine(meeting.location ?? '', MAX_LINE_CHARS) || null,
    url: meeting.url === undefined ? null : uri(meeting.url),
    organizer: { name: commonName(meeting.organizer), email: meeting.organizer.email },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    class: ICalEventClass.PRIVATE,
  });
  for (const attendee of meeting.attendees) {
    event.createAttendee({
      name: commonName(attendee),
      email: attendee.email,
      role: ROLES[attendee.role ?? 'REQUIRED'],
      status: PARTSTATS[attendee.partstat ?? 'NEEDS-ACTION'],
      type: ICalAttendeeType.INDIVIDUAL,
      rsvp: !cancelled && (attendee.partstat ?? 'NEEDS-ACTION') === 'NEEDS-ACTION',
    });
  }
  return `${calendar.toString()}\r\n`;
}

function requireSound(meeting: Invitation): void {
  if (meeting.attendees.length === 0) throw new TypeError('A calendar message needs somebody to go to.');
  for (const person of [meeting.organizer, ...meeting.attendees]) {
    const parsed = parseAddress(person.email);
    if (!parsed.ok || parsed.value !== person.email)
      throw new TypeError('A calendar message needs addresses as parseAddress returns them.');
  }
  if (!(meeting.endsAt.getTime() > meeting.startsAt.getTime())) throw new RangeError('A meeting ends after it starts.');
  if (!Number.isInteger(meeting.sequence) || meeting.sequence < 0) throw new RangeError('A sequence is a whole number from 0.');
  if (!/^[\x21-\x7e]{1,255}$/.test(meeting.uid)) throw new RangeError('A UID is visible ASCII without spaces.');
}

/**
 * A name as a quoted parameter may carry it: no quotation mark can stand in one (RFC 5545 §3.1), and a backslash or caret would be read
 * as an escape by some programs and shown by others.
 */
function commonName(person: CalendarPerson): string {
  const name = oneLine(person.name.replace(/["“”„]/g, "'").replace(/[\\^]/g, ' '), MAX_LINE_CHARS);
  return name === '' ? person.email : name;
}

/** Controls cannot stand in TEXT (RFC 5545 §3.3.11); line breaks become `\n` when it is written. */
function manyLines(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').split('\n');
  return lines
    .map((line) => oneLine(line, MAX_LINE_CHARS))
    .join('\n')
    .slice(0, MAX_DESCRIPTION_CHARS)
    .replace(/\p{Cs}$/u, '')
    .trim();
}

/** A URI is not escaped as text is (RFC 5545 §3.3.13), so what the generator would escape is written in the URI's own way. */
function uri(text: string): string {
  const { href, protocol } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('A meeting’s page is an http or https address.');
  return href.replace(/,/g, '%2C').replace(/;/g, '%3B').replace(/\\/g, '%5C');
}
