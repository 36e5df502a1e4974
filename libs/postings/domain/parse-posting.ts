import { readFrontMatter } from './front-matter.js';
import { htmlToMarkdown } from './html-lines.js';
import { readMarkdown, type Block } from './markdown-blocks.js';
import { emptyPosting, type Diagnostic, type PostingDocument, type Section } from './posting-document.js';
import { diagnose, readingOf, type Reading } from './reading.js';
import { expandSections } from './shared-sections.js';
import { prepareSource, tooDeep } from './source-text.js';
import { readCompany } from './rules/company.js';
import { readCoreHours } from './rules/core-hours.js';
import { readEmploymentTypes } from './rules/employment.js';
import { readLevels } from './rules/levels.js';
import { readOnCall } from './rules/on-call.js';
import { readPlacesOfWork } from './rules/places-of-work.js';
import { readProcess } from './rules/process.js';
import { readResidence } from './rules/residence.js';
import { readSalary } from './rules/salary.js';
import { readCategory, readStatus } from './rules/status.js';
import { otherJobs, readTitle, type TitleReading } from './rules/title.js';

export interface ParseOptions {
  /** For messages only; the name tells no fact. */
  readonly fileName?: string;
  /** Texts of shared sections by name, with or without `.md`. */
  readonly sections?: ReadonlyMap<string, string>;
}

interface Opened {
  readonly reading: Reading | null;
  readonly diagnostics: readonly Diagnostic[];
}

function open(text: string, options: ParseOptions): Opened {
  const source = prepareSource(text);
  if (source.text === null) return { reading: null, diagnostics: source.diagnostics };
  const expanded = expandSections(source.text, options.sections ?? new Map());
  const markdown = readMarkdown(htmlToMarkdown(expanded.lines));
  if (markdown.tooDeepAt !== null) return { reading: null, diagnostics: tooDeep(markdown.tooDeepAt).diagnostics };
  const front = markdown.frontMatter ? readFrontMatter(markdown.frontMatter.yaml, markdown.frontMatter.line) : null;
  const reading = readingOf(markdown.blocks, {
    frontMatter: front?.entries ?? new Map(),
    repairedLines: new Set(source.repairedLines),
    facts: [],
    diagnostics: [...source.diagnostics, ...expanded.diagnostics, ...(front?.diagnostics ?? [])],
  });
  return { reading, diagnostics: reading.diagnostics };
}

/** Leaves out other jobs on the same page: from the next heading of another job on, nothing is about this one. */
function narrowed(reading: Reading, title: TitleReading): Reading {
  const next = otherJobs(reading, title)[0];
  if (!next) return reading;
  const message = `The page holds more than one job: "${next.text}" and what follows it were left out. Give it a document of its own.`;
  diagnose(reading, 'warning', 'SEVERAL_POSTINGS', next.line, message);
  return readingOf(reading.blocks.slice(0, reading.blocks.indexOf(next)), reading);
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
  const reading = narrowed(opened, title);
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
  return {
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
    processDuration,
    sections: listSections(reading, title, headings, roundHeadings),
    diagnostics: inOrder(reading.diagnostics),
    facts: reading.facts,
  };
}

/** More is noise: a document with so many faults has one cause. */
const MOST_DIAGNOSTICS = 500;
const RANK = { error: 0, warning: 1, info: 2 } as const;

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.line - b.line).slice(0, MOST_DIAGNOSTICS);
}

/**
 * Reads a job posting written in Markdown. In: its text, and the texts of shared sections. Out: what it says, with the line of each fact, and
 * what it does not say as diagnostics; a fact that is not written stays empty. Never throws: what cannot be read is an error diagnostic.
 */
export function parsePosting(text: string, options: ParseOptions = {}): PostingDocument {
  try {
    const { reading, diagnostics } = open(text, options);
    return reading ? readFacts(reading) : emptyPosting(diagnostics);
  } catch (error) {
    // A document is foreign text; whatever it does to a rule must not stop an import of many.
    const message = `The document could not be read (${error instanceof Error ? error.message : 'unknown fault'}); nothing was taken from it.`;
    return emptyPosting([{ severity: 'error', code: 'UNREADABLE', message, line: 1 }]);
  }
}
