import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNormal, type Interval } from './intervals.js';
import {
  dateInZone,
  formatInZone,
  isZone,
  momentInZone,
  offsetSpans,
  tzdataVersion,
  wallMinutes,
  wallToInstant,
  weeklyRuleFaults,
  weeklyWindows,
  WEEKDAYS,
  type WeeklyRule,
} from './zones.js';

const iso = (at_ms: number): string => new Date(at_ms).toISOString().replace(':00.000Z', 'Z');
const isoSpans = (spans: readonly Interval[]): string[] => spans.map((span) => `${iso(span.start_ms)}/${iso(span.end_ms)}`);
const at = (text: string): number => Date.parse(text);

const ZONES = [
  'UTC',
  'Europe/Athens',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Gaza',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc
  .integer({ min: at('2024-01-01T00:00Z') / 60_000, max: at('2035-12-31T00:00Z') / 60_000 })
  .map((min) => min * 60_000);
const clock = fc.nat(95).map((quarter) => `${pad2(Math.floor(quarter / 4))}:${pad2((quarter % 4) * 15)}`);
const rule: fc.Arbitrary<WeeklyRule> = fc.record({
  zone,
  start: clock,
  end: fc.oneof(clock, fc.constant('24:00')),
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
});

function pad2(n: number): string {
  return String(n).padStart(2, '0');
}

/** What a wall clock and a calendar in the zone show, by Intl alone. */
function wallOf(at_ms: number, timeZone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at_ms)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')} ${parts.get('hour')}:${parts.get('minute')}`;
}

