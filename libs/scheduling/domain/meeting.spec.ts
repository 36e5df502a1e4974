import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInZone, momentInZone } from '#libs/kernel/index.js';
import { checkBusyBlock, checkWeeklyHours } from './availability.js';
import { checkMeetingUrl, checkReason, checkStart, askedWindow, searchedWindow } from './choosing.js';
import { weekPieces } from './meeting.js';
import { NO_RULES } from './scheduling-law.js';

const DAY_MS = 86_400_000;
const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Athens',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
];
const instant_ms = fc
  .integer({ min: Date.parse('2024-01-01T00:00Z') / 60_000, max: Date.parse('2035-12-31T00:00Z') / 60_000 })
  .map((min) => min * 60_000);

describe('a window cut into weeks', () => {
  it('is covered whole, in order, each piece within the Monday-to-Monday week of the zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instant_ms, fc.integer({ min: 1, max: 40 * 1440 }), (zone, start_ms, length_min) => {
        const window = { start_ms, end_ms: start_ms + length_min * 60_000 };
        const pieces = weekPieces(window, zone);
        expect(pieces[0]!.piece.start_ms).toBe(window.start_ms);
        expect(pieces.at(-1)!.piece.end_ms).toBe(window.end_ms);
        for (const [i, { piece, week }] of pieces.entries()) {
          if (i > 0) expect(piece.start_ms).toBe(pieces[i - 1]!.piece.end_ms);
          expect(piece.start_ms).toBeLessThan(piece.end_ms);
          expect(week.start_ms).toBeLessThanOrEqual(piece.start_ms);
          expect(week.end_ms).toBeGreaterThanOrEqual(piece.end_ms);
          expect(momentInZone(week.start_ms, zone).weekday).toBe('Monday');
          expect(dateInZone(week.start_ms - 1, zone)).not.toBe(dateInZone(week.start_ms, zone));
          expect(week.end_ms - week.start_ms).toBeGreaterThan(6.8 * DAY_MS);
          expect(week.end_ms - week.start_ms).toBeLessThan(7.2 * DAY_MS);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what people ask for', () => {
  const now = new Date('2030-03-04T08:00:00Z');
  const windowOf = (from: Date | null, to: Date | null) => {
    const asked = askedWindow(from, to, now);
    return asked.ok ? searchedWindow(asked.value, to, NO_RULES, now) : asked;
  };

  it('is a window within four weeks that begins after the notice, whatever from and to say', () => {
    const maybe = fc.option(fc.integer({ min: -40, max: 80 }).map((days) => new Date(now.getTime() + days * DAY_MS)));
    fc.assert(
      fc.property(maybe, maybe, (from, to) => {
        const window = windowOf(from, to);
        if (!window.ok) return;
        const { start_ms, end_ms } = window.value;
        expect(start_ms).toBeGreaterThanOrEqual(now.getTime() + DAY_MS);
        expect(end_ms).toBeLessThanOrEqual(now.getTime() + 28 * DAY_MS);
        expect(start_ms).toBeLessThan(end_ms);
        if (from) expect(start_ms).toBeGreaterThanOrEqual(from.getTime());
        if (to) expect(end_ms).toBe(to.getTime());
      }),
    );
    expect(windowOf(null, null)).toEqual({
      ok: true,
      value: { start_ms: now.getTime() + DAY_MS, end_ms: now.getTime() + 15 * DAY_MS },
    });
  });

  it('is a start on a whole minute to come, and a web address where one is named', () => {
    expect(checkStart(new Date(now.getTime() + 60_000), now)).toEqual({ ok: true, value: now.getTime() + 60_000 });
    for (const ms of [now.getTime(), now.getTime() + 1, now.getTime() - 60_000, NaN, now.getTime() + 900 * DAY_MS]) {
      expect(checkStart(new Date(ms), now).ok).toBe(false);
    }
    expect(checkMeetingUrl(' https://meet.example/room ')).toEqual({ ok: true, value: 'https://meet.example/room' });
    expect(checkMeetingUrl('  ')).toEqual({ ok: true, value: null });
    for (const text of [
      'javascript:alert(1)',
      'meet.example',
      'https://',
      `https://meet.example/${'x'.repeat(2000)}`,
      'ftp://meet.example',
    ]) {
      expect(checkMeetingUrl(text).ok).toBe(false);
    }
    expect(checkReason('  ', 'Say why.')).toMatchObject({ ok: false, refusal: { message: 'Say why.' } });
    expect(checkReason('x'.repeat(501), null).ok).toBe(false);
  });

  it('is hours and busy times that can be, the faults said in words', () => {
    const rule = { zone: 'Europe/Athens', days: ['FRI', 'MON', 'FRI'] as const, starts: '22:00', ends: '06:00' };
    expect(checkWeeklyHours([rule])).toEqual({ ok: true, value: [{ ...rule, days: ['MON', 'FRI'] }] });
    expect(checkWeeklyHours([rule, { ...rule, zone: 'Mars/Olympus' }])).toMatchObject({
      refusal: { field: 'input.hours.1', message: expect.stringContaining('"Mars/Olympus" is not a time zone') },
    });
    const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
    expect(checkBusyBlock(at(-1), at(59), ' Away ', now)).toMatchObject({ ok: true, value: { reason: 'Away' } });
    for (const [from, to] of [
      [1, 1],
      [2, 1],
      [0, 61],
      [-9, -8],
      [740, 741],
    ] as const)
      expect(checkBusyBlock(at(from), at(to), '', now).ok).toBe(false);
  });
});
