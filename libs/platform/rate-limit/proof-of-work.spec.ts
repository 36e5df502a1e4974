import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { PROOF_BITS, ProofsOfWork } from './proof-of-work.js';

const NOW = new Date('2030-03-05T10:00:00Z');
const MINUTE_MS = 60_000;

/** The first counter after `from` that makes the stamp a proof of so many bits, and of no more where it must not. */
function worked(stamp: string, bits: number, notMore = false): string {
  for (let counter = 0; ; counter += 1) {
    const proof = `${stamp}:${counter}`;
    const word = createHash('sha256').update(proof).digest().readUInt32BE(0);
    if (word >>> (32 - bits) === 0 && !(notMore && word >>> (31 - bits) === 0)) return proof;
  }
}

describe('a proof of work', () => {
  const stamp = `acme:${NOW.getTime()}:chance`;
  const proof = worked(stamp, PROOF_BITS);

  it('is taken once, for its subject, within its hours', () => {
    const proofs = new ProofsOfWork();
    expect(proofs.spend(proof, 'other', NOW)).toBe(false);
    for (const minutes of [-121, 121])
      expect(proofs.spend(proof, 'acme', new Date(NOW.getTime() + minutes * MINUTE_MS))).toBe(false);
    expect(proofs.spend(proof, 'acme', new Date(NOW.getTime() + 119 * MINUTE_MS))).toBe(true);
    expect(proofs.spend(proof, 'acme', NOW)).toBe(false);
  });

  it('is none with less work, changed in any part, or of another form', () => {
    const proofs = new ProofsOfWork();
    const half = worked(`${stamp}2`, 9, true);
    for (const bad of [
      half,
      `${proof}0`,
      ` ${proof}`,
      proof.replace(/\d+$/, '-1'),
      'acme',
      '',
      ':::',
      `acme:${'9'.repeat(15)}:a:1`,
      'a'.repeat(100_000),
    ])
      expect(proofs.spend(bad, 'acme', NOW)).toBe(false);
    expect(proofs.spend(proof, 'acme', NOW)).toBe(true);
  });
});