describe('zones', () => {
  it('knows IANA names and refuses offsets, abbreviations of nothing and other values', () => {
    for (const name of [...ZONES, 'US/Eastern', 'Etc/GMT+5']) expect(isZone(name)).toBe(true);
    for (const name of ['+02:00', 'Europe/Nowhere', '', ' UTC', 'Mars', 3, null]) expect(isZone(name)).toBe(false);
  });

  it('reads wall-clock times from 00:00 to 24:00 and nothing else', () => {
    expect(wallMinutes('00:00')).toBe(0);
    expect(wallMinutes('23:59')).toBe(1439);
    expect(wallMinutes('24:00')).toBe(1440);
    for (const text of ['24:01', '7:00', '12:60', '12:00:00', '']) expect(() => wallMinutes(text)).toThrow(RangeError);
  });

  it('reads a skipped time with the offset before the change and a doubled one as its first', () => {
    expect(iso(wallToInstant('2025-03-09', '02:30', 'America/New_York'))).toBe('2025-03-09T07:30Z');
    expect(iso(wallToInstant('2025-11-02', '01:30', 'America/New_York'))).toBe('2025-11-02T05:30Z');
    expect(iso(wallToInstant('2025-10-05', '02:15', 'Australia/Lord_Howe'))).toBe('2025-10-04T15:45Z');
    expect(iso(wallToInstant('2011-12-30', '10:00', 'Pacific/Apia'))).toBe('2011-12-30T20:00Z');
    expect(iso(wallToInstant('2025-06-01', '24:00', 'Asia/Kathmandu'))).toBe('2025-06-01T18:15Z');
  });

  it('refuses dates, times and zones that are none', () => {
    expect(() => wallToInstant('2025-02-30', '10:00', 'UTC')).toThrow(RangeError);
    expect(() => wallToInstant('2025-2-3', '10:00', 'UTC')).toThrow(RangeError);
    expect(() => wallToInstant('2025-02-03', '10', 'UTC')).toThrow(RangeError);
    expect(() => wallToInstant('2025-02-03', '10:00', 'Mars')).toThrow('Europe/Athens');
  });

  it('a wall clock shows the instant that was found for it, unless a clock change skips it', () => {
    fc.assert(
      fc.property(instant, zone, (when, zoneName) => {
        const [date, time] = wallOf(when, zoneName).split(' ') as [string, string];
        const found = wallToInstant(date, time, zoneName);
        expect(wallOf(found, zoneName)).toBe(`${date} ${time}`);
        expect(found).toBeLessThanOrEqual(when);
        expect(dateInZone(when, zoneName)).toBe(date);
      }),
    );
  });

  it('opens windows on the named days, across a clock change', () => {
    const core: WeeklyRule = { zone: 'America/New_York', start: '10:00', end: '17:00', days: ['FRI', 'MON'] };
    expect(isoSpans(weeklyWindows(core, at('2025-03-03T00:00Z'), at('2025-03-11T00:00Z')))).toEqual([
      '2025-03-03T15:00Z/2025-03-03T22:00Z',
      '2025-03-07T15:00Z/2025-03-07T22:00Z',
      '2025-03-10T14:00Z/2025-03-10T21:00Z',
    ]);
  });

  it('lets windows run past midnight, to midnight and round the clock', () => {
    const night: WeeklyRule = { zone: 'UTC', start: '22:00', end: '06:00', days: ['SUN'] };
    const monday = at('2025-06-02T00:00Z');
    expect(isoSpans(weeklyWindows(night, monday, at('2025-06-09T00:00Z')))).toEqual([
      '2025-06-02T00:00Z/2025-06-02T06:00Z',
      '2025-06-08T22:00Z/2025-06-09T00:00Z',
    ]);
    const late: WeeklyRule = { zone: 'UTC', start: '22:00', end: '24:00', days: ['MON'] };
    expect(isoSpans(weeklyWindows(late, monday, at('2025-06-04T00:00Z')))).toEqual(['2025-06-02T22:00Z/2025-06-03T00:00Z']);
    const always: WeeklyRule = { zone: 'Pacific/Chatham', start: '00:00', end: '00:00', days: WEEKDAYS };
    expect(weeklyWindows(always, monday, monday + 5e9)).toEqual([{ start_ms: monday, end_ms: monday + 5e9 }]);
  });

  it('leaves out a window that a clock change swallows whole', () => {
    const gone: WeeklyRule = { zone: 'America/New_York', start: '02:00', end: '03:00', days: ['SUN'] };
    expect(weeklyWindows(gone, at('2025-03-08T00:00Z'), at('2025-03-10T00:00Z'))).toEqual([]);
  });

  it('windows are normal, the same whatever part of time is asked for, and do not depend on the order of days', () => {
    fc.assert(
      fc.property(rule, instant, fc.nat(40 * 1440), fc.nat(40 * 1440), (hours, from, first_min, second_min) => {
        const middle = from + first_min * 60_000;
        const to = middle + second_min * 60_000;
        const whole = weeklyWindows(hours, from, to);
        const parts = [...weeklyWindows(hours, from, middle), ...weeklyWindows(hours, middle, to)];
        expect(isNormal(whole)).toBe(true);
        const total = (list: readonly Interval[]): number => list.reduce((sum, span) => sum + span.end_ms - span.start_ms, 0);
        expect(total(parts)).toBe(total(whole));
        expect(weeklyWindows({ ...hours, days: [...hours.days].reverse() }, from, to)).toEqual(whole);
      }),
    );
  });

  it('every window begins and ends when the wall clock says so, except next to a clock change', () => {
    fc.assert(
      fc.property(rule, instant, (hours, from) => {
        const to = from + 21 * 86_400_000;
        const calm = offsetSpans(hours.zone, from - 2 * 86_400_000, to).length === 1;
        fc.pre(calm && hours.start !== hours.end && hours.end !== '24:00');
        for (const window of weeklyWindows(hours, from, to)) {
          if (window.start_ms > from) expect(wallOf(window.start_ms, hours.zone).slice(11)).toBe(hours.start);
          if (window.end_ms < to) expect(wallOf(window.end_ms, hours.zone).slice(11)).toBe(hours.end);
        }
      }),
    );
  });

  it('names every fault of a rule', () => {
    expect(weeklyRuleFaults({ zone: 'UTC', start: '10:00', end: '24:00', days: ['MON'] })).toEqual([]);
    expect(weeklyRuleFaults({ zone: 'X/Y', start: '24:00', end: '9', days: [] })).toHaveLength(4);
    const wrong = { zone: 'UTC', start: '9:00', end: '17:00', days: WEEKDAYS };
    expect(() => weeklyWindows(wrong, 0, 1e9)).toThrow('"9:00" is not a time of day');
  });

  it('answers offsets between clock changes', () => {
    const spans = offsetSpans('Australia/Lord_Howe', at('2025-01-01T00:00Z'), at('2026-01-01T00:00Z'));
    expect(spans.map((span) => span.offset_ms / 60_000)).toEqual([660, 630, 660]);
    expect(spans[0]!.end_ms).toBe(spans[1]!.start_ms);
    expect(iso(spans[0]!.end_ms)).toBe('2025-04-05T15:00Z');
    expect(offsetSpans('UTC', 0, 1)).toEqual([{ start_ms: 0, end_ms: 1, offset_ms: 0 }]);
  });

  it('says an instant with weekday, date, time and zone', () => {
    const when = at('2025-03-04T13:05:00Z');
    expect(formatInZone(when, 'Europe/Berlin')).toBe('Tuesday 4 March 2025, 14:05 CET (UTC+1)');
    expect(formatInZone(when, 'America/New_York')).toBe('Tuesday 4 March 2025, 08:05 EST (UTC-5)');
    expect(formatInZone(new Date(when), 'Asia/Kathmandu')).toBe('Tuesday 4 March 2025, 18:50 UTC+5:45');
    expect(formatInZone(when, 'UTC')).toBe('Tuesday 4 March 2025, 13:05 UTC');
    expect(formatInZone(when, 'Europe/London')).toBe('Tuesday 4 March 2025, 13:05 GMT (UTC)');
    expect(momentInZone(when, 'Europe/Berlin', 'de').weekday).toBe('Dienstag');
    expect(formatInZone(at('2025-07-01T00:00:00Z'), 'UTC')).toContain('00:00');
  });

  it('names the version of its time zone database', () => {
    expect(tzdataVersion()).toMatch(/^20\d\d[a-z]$/);
  });
});
