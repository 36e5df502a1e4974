import type { FrontMatter } from './front-matter.js';
import { lineAt, rangeOf, type Block } from './markdown-blocks.js';
import type { Diagnostic, Fact, FactField, Severity } from './posting-document.js';
import { splitSections, type SectionReading } from './sections.js';

/** A document being read: what every rule sees, and where it leaves what it found. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly sections: readonly SectionReading[];
  /** The section of each block, its own heading included. */
  readonly sectionOfBlock: ReadonlyMap<Block, SectionReading>;
  readonly sentences: readonly Sentence[];
  readonly frontMatter: FrontMatter;
  readonly repairedLines: ReadonlySet<number>;
  readonly facts: Fact[];
  readonly diagnostics: Diagnostic[];
  /** Whether the reading has taken too long; asked before each walk over the sentences. */
  readonly isOverdue: () => boolean;
}

/** Ends a reading that has taken too long. */
export class Overdue extends Error {}

/** Prepares blocks for the rules: cut into sections and sentences once, as every rule walks over them. */
export function readingOf(
  blocks: readonly Block[],
  rest: Omit<Reading, 'blocks' | 'sections' | 'sectionOfBlock' | 'sentences'>,
): Reading {
  const sections = splitSections(blocks);
  const sectionOfBlock = new Map<Block, SectionReading>();
  for (const section of sections) {
    if (section.headingBlock) sectionOfBlock.set(section.headingBlock, section);
    for (const block of section.blocks) sectionOfBlock.set(block, section);
  }
  return { ...rest, blocks, sections, sectionOfBlock, sentences: blocks.flatMap(sentencesOf) };
}

/** Words in a block, by their index in its text. */
export interface Place {
  readonly block: Block;
  readonly index: number;
  readonly text: string;
}

/** A sentence of a block, with its index in the block's text. */
export interface Sentence {
  readonly block: Block;
  readonly index: number;
  readonly text: string;
}

/** How sure a rule is: `written` under a key or label, `said` in a sentence made for it, `likely` by context, `weak` by a hint. */
export const CONFIDENCE = { written: 0.97, said: 0.9, likely: 0.75, weak: 0.55 } as const;

/** Adds a fact found in the text. */
export function noteFact(reading: Reading, field: FactField, value: unknown, at: Place, rule: string, confidence: number): void {
  const range = at.block.sharedSection ? null : rangeOf(at.block, at.index, at.text.trimEnd());
  const exact = range && !reading.repairedLines.has(range.line) && !reading.repairedLines.has(range.endLine) ? range : null;
  const line = exact?.line ?? lineAt(at.block, at.index);
  const endLine = exact?.endLine ?? lineAt(at.block, at.index + Math.max(0, at.text.length - 1));
  reading.facts.push({
    field,
    value,
    line,
    ...(exact ? { column: exact.column, endColumn: exact.endColumn } : {}),
    ...(endLine > line ? { endLine } : {}),
    text: at.text.length > 300 ? `${at.text.slice(0, 297)}...` : at.text,
    rule,
    confidence,
    ...(at.block.sharedSection ? { sharedSection: at.block.sharedSection } : {}),
  });
}

/** Adds a fact that a key of the front matter states. */
export function noteFrontMatterFact(reading: Reading, field: FactField, value: unknown, key: string): void {
  const entry = reading.frontMatter.get(key)!;
  const rule = 'front-matter';
  reading.facts.push({
    field,
    value,
    line: entry.line,
    column: 1,
    endColumn: entry.text.length + 1,
    text: entry.text,
    rule,
    confidence: CONFIDENCE.written,
  });
}

/** Tells the person something about the document. */
export function diagnose(
  reading: Reading,
  severity: Severity,
  code: string,
  line: number,
  message: string,
  field?: FactField,
): void {
  reading.diagnostics.push({ severity, code, message, line, ...(field ? { field } : {}) });
}

/** The string under the first of the front matter's keys that has one. */
export function frontMatterText(reading: Reading, keys: readonly string[]): { key: string; text: string } | null {
  for (const key of keys) {
    const value = reading.frontMatter.get(key)?.value;
    if (typeof value === 'string' && value.trim() !== '') return { key, text: value.trim() };
  }
  return null;
}

