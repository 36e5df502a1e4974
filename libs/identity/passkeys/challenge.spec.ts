import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHALLENGE_BYTES, CHALLENGE_LIFETIME_MS, isOurChallenge, makeChallenge } from './challenge.js';

const now = new Date('2026-05-04T10:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

describe('a challenge', () => {
  it('is ours for its purpose, for five minutes, and with none of its bits changed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(CHALLENGE_BYTES * 8 - 1), (purpose, other, bit) => {
        const challenge = makeChallenge('secret', purpose, randomBytes(16), now);
        expect(isOurChallenge('secret', purpose, challenge, later(CHALLENGE_LIFETIME_MS - 1))).toBe(true);
        expect(isOurChallenge('secret', purpose, challenge, later(CHALLENGE_LIFETIME_MS))).toBe(false);
        expect(isOurChallenge('another', purpose, challenge, now)).toBe(false);
        if (other !== purpose) expect(isOurChallenge('secret', other, challenge, now)).toBe(false);
        challenge[bit >> 3]! ^= 1 << (bit & 7);
        expect(isOurChallenge('secret', purpose, challenge, now)).toBe(false);
      }),
    );
  });
});
