import { type Html, html, trusted } from '#libs/platform/index.js';
import type { PublicPosting } from '#libs/postings/index.js';
import { placeName } from './posting-facts.js';

/** What a machine may know of a posting: its facts, its text, and where it stands. */
export type PostingFacts = Pick<
  PublicPosting,
  'id' | 'slug' | 'title' | 'remote' | 'locations' | 'residence' | 'employmentTypes' | 'salary' | 'openedAt' | 'category'
>;

/** Words of documents in schema.org's; what has none of its own is left out. */
const EMPLOYMENT: readonly (readonly [RegExp, string])[] = [
  [/full-time/, 'FULL_TIME'],
  [/part-time/, 'PART_TIME'],
  [/contract(?:or)?|freelance/, 'CONTRACTOR'],
  [/fixed-term/, 'TEMPORARY'],
  [/intern|apprentice/, 'INTERN'],
  [/volunteer/, 'VOLUNTEER'],
];

/**
 * schema.org's JobPosting as search engines ask for it: they need a place of work or, for remote work, where one may live. A posting that says neither gets none,
 * since what it does not say is not guessed. https://developers.google.com/search/docs/appearance/structured-data/job-posting
 */
export function jobPosting(
  posting: PostingFacts,
  organization: { readonly name: string; readonly url: string },
  descriptionHtml: string,
): object | null {
  const { id, title, remote, salary, openedAt } = posting;
  const [locations, residence] = [posting.locations, posting.residence].map((places) => places.filter(isPlace)) as [
    string[],
    string[],
  ];
  if (locations.length === 0 && !(remote === true && residence.length > 0)) return null;
  const types = schemaTypes(posting.employmentTypes);
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title,
    description: descriptionHtml,
    datePosted: openedAt.toISOString(),
    identifier: { '@type': 'PropertyValue', name: organization.name, value: id },
    hiringOrganization: { '@type': 'Organization', name: organization.name, sameAs: organization.url },
    url: `${organization.url}/${posting.slug}`,
    directApply: true,
    ...(types.length > 0 && { employmentType: types.length === 1 ? types[0] : types }),
    ...(locations.length > 0 && { jobLocation: locations.map(placeOf) }),
    ...(remote === true && { jobLocationType: 'TELECOMMUTE' }),
    ...(remote === true && residence.length > 0 && { applicantLocationRequirements: residence.map(areaOf) }),
    ...salaryOf(salary),
  };
}

/** The object in a script element that no browser runs: `<` is written so that no text of ours can end it. */
export function jobPostingScript(job: object | null): Html | null {
  if (job === null) return null;
  const json = JSON.stringify(job).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return html`<script type="application/ld+json">${trusted(json)}</script>`;
}

/** "Anywhere in the world" is said to people; a machine asks for a place. */
export function isPlace(words: string): boolean {
  return !/^(?:anywhere|worldwide|global(?:ly)?|remote|the world|everywhere)\b/i.test(words);
}

export function schemaTypes(said: readonly string[]): string[] {
  const types = EMPLOYMENT.flatMap(([words, type]) => (said.some((one) => words.test(one)) ? [type] : []));
  return [...new Set(types)];
}

/** A two-letter code is a country; anything else a place as it is written. */
function placeOf(place: string): object {
  const address = /^[A-Z]{2}$/.test(place) ? { addressCountry: place } : { addressLocality: place };
  return { '@type': 'Place', address: { '@type': 'PostalAddress', ...address } };
}

function areaOf(place: string): object {
  return { '@type': /^[A-Z]{2}$/.test(place) ? 'Country' : 'AdministrativeArea', name: placeName(place) };
}

function salaryOf(salary: PostingFacts['salary']): object {
  if (!salary || salary.currency === null || salary.period === null || (salary.min === null && salary.max === null)) return {};
  const { min, max, currency, period } = salary;
  const amount =
    min === max ? { value: min } : { ...(min !== null && { minValue: min }), ...(max !== null && { maxValue: max }) };
  const value = { '@type': 'QuantitativeValue', ...amount, unitText: period };
  return { baseSalary: { '@type': 'MonetaryAmount', currency, value } };
}
