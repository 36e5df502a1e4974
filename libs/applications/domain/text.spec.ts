import { describe, expect, it } from '@jest/globals';
import { isStorable, isoOf } from './text.js';

describe('text that comes in', () => {
  it('is stored unless it holds NUL or half a character, however deep', () => {
    expect(isStorable({ a: ['plain', { b: 'Zoë 🌍' }], c: null, d: 1 })).toBe(true);
    expect(isStorable({ a: ['plain', { b: 'x\0' }] })).toBe(false);
    expect(isStorable('half a pair: \ud83c')).toBe(false);
  });
});

describe('an instant as the database writes it', () => {
  it('reads as ISO 8601, with and without fractions', () => {
    expect(isoOf('2026-03-01 09:30:00+00')).toBe('2026-03-01T09:30:00Z');
    expect(new Date(isoOf('2026-03-01 09:30:00.25+00')).toISOString()).toBe('2026-03-01T09:30:00.250Z');
  });
});
