import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readExpected, scorePostings } from '../postings/score.js';

/** How well one field of postings is read, printed as a line of JSON. */
interface FieldScore {
  readonly bench: 'postings';
  readonly documents: string;
  readonly field: string;
  /** Of the values given, how many are right; null where none was given. */
  readonly precision: number | null;
  /** Of the values that a careful reader finds, how many were given and right; null where there are none. */
  readonly recall: number | null;
  readonly given: number;
  readonly expected: number;
}

/** Folders of postings with an EXPECTED.jsonl: the project's own, and any others that stand beside the checkout or are named. */
const FOLDERS = [
  'test/fixtures/postings',
  'test/fixtures/postings/held-back',
  process.env['ROUNDS_CORPUS'] ?? '../shared/corpus',
];

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;
}

function scoreFolder(folder: string): void {
  const records = readExpected(pathToFileURL(`${folder}/`));
  const { fields, faults } = scorePostings(records);
  const total = { given: 0, expected: 0, right: 0 };
  for (const [field, tally] of fields) {
    print(folder, field, tally);
    for (const key of ['given', 'expected', 'right'] as const) total[key] += tally[key];
  }
  print(folder, 'all', total);
  if (process.env['ROUNDS_FAULTS']) for (const fault of faults) console.error(JSON.stringify(fault));
}

function print(
  folder: string,
  field: string,
  { given, expected, right }: { given: number; expected: number; right: number },
): void {
  const line: FieldScore = {
    bench: 'postings',
    documents: folder,
    field,
    precision: share(right, given),
    recall: share(right, expected),
    given,
    expected,
  };
  console.log(JSON.stringify(line));
}

for (const folder of FOLDERS.filter((each) => existsSync(`${each}/EXPECTED.jsonl`))) scoreFolder(folder);
