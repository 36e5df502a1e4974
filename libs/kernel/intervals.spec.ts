import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  clip,
  contains,
  containsInstant,
  intersect,
  isNormal,
  normalise,
  pad,
  subtract,
  total_ms,
  union,
  type Interval,
} from './intervals.js';

const HORIZON = 120;
const span = fc
  .tuple(fc.integer({ min: 0, max: HORIZON }), fc.integer({ min: -2, max: 25 }))
  .map(([start, length]): Interval => ({ start_ms: start, end_ms: start + length }));
const spans = fc.array(span, { maxLength: 14 });
const set = spans.map(normalise);

/** The model: the set of whole milliseconds that belong. */
function points(list: readonly Interval[]): Set<number> {
  const all = new Set<number>();
  for (const { start_ms, end_ms } of list) for (let at = start_ms; at < end_ms; at++) all.add(at);
  return all;
}
const sorted = (all: Iterable<number>): number[] => [...all].sort((a, b) => a - b);
function expectSame(actual: readonly Interval[], model: Iterable<number>): void {
  expect(isNormal(actual)).toBe(true);
  expect(sorted(points(actual))).toEqual(sorted(model));
}

describe('intervals', () => {
  it('normalise keeps every instant and nothing else, in normal form', () => {
    fc.assert(fc.property(spans, (list) => expectSame(normalise(list), points(list))));
  });

  it('intersect is what lies in both', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const inB = points(b);
        expectSame(
          intersect(a, b),
          [...points(a)].filter((at) => inB.has(at)),
        );
      }),
    );
  });

  it('subtract is what lies in the first alone', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const inB = points(b);
        expectSame(
          subtract(a, b),
          [...points(a)].filter((at) => !inB.has(at)),
        );
      }),
    );
  });

  it('union is what lies in any', () => {
    fc.assert(fc.property(spans, spans, spans, (a, b, c) => expectSame(union(a, b, c), points([...a, ...b, ...c]))));
  });

  it('pad reaches as far as it says on both sides', () => {
    fc.assert(
      fc.property(set, fc.nat(9), fc.nat(9), (a, before, after) => {
        const model = new Set<number>();
        for (const at of points(a)) for (let near = at - before; near <= at + after; near++) model.add(near);
        expectSame(pad(a, before, after), model);
      }),
    );
  });

  it('clip, contains and total agree with the model', () => {
    fc.assert(
      fc.property(set, fc.nat(HORIZON), fc.integer({ min: -5, max: 40 }), (a, from, length) => {
        const all = points(a);
        const asked = sorted(points([{ start_ms: from, end_ms: from + length }]));
        expectSame(
          clip(a, from, from + length),
          asked.filter((at) => all.has(at)),
        );
        expect(contains(a, from, from + length)).toBe(length > 0 && asked.every((at) => all.has(at)));
        expect(containsInstant(a, from)).toBe(all.has(from));
        expect(total_ms(a)).toBe(all.size);
      }),
    );
  });

  it('leaves its arguments alone', () => {
    fc.assert(
      fc.property(spans, set, (list, a) => {
        const before = JSON.stringify([list, a]);
        normalise(list);
        intersect(a, a);
        subtract(a, normalise(list));
        union(list, a);
        pad(a, 1, 1);
        expect(JSON.stringify([list, a])).toBe(before);
      }),
    );
  });

  it('refuses to pad by a negative length', () => {
    expect(() => pad([], -1, 0)).toThrow(RangeError);
  });
});
