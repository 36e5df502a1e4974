import { readExact } from './exact/read-exact.js';
import { type ExactSource, findExact } from './exact/find-exact.js';
import { readFrontMatter, readTomlFrontMatter } from './front-matter.js';
import { htmlToMarkdown } from './html-lines.js';
import { readMarkdown, type Block } from './markdown-blocks.js';
import { emptyPosting, type Diagnostic, type PostingDocument, type Section } from './posting-document.js';
import { Overdue, diagnose, readingOf, type Reading } from './reading.js';
import { expandSections } from './shared-sections.js';
import { prepareSource, tooDeep } from './source-text.js';
import { readCompany } from './rules/company.js';
import { readCoreHours } from './rules/core-hours.js';
import { readEmploymentTypes } from './rules/employment.js';
import { readLevels } from './rules/levels.js';
import { readOnCall } from './rules/on-call.js';
import { readCandidateTime, readOtherHours, readOverlap } from './rules/hours-besides.js';
import { readEquity, readSalaryRanges } from './rules/pay-besides.js';
import { readPreferredResidence } from './rules/preferred-places.js';
import { readPlacesOfWork } from './rules/places-of-work.js';
import { readProcess } from './rules/process.js';
import { readResidence } from './rules/residence.js';
import { readSalary } from './rules/salary.js';
import { readCategory, readStatus } from './rules/status.js';
import { cleanTitle, describesAJob, jobsOf, readTitle, type TitleReading } from './rules/title.js';

export interface ParseOptions {
  /** For messages only; the name tells no fact. */
  readonly fileName?: string;
  /** Texts of shared sections by name, with or without `.md`. */
  readonly sections?: ReadonlyMap<string, string>;
  /** Answers true once the reading has taken too long; then nothing is taken from the document. Without it nobody looks at a clock. */
  readonly isOverdue?: () => boolean;
}

