import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invitation, type Invitation } from './calendar.js';
import { anyInvitation } from '../../../test/support/calendar-messages.js';

const meeting = (over: Partial<Invitation> = {}): Invitation => ({
  uid: 'interview-0190f6a2@kestrel.example',
  sequence: 0,
  method: 'REQUEST',
  startsAt: new Date('2026-11-10T14:00:00Z'),
  endsAt: new Date('2026-11-10T14:45:00Z'),
  summary: 'Technical interview',
  description: 'With Tomás Okafor.\nMove or cancel it on your page.',
  location: 'https://meet.kestrel.example/noor',
  url: 'https://jobs.kestrel.example/me/q7Jx?a=1,2;3',
  organizer: { name: 'Kestrel Works', email: 'hiring@kestrel.example' },
  attendees: [{ name: 'Noor Haddad', email: 'noor@example.org' }],
  now: new Date('2026-11-01T08:00:00Z'),
  ...over,
});

/** A reader of its own: unfolds and splits into [name with parameters, value], by RFC 5545 §3.1 alone. */
function properties(ics: string): [string, string][] {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = /^(?:[^":]|"[^"]*")*?:/.exec(line)![0].length;
      return [line.slice(0, colon - 1), line.slice(colon)];
    });
}
const valuesOf = (ics: string, name: string): string[] =>
  properties(ics)
    .filter(([key]) => key === name || key.startsWith(`${name};`))
    .map(([, value]) => value);
const unescaped = (text: string): string => text.replace(/\\([\\;,nN])/g, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c));

describe('a calendar message', () => {
  it('invites one person, in UTC, with everything that an update will name again', () => {
    const ics = invitation(meeting());
    expect(valuesOf(ics, 'METHOD')).toEqual(['REQUEST']);
    expect(valuesOf(ics, 'UID')).toEqual(['interview-0190f6a2@kestrel.example']);
    expect(valuesOf(ics, 'SEQUENCE')).toEqual(['0']);
    expect(valuesOf(ics, 'DTSTAMP')).toEqual(['20261101T080000Z']);
    expect(valuesOf(ics, 'DTSTART')).toEqual(['20261110T140000Z']);
    expect(valuesOf(ics, 'DTEND')).toEqual(['20261110T144500Z']);
    expect(valuesOf(ics, 'STATUS')).toEqual(['CONFIRMED']);
    expect(valuesOf(ics, 'ORGANIZER')).toEqual(['mailto:hiring@kestrel.example']);
    expect(valuesOf(ics, 'ATTENDEE')).toEqual(['MAILTO:noor@example.org']);
    expect(properties(ics).find(([key]) => key.startsWith('ATTENDEE'))![0]).toMatch(
      /ROLE=REQ-PARTICIPANT.*PARTSTAT=NEEDS-ACTION.*RSVP=TRUE.*CN="Noor Haddad"/,
    );
    expect(valuesOf(ics, 'URL')).toEqual(['https://jobs.kestrel.example/me/q7Jx?a=1%2C2%3B3']);
    expect(unescaped(valuesOf(ics, 'DESCRIPTION')[0]!)).toBe('With Tomás Okafor.\nMove or cancel it on your page.');
  });

  it('cancels the same meeting with a higher sequence and asks for no answer', () => {
    const ics = invitation(meeting({ method: 'CANCEL', sequence: 2 }));
    expect(valuesOf(ics, 'METHOD')).toEqual(['CANCEL']);
    expect(valuesOf(ics, 'STATUS')).toEqual(['CANCELLED']);
    expect(valuesOf(ics, 'SEQUENCE')).toEqual(['2']);
    expect(ics).not.toContain('RSVP=TRUE');
  });

  it('keeps the answer of somebody who has given one', () => {
    const ics = invitation(meeting({ attendees: [{ name: 'Noor', email: 'noor@example.org', partstat: 'ACCEPTED' }] }));
    expect(ics).toContain('PARTSTAT=ACCEPTED');
    expect(ics).not.toContain('RSVP=TRUE');
  });

  it('is refused to a caller who gives no attendee, no strict address, or an end before the start', () => {
    expect(() => invitation(meeting({ attendees: [] }))).toThrow(TypeError);
    expect(() => invitation(meeting({ attendees: [{ name: 'x', email: 'a@x.org\r\nATTENDEE:mailto:eve@x.org' }] }))).toThrow(
      TypeError,
    );
    expect(() => invitation(meeting({ endsAt: new Date('2026-11-10T14:00:00Z') }))).toThrow(RangeError);
    expect(() => invitation(meeting({ uid: 'a\r\nb' }))).toThrow(RangeError);
    expect(() => invitation(meeting({ url: 'javascript:alert(1)' }))).toThrow(TypeError);
  });

  it('has CRLF, lines of at most 75 octets and each property once, whatever people are called and write', () => {
    fc.assert(
      fc.property(anyInvitation, (any) => {
        const ics = invitation(any);
        expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\u0000-\u001f\u007f]/);
        expect(Buffer.from(ics).toString()).toBe(ics);
        const names = properties(ics).map(([key]) => key.split(';')[0]!);
        for (const once of [
          'METHOD',
          'UID',
          'DTSTAMP',
          'DTSTART',
          'DTEND',
          'SUMMARY',
          'SEQUENCE',
          'ORGANIZER',
          'STATUS',
          'BEGIN:VEVENT'.split(':')[0]!,
        ]) {
          expect(names.filter((name) => name === once)).toHaveLength(once === 'BEGIN' ? 2 : 1);
        }
        expect(valuesOf(ics, 'ATTENDEE')).toEqual(any.attendees.map(({ email }) => `MAILTO:${email}`));
        expect(valuesOf(ics, 'UID')).toEqual([any.uid]);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back the summary that went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (summary) => {
        const read = unescaped(valuesOf(invitation(meeting({ summary })), 'SUMMARY')[0]!);
        expect(read).toBe(summary.replace(/\s+/g, ' ').trim() || 'Meeting');
      }),
    );
  });
});
