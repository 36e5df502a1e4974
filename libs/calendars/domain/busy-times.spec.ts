import { describe, expect, it } from '@jest/globals';
import { busyTimes } from './busy-times.js';

/** A file of one event, or several. */
function calendar(...events: readonly string[][]): string {
  const body = events.flatMap((lines) => ['BEGIN:VEVENT', 'DTSTAMP:20300101T000000Z', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...WINDOWS_ZONE, ...body, 'END:VCALENDAR', ''].join('\r\n');
}

/** Berlin's clock under a name that only one vendor knows. */
const WINDOWS_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

function busy(text: string, zone = 'Europe/Athens', from = '2030-03-25', to = '2030-04-08'): string[] {
  const found = busyTimes(text, { start_ms: Date.parse(from), end_ms: Date.parse(to), zone });
  if (!found.ok) return [found.refusal.code];
  const at = (ms: number) => new Date(ms).toISOString().slice(0, 16);
  return found.value.busy.map(({ start_ms, end_ms }) => `${at(start_ms)}/${at(end_ms)}`);
}

describe('busy times of a calendar', () => {
  it('come back on the wall clock, across a change of clocks, without those left out, moved or cancelled', () => {
    const weekly = ['UID:a', 'DTSTART;TZID=Europe/Berlin:20300107T100000', 'DTEND;TZID=Europe/Berlin:20300107T110000'];
    const rule = 'RRULE:FREQ=WEEKLY;BYDAY=MO,WE';
    expect(busy(calendar([...weekly, rule]))).toEqual([
      '2030-03-25T09:00/2030-03-25T10:00',
      '2030-03-27T09:00/2030-03-27T10:00',
      '2030-04-01T08:00/2030-04-01T09:00',
      '2030-04-03T08:00/2030-04-03T09:00',
    ]);
    const moved = ['UID:a', 'RECURRENCE-ID:20300327T090000Z', 'DTSTART:20300328T150000Z', 'DTEND:20300328T153000Z'];
    const cancelled = [
      'UID:a',
      'RECURRENCE-ID;TZID=Europe/Berlin:20300401T100000',
      'DTSTART:20300401T080000Z',
      'STATUS:CANCELLED',
    ];
    expect(busy(calendar([...weekly, rule, 'EXDATE:20300325T090000Z'], moved, cancelled))).toEqual([
      '2030-03-28T15:00/2030-03-28T15:30',
      '2030-04-03T08:00/2030-04-03T09:00',
    ]);
    expect(busy(calendar([...weekly, `${rule};UNTIL=20300327T090000Z`]))).toHaveLength(2);
    expect(busy(calendar([...weekly, `${rule};UNTIL=20300327T085959Z`]))).toHaveLength(1);
    expect(busy(calendar([...weekly, `${rule};COUNT=3`]))).toEqual([]);
    expect(busy(calendar([...weekly, 'RDATE;TZID=Europe/Berlin:20300402T100000']))).toEqual([
      '2030-04-02T08:00/2030-04-02T09:00',
    ]);
  });

  it('are by the file’s own definition where a zone has no name that is known, and the owner’s where there is none', () => {
    const named = [
      'UID:a',
      'DTSTART;TZID=W. Europe Standard Time:20300325T100000',
      'DURATION:PT45M',
      'RRULE:FREQ=WEEKLY;COUNT=2',
    ];
    expect(busy(calendar(named))).toEqual(['2030-03-25T09:00/2030-03-25T09:45', '2030-04-01T08:00/2030-04-01T08:45']);
    const prefixed = ['UID:b', 'DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20300326T090000', 'DURATION:PT1H'];
    expect(busy(calendar(prefixed))).toEqual(['2030-03-26T00:00/2030-03-26T01:00']);
    const floating = ['UID:c', 'DTSTART:20300326T090000', 'DTEND:20300326T100000'];
    expect(busy(calendar(floating))).toEqual(['2030-03-26T07:00/2030-03-26T08:00']);
  });

  it('are whole days of the owner, 23 hours long when the clocks say so', () => {
    const day = ['UID:a', 'DTSTART;VALUE=DATE:20300331', 'DTEND;VALUE=DATE:20300401'];
    expect(busy(calendar(day))).toEqual(['2030-03-30T22:00/2030-03-31T21:00']);
    expect(busy(calendar(day), 'America/New_York')).toEqual(['2030-03-31T04:00/2030-04-01T04:00']);
    const holiday = ['UID:b', 'DTSTART;VALUE=DATE:20200402', 'RRULE:FREQ=YEARLY'];
    expect(busy(calendar(holiday), 'UTC')).toEqual(['2030-04-02T00:00/2030-04-03T00:00']);
    const long = ['UID:c', 'DTSTART:20300301T000000Z', 'DTEND:20300402T000000Z'];
    expect(busy(calendar(long))).toEqual(['2030-03-25T00:00/2030-04-02T00:00']);
  });

  it('are none of what was cancelled, is transparent, takes no time, or is free', () => {
    const at = ['DTSTART:20300326T090000Z', 'DTEND:20300326T100000Z'];
    expect(busy(calendar(['UID:a', ...at, 'STATUS:CANCELLED'], ['UID:b', ...at, 'TRANSP:TRANSPARENT']))).toEqual([]);
    expect(busy(calendar(['UID:c', ...at, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'], ['UID:d', 'DTSTART:20300326T090000Z']))).toEqual(
      [],
    );
    const freebusy = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20300326T090000Z/PT1H,20300327T090000Z/20300327T093000Z',
      'FREEBUSY;FBTYPE=FREE:20300328T090000Z/PT1H',
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ].join('\r\n');
    expect(busy(freebusy)).toEqual(['2030-03-26T09:00/2030-03-26T10:00', '2030-03-27T09:00/2030-03-27T09:30']);
  });

  it('say what cannot be read, and end with calendars made to keep a reader busy', () => {
    expect(busy('<html>Sign in</html>')).toEqual(['NOT_A_CALENDAR']);
    expect(busy('')).toEqual(['NOT_A_CALENDAR']);
    const at = ['DTSTART:20200326T090000Z', 'DTEND:20200326T100000Z'];
    const never = ['UID:a', ...at, 'RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=6'];
    const always = ['UID:b', ...at, 'RRULE:FREQ=SECONDLY'];
    const found = busyTimes(calendar(never, always), {
      start_ms: Date.parse('2030-03-25'),
      end_ms: Date.parse('2030-04-08'),
      zone: 'UTC',
    });
    expect(found).toMatchObject({ ok: true, value: { busy: [], unreadable: 1 } });
    expect(busy(calendar(...Array.from({ length: 30 }, () => always)))).toEqual(['TOO_LARGE']);
  });
});
