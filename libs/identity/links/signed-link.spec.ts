import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LINK_PURPOSES, type SignedLink, readLink, signLink } from './signed-link.js';

const SECRET = 'a secret of at least thirty-two bytes, for tests';
const NOW = new Date('2026-03-01T12:00:00Z');

const link = fc.record<SignedLink>({
  purpose: fc.constantFrom(...LINK_PURPOSES),
  organizationId: fc.uuid(),
  subjectId: fc.uuid(),
  epoch: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  expiresAt: fc
    .date({ min: new Date(NOW.getTime() + 1), max: new Date('2200-01-01') })
    .filter((date) => !Number.isNaN(date.getTime())),
});

describe('a signed link', () => {
  it('says what was signed, in 79 characters that stand in an address as they are', () => {
    fc.assert(
      fc.property(link, (signed) => {
        const token = signLink(SECRET, signed);
        expect(token).toMatch(/^[\w-]{79}$/);
        expect(readLink(SECRET, token, signed.purpose, NOW)).toEqual(signed);
      }),
    );
  });

  it('is worth nothing when any bit of it is changed', () => {
    fc.assert(
      fc.property(link, fc.nat(58), fc.nat(7), (signed, byte, bit) => {
        const bytes = Buffer.from(signLink(SECRET, signed), 'base64url');
        expect(bytes).toHaveLength(59);
        bytes[byte]! ^= 1 << bit;
        for (const purpose of LINK_PURPOSES) expect(readLink(SECRET, bytes.toString('base64url'), purpose, NOW)).toBeNull();
      }),
    );
  });

  it('is worth nothing when any character of it is another', () => {
    const letters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    fc.assert(
      fc.property(link, fc.oneof(fc.nat(78), fc.constant(78)), letters, (signed, at, letter) => {
        const token = signLink(SECRET, signed);
        fc.pre(token[at] !== letter);
        expect(readLink(SECRET, token.slice(0, at) + letter + token.slice(at + 1), signed.purpose, NOW)).toBeNull();
      }),
    );
  });

  it('is worth nothing when it is cut, lengthened, or not of our making', () => {
    fc.assert(
      fc.property(link, fc.string({ unit: 'binary' }), fc.nat(78), (signed, noise, length) => {
        const token = signLink(SECRET, signed);
        for (const other of [noise, token.slice(0, length), `${token}A`, `${token}${noise}x`, ` ${token}`, `${token}=`])
          expect(readLink(SECRET, other, signed.purpose, NOW)).toBeNull();
      }),
    );
  });

  it('is for one purpose', () => {
    fc.assert(
      fc.property(link, fc.constantFrom(...LINK_PURPOSES), (signed, purpose) => {
        const read = readLink(SECRET, signLink(SECRET, signed), purpose, NOW);
        expect(read === null).toBe(purpose !== signed.purpose);
      }),
    );
  });

  it('ends at its instant and not before', () => {
    fc.assert(
      fc.property(link, (signed) => {
        const token = signLink(SECRET, signed);
        const end_ms = signed.expiresAt.getTime();
        expect(readLink(SECRET, token, signed.purpose, new Date(end_ms - 1))).not.toBeNull();
        expect(readLink(SECRET, token, signed.purpose, new Date(end_ms))).toBeNull();
      }),
    );
  });

  it('belongs to its installation', () => {
    fc.assert(
      fc.property(link, fc.string({ minLength: 32 }), (signed, secret) => {
        fc.pre(secret !== SECRET);
        expect(readLink(secret, signLink(SECRET, signed), signed.purpose, NOW)).toBeNull();
      }),
    );
  });
});
