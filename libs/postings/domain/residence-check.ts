import { COUNTRY_CODES, countriesOf, isWorld, readPlace } from './places.js';

/** `unknown`: the document says nothing, or names a region that people draw differently; a person decides. */
export type ResidenceAnswer = 'inside' | 'outside' | 'unknown';

function checkOne(place: string, country: string): ResidenceAnswer {
  if (isWorld(place)) return 'inside';
  if (COUNTRY_CODES.has(place)) return place === country ? 'inside' : 'outside';
  const members = countriesOf(place);
  if (members) return members.has(country) ? 'inside' : 'outside';
  const read = readPlace(place);
  if (read.kind === 'country') return read.value === country ? 'inside' : 'outside';
  return 'unknown';
}

/**
 * Compares a candidate's stated country with a posting's residence. In: the posting's codes and region names, and an ISO 3166-1 alpha-2
 * code (either case). Out: `inside` when one of them holds the country, `outside` when all of them are known and none does, else `unknown`.
 */
export function residenceCheck(residence: readonly string[], country: string): ResidenceAnswer {
  const code = country.trim().toUpperCase();
  if (residence.length === 0 || !COUNTRY_CODES.has(code)) return residence.some(isWorld) ? 'inside' : 'unknown';
  const answers = residence.map((place) => checkOne(place, code));
  if (answers.includes('inside')) return 'inside';
  return answers.includes('unknown') ? 'unknown' : 'outside';
}
