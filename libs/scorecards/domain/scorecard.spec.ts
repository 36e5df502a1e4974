import { describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { changedParts, ratedElsewhere, readCard, whyNotYet } from './scorecard.js';

const [clarity, depth] = [newId(), newId()];
const field = (input: object) => {
  const result = readCard(input);
  return result.ok ? null : result.refusal.field;
};

describe('reading a scorecard', () => {
  it('takes a recommendation, notes, and ratings from 1 to 4', () => {
    const ratings = [
      { attributeId: clarity, rating: 1, note: null },
      { attributeId: depth, rating: 4, note: 'Knew the planner.' },
    ];
    expect(readCard({ recommendation: 'STRONG_YES', notes: 'Good.', ratings })).toEqual({
      ok: true,
      value: { recommendation: 'STRONG_YES', notes: 'Good.', ratings: [{ ...ratings[0], note: '' }, ratings[1]] },
    });
    expect(readCard({})).toEqual({ ok: true, value: { recommendation: null, notes: '', ratings: [] } });
  });

  it('names what it cannot take', () => {
    const rated = (...ratings: object[]) => field({ ratings });
    expect(field({ recommendation: 'MAYBE' })).toBe('input.recommendation');
    expect(field({ notes: 'a'.repeat(20_001) })).toBe('input.notes');
    expect(field({ notes: 'a\0b' })).toBe('input.notes');
    for (const rating of [0, 5, -1, 2.5, Number.NaN])
      expect(rated({ attributeId: clarity, rating })).toBe('input.ratings.0.rating');
    expect(rated({ attributeId: 'clarity', rating: 2 })).toBe('input.ratings.0.attributeId');
    expect(rated({ attributeId: clarity, rating: 2 }, { attributeId: clarity, rating: 3 })).toBe('input.ratings.1.attributeId');
    expect(rated({ attributeId: clarity, rating: 2, note: 'a'.repeat(2001) })).toBe('input.ratings.0.note');
    expect(rated(...Array.from({ length: 101 }, () => ({ attributeId: newId(), rating: 2 })))).toBe('input.ratings');
  });

  it('refuses ratings of what the stage does not ask', () => {
    const content = { recommendation: null, notes: '', ratings: [{ attributeId: clarity, rating: 2, note: '' }] };
    expect(ratedElsewhere(content, [depth, clarity])).toBeNull();
    expect(ratedElsewhere(content, [depth])?.refusal.field).toBe('input.ratings.0.attributeId');
  });
});

describe('handing a scorecard in', () => {
  const now = new Date('2030-03-05T14:00:00Z');
  const interview = (startsAt: string) => ({ interview: { id: newId(), startsAt: new Date(startsAt) }, takeHome: null });
  const takeHome = (handedIn: boolean) => ({ interview: null, takeHome: { id: newId(), handedIn } });

  it('waits until there is something to judge', () => {
    expect(whyNotYet(interview('2030-03-05T14:00:00Z'), now)).toBeNull();
    expect(whyNotYet(interview('2030-03-05T14:00:00.001Z'), now)?.refusal.code).toBe('TOO_EARLY');
    expect(whyNotYet(takeHome(true), now)).toBeNull();
    expect(whyNotYet(takeHome(false), now)?.refusal.code).toBe('NOTHING_HANDED_IN');
  });
});

describe('amending a scorecard', () => {
  it('is told by the names of the parts that differ', () => {
    const ratings = [
      { attributeId: clarity, rating: 2, note: '' },
      { attributeId: depth, rating: 3, note: '' },
    ];
    const before = { recommendation: 'NO', notes: 'Hm.', ratings } as const;
    expect(changedParts(before, { ...before, ratings: [...ratings].reverse() })).toEqual([]);
    expect(changedParts(before, { recommendation: 'YES', notes: 'Yes.', ratings: ratings.slice(1) })).toEqual([
      'recommendation',
      'notes',
      'ratings',
    ]);
  });
});
