import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { checkPassword } from '../domain/password-rules.js';
import { generatePassword } from './password-hash.js';

const owner = { email: 'mara.quell@org.example', name: 'Mara Quell', organization: 'Lamp & Anvil' };
const allowed = (password: string) => checkPassword(password, owner, 'password').ok;
const bytes = (seed: number) => createHash('sha256').update(`draw ${seed}`).digest().subarray(0, 20);
const written = (drawn: Uint8Array) =>
  Array.from(drawn, (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte & 31])
    .join('')
    .replace(/(.{5})(?!$)/g, '$1-');

describe('a generated password', () => {
  it('is drawn again where the rules for passwords refuse what chance has made', () => {
    let refused = 0;
    while (allowed(written(bytes(refused)))) refused += 1;
    let next = refused;
    const password = generatePassword(() => bytes(next++));
    expect(password).not.toBe(written(bytes(refused)));
    expect(password).toBe(written(bytes(next - 1)));
    expect(allowed(password)).toBe(true);
  });

  it('is four groups of five and another each time', () => {
    const passwords = Array.from({ length: 50 }, () => generatePassword());
    for (const password of passwords) expect(password).toMatch(/^[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){3}$/);
    expect(new Set(passwords).size).toBe(50);
  });
});
