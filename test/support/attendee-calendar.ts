/**
 * What a calendar program makes of the messages it is sent (RFC 5546 §2.1.5 and §3.2), written without our own code: of one UID the highest SEQUENCE wins, of the
 * same one the later DTSTAMP; a CANCEL takes the meeting out, and whatever is older than it stays out.
 */
export type CalendarOfAttendee = {
  readonly attendee: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
}[];

interface Entry {
  readonly sequence: number;
  readonly stamp: string;
  readonly cancelled: boolean;
  readonly shown: CalendarOfAttendee[number];
}

/** @throws Error when a message is not one: no method, or a status that contradicts it. */
export function attendeeCalendar(messages: readonly string[]): CalendarOfAttendee {
  const known = new Map<string, Entry>();
  for (const message of messages) {
    const { uid, entry } = read(message);
    const present = known.get(uid);
    const newer =
      !present || entry.sequence > present.sequence || (entry.sequence === present.sequence && entry.stamp > present.stamp);
    if (newer) known.set(uid, entry);
  }
  return [...known.values()].filter(({ cancelled }) => !cancelled).map(({ shown }) => shown);
}

function read(message: string): { uid: string; entry: Entry } {
  const lines = message.replace(/\r\n[ \t]/g, '').split('\r\n');
  const value = (name: string): string => {
    const found = lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
    if (found.length !== 1) throw new Error(`${found.length} × ${name} in a calendar message`);
    const line = found[0]!;
    return name === 'ATTENDEE' ? /mailto:(.*)$/i.exec(line)![1]!.toLowerCase() : line.slice(line.indexOf(':') + 1);
  };
  const cancelled = value('METHOD') === 'CANCEL';
  if ((value('STATUS') === 'CANCELLED') !== cancelled) throw new Error('METHOD and STATUS contradict each other');
  return {
    uid: value('UID'),
    entry: {
      sequence: Number(value('SEQUENCE')),
      stamp: value('DTSTAMP'),
      cancelled,
      shown: {
        attendee: value('ATTENDEE'),
        startsAt: instant(value('DTSTART')),
        endsAt: instant(value('DTEND')),
        location: value('LOCATION'),
      },
    },
  };
}

/** `20270301T150000Z` */
function instant(text: string): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)!;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toISOString();
}
