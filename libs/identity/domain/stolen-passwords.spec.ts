import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_STOLEN, SHORTEST_STOLEN, isStolen } from './stolen-passwords.js';

describe('the list of stolen passwords', () => {
  it.each(['chickenwing101', 'polniypizdec0211', 'hd764nw5d7e1vb1', 'leavemealone', 'squirrel', 'pumpkin'])(
    'holds %p',
    (password) => {
      expect(isStolen(password)).toBe(true);
    },
  );

  it('takes few of the others for its own: less than one in two thousand of what chance makes', () => {
    const text = fc.string({ unit: 'grapheme-ascii', minLength: SHORTEST_STOLEN, maxLength: LONGEST_STOLEN });
    const taken = fc.sample(text, { numRuns: 20_000, seed: 7 }).filter(isStolen);
    expect(taken.length).toBeLessThan(10);
  });

  it('holds nothing shorter or longer than it says', () => {
    fc.assert(fc.property(fc.string({ maxLength: SHORTEST_STOLEN - 1 }), (text) => expect(isStolen(text)).toBe(false)));
    expect(isStolen('pumpkin'.repeat(10))).toBe(false);
  });
});
