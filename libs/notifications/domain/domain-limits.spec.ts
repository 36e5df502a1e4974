import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainLimits } from './domain-limits.js';

const limit = (mails: number, every_ms: number, atOnce: number | null = null) => ({ domain: '*', mails, every_ms, atOnce });

describe('limits of domains', () => {
  it('let at most the rate and a second’s worth through in any time, and every mail in the end, put off once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(1000, 60_000),
        fc.integer({ min: 1, max: 200 }),
        (rate, every_ms, count) => {
          const limits = new DomainLimits([limit(rate, every_ms)]);
          const went: number[] = [];
          for (let n = 0; n < count; n += 1) {
            const wait_ms = limits.admit(`mail-${n}`, 'x@slow.example', 1_000_000);
            // As the relay brings it again: not before its time, and a little late.
            if (wait_ms > 0) expect(limits.admit(`mail-${n}`, 'x@slow.example', 1_000_000 + wait_ms)).toBe(0);
            went.push(wait_ms);
          }
          const secondsWorth = Math.max(1, (rate * 1000) / every_ms);
          for (const [at, from_ms] of went.entries()) {
            const inASecond = went.slice(at).filter((each) => each < from_ms + 1000).length;
            expect(inASecond).toBeLessThanOrEqual(2 * secondsWorth + 1);
          }
          expect(went.at(-1)!).toBeLessThanOrEqual((count * every_ms) / rate);
        },
      ),
    );
  });

  it('count what is under way, each domain for itself, and leave those alone that nobody limits', () => {
    const limits = new DomainLimits([{ ...limit(1000, 1000, 2), domain: 'slow.example' }]);
    expect(['a', 'b', 'c'].map((id) => limits.admit(id, `${id}@Slow.example`, 0) > 0)).toEqual([false, false, true]);
    expect(['a', 'b', 'c'].map((id) => limits.admit(id, `${id}@quick.example`, 0))).toEqual([0, 0, 0]);
    limits.done('a@slow.example');
    expect(limits.admit('c', 'c@slow.example', 500)).toBe(0);
  });
});
