import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInZone } from '#libs/kernel/index.js';
import { findLoops, type Loop, type LoopRound, type LoopRules } from './find-loops.js';

const MINUTE_MS = 60_000;
const BEGIN = Date.parse('2030-03-29T00:00Z');
const QUARTER_MS = 15 * MINUTE_MS;

const round = (index: number): fc.Arbitrary<LoopRound> =>
  fc.record({
    roundId: fc.constant(`round-${index}`),
    starts_ms: fc
      .uniqueArray(fc.integer({ min: 0, max: 5 * 96 }), { maxLength: 9 })
      .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => BEGIN + quarter * QUARTER_MS)),
    duration_min: fc.constantFrom(30, 45, 60),
    wait_min: fc.constantFrom(0, 20, 1440),
  });
const loops = fc.record({
  rounds: fc.integer({ min: 1, max: 4 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => round(index)))),
  rules: fc.record({
    // Athens changes its clocks within these days.
    zone: fc.constantFrom('UTC', 'Europe/Athens', 'Australia/Lord_Howe'),
    pace: fc.constantFrom('ANY' as const, 'SAME_DAY' as const, 'SPREAD' as const),
    longest_min: fc.constantFrom(null, 600, 4000),
  }),
});

/** Whether the times keep the rules, read off one by one. */
function lawful(rounds: readonly LoopRound[], starts_ms: readonly number[], { zone, pace, longest_min }: LoopRules): boolean {
  const end = (index: number): number => starts_ms[index]! + rounds[index]!.duration_min * MINUTE_MS;
  const dates = starts_ms.map((at) => dateInZone(at, zone));
  for (let r = 1; r < rounds.length; r++) {
    if (starts_ms[r]! < end(r - 1) + rounds[r]!.wait_min * MINUTE_MS) return false;
    if (pace === 'SPREAD' && dates[r]! <= dates[r - 1]!) return false;
  }
  if (pace === 'SAME_DAY' && new Set(dates).size > 1) return false;
  return longest_min === null || end(rounds.length - 1) - starts_ms[0]! <= longest_min * MINUTE_MS;
}

/** The shortest span of all combinations there are. */
function shortestByTrying(
  rounds: readonly LoopRound[],
  rules: LoopRules,
  within: (starts_ms: readonly number[]) => boolean = () => true,
): number | null {
  let shortest: number | null = null;
  const choose = (chosen: readonly number[]): void => {
    if (chosen.length === rounds.length) {
      const span = chosen.at(-1)! + rounds.at(-1)!.duration_min * MINUTE_MS - chosen[0]!;
      if (lawful(rounds, chosen, rules) && within(chosen) && (shortest === null || span < shortest)) shortest = span;
      return;
    }
    for (const start of rounds[chosen.length]!.starts_ms) choose([...chosen, start]);
  };
  choose([]);
  return shortest;
}

describe('a loop of rounds', () => {
  it('has the span that trying all combinations finds shortest, keeps every rule, and alternatives are on other days', () => {
    let found = 0;
    fc.assert(
      fc.property(loops, ({ rounds, rules }) => {
        const chosen: Loop[] = findLoops(rounds, rules, 3);
        expect(chosen[0]?.span_ms ?? null).toBe(shortestByTrying(rounds, rules));
        const days = chosen.map(({ starts_ms }) => dateInZone(starts_ms[0]!, rules.zone));
        expect(new Set(days).size).toBe(days.length);
        for (const { starts_ms, span_ms } of chosen) {
          found += 1;
          expect(lawful(rounds, starts_ms, rules)).toBe(true);
          expect(starts_ms.every((at, r) => rounds[r]!.starts_ms.includes(at))).toBe(true);
          expect(span_ms).toBeGreaterThanOrEqual(chosen[0]!.span_ms);
        }
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it('has that span too where people sit in several rounds and hold so many a day at most', () => {
    let bound = 0;
    const people = fc.array(fc.constantFrom('Ada', 'Ada', 'Grace'), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(loops, people, fc.constantFrom(1, 1, 2), ({ rounds, rules }, sitting, perDay) => {
        const within = (starts_ms: readonly number[]): boolean => {
          const days = starts_ms.map((at, r) => `${sitting[r]} ${dateInZone(at, 'UTC')}`);
          return days.every((day) => days.filter((other) => other === day).length <= perDay);
        };
        const chosen = findLoops(rounds, rules, 3, {
          leavesChoice: false,
          soonest: (starts_ms) => starts_ms.at(-1)! + (within(starts_ms) ? 0 : 1),
          ways: () => ({ ways: [], again_ms: Infinity }),
        });
        const shortest = shortestByTrying(rounds, rules, within);
        expect(chosen[0]?.span_ms ?? null).toBe(shortest);
        for (const { starts_ms } of chosen) expect(lawful(rounds, starts_ms, rules) && within(starts_ms)).toBe(true);
        if (shortest !== shortestByTrying(rounds, rules)) bound += 1;
      }),
      { numRuns: 100 },
    );
    expect(bound).toBeGreaterThan(0);
  });
});
