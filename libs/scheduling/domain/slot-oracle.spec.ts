import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge, momentsOf, ODD_ZONES, questionsAround, type Judged } from '../../../test/support/slot-judge.js';
import { queryAround } from '../../../test/support/slot-queries.js';

/** `npm run faults -- slots` takes every zone at each of its clock changes; here is a sample of both. */
const RUNS = 60;
const CHANGES = ODD_ZONES.flatMap(momentsOf);
const AGREED = { wrong: 0, missing: 0, costly: 0 };

function agreed({ wrong, missing, costly }: Judged): object {
  return { wrong, missing, costly };
}

describe('slot search against the minute-by-minute oracle', () => {
  it('around clock changes of 2024 to 2035 it offers every possible slot, no other, and the people to be asked first', () => {
    let judged = 0;
    const query = fc
      .record({ zones: fc.subarray([...ODD_ZONES], { minLength: 1, maxLength: 3 }), change_ms: fc.constantFrom(...CHANGES) })
      .chain(({ zones, change_ms }) => queryAround(zones, change_ms));
    fc.assert(
      fc.property(query, (asked) => {
        const seen = judge(asked);
        expect(agreed(seen)).toEqual(AGREED);
        judged += seen.slots;
      }),
      { numRuns: RUNS },
    );
    // Without this a sample that finds nothing anywhere would pass.
    expect(judged).toBeGreaterThan(RUNS * 2);
  }, 120_000);

  it('holds in zones all over the world, at their clock changes', () => {
    let [queries, slots] = [0, 0];
    const zones = Intl.supportedValuesOf('timeZone').filter((_, at) => at % 40 === 0);
    for (const [at, zone] of zones.entries())
      for (let n = 0; n < momentsOf(zone).length; n += 12)
        for (const asked of questionsAround(zone, n, 1, at * 1000 + n, 15)) {
          const seen = judge(asked);
          expect([zone, n, agreed(seen)]).toEqual([zone, n, AGREED]);
          queries += 1;
          slots += seen.slots;
        }
    expect(slots).toBeGreaterThan(queries);
  }, 120_000);
});
