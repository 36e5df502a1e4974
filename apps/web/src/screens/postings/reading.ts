import type { CorrectionsInput, PostingField, ReadingFragment } from '../../graphql/generated';
import { words } from '../../words';

const WORDS = words.postings;
/** Below this a person should look. */
export const SURE = 0.9;

export const FIELDS: readonly PostingField[] = [
  'title',
  'company',
  'category',
  'locations',
  'remote',
  'residence',
  'employmentTypes',
  'salary',
  'coreHours',
  'onCall',
  'levels',
  'rounds',
  'processDuration',
  'candidateTime',
  'salaryRanges',
  'equity',
  'residencePreferred',
  'overlap',
  'otherHours',
];

export type Fact = ReadingFragment['facts'][number];

/** One thing that a document says: its value in words, and the facts that it was read from. */
export interface Understood {
  readonly field: PostingField;
  /** Null where the document does not say. */
  readonly said: string | null;
  readonly facts: readonly Fact[];
  /** Of the least sure of its facts; 1 without any. */
  readonly confidence: number;
}

/** Everything there is to understand: what needs a look first, then what is certain, then what is missing. */
export function understood(reading: ReadingFragment): {
  readonly check: Understood[];
  readonly certain: Understood[];
  readonly missing: Understood[];
} {
  const all = FIELDS.map((field): Understood => {
    const facts = reading.facts.filter((fact) => fact.field === field);
    return { field, facts, said: inWords(reading, field), confidence: Math.min(1, ...facts.map(({ confidence }) => confidence)) };
  });
  const said = all.filter(({ said }) => said !== null);
  return {
    check: said.filter(({ confidence }) => confidence < SURE).sort((a, b) => a.confidence - b.confidence),
    certain: said.filter(({ confidence }) => confidence >= SURE),
    missing: all.filter(({ said }) => said === null),
  };
}

/** A field's value as a person would say it; null when there is none. */
export function inWords(reading: ReadingFragment, field: PostingField): string | null {
  switch (field) {
    case 'remote':
      return reading.remote === null ? null : reading.remote ? WORDS.yes : WORDS.no;
    case 'salary':
      return reading.salary && salaryInWords(reading.salary);
    case 'coreHours': {
      const hours = reading.coreHours;
      return (
        hours &&
        `${hours.start}–${hours.end} ${hours.zone.replaceAll('_', ' ')}${hours.days.length > 0 ? `, ${hours.days.map(dayName).join(' ')}` : ''}`
      );
    }
    case 'levels':
      return listed(reading.levels.map(({ name }) => name));
    case 'rounds':
      return listed(reading.rounds.map(({ name }, at) => `${at + 1}. ${name}`));
    case 'locations':
    case 'residence':
    case 'residencePreferred':
    case 'otherHours':
    case 'employmentTypes':
      return listed(reading[field]);
    case 'salaryRanges':
      return listed(reading.salaryRanges.map(({ label, ...sum }) => [label, salaryInWords(sum)].filter(Boolean).join(': ')));
    case 'overlap':
      return listed(reading.overlap.map(({ text }) => text));
    case 'title':
    case 'company':
    case 'category':
    case 'onCall':
    case 'processDuration':
    case 'candidateTime':
    case 'equity':
    case 'status':
      return reading[field];
  }
}

function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(', ');
}

function dayName(day: string): string {
  return words.schedule.dayNames[day as keyof typeof words.schedule.dayNames] ?? day;
}

function salaryInWords({ min, max, currency, period }: NonNullable<ReadingFragment['salary']>): string {
  const amount = [min, max]
    .filter((one) => one !== null)
    .map((one) => one!.toLocaleString('en-GB'))
    .join('–');
  return [amount, currency, period && `a ${period.toLowerCase()}`].filter(Boolean).join(' ');
}

/** A correction of one field from what was typed: a value, or null for "the posting has none". */
export type Correction = Pick<CorrectionsInput, Exclude<keyof CorrectionsInput, 'confirm'>>;
