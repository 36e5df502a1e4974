import { readFileSync } from 'node:fs';
import { type Overlap, type PostingDocument, parsePosting, type Round } from '#libs/postings/domain/index.js';

/** A round as a careful reader tells it. `kinds` are all that are right, where the text leaves it open. */
export interface ExpectedRound {
  readonly kind: string;
  readonly kinds?: readonly string[];
  readonly durationMin: number | null;
  readonly durationMax: number | null;
  /** One for each seat, as written; "CTO/CEO" and "CTO|CEO" are one. */
  readonly interviewers: readonly string[];
  readonly panelSize?: number | null;
  readonly optional?: boolean;
  readonly skippableIf?: string | null;
}

/** What a careful reader finds in a document; what is absent or null the document does not say. */
export interface ExpectedPosting {
  readonly file: string;
  readonly docType?: string;
  readonly title?: string | null;
  readonly company?: string | null;
  readonly status?: string | null;
  readonly category?: string | null;
  readonly locations?: readonly string[] | null;
  readonly remote?: boolean | null;
  readonly residence?: readonly string[] | null;
  readonly employmentTypes?: readonly string[] | null;
  readonly salary?: {
    readonly min: number;
    readonly max: number;
    readonly currency: string | null;
    readonly period: string | null;
  } | null;
  readonly coreHours?: {
    readonly start: string;
    readonly end: string;
    readonly zone: string;
    readonly days?: readonly string[];
  } | null;
  readonly onCall?: string | null;
  readonly levels?:
    readonly (readonly [string, string | null] | { readonly name: string; readonly extends?: string | null })[] | null;
  readonly rounds?: readonly ExpectedRound[] | null;
  readonly processDuration?: string | null;
  readonly otherPostings?: readonly string[];
  /** How many ranges a posting states that states several. */
  readonly salaryRanges?: number;
  readonly overlap?: readonly Partial<Overlap>[];
}

/** How often a field was given, was to be given, and was right. */
export interface Tally {
  given: number;
  expected: number;
  right: number;
}

/** One difference, for people. */
export interface Fault {
  readonly file: string;
  readonly field: string;
  readonly expected: unknown;
  readonly given: unknown;
}

export interface Score {
  readonly fields: ReadonlyMap<string, Tally>;
  readonly faults: readonly Fault[];
}

/** The records of a folder's EXPECTED.jsonl, each with its document. */
export function readExpected(folder: URL): { expected: ExpectedPosting; text: string }[] {
  const lines = readFileSync(new URL('EXPECTED.jsonl', folder), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const expected = JSON.parse(line) as ExpectedPosting;
    return { expected, text: readFileSync(new URL(expected.file, folder), 'utf8') };
  });
}

const ZONES: Readonly<Record<string, string>> = { 'us eastern': 'America/New_York', 'uk time': 'Europe/London' };
const COUNTRIES: Readonly<Record<string, string>> = { usa: 'us', canada: 'ca', greece: 'gr', uk: 'gb' };

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}%+]+/gu, ' ').trim(); // prettier-ignore
}

function place(text: string): string {
  return COUNTRIES[plain(text)] ?? plain(text);
}