interface Opened {
  readonly reading: Reading | null;
  /** The text that was read, when it could be: line ends and encoding repaired. */
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

function open(text: string, options: ParseOptions): Opened {
  const source = prepareSource(text);
  if (source.text === null) return { reading: null, diagnostics: source.diagnostics };
  const expanded = expandSections(source.text, options.sections ?? new Map());
  const markdown = readMarkdown(htmlToMarkdown(expanded.lines), source.text.split('\n'));
  if (markdown.tooDeepAt !== null) return { reading: null, diagnostics: tooDeep(markdown.tooDeepAt).diagnostics };
  const head = markdown.frontMatter;
  const front = head && (head.language === 'toml' ? readTomlFrontMatter : readFrontMatter)(head.text, head.line);
  const reading = readingOf(markdown.blocks, {
    frontMatter: front?.entries ?? new Map(),
    repairedLines: new Set(source.repairedLines),
    facts: [],
    isOverdue: options.isOverdue ?? (() => false),
    diagnostics: [...source.diagnostics, ...expanded.diagnostics, ...(front?.diagnostics ?? [])],
  });
  return { reading, text: source.text, diagnostics: reading.diagnostics };
}

/** Leaves out the other jobs of the page; what stands before the first job and after the list of jobs is about each of them. */
function narrowed(reading: Reading, jobs: readonly Block[]): Reading {
  const next = jobs[1];
  if (!next) return reading;
  const message = `The page holds ${jobs.length} jobs; this is the first. The others, from "${next.text}" on, were left out: each becomes a posting of its own.`;
  diagnose(reading, 'warning', 'SEVERAL_POSTINGS', next.line, message);
  const parts = partsOf(reading.blocks, jobs);
  return readingOf(
    reading.blocks.filter((_, at) => parts[at]! <= 0),
    reading,
  );
}

/** For each block the job it is about: its place in `jobs`, or -1 for what is about all of them. */
function partsOf(blocks: readonly Block[], jobs: readonly Block[]): readonly number[] {
  const starts = new Map(jobs.map((job, index) => [job, index]));
  const last = blocks.indexOf(jobs.at(-1)!);
  const end = blocks.findIndex(({ kind, depth }, at) => at > last && kind === 'heading' && depth < jobs[0]!.depth);
  let job = -1;
  return blocks.map((block, at) => {
    job = end >= 0 && at >= end ? -1 : (starts.get(block) ?? job);
    return job;
  });
}

/**
 * Cuts a page of several jobs into a document for each, in the order of the page; a page of one job is answered whole. Lines of the other jobs
 * are left blank, so that every line keeps its number. What stands before the first job and after the list of jobs is in each.
 */
export function splitPostings(text: string, options: ParseOptions = {}): readonly string[] {
  const { reading } = open(text, options);
  const jobs = reading ? jobsOf(reading, readTitle(reading)) : [];
  if (!reading || jobs.length < 2) return [text];
  const parts = partsOf(reading.blocks, jobs);
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const partOfLine: number[] = [];
  reading.blocks.forEach((block, at) => (partOfLine[block.line] ??= parts[at]!));
  return jobs.map((_, wanted) => {
    let part = -1;
    return lines
      .map((line, index) => {
        part = partOfLine[index + 1] ?? part;
        return part === -1 || part === wanted ? line : '';
      })
      .join('\n');
  });
}

/** Fields that only a posting states: on any other page the same words speak of something else. */
const OF_A_POSTING = ['locations', 'remote', 'residence', 'residencePreferred', 'employmentTypes', 'salary', 'salaryRanges', 'equity', 'coreHours', 'overlap', 'otherHours', 'onCall'] as const; // prettier-ignore

/** Says of a page about hiring, and of one that is neither, what it is; drops what it cannot state. */
function judged(document: PostingDocument, reading: Reading): PostingDocument {
  if (document.title !== null || describesAJob(reading)) return document;
  const isProcess = document.rounds.length > 0;
  const message = isProcess
    ? 'This is a page about how the team hires, not the posting of one job. Its rounds were read; give it a title to make it a posting.'
    : 'No job is described here; nothing that only a posting states was taken. Give it a title if it is a posting.';
  const about = (field: string | undefined): boolean =>
    OF_A_POSTING.some((name) => name === field) || (!isProcess && field === 'company');
  const code = isProcess ? 'PROCESS_PAGE' : 'NOT_A_POSTING';
  const empty = emptyPosting();
  return {
    ...document,
    ...(isProcess ? {} : { company: null }),
    ...Object.fromEntries(OF_A_POSTING.map((field) => [field, empty[field]])),
    documentKind: isProcess ? 'process' : 'none',
    diagnostics: inOrder([...document.diagnostics.filter(({ field }) => !about(field)), { severity: 'warning', code, message, line: 1 }]), // prettier-ignore
    facts: document.facts.filter(({ field }) => !about(field)),
  };
}

/** Headings of a board's header and of rounds are no sections; the title's section is what stands before the first one. */
function listSections(
  reading: Reading,
  title: TitleReading,
  levels: ReadonlySet<string>,
  rounds: ReadonlySet<string>,
): readonly Section[] {
  return reading.sections.flatMap((section): readonly Section[] => {
    const { heading, headingBlock, line, blocks } = section;
    if (headingBlock === null) return [];
    if (headingBlock === title.heading) return blocks.length > 0 ? [{ heading, kind: 'about', line }] : [];
    if (isBoardHeader(reading, title, headingBlock)) return [];
    if (levels.has(heading) && section.kind !== 'levels') return [{ heading, kind: 'level', line }];
    if (rounds.has(headingBlock.text)) return [{ heading, kind: 'round', line }];
    return [{ heading, kind: section.kind, line }];
  });
}

function isBoardHeader(reading: Reading, title: TitleReading, heading: Block): boolean {
  if (!title.heading || heading.kind !== 'heading') return false;
  const between = reading.blocks.slice(reading.blocks.indexOf(title.heading) + 1, reading.blocks.indexOf(heading) + 1);
  const inHeader = between.length > 0 && between.length <= 4 && between.every(({ kind }) => kind === 'heading');
  const company = reading.facts.some(
    ({ field, rule, line }) => field === 'company' && rule === 'board-header' && line === heading.line,
  );
  return inHeader && (heading.codes.length > 0 || company);
}

function readFacts(opened: Reading): PostingDocument {
  const title = readTitle(opened);
  const jobs = jobsOf(opened, title);
  const reading = narrowed(opened, jobs);
  const company = readCompany(reading, title);
  const status = readStatus(reading);
  const category = readCategory(reading);
  const { locations, remote } = readPlacesOfWork(reading, title);
  const residence = readResidence(reading);
  const employmentTypes = readEmploymentTypes(reading);
  const salary = readSalary(reading, title);
  const coreHours = readCoreHours(reading);
  const onCall = readOnCall(reading);
  const { levels, headings } = readLevels(reading, title.title);
  const { rounds, processDuration, roundHeadings } = readProcess(reading);
  const document: PostingDocument = {
    documentKind: 'posting',
    title: title.title,
    company,
    status,
    category,
    locations,
    remote,
    residence,
    employmentTypes,
    salary,
    coreHours,
    onCall,
    levels,
    rounds,
    planSource: rounds.length > 0 ? 'document' : 'default',
    stages: null,
    processDuration,
    candidateTime: readCandidateTime(reading),
    salaryRanges: readSalaryRanges(reading),
    equity: readEquity(reading),
    residencePreferred: readPreferredResidence(reading),
    overlap: readOverlap(reading),
    otherHours: readOtherHours(reading),
    otherPostings: jobs.slice(1).map(({ text, line }) => ({ title: cleanTitle(text), line })),
    sections: listSections(reading, title, headings, roundHeadings),
    diagnostics: inOrder(reading.diagnostics),
    facts: reading.facts,
  };
  return judged(document, reading);
}

/** What the front matter states exactly; the text below it only has its sections told. */
function exactFacts(reading: Reading, exact: ExactSource): PostingDocument {
  const stated = readExact(exact, reading.repairedLines);
  const kept = reading.diagnostics.filter(({ code }) => code !== 'FRONT_MATTER_INVALID');
  const heading = reading.blocks.find(({ kind, text }) => kind === 'heading' && cleanTitle(text) === stated.title) ?? null;
  const sections = listSections(reading, { title: stated.title, heading }, new Set(), new Set());
  return { ...stated, sections, diagnostics: inOrder([...kept, ...stated.diagnostics]) };
}

/** More is noise: a document with so many faults has one cause. */
const MOST_DIAGNOSTICS = 500;
const RANK = { error: 0, warning: 1, info: 2 } as const;

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.line - b.line).slice(0, MOST_DIAGNOSTICS);
}

const TOO_SLOW: Diagnostic = {
  severity: 'error',
  code: 'TOO_SLOW',
  message:
    'Reading the document takes longer than a second; nothing was taken from it. Leave out what is not the posting, or split it.',
  line: 1,
};

/**
 * Reads a job posting written in Markdown. In: its text, and the texts of shared sections. Out: what it says, with the line of each fact, and
 * what it does not say as diagnostics; a fact that is not written stays empty. Never throws: what cannot be read is an error diagnostic.
 */
export function parsePosting(text: string, options: ParseOptions = {}): PostingDocument {
  try {
    const { reading, text: readable, diagnostics } = open(text, options);
    if (!reading) return emptyPosting(diagnostics);
    const exact = findExact(readable!);
    return exact ? exactFacts(reading, exact) : readFacts(reading);
  } catch (error) {
    if (error instanceof Overdue) return emptyPosting([TOO_SLOW]);
    // A document is foreign text; whatever it does to a rule must not stop an import of many.
    const message = `The document could not be read (${error instanceof Error ? error.message : 'unknown fault'}); nothing was taken from it.`;
    return emptyPosting([{ severity: 'error', code: 'UNREADABLE', message, line: 1 }]);
  }
}
