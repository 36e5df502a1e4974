import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseInstant } from './instant.js';

const instant_ms = fc.integer({ min: Date.parse('2024-01-01T00:00Z'), max: Date.parse('2035-12-31T00:00Z') });

describe('instants as people and programs write them', () => {
  it('are read back when they were written by toISOString', () => {
    fc.assert(fc.property(instant_ms, (ms) => parseInstant(new Date(ms).toISOString()).getTime() === ms));
  });

  it('need an offset, and a day that exists', () => {
    expect(parseInstant('2030-03-05T14:00:00+02:00')).toEqual(new Date('2030-03-05T12:00:00Z'));
    expect(parseInstant('2028-02-29T14:00Z')).toEqual(new Date('2028-02-29T14:00:00Z'));
    const wrong = [
      '2030-03-05T14:00:00',
      '2030-02-29T14:00Z',
      '2030-02-30T14:00Z',
      '2030-13-01T14:00Z',
      '2030-03-05',
      'now',
      '',
      '2030-03-05T25:00Z',
      '+012030-03-05T14:00Z',
    ];
    for (const text of wrong) expect(parseInstant(text).getTime()).toBeNaN();
  });
});
