import { COUNTRY_CODES } from '#libs/postings/index.js';

const NAMES = new Intl.DisplayNames(['en'], { type: 'region' });

/** Every country by its name. */
export const COUNTRIES: readonly (readonly [code: string, name: string])[] = [...COUNTRY_CODES]
  .map((code) => [code, NAMES.of(code) ?? code] as const)
  .sort((a, b) => a[1].localeCompare(b[1], 'en'));
