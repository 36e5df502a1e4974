import type { CoreHours, PublicPosting } from '#libs/postings/index.js';

const REGION_NAMES = new Intl.DisplayNames(['en'], { type: 'region' });

/** The facts of a posting that pages show, to the public or to its team. */
export type FactsShown = Omit<Pick<PublicPosting, FactName>, 'coreHours'> & { readonly coreHours: HoursShown | null };
type FactName = 'remote' | 'locations' | 'residence' | 'employmentTypes' | 'salary' | 'coreHours' | 'onCall' | 'processDuration';
type HoursShown = Pick<CoreHours, 'start' | 'end' | 'zone'> & { readonly days: readonly string[] };

/** What a posting says, as pairs of label and value; what it does not say is not there. */
export function postingFacts(posting: FactsShown): (readonly [string, string])[] {
  const facts: (readonly [string, string | null])[] = [
    ['Where', placesOf(posting) || null],
    ['Residence', posting.residence.length > 0 ? posting.residence.map(placeName).join(', ') : null],
    ['Contract', posting.employmentTypes.length > 0 ? posting.employmentTypes.join('; ') : null],
    ['Salary', salaryOf(posting.salary)],
    ['Core hours', posting.coreHours ? coreHoursOf(posting.coreHours) : null],
    ['On call', posting.onCall],
    ['Process', posting.processDuration],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
}

/** "Remote · US · Cambridge, MA" */
export function placesOf({ remote, locations }: Pick<PublicPosting, 'remote' | 'locations'>): string {
  return [...(remote ? ['Remote'] : []), ...locations.map(placeName)].join(' · ');
}

/** A two-letter code by its name; anything else as it is written. */
export function placeName(place: string): string {
  return /^[A-Z]{2}$/.test(place) ? (REGION_NAMES.of(place) ?? place) : place;
}

/** "65,000 – 95,000 USD per year"; null when nothing is said. */
export function salaryOf(salary: PublicPosting['salary']): string | null {
  if (!salary || (salary.min === null && salary.max === null)) return null;
  const amount = (value: number) => value.toLocaleString('en');
  const range =
    salary.min !== null && salary.max !== null
      ? salary.min === salary.max
        ? amount(salary.min)
        : `${amount(salary.min)} – ${amount(salary.max)}`
      : salary.min !== null
        ? `from ${amount(salary.min)}`
        : `up to ${amount(salary.max!)}`;
  return [range, salary.currency, salary.period ? `per ${salary.period.toLowerCase()}` : null].filter(Boolean).join(' ');
}

/** "10:00–17:00 America/New York (Mon, Tue)" */
export function coreHoursOf({ start, end, zone, days }: HoursShown): string {
  const named =
    days.length === 0 || days.length === 5 ? '' : ` (${days.map((day) => day[0] + day.slice(1).toLowerCase()).join(', ')})`;
  return `${start}–${end} ${zone.replaceAll('_', ' ')}${named}`;
}
