import { markdownTree, type InlineToken, type MarkdownNode } from './markdown-tree.js';
import { POSTING_LIMITS } from './posting-document.js';
import type { SourceLine } from './shared-sections.js';

/** A piece of a block's text that stands in one line of the source as it is. */
export interface Run {
  /** In the block's text. */
  readonly index: number;
  readonly length: number;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A heading, a paragraph, a list item without its nested lists, or a table row, as plain text with its place. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  readonly text: string;
  /** Line of the posting. */
  readonly line: number;
  /** Where in `text` each source line begins: [index in text, line of the posting]. */
  readonly starts: readonly (readonly [number, number])[];
  /** Where its words stand in the source; without those that were repaired, pulled in or made up. */
  readonly runs: readonly Run[];
  /** Heading depth 1 to 6; nesting of a list item from 1; 0 for others. */
  readonly depth: number;
  /** Number of the outermost list, shared by all its items; null outside lists. */
  readonly list: number | null;
  readonly ordered: boolean;
  /** Bold words that open the block (after an optional duration in brackets), without marks. */
  readonly lead: string | null;
  /** Whether all its words are bold. */
  readonly bold: boolean;
  /** The cells of a table row, and the number of its table; null outside tables. The first row of a table is its head. */
  readonly cells: readonly string[] | null;
  readonly table: number | null;
  /** Contents of its code spans, which job boards use for labels. */
  readonly codes: readonly string[];
  readonly sharedSection: string | null;
}

export interface MarkdownReading {
  readonly blocks: readonly Block[];
  /** YAML between the `---` lines, and the line of the opening `---`. */
  readonly frontMatter: { readonly text: string; readonly line: number; readonly language: 'yaml' | 'toml' } | null;
  /** Line where the nesting limit is passed; nothing is read then. */
  readonly tooDeepAt: number | null;
}

interface Walk {
  readonly lines: readonly SourceLine[];
  /** The lines of the posting as they came. */
  readonly source: readonly string[];
  readonly blocks: Block[];
  lists: number;
  tables: number;
}

/** The text of a block while it is put together. */
interface Inline {
  readonly walk: Walk;
  text: string;
  starts: [number, number][];
  runs: Run[];
  lead: string | null;
  strongChars: number;
  codes: string[];
}

function appendText(into: Inline, value: string, line: number, strong: boolean): number {
  const found = noteRun(into, value, line);
  into.text += value;
  if (strong) into.strongChars += value.replace(/[\s:_*]/g, '').length;
  return found;
}

/** Finds a piece of text in its line of the source, behind what was found there before. Out: the line. */
function noteRun(into: Inline, part: string, at: number): number {
  const { walk } = into;
  if (part.trim() === '') return at;
  const before = into.runs.at(-1);
  // Code and links may hold line ends that leave no mark; what is not on its line is on the next one then.
  for (const line of [at, at + 1]) {
    const source = walk.lines[line - 1];
    if (!source || source.sharedSection) return at;
    const from = before?.line === source.line ? before.column - 1 + before.length : 0;
    const column = walk.source[source.line - 1]?.indexOf(part, from) ?? -1;
    if (column < 0) continue;
    into.runs.push({ index: into.text.length, length: part.length, line: source.line, column: column + 1 });
    return line;
  }
  return at;
}

