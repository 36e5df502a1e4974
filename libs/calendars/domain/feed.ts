import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** An interview in a private calendar. */
export interface FeedInterview {
  readonly id: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly changedAt: Date;
  readonly stageName: string;
  readonly postingTitle: string;
  readonly candidateName: string;
  readonly meetingUrl: string | null;
  readonly page: string;
  readonly interviewers: readonly string[];
}

/** The calendar itself (RFC 5545), read again every quarter of an hour (RFC 7986 §5.7). Times are UTC: each reader's calendar shows its own clock. */
export function feedCalendar(name: string, host: string, interviews: readonly FeedInterview[]): string {
  const calendar = ical({ prodId: '//Rounds//Rounds//EN', name, method: ICalCalendarMethod.PUBLISH, ttl: 15 * 60 });
  for (const one of interviews) {
    calendar.createEvent({
      id: `${one.id}@${host}`,
      sequence: one.sequence,
      stamp: one.changedAt,
      start: one.startsAt,
      end: one.endsAt,
      status: ICalEventStatus.CONFIRMED,
      summary: oneLine(`${one.candidateName}: ${one.stageName} (${one.postingTitle})`),
      description: [`With ${one.interviewers.map(oneLine).join(', ')}`, one.page].join('\n'),
      location: one.meetingUrl,
      url: one.page,
    });
  }
  return `${calendar.toString()}\r\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 300);
}
