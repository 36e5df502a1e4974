import { isZone, wallToInstant } from '#libs/kernel/index.js';

/** An attendee's answer to an invitation (RFC 5546 §3.2.3 and §3.2.7). */
export interface CalendarAnswer {
  readonly method: 'REPLY' | 'COUNTER';
  readonly uid: string;
  readonly sequence: number;
  /** The address that answers. */
  readonly attendee: string;
  readonly partstat: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | null;
  /** COUNTER: the time that is proposed; null where it is not told in a way that we understand. */
  readonly startsAt: Date | null;
  readonly comment: string | null;
}

const PARTSTATS = ['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;

interface Line {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

/** Reads an answer; null when the text is none, or speaks of several attendees. */
export function readCalendarAnswer(ics: string): CalendarAnswer | null {
  const lines = linesOf(ics);
  const method = valueOf(lines, 'METHOD')?.toUpperCase();
  if (method !== 'REPLY' && method !== 'COUNTER') return null;
  const begin = lines.findIndex(({ name, value }) => name === 'BEGIN' && value.toUpperCase() === 'VEVENT');
  const end = lines.findIndex(({ name, value }) => name === 'END' && value.toUpperCase() === 'VEVENT');
  if (begin < 0 || end < begin) return null;
  const event = lines.slice(begin, end);
  const attendees = event.filter(({ name }) => name === 'ATTENDEE');
  const uid = valueOf(event, 'UID');
  if (attendees.length !== 1 || uid === undefined) return null;
  const [attendee] = attendees;
  const partstat = attendee!.params.get('PARTSTAT')?.toUpperCase();
  return {
    method,
    uid: uid.trim(),
    sequence: Number.parseInt(valueOf(event, 'SEQUENCE') ?? '0', 10) || 0,
    attendee: attendee!.value.replace(/^mailto:/i, '').trim(),
    partstat: PARTSTATS.find((each) => each === partstat) ?? null,
    startsAt: instantOf(event.find(({ name }) => name === 'DTSTART')),
    comment: text(valueOf(event, 'COMMENT')),
  };
}

/** Unfolded (RFC 5545 §3.1) and split into name, parameters and value. */
function linesOf(ics: string): Line[] {
  const unfolded = ics.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '');
  return unfolded.split('\n').flatMap((line) => {
    const found = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^;:"]*))*):(.*)$/.exec(line);
    if (!found) return [];
    const params = [...found[2]!.matchAll(/;([A-Za-z0-9-]+)=("[^"]*"|[^;:"]*)/g)].map(
      ([, name, value]) => [name!.toUpperCase(), value!.replace(/^"|"$/g, '')] as const,
    );
    return [{ name: found[1]!.toUpperCase(), params: new Map(params), value: found[3]! }];
  });
}

function valueOf(lines: readonly Line[], wanted: string): string | undefined {
  return lines.find(({ name }) => name === wanted)?.value;
}

function text(value: string | undefined): string | null {
  return value === undefined
    ? null
    : value
        .replace(/\\n/gi, '\n')
        .replace(/\\([,;\\])/g, '$1')
        .trim() || null;
}

function instantOf(line: Line | undefined): Date | null {
  const found = line && /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)\d\d(Z?)$/.exec(line.value.trim());
  if (!found) return null;
  const [, year, month, day, hour, minute, utc] = found;
  const zone = utc === 'Z' ? 'UTC' : line.params.get('TZID');
  if (zone === undefined || !isZone(zone)) return null;
  try {
    return new Date(wallToInstant(`${year}-${month}-${day}`, `${hour}:${minute}`, zone));
  } catch {
    return null;
  }
}
