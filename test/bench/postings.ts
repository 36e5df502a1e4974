import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parsePosting } from '#libs/postings/domain/index.js';
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

/** How fast postings are read, printed as a line of JSON. */
interface SpeedLine {
  readonly bench: 'postings';
  readonly metric: 'documents a second of one core';
  readonly value: number;
  /** Characters of a document, on average. */
  readonly characters: number;
}

const DOCUMENT_CHARACTERS = 6_000;
const MEASURED_MS = 2_000;

/** The project's postings, each made as long as the corpus's average with paragraphs of others. */
function longDocuments(): readonly string[] {
  const texts = readExpected(pathToFileURL(`${FOLDERS[0]!}/`)).map(({ text }) => text);
  const prose = texts.flatMap((text) => text.split(/\n{2,}/)).filter((part) => part.length > 150);
  let next = 0;
  return texts.map((text) => {
    let long = text;
    while (long.length < DOCUMENT_CHARACTERS) long += `\n\n${prose[next++ % prose.length]!}`;
    return long;
  });
}

/** The processor's time is measured, as the machine may do other things too. */
function measureSpeed(): void {
  const documents = longDocuments();
  for (const text of documents) parsePosting(text);
  const from = process.cpuUsage();
  let spent_ms = 0;
  let read = 0;
  while (spent_ms < MEASURED_MS) {
    for (const text of documents) parsePosting(text);
    read += documents.length;
    const { user, system } = process.cpuUsage(from);
    spent_ms = (user + system) / 1000;
  }
  const characters = Math.round(documents.reduce((sum, { length }) => sum + length, 0) / documents.length);
  const line: SpeedLine = {
    bench: 'postings',
    metric: 'documents a second of one core',
    value: Math.round((read / spent_ms) * 1000),
    characters,
  };
  console.log(JSON.stringify(line));
}

measureSpeed();
