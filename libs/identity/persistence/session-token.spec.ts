import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mintToken, readToken } from './session-token.js';

describe('a bearer token', () => {
  it('names its organisation and the hash it is stored under', () => {
    fc.assert(
      fc.property(fc.uuid(), (organizationId) => {
        const { token, hash } = mintToken(organizationId);
        expect(token).toMatch(/^[\w-]{64}$/);
        expect(readToken(token)).toEqual({ organizationId, hash });
        expect(hash).toHaveLength(32);
        expect(token).not.toContain(hash.toString('base64url'));
      }),
    );
  });

  it('changed in any bit is another token', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(47), fc.nat(7), (organizationId, byte, bit) => {
        const { token, hash } = mintToken(organizationId);
        const bytes = Buffer.from(token, 'base64url');
        bytes[byte]! ^= 1 << bit;
        expect(readToken(bytes.toString('base64url'))!.hash).not.toEqual(hash);
      }),
    );
  });

  it('is never made twice', () => {
    const organizationId = '0190c0de-0000-7000-8000-000000000001';
    const made = new Set(Array.from({ length: 1000 }, () => mintToken(organizationId).token));
    expect(made.size).toBe(1000);
  });

  it('of another form is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (noise) => {
        fc.pre(!/^[\w-]{64}$/.test(noise));
        expect(readToken(noise)).toBeNull();
      }),
    );
  });
});
