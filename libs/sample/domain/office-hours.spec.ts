import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastOfficeTime, nextOfficeTime } from './office-hours.js';

const instant = fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2036-01-01T00:00:00Z') });

function isOpen(at_ms: number): boolean {
  const at = new Date(at_ms);
  return at.getUTCDay() >= 1 && at.getUTCDay() <= 5 && at.getUTCHours() >= 8 && at.getUTCHours() < 17;
}

describe('office hours', () => {
  it('leave an instant inside them alone, and move any other by the shortest weekend at most', () => {
    fc.assert(
      fc.property(instant, (at_ms) => {
        const [next_ms, last_ms] = [nextOfficeTime(at_ms), lastOfficeTime(at_ms)];
        expect(isOpen(next_ms) && isOpen(last_ms)).toBe(true);
        if (isOpen(at_ms)) expect([next_ms, last_ms]).toEqual([at_ms, at_ms]);
        else expect(last_ms < at_ms && at_ms < next_ms).toBe(true);
        expect(next_ms - last_ms).toBeLessThan(4 * 86_400_000);
      }),
    );
  });
});
