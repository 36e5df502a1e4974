import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { promisedAnswer } from './answer-promise.js';

const iso = (since: string, days: number, zone = 'Europe/Berlin') => {
  const { dueAt, remindAt, lateAt } = promisedAnswer(new Date(since), days, zone);
  return [remindAt, dueAt, lateAt].map((at) => at.toISOString());
};

describe('an answer that is promised within working days', () => {
  it('is due at the end of the last one on the organisation’s clock; we are reminded the working day before, and late the morning after', () => {
    expect(iso('2026-11-23T10:00:00Z', 5)).toEqual([
      '2026-11-27T08:00:00.000Z',
      '2026-11-30T22:59:00.000Z',
      '2026-12-01T08:00:00.000Z',
    ]);
  });

  it('leaves weekends out, whenever it begins', () => {
    expect(iso('2026-11-27T22:00:00Z', 1)).toEqual([
      '2026-11-30T08:00:00.000Z',
      '2026-11-30T22:59:00.000Z',
      '2026-12-01T08:00:00.000Z',
    ]);
    // It is Saturday already where the organisation is.
    expect(iso('2026-11-27T23:30:00Z', 2)[1]).toBe('2026-12-01T22:59:00.000Z');
    expect(iso('2026-12-03T10:00:00Z', 1)[2]).toBe('2026-12-07T08:00:00.000Z');
  });

  it('is always after it begins, with the reminder between and the apology behind', () => {
    const zones = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kathmandu');
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), zones, (since_ms, days, zone) => {
        const { dueAt, remindAt, lateAt } = promisedAnswer(new Date(since_ms), days, zone);
        const order = [since_ms, remindAt.getTime(), dueAt.getTime(), lateAt.getTime()];
        expect([...order].sort((a, b) => a - b)).toEqual(order);
        expect(dueAt.getTime() - since_ms).toBeGreaterThan((days - 1) * 86_400_000);
        expect(dueAt.getTime() - since_ms).toBeLessThan((Math.ceil(days / 5) * 2 + days + 3) * 86_400_000);
      }),
      { numRuns: 300 },
    );
  });
});