/** Whether one text says the other: people quote more or less of a sentence. */
function says(given: string, expected: string): boolean {
  const [a, b] = [plain(given), plain(expected)];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

type Compare = (given: string, expected: string) => boolean;

class Marks {
  readonly fields = new Map<string, Tally>();
  readonly faults: Fault[] = [];

  add(file: string, field: string, given: readonly unknown[], expected: readonly unknown[], right: number): void {
    const tally = this.fields.get(field) ?? { given: 0, expected: 0, right: 0 };
    this.fields.set(field, tally);
    tally.given += given.length;
    tally.expected += expected.length;
    tally.right += right;
    if (right < given.length || right < expected.length) this.faults.push({ file, field, expected, given });
  }

  list(file: string, field: string, given: readonly string[], expected: readonly string[], same: Compare): void {
    const left = [...expected];
    let right = 0;
    for (const one of given) {
      const at = left.findIndex((other) => same(one, other));
      if (at < 0) continue;
      left.splice(at, 1);
      right += 1;
    }
    this.add(file, field, given, expected, right);
  }

  one(file: string, field: string, given: unknown, expected: unknown, same: boolean): void {
    const [has, wants] = [given !== null && given !== undefined, expected !== null && expected !== undefined];
    this.add(file, field, has ? [given] : [], wants ? [expected] : [], has && wants && same ? 1 : 0);
  }
}

function text(value: string | null | undefined): string {
  return value ?? '';
}

function scoreFacts(marks: Marks, expected: ExpectedPosting, posting: PostingDocument): void {
  const { file } = expected;
  // A page about hiring has a title too, which names no job.
  if (expected.docType !== 'process')
    marks.one(file, 'title', posting.title, expected.title, plain(text(posting.title)) === plain(text(expected.title)));
  const legal = (name: string): string => plain(name).replace(/ (?:inc|ltd|llc|gmbh|ag|corp)$/, '');
  const names = text(expected.company).split(' / ').map(legal);
  const sameCompany =
    names.includes(legal(text(posting.company))) || plain(text(posting.company)) === plain(text(expected.company));
  marks.one(file, 'company', posting.company, expected.company, sameCompany);
  marks.one(file, 'status', posting.status, expected.status, posting.status === expected.status);
  marks.one(file, 'category', posting.category, expected.category, posting.category === expected.category);
  marks.one(file, 'remote', posting.remote, expected.remote, posting.remote === expected.remote);
  if (expected.salaryRanges) marks.one(file, 'salary ranges', posting.salaryRanges.length, expected.salaryRanges, posting.salaryRanges.length === expected.salaryRanges); // prettier-ignore
  if (expected.overlap) {
    const rule = ({ hours = null, zone = null, from = null, to = null }: Partial<Overlap>): string =>
      [hours, zone, from, to].join(' ');
    marks.list(file, 'overlap rules', posting.overlap.map(rule), expected.overlap.map(rule), (a, b) => a === b); // prettier-ignore
  }
  marks.list(file, 'other postings', posting.otherPostings.map(({ title }) => title), expected.otherPostings ?? [], (a, b) => plain(a) === plain(b)); // prettier-ignore
  marks.list(file, 'locations', posting.locations, expected.locations ?? [], (a, b) => place(a) === place(b));
  marks.list(file, 'residence', posting.residence, expected.residence ?? [], (a, b) => place(a) === place(b) || (a.length > 3 && says(a, b))); // prettier-ignore
  marks.list(file, 'employmentTypes', posting.employmentTypes, expected.employmentTypes ?? [], (a, b) => says(a, b) || sameConditions(a, b)); // prettier-ignore
  const money = (salary: ExpectedPosting['salary']): string =>
    salary ? [salary.min, salary.max, salary.currency, salary.period].join(' ') : '';
  marks.one(file, 'salary', posting.salary, expected.salary, money(posting.salary as never) === money(expected.salary));
  const hours = (window: ExpectedPosting['coreHours']): string =>
    window
      ? [window.start, window.end, ZONES[window.zone.toLowerCase()] ?? window.zone, (window.days ?? []).join()].join(' ')
      : '';
  marks.one(file, 'coreHours', posting.coreHours, expected.coreHours, hours(posting.coreHours) === hours(expected.coreHours));
  marks.one(file, 'onCall', posting.onCall, expected.onCall, says(text(posting.onCall), text(expected.onCall)));
  const levels = (expected.levels ?? []).map((level) =>
    'name' in level ? `${level.name}<${level.extends ?? ''}` : `${level[0]}<${level[1] ?? ''}`,
  );
  marks.list(file, 'levels', posting.levels.map((level) => `${level.name}<${level.extends ?? ''}`), levels, (a, b) => a === b); // prettier-ignore
  // Hours are the candidate's time; only days and weeks are the length of the process.
  const spans = /\b(?:days?|weeks?|months?)\b/i.test(text(expected.processDuration)) ? expected.processDuration : null;
  marks.one(file, 'processDuration', posting.processDuration, spans, says(text(posting.processDuration), text(spans)));
}

function sameConditions(given: string, expected: string): boolean {
  const words = (value: string): string => plain(value).split(' ').sort().join(' ');
  return words(given) === words(expected);
}

function seatsOf(round: ExpectedRound): readonly string[] {
  const { interviewers, panelSize } = round;
  if (!panelSize || interviewers.length >= panelSize || interviewers.length === 0) return interviewers;
  return Array.from({ length: panelSize }, (_, index) => interviewers[index] ?? interviewers[0]!);
}

function sameSeat(given: string, expected: string): boolean {
  const stem = (value: string): string[] => plain(value).split(' ').map((word) => word.replace(/s$/, '')); // prettier-ignore
  const a = stem(given);
  return (
    expected.length === 1 ||
    stem(expected).some((word) => a.includes(word) && word.length > 1 && !['from', 'the', 'of'].includes(word))
  );
}

function scoreRounds(marks: Marks, { file, rounds: wanted }: ExpectedPosting, posting: PostingDocument): void {
  const expected = wanted ?? [];
  const { rounds } = posting;
  const length = (round: Pick<Round, 'durationMin' | 'durationMax'>): string => `${round.durationMin}-${round.durationMax}`;
  const sameKind = (index: number): boolean => {
    const { kind, kinds } = expected[index]!;
    return (kinds ?? [kind]).includes(rounds[index]!.kind);
  };
  const aligned = rounds.length === expected.length;
  const exact = aligned && rounds.every((round, index) => sameKind(index) && length(round) === length(expected[index]!));
  const list = (some: readonly { kind: string; durationMin: number | null; durationMax: number | null }[]): string[] =>
    some.map((round) => `${round.kind} ${length(round)}`);
  marks.add(file, 'rounds, exact lists', rounds.length > 0 ? [list(rounds)] : [], expected.length > 0 ? [list(expected)] : [], exact && rounds.length > 0 ? 1 : 0); // prettier-ignore
  if (!aligned) return;
  rounds.forEach((round, index) => {
    const want = expected[index]!;
    const [name, at] = [`${round.order}`, `${file} round ${round.order}`];
    marks.one(at, 'round kinds', round.kind, want.kind, sameKind(index));
    const [timed, timedWant] = [length(round) !== 'null-null', length(want) !== 'null-null'];
    marks.one(at, 'round lengths', timed ? length(round) : null, timedWant ? length(want) : null, length(round) === length(want));
    marks.list(at, 'seats', round.seats.map(({ pool }) => pool.join('|')), seatsOf(want), sameSeat); // prettier-ignore
    marks.one(at, 'skip rules', round.skippableIf, want.skippableIf, says(text(round.skippableIf), text(want.skippableIf)));
    marks.one(at, 'optional rounds', round.optional ? name : null, want.optional ? name : null, true);
  });
}

/** Compares what is read of documents with what a careful reader finds in them. */
export function scorePostings(records: readonly { expected: ExpectedPosting; text: string }[]): Score {
  const marks = new Marks();
  for (const record of records) {
    const posting = parsePosting(record.text, { fileName: record.expected.file });
    scoreFacts(marks, record.expected, posting);
    scoreRounds(marks, record.expected, posting);
  }
  return marks;
}