const BEFORE_LEAD = /^(?:[\s_*\d.)#>]|[[(][^\])]{0,30}[\])]|\p{Extended_Pictographic}|\ufe0f)*$/u;

function readInline(tokens: readonly InlineToken[], from: number, into: Inline): void {
  let line = from;
  const strong: number[] = [];
  for (const { type, content } of tokens) {
    if (type === 'text' || type === 'code_inline') {
      line = appendText(into, content, line, strong.length > 0);
      if (type === 'code_inline') into.codes.push(content);
    } else if (type === 'softbreak' || type === 'hardbreak') {
      into.text += ' ';
      into.starts.push([into.text.length, ++line]);
    } else if (type === 'strong_open') strong.push(into.text.length);
    else if (type === 'strong_close') {
      const start = strong.pop() ?? 0;
      if (into.lead === null && BEFORE_LEAD.test(into.text.slice(0, start))) into.lead = into.text.slice(start).trim() || null;
    }
  }
}

function inlineOf(walk: Walk, nodes: readonly MarkdownNode[]): Inline {
  const into: Inline = { walk, text: '', starts: [], runs: [], lead: null, strongChars: 0, codes: [] };
  for (const node of nodes) {
    if (into.text !== '') into.text += ' ';
    into.starts.push([into.text.length, node.line]);
    readInline(node.inline, node.line, into);
  }
  return into;
}

function push(
  walk: Walk,
  kind: Block['kind'],
  nodes: readonly MarkdownNode[],
  at: MarkdownNode,
  rest: Partial<Block> = {},
): void {
  const inline = inlineOf(walk, nodes);
  const source = (line: number): SourceLine | undefined => walk.lines[line - 1];
  // Emphasis that a converter broke apart leaves its marks around the text.
  // A box to tick is no word either.
  const leading = /^[\s_*]*(?:\[[ xX]\]\s+)?/.exec(inline.text)![0].length;
  const words = inline.text.slice(leading);
  const text = /[\s_]/.test(words.slice(-1)) ? words.replace(/[\s_]+$/, '') : words;
  if (text === '') return;
  const bold = inline.strongChars > 0 && inline.strongChars >= text.replace(/[\s:_*]/g, '').length;
  walk.blocks.push({
    kind,
    text,
    line: source(at.line)?.line ?? at.line,
    starts: inline.starts.map(([index, line]) => [Math.max(0, index - leading), source(line)?.line ?? line]),
    runs: inline.runs.map((run) => ({ ...run, index: run.index - leading })),
    depth: 0,
    list: null,
    ordered: false,
    lead: inline.lead,
    bold,
    cells: null,
    table: null,
    codes: inline.codes,
    sharedSection: source(at.line)?.sharedSection ?? null,
    ...rest,
  });
}

function walkList(walk: Walk, list: MarkdownNode, nesting: number, id: number): void {
  for (const item of list.children) {
    const own = item.children.filter(({ type }) => type === 'paragraph' || type === 'heading');
    if (own.length > 0) push(walk, 'item', own, item, { depth: nesting, list: id, ordered: list.ordered });
    for (const child of item.children) {
      if (child.type === 'list') walkList(walk, child, nesting + 1, id);
      else if (!own.includes(child)) walkNode(walk, child);
    }
  }
}

function walkTable(walk: Walk, table: MarkdownNode, id: number): void {
  for (const row of table.children) {
    const cells = row.children.map((cell) => inlineOf(walk, [cell]).text.replace(/^[\s_*]+|[\s_]+$/g, ''));
    push(walk, 'row', row.children, row, { cells, table: id });
  }
}

function walkNode(walk: Walk, node: MarkdownNode): void {
  if (node.type === 'heading') push(walk, 'heading', [node], node, { depth: node.rank });
  else if (node.type === 'paragraph') push(walk, 'paragraph', [node], node);
  else if (node.type === 'list') walkList(walk, node, 1, ++walk.lists);
  else if (node.type === 'table') walkTable(walk, node, ++walk.tables);
  else for (const child of node.children) walkNode(walk, child);
}

/** Some editors put blank lines before the front matter, which CommonMark then reads as a rule. */
function blankLinesBeforeFrontMatter(lines: readonly SourceLine[]): number {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  return first > 0 && lines[first]!.text.trimEnd() === '---' ? first : 0;
}

/** A mark without its space (`###Title`) is not a heading in CommonMark, yet was meant as one; so were the bullets of other programs. */
function spaceAfterMarks(text: string): string {
  return text
    .replace(/^(#{2,6})(?=[^\s#])/, '$1 ')
    .replace(/^ {0,3}[•▪‣●■]\s*(?=\S)/, '- ')
    .replace(/^ {0,6}[◦○▫]\s*(?=\S)/, '  - ');
}

/** A heading whose code was broken over lines by whoever wrapped the text ("#### `🌎 Isle of" / "Man, Israel`") is put together on its first line. */
function wholeHeadings(lines: string[]): string[] {
  const opens = (text: string): boolean => (text.match(/`/g)?.length ?? 0) % 2 === 1;
  for (let at = 0; at < lines.length - 1; at++) {
    if (!lines[at]!.startsWith('#') || !opens(lines[at]!)) continue;
    const end = lines.findIndex((text, next) => next > at && (text.trim() === '' || opens(text)));
    if (end < 0 || end > at + 3 || !opens(lines[end]!)) continue;
    lines[at] = lines.slice(at, end + 1).map((text) => text.trim()).join(' '); // prettier-ignore
    lines.fill('', at + 1, end + 1);
  }
  return lines;
}

/** Where the front matter ends: the line of its closing mark, counted from 0; -1 where there is none. */
function endOfFrontMatter(lines: readonly SourceLine[]): number {
  const mark = /^(?:---|\+\+\+)(?=[ \t]*$)/.exec(lines[0]?.text ?? '')?.[0];
  return mark === undefined ? -1 : lines.findIndex(({ text }, at) => at > 0 && text.trimEnd() === mark);
}

/** Parses Markdown into flat blocks in the order of the page. In: lines that remember their places, and those of the posting as they came. Never throws on text within the limits. */
export function readMarkdown(lines: readonly SourceLine[], source: readonly string[] = []): MarkdownReading {
  const skipped = blankLinesBeforeFrontMatter(lines);
  const front = lines.slice(skipped);
  const end = endOfFrontMatter(front);
  const read = front.slice(end + 1);
  const tree = markdownTree(wholeHeadings(read.map(({ text }) => spaceAfterMarks(text))).join('\n'), POSTING_LIMITS.nesting);
  if ('tooDeepAt' in tree) return { blocks: [], frontMatter: null, tooDeepAt: read[tree.tooDeepAt - 1]?.line ?? tree.tooDeepAt };
  const walk: Walk = { lines: read, source, blocks: [], lists: 0, tables: 0 };
  walkNode(walk, tree.root);
  const head = front.slice(1, Math.max(1, end)).map(({ text }) => text);
  return {
    blocks: walk.blocks,
    frontMatter: end > 0 ? { text: head.join('\n'), line: front[0]!.line, language: front[0]!.text.startsWith('+') ? 'toml' : 'yaml' } : null, // prettier-ignore
    tooDeepAt: null,
  };
}

/** The line of the posting on which the character at `index` of the block's text stands. */
export function lineAt(block: Block, index: number): number {
  let line = block.line;
  for (const [start, startLine] of block.starts) if (start <= index) line = startLine;
  return line;
}

/** A block of one line that stands nowhere in the Markdown: a key of the front matter, or a part of another block. */
export function lineBlock(text: string, line: number): Block {
  return {
    kind: 'paragraph', text, line, starts: [[0, line]], runs: [], depth: 0, list: null, ordered: false, lead: null, bold: false,
    cells: null, table: null, codes: [], sharedSection: null,
  }; // prettier-ignore
}

/** A stretch of the source: lines and columns from 1, the end behind the last character. */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where words of a block stand in the source; null when they were repaired, pulled in, or stand nowhere as they are. */
export function rangeOf(block: Block, index: number, text: string): SourceRange | null {
  const from = block.text.startsWith(text, index) ? index : block.text.indexOf(text, Math.max(0, index - 2));
  if (from < 0 || text === '') return null;
  const runAt = (at: number): Run | undefined => block.runs.find((run) => run.index <= at && at < run.index + run.length);
  const [first, last] = [runAt(from), runAt(from + text.length - 1)];
  if (!first || !last) return null;
  return {
    line: first.line,
    column: first.column + (from - first.index),
    endLine: last.line,
    endColumn: last.column + (from + text.length - last.index),
  };
}

/** A part of a block as a block of its own, that knows where its words stand. */
export function cutBlock(block: Block, index: number, text: string): Block {
  const from = Math.max(0, block.text.indexOf(text, Math.max(0, index - 2)));
  const runs = block.runs.flatMap((run): Run[] => {
    const [start, end] = [Math.max(run.index, from), Math.min(run.index + run.length, from + text.length)];
    return start < end ? [{ ...run, index: start - from, length: end - start, column: run.column + start - run.index }] : [];
  });
  return { ...lineBlock(text, lineAt(block, from)), runs, sharedSection: block.sharedSection };
}
