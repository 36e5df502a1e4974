import { describe, expect, it } from '@jest/globals';
import { dayInWords, lengthInWords, listInWords, momentInWords, periodInWords } from './words.js';

const at = (text: string): Date => new Date(text);

describe('times in a mail', () => {
  it('are said in the reader’s zone with weekday and date spelled out, and in the other zone where clocks differ', () => {
    const words = periodInWords({
      startsAt: at('2026-11-10T14:00:00Z'),
      endsAt: at('2026-11-10T14:45:00Z'),
      zone: 'Europe/Athens',
      otherZone: 'America/New_York',
    });
    expect(String(words)).toBe('Tuesday 10 November 2026, 16:00–16:45 EET (UTC+2), which is 09:00–09:45 EST (UTC-5)');
    expect(words).toMatchObject({
      day: 'Tuesday 10 November 2026',
      time: '16:00–16:45 EET (UTC+2)',
      other: '09:00–09:45 EST (UTC-5)',
      short: 'Tuesday 10 November, 16:00 EET',
    });
  });

  it('are said once where both zones show the same', () => {
    const words = momentInWords({ at: at('2026-11-10T14:00:00Z'), zone: 'Europe/Athens', otherZone: 'Europe/Kyiv' });
    expect(words.words).toBe('Tuesday 10 November 2026, 16:00 EET (UTC+2)');
    expect(words.other).toBeNull();
  });

  it('name the weekday again where it is another day for the others', () => {
    const words = momentInWords({ at: at('2026-11-10T02:00:00Z'), zone: 'Asia/Tokyo', otherZone: 'America/New_York' });
    expect(words.words).toBe(
      'Tuesday 10 November 2026, 11:00 UTC+9, which is Monday 9 November, 21:00 EST (UTC-5)'.replace(
        'UTC+9',
        words.time.slice(6),
      ),
    );
    expect(words.other).toMatch(/^Monday 9 November, 21:00/);
  });

  it('name both days of a meeting that runs past midnight', () => {
    const words = periodInWords({
      startsAt: at('2026-11-10T21:30:00Z'),
      endsAt: at('2026-11-10T22:15:00Z'),
      zone: 'Europe/Athens',
    });
    expect(words.words).toBe('Tuesday 10 November 2026, 23:30 to Wednesday 11 November 2026, 00:15 EET (UTC+2)');
  });

  it('name both offsets of a meeting across a clock change', () => {
    const words = periodInWords({
      startsAt: at('2026-10-25T00:30:00Z'),
      endsAt: at('2026-10-25T01:30:00Z'),
      zone: 'Europe/Athens',
    });
    expect(words.words).toBe(
      'Sunday 25 October 2026, 03:30 EEST (UTC+3) to 03:30 EET (UTC+2); your clocks go back 1 hour on Sunday 25 October',
    );
  });

  it('come with a clock change of the week before, the reader’s and the others’', () => {
    const words = (startsAt: string) =>
      periodInWords({ startsAt: at(startsAt), endsAt: at(startsAt), zone: 'Europe/Athens', otherZone: 'America/New_York' })
        .clocks;
    expect(words('2026-10-24T14:00:00Z')).toBeNull();
    expect(words('2026-10-27T14:00:00Z')).toBe('your clocks go back 1 hour on Sunday 25 October');
    expect(words('2026-11-04T14:00:00Z')).toBe('clocks in New York go back 1 hour on Sunday 1 November');
    expect(words('2026-11-10T14:00:00Z')).toBeNull();
  });

  it('tell of both changes where both fall into that week', () => {
    const period = { startsAt: at('2027-04-04T00:00:00Z'), endsAt: at('2027-04-04T01:00:00Z') };
    expect(periodInWords({ ...period, zone: 'Europe/Athens', otherZone: 'Australia/Sydney' }).clocks).toBe(
      'your clocks go forward 1 hour on Sunday 28 March and clocks in Sydney go back 1 hour on Sunday 4 April',
    );
  });

  it('tell of one change where both clocks make it together', () => {
    const period = { startsAt: at('2026-03-30T08:00:00Z'), endsAt: at('2026-03-30T09:00:00Z'), zone: 'Europe/Athens' };
    expect(periodInWords({ ...period, otherZone: 'Europe/Berlin' }).clocks).toBe(
      'your clocks go forward 1 hour on Sunday 29 March',
    );
  });

  it('are said in German as Germans say them', () => {
    const period = {
      startsAt: at('2026-11-02T14:00:00Z'),
      endsAt: at('2026-11-02T14:45:00Z'),
      zone: 'Europe/Berlin',
      otherZone: 'America/New_York',
    };
    const words = periodInWords(period, 'de');
    expect(words.words).toBe(
      'Montag, 2. November 2026, 15:00–15:45 Uhr MEZ (UTC+1), das ist 09:00–09:45 Uhr EST (UTC-5); die Uhren in New York werden am Sonntag, 1. November, um 1 Stunde zurückgestellt',
    );
    expect(words.short).toBe('Montag, 2. November, 15:00 Uhr MEZ');
    expect(dayInWords({ at: period.startsAt, zone: 'Europe/Berlin' }, 'de')).toBe('Montag, 2. November 2026');
    expect([lengthInWords(61, 'de'), lengthInWords(120, 'de')]).toEqual(['1 Stunde 1 Minute', '2 Stunden']);
    expect(listInWords(['Ada', 'Grace', 'Linus'], 'de')).toBe('Ada, Grace und Linus');
  });

  it('are the reader’s day, not the server’s', () => {
    expect(dayInWords({ at: at('2026-11-20T23:30:00Z'), zone: 'Asia/Tokyo' })).toBe('Saturday 21 November 2026');
    expect(dayInWords({ at: at('2026-11-20T23:30:00Z'), zone: 'America/New_York' })).toBe('Friday 20 November 2026');
  });

  it('are refused in a zone that is not one', () => {
    expect(() => momentInWords({ at: at('2026-11-20T23:30:00Z'), zone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

describe('lengths and lists in a mail', () => {
  it.each([
    [1, '1 minute'],
    [45, '45 minutes'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [121, '2 hours 1 minute'],
  ])('%d minutes are %s', (length_min, words) => {
    expect(lengthInWords(length_min)).toBe(words);
  });

  it('list people as a sentence does', () => {
    expect([[], ['Ada'], ['Ada', 'Grace'], ['Ada', 'Grace', 'Linus']].map((names) => listInWords(names))).toEqual([
      '',
      'Ada',
      'Ada and Grace',
      'Ada, Grace and Linus',
    ]);
  });
});
