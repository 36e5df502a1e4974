import { POSTING_LIMITS, type Diagnostic } from './posting-document.js';

/** A line of the text that is read: where it stands in the posting, and which shared section it came from. */
export interface SourceLine {
  readonly text: string;
  /** Line of the posting; for text from a shared section the line of its include. */
  readonly line: number;
  readonly sharedSection: string | null;
  /** Line of the shared section, from 1. */
  readonly sectionLine?: number;
}

/** An include as written in a document. */
export interface Include {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The ways in which static-site tools pull a shared text in: mdBook, Handlebars, Jinja and Liquid, Nunjucks,
 * and a component that carries the section's name.
 */
const INCLUDE_FORMS: readonly RegExp[] = [
  /\{\{\s*#\s*include\s+["']?([^\s"'}]{1,200})["']?\s*\}\}/,
  /\{\{\s*>\s*["']?([^\s"'}]{1,200})["']?\s*\}\}/,
  /\{\{\s*include\s+["']?([^\s"'}]{1,200})["']?\s*\}\}/,
  /\{%-?\s*include(?:_relative)?\s+["']?([^\s"'%]{1,200})["']?[^%]{0,200}%\}/,
  /<(?:common|shared|include)-section\b[^<>]{0,200}?\b(?:section-)?name\s*=\s*["']([^"'<>]{1,200})["'][^<>]{0,200}>(?:\s*<\/(?:common|shared|include)-section\s*>)?/i,
];

/** The first include on a line, or null. */
export function findInclude(line: string): Include | null {
  if (line.length > 2000 || !/\{\{|\{%|-section\b/.test(line)) return null;
  for (const form of INCLUDE_FORMS) {
    const match = form.exec(line);
    if (match) return { name: match[1]!, before: line.slice(0, match.index), after: line.slice(match.index + match[0].length) };
  }
  return null;
}

/** The shared section of that name: with or without folder and `.md`. */
export function lookUpSection(sections: ReadonlyMap<string, string>, name: string): string | null {
  const base = name.replace(/^.*[\\/]/, '');
  const bare = base.replace(/\.(?:md|markdown|mdx)$/i, '');
  for (const key of [name, base, bare, `${bare}.md`]) {
    const text = sections.get(key);
    if (text !== undefined) return text;
  }
  return null;
}

interface Expansion {
  readonly sections: ReadonlyMap<string, string>;
  readonly out: SourceLine[];
  readonly diagnostics: Diagnostic[];
  chars: number;
  includes: number;
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?\s*---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
}

function notExpanded(into: Expansion, code: string, line: number, message: string): void {
  into.diagnostics.push({ severity: 'warning', code, line, message });
}

function expandInclude(into: Expansion, include: Include, at: SourceLine, path: readonly string[]): boolean {
  const text = lookUpSection(into.sections, include.name);
  if (text === null) {
    const where = at.sharedSection === null ? '' : `, which line ${at.sectionLine ?? 1} of "${at.sharedSection}" names,`;
    const message = `The shared section "${include.name}"${where} is not here, so its text was not read. Add a section of that name or paste its text.`;
    notExpanded(into, 'SECTION_UNRESOLVED', at.line, message);
    return false;
  }
  if (path.includes(include.name) || path.length >= POSTING_LIMITS.includeDepth) {
    const why = path.includes(include.name) ? 'includes itself' : `lies deeper than ${POSTING_LIMITS.includeDepth} includes`;
    notExpanded(into, 'SECTION_NESTING', at.line, `The shared section "${include.name}" ${why}; it was left out.`);
    return false;
  }
  if (into.includes >= POSTING_LIMITS.includes) {
    // One fault has one diagnostic, however many follow it.
    if (!into.diagnostics.some(({ code }) => code === 'SECTION_TOO_MANY'))
      notExpanded(into, 'SECTION_TOO_MANY', at.line, `The posting pulls in more than ${POSTING_LIMITS.includes} shared sections; those from "${include.name}" on were left out.`); // prettier-ignore
    return false;
  }
  if (into.chars + text.length > POSTING_LIMITS.bytes || into.out.length > POSTING_LIMITS.lines) {
    notExpanded(
      into,
      'SECTION_TOO_LARGE',
      at.line,
      `With the shared section "${include.name}" the posting is too large; it was left out.`,
    );
    return false;
  }
  into.chars += text.length;
  into.includes += 1;
  const whole = text.replace(/\r\n?/g, '\n');
  const bare = withoutFrontMatter(whole);
  const first = whole.slice(0, whole.length - bare.length).split('\n').length;
  const lines = bare.replace(/\n+$/, '').split('\n');
  const before = include.before.trim();
  if (before) into.out.push({ ...at, text: include.before });
  // An include inside a list continues the list; anywhere else it is a text of its own.
  const continues = isItem(lines[0]) && isItem(into.out.at(-1)?.text);
  if (!continues) into.out.push({ ...at, text: '' });
  const from = { line: at.line, sharedSection: include.name };
  expandLines(into, lines.map((line, index) => ({ ...from, text: line, sectionLine: first + index })), [...path, include.name]); // prettier-ignore
  if (include.after.trim()) into.out.push({ ...at, text: include.after });
  return true;
}

function isItem(line: string | undefined): boolean {
  return line !== undefined && /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line);
}

function expandLines(into: Expansion, lines: readonly SourceLine[], path: readonly string[]): void {
  let fence: string | null = null;
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1] ?? null;
    if (mark && fence === null) fence = mark[0]!;
    else if (mark && mark[0] === fence) fence = null;
    const include = fence === null ? findInclude(line.text) : null;
    if (include && expandInclude(into, include, line, path)) continue;
    into.out.push(include ? { ...line, text: `${include.before}${include.after}` } : line);
  }
}

/**
 * Replaces includes by the shared sections they name. In: the posting's text and the sections by name (with or without `.md`).
 * Out: lines that remember where they stand in the posting. What cannot be expanded is left out and diagnosed with its line.
 */
export function expandSections(
  text: string,
  sections: ReadonlyMap<string, string>,
): { lines: readonly SourceLine[]; diagnostics: readonly Diagnostic[] } {
  const into: Expansion = { sections, out: [], diagnostics: [], chars: text.length, includes: 0 };
  expandLines(into, text.split('\n').map((line, index) => ({ text: line, line: index + 1, sharedSection: null })), []); // prettier-ignore
  return { lines: into.out, diagnostics: into.diagnostics };
}
