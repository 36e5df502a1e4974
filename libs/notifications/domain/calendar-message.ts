import { invitation, type CalendarAttendee, type CalendarPerson } from './calendar.js';

/** The calendar message of a decided mail as the ledger keeps it: plain JSON, one attendee. */
export interface CalendarMessage {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The meeting this is about; what was said of it before is found by it. */
  readonly interviewId: string;
  /** The candidate or person it goes to. */
  readonly attendeeId: string;
  readonly uid: string;
  readonly sequence: number;
  /** ISO instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly summary: string;
  readonly location: string | null;
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarAttendee;
}

/** Names the meeting in one attendee's calendar for good: the same in every update and in the cancellation. */
export function calendarUid(interviewId: string, attendeeId: string, domain: string): string {
  return `interview-${interviewId}.${attendeeId}@${domain}`;
}

/** The iCalendar object. `now` is when the message is made. */
export function calendarText(message: CalendarMessage, now: Date): string {
  return invitation({
    uid: message.uid,
    sequence: message.sequence,
    method: message.method,
    startsAt: new Date(message.startsAt),
    endsAt: new Date(message.endsAt),
    summary: message.summary,
    location: message.location ?? undefined,
    organizer: message.organizer,
    attendees: [message.attendee],
    now,
  });
}
