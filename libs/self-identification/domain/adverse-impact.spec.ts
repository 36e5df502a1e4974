import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST, type Step, shown, steps } from './adverse-impact.js';

const KEYS = ['WOMAN', 'MAN', 'ANOTHER', 'PREFER_NOT_TO_SAY', 'NOT_ANSWERED'];
const step = (name: string, counts: Record<string, readonly [wentOn: number, rejected: number]>): Step => ({
  stages: [name],
  categories: Object.fromEntries(KEYS.map((key) => [key, { wentOn: counts[key]?.[0] ?? 0, rejected: counts[key]?.[1] ?? 0 }])),
});

/** Stages as people go through them: whoever went on is decided on at the next, or still waits there. */
const funnels = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 }),
    fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    }),
  ) // prettier-ignore
  .map(([applied, rates]) => {
    let present = applied;
    return rates.map((rate, at): Step => {
      const decisions = present.map((n, i) => ({ wentOn: Math.round(n * rate[i]!), rejected: n - Math.round(n * rate[i]!) }));
      present = decisions.map(({ wentOn }) => wentOn);
      return { stages: [`stage ${at}`], categories: Object.fromEntries(KEYS.map((key, i) => [key, decisions[i]!])) };
    });
  });

describe('what is shown of voluntary answers', () => {
  it('gives the ratio of each group’s rate to the highest', () => {
    const [only] = shown([
      step('Screen', { WOMAN: [12, 18], MAN: [30, 20], ANOTHER: [6, 6], PREFER_NOT_TO_SAY: [9, 9], NOT_ANSWERED: [20, 5] }),
    ]);
    expect(only).toMatchObject({ decided: 135, wentOn: 77 });
    const of = (key: string) => only!.categories.find((category) => category.key === key)!;
    expect(of('MAN')).toMatchObject({ decided: 50, wentOn: 30, rate: 0.6, ratio: 1 });
    expect(of('WOMAN').ratio).toBeCloseTo(0.667, 3);
    // Who does not say is no group, however they fared.
    expect(of('NOT_ANSWERED')).toMatchObject({ rate: 0.8, ratio: null });
  });

  it('withholds a small group and the next one with it, since the team knows the totals', () => {
    const [only] = shown([
      step('Screen', { WOMAN: [12, 18], MAN: [30, 20], ANOTHER: [2, 1], PREFER_NOT_TO_SAY: [9, 9], NOT_ANSWERED: [20, 5] }),
    ]);
    const withheld = only!.categories.filter(({ decided }) => decided === null).map(({ key }) => key);
    expect(withheld).toEqual(['ANOTHER', 'PREFER_NOT_TO_SAY']);
  });

  it('withholds from then on, and takes stages together at which hardly anybody is rejected', () => {
    const received = step('Received', {
      WOMAN: [30, 1],
      MAN: [50, 1],
      ANOTHER: [20, 0],
      PREFER_NOT_TO_SAY: [20, 0],
      NOT_ANSWERED: [40, 0],
    });
    const screen = step('Screen', {
      WOMAN: [20, 10],
      MAN: [30, 20],
      ANOTHER: [3, 17],
      PREFER_NOT_TO_SAY: [10, 10],
      NOT_ANSWERED: [20, 20],
    });
    const last = step('Panel', {
      WOMAN: [10, 10],
      MAN: [10, 20],
      ANOTHER: [2, 1],
      PREFER_NOT_TO_SAY: [5, 5],
      NOT_ANSWERED: [10, 10],
    });
    const [first, second, ...others] = shown(steps([received, screen, last, step('Offer', { MAN: [4, 1] })]));
    expect(others).toEqual([]);
    expect(first!.stages).toEqual(['Received', 'Screen']);
    expect(first!.categories[0]).toMatchObject({ key: 'WOMAN', wentOn: 20, decided: 31 });
    const open = (each: typeof first) => each!.categories.filter(({ decided }) => decided !== null).map(({ key }) => key);
    expect(open(first)).toEqual(['WOMAN', 'MAN', 'NOT_ANSWERED']);
    expect(open(second)).toEqual(['WOMAN', 'MAN', 'NOT_ANSWERED']);
  });

  it('never lets a count below five be seen, or computed from the totals and from the stages before', () => {
    fc.assert(
      fc.property(funnels, (stages) => {
        const taken = steps(stages);
        let before = new Set<string>();
        for (const [at, { categories }] of shown(taken).entries()) {
          const truth = taken[at]!.categories;
          const withheld = categories.filter(({ decided }) => decided === null).map(({ key }) => key);
          for (const { decided, wentOn } of categories)
            if (decided !== null && wentOn !== null) {
              expect(wentOn).toBeGreaterThanOrEqual(FEWEST);
              expect(decided - wentOn).toBeGreaterThanOrEqual(FEWEST);
            }
          expect([...before].filter((key) => !withheld.includes(key))).toEqual([]);
          if (withheld.length === KEYS.length || withheld.length === 0) continue;
          // All that can be known: both sums over what is withheld and, where a category was open at the step before, on how many was decided at most.
          const wentOn = withheld.reduce((sum, key) => sum + truth[key]!.wentOn, 0);
          const rejected = withheld.reduce((sum, key) => sum + truth[key]!.rejected, 0);
          const most = (key: string) =>
            at > 0 && !before.has(key) ? truth[key]!.wentOn + truth[key]!.rejected : wentOn + rejected;
          for (const key of withheld) {
            const others = withheld.filter((each) => each !== key).reduce((sum, each) => sum + most(each), 0);
            const [low, high] = [Math.max(0, wentOn - others), Math.min(wentOn, most(key))];
            expect(high - low).toBeGreaterThanOrEqual(FEWEST);
          }
          before = new Set(withheld);
        }
      }),
      { numRuns: 300 },
    );
  });
});
