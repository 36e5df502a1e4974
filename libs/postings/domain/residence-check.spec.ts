import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { COUNTRY_CODES } from './places.js';
import { residenceCheck } from './residence-check.js';

describe('residence', () => {
  it.each([
    [['US', 'CA'], 'US', 'inside'],
    [['US', 'CA'], 'DE', 'outside'],
    [['US', 'EU', 'GR'], 'GR', 'inside'],
    [['EU'], 'FR', 'inside'],
    [['EU'], 'GB', 'outside'],
    [['EU'], 'NO', 'outside'],
    [['EEA'], 'NO', 'inside'],
    [['Europe'], 'GB', 'inside'],
    [['Europe'], 'US', 'outside'],
    [['anywhere in the world'], 'NZ', 'inside'],
    [['Worldwide'], 'NZ', 'inside'],
    [['LATAM'], 'BR', 'inside'],
    [['EMEA'], 'DE', 'unknown'],
    [['US', 'EMEA'], 'US', 'inside'],
    [['US', 'APAC'], 'DE', 'unknown'],
    [[], 'US', 'unknown'],
    [['EU'], 'XX', 'unknown'],
    [['EU'], 'de', 'inside'],
    [['Germany'], 'DE', 'inside'],
  ] as const)('%j holds %s: %s', (residence, country, answer) => {
    expect(residenceCheck(residence, country)).toBe(answer);
  });

  it('never refuses anybody when one of its places is the world, and always holds its own country', () => {
    const codes = [...COUNTRY_CODES];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...codes, 'EU', 'Europe', 'EMEA'), { maxLength: 5 }),
        fc.constantFrom(...codes),
        (places, country) => {
          expect(residenceCheck([...places, 'anywhere in the world'], country)).toBe('inside');
          expect(residenceCheck([...places, country], country)).toBe('inside');
        },
      ),
    );
  });
});
