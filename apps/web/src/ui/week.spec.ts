import { describe, expect, it } from '@jest/globals';
import { clockIn, covered, hoursShown, instantIn, joined, weekOf } from './week';

const HOUR_MS = 3_600_000;
const iso = (at_ms: number) => new Date(at_ms).toISOString();

describe('a week in a zone', () => {
  it('begins on Monday at midnight there, wherever the reader is', () => {
    const now_ms = Date.parse('2026-11-25T12:00:00Z');
    expect(iso(weekOf('Europe/Oslo', now_ms, 0)[0]!)).toBe('2026-11-22T23:00:00.000Z');
    expect(iso(weekOf('Pacific/Auckland', now_ms, 0)[0]!)).toBe('2026-11-22T11:00:00.000Z');
    expect(iso(weekOf('America/Los_Angeles', now_ms, 1)[0]!)).toBe('2026-11-30T08:00:00.000Z');
  });

  it('is an hour shorter in spring and longer in autumn', () => {
    const spring = weekOf('Europe/Oslo', Date.parse('2026-03-25T12:00:00Z'), 0);
    const autumn = weekOf('Europe/Oslo', Date.parse('2026-10-21T12:00:00Z'), 0);
    expect((spring[7]! - spring[0]!) / HOUR_MS).toBe(167);
    expect((autumn[7]! - autumn[0]!) / HOUR_MS).toBe(169);
  });

  it('takes a time that the clocks skip for the one after it, and one that comes twice for the first', () => {
    expect(clockIn('Europe/Oslo', instantIn('Europe/Oslo', 2026, 3, 29, 150)).minute).toBe(210);
    expect(iso(instantIn('Europe/Oslo', 2026, 10, 25, 150))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('shows hours of another zone where they lie on the reader’s clock, past midnight too', () => {
    const [monday, tuesday] = weekOf('Europe/Oslo', Date.parse('2026-11-25T12:00:00Z'), 0) as [number, number];
    const office = { days: ['MON'], starts: '09:00', ends: '17:00', zone: 'America/New_York' };
    expect(covered([office], monday, tuesday).map((one) => [iso(one.from_ms), iso(one.to_ms)])).toEqual([
      ['2026-11-23T14:00:00.000Z', '2026-11-23T22:00:00.000Z'],
    ]);
    const night = { days: ['SUN'], starts: '22:00', ends: '02:00', zone: 'Europe/Oslo' };
    expect(covered([night], monday, tuesday).map((one) => [iso(one.from_ms), iso(one.to_ms)])).toEqual([
      ['2026-11-22T23:00:00.000Z', '2026-11-23T01:00:00.000Z'],
    ]);
  });
});

describe('the hours of a picture', () => {
  const days = weekOf('Europe/Oslo', Date.parse('2026-11-25T12:00:00Z'), 0);
  const span = (day: number, from: number, to: number) => ({
    from_ms: days[day]! + from * HOUR_MS,
    to_ms: days[day]! + to * HOUR_MS,
  });

  it('show every stretch with an hour of air, and office hours where there is none', () => {
    expect(hoursShown([span(0, 9, 16), span(3, 10.5, 17.25)], days)).toEqual({ first: 8, last: 19 });
    expect(hoursShown([span(6, 22, 27)], days)).toEqual({ first: 21, last: 24 });
    expect(hoursShown([span(2, -2, 3)], days)).toEqual({ first: 0, last: 24 });
    expect(hoursShown([], days)).toEqual({ first: 8, last: 18 });
  });

  it('join what overlaps or touches', () => {
    expect(joined([span(0, 9, 10), span(0, 11, 12), span(0, 10, 10.5)])).toEqual([span(0, 9, 10.5), span(0, 11, 12)]);
  });
});