const ABBREVIATION = /(?:\b(?:e\.g|i\.e|approx|min|max|vs|no|inc|ltd|co|corp|st|mr|ms|dr|[ap]\.m)|\b\p{Lu})\.$/iu;
const LABEL = /^[^\p{L}\p{N}]{0,4}[\p{Lu}][\p{L} /&-]{1,30}\.?:\s/u;

/** "Team – Billing", "Salary : 40k": a label with another mark; only where several lines have one, as prose may break before a dash. */
const MARKED_LABEL = /^[^\p{L}\p{N}]{0,4}\p{Lu}[\p{L} /&-]{1,30}(?:\s:|\s[–—])\s/u;

/** An emoji that people put where a label or a bullet would be. */
const EMOJI = /^\s*\p{Extended_Pictographic}\ufe0f?\s/u;

/** What a line of several sentences or facts has: an end before the end, or a bar. */
const MORE_THAN_ONE = /[.!?]["”')\]]*\s|[|·•]/;

/** Where sentences of a block begin: after a full stop, and at a line of the source that opens with a label ("Location: …"). */
function sentenceStarts(block: Block): readonly number[] {
  if (block.starts.length === 1 && !MORE_THAN_ONE.test(block.text)) return [0];
  const starts = new Set([0]);
  for (const match of block.text.matchAll(/[.!?]["”')\]]*\s+(?=[\p{Lu}\p{N}"“'([_*$€£])/gu)) {
    const before = block.text.slice(Math.max(0, match.index - 12), match.index + 1);
    if (!ABBREVIATION.test(before)) starts.add(match.index + match[0].length);
  }
  // "Company | Job | Remote | Full-time": the pieces of a line say one thing each.
  const bars =
    block.kind === 'row' || !/[|·•]/.test(block.text) ? [] : [...block.text.slice(0, 600).matchAll(/\s(?:\||·|•)\s+/g)];
  if (bars.length >= 2) for (const bar of bars) starts.add(bar.index + bar[0].length);
  // "Boston or remote · $185k–$225k": a short line of two facts.
  block.starts.forEach(([index], at) => {
    if (bars.length !== 1) return;
    const text = block.text.slice(index, block.starts[at + 1]?.[0]);
    if (text.length <= 120 && /[$€£]|\bremote\b/i.test(text) && /\s[|·•]\s/.test(text))
      starts.add(index).add(bars[0]!.index + bars[0]![0].length);
  });
  const marked =
    block.starts.length < 2 ? [] : block.starts.filter(([index]) => MARKED_LABEL.test(block.text.slice(index, index + 40)));
  if (marked.length >= 2) for (const [index] of marked) starts.add(index);
  for (const [index] of block.starts) {
    const line = index > 0 ? block.text.slice(index, index + 40) : '';
    if (line !== '' && (LABEL.test(line) || EMOJI.test(line))) starts.add(index);
  }
  return [...starts].sort((a, b) => a - b);
}

/** Cuts a block into sentences. Abbreviations ("e.g.", "p.m.", "U.S.") do not end one. */
export function sentencesOf(block: Block): readonly Sentence[] {
  const starts = sentenceStarts(block);
  return starts.map((index, at) => ({
    block,
    index,
    text: withoutBar(block.text.slice(index, starts[at + 1])),
  }));
}

/** A piece without the bar and the blanks behind it. */
function withoutBar(piece: string): string {
  const text = piece.trimEnd();
  return /\s[|·•]$/.test(text.slice(-2)) ? text.slice(0, -1).trimEnd() : text;
}

/** All sentences of the document, headings included. Throws `Overdue` when the reading has taken too long. */
export function allSentences(reading: Reading): readonly Sentence[] {
  if (reading.isOverdue()) throw new Overdue();
  return reading.sentences;
}

/** The place of a match inside a sentence. */
export function placeIn(sentence: Sentence, index: number, text: string): Place {
  return { block: sentence.block, index: sentence.index + index, text };
}

/** The section in which a block stands, its own heading included. */
export function sectionOf(reading: Reading, block: Block): SectionReading | null {
  return reading.sectionOfBlock.get(block) ?? null;
}
