import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEW_PIECES, piecesOf } from './predictable-password.js';

describe('the pieces of a password', () => {
  it.each([
    ['password', 1],
    ['P@ssw0rd', 1],
    ['Password-1234', 3],
    ['Summer2024Winter2025', 4],
    ['qwertzuiop', 1],
    ['1qaz2wsx3edc', 1],
    ['0987654321', 1],
    ['zzzzzzzzzzzz', 1],
    ['x7#x7#x7#x7#', 5],
    ['iloveyou12345', 2],
    ['MichaelJordan23', 4],
    ['welcome2hiring!', 4],
    ['squirrel1987', 3],
    ['bulldogpumpkin', 4],
    ['', 0],
  ])('of %p are at most %i', (password, pieces) => {
    expect(piecesOf(password)).toBeLessThanOrEqual(pieces);
  });

  it('are few for two words of the list, however they are joined, written and numbered', () => {
    const word = fc.constantFrom('dragon', 'Football', 'M0nkey', 'sunshine', 'ADMIN', 'geheim');
    const tail = fc.constantFrom('1', '123', '!', '2024', '1234567', '');
    fc.assert(fc.property(word, word, tail, (a, b, c) => expect(piecesOf(a + b + c)).toBeLessThan(FEW_PIECES)));
  });

  it('are many for words that belong nowhere and for letters without sense', () => {
    for (const good of [
      'lamp river sixteen anvil',
      'dkq8vhw2mz4t',
      'copper meadow eleven kites',
      'seven grey herons at low tide',
      'gk3xw-9v2qm-4tz8h-ybn5c',
      'пароль-из-четырёх-слов',
    ])
      expect(piecesOf(good)).toBeGreaterThanOrEqual(FEW_PIECES);
  });

  it('are many for what chance makes, but for the few that the filter takes for stolen ones: less than one in five hundred', () => {
    const drawn = fc.string({ unit: fc.constantFrom(...'bcdfghjkmnpqrtvwxz2689'), minLength: 14, maxLength: 30 });
    // Of so many letters drawn by chance, half differ.
    const passwords = fc.sample(drawn, { numRuns: 3000, seed: 7 }).filter((text) => new Set(text).size >= 9);
    expect(passwords.length).toBeGreaterThan(2000);
    expect(passwords.filter((text) => piecesOf(text) < FEW_PIECES).length).toBeLessThan(passwords.length / 500);
  });

  it('are never more than its characters and counted fast for the longest', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => expect(piecesOf(text)).toBeLessThanOrEqual(text.toLowerCase().length)),
    );
    const from = process.cpuUsage();
    piecesOf('aB3$'.repeat(50) + 'x'.repeat(600));
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(1000);
  });
});
