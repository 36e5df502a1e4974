import type { SourceLine } from './shared-sections.js';

/** Elements that postings hold for layout; autolinks, components and anything else stay as they are. */
const TAG =
  /<(\/?)(h[1-6]|li|ul|ol|p|div|span|b|strong|em|i|u|a|br|hr|img|center|font|section|article|main|header|footer|nav|small|button|iframe|details|summary|aside|figure|blockquote|table|thead|tbody|tr|th|td|dl|dt|dd)\b([^<>]{0,500})>/gi;

interface HtmlState {
  inComment: boolean;
  /** Markdown mark of an element that was opened and whose text has not come yet. */
  pending: string;
  /** How many lists are open around the line. */
  lists: number;
  readonly trims: boolean;
}

function dropComments(text: string, state: HtmlState): string {
  let out = '';
  let rest = text;
  while (rest !== '') {
    const mark = state.inComment ? rest.indexOf('-->') : rest.indexOf('<!--');
    if (mark < 0) return state.inComment ? out : out + rest;
    if (!state.inComment) out += rest.slice(0, mark);
    rest = rest.slice(mark + (state.inComment ? 3 : 4));
    state.inComment = !state.inComment;
  }
  return out;
}

function markFor(tag: string, lists: number): string {
  if (tag.startsWith('h') && tag !== 'hr' && tag !== 'header') return `${'#'.repeat(Number(tag[1]))} `;
  if (tag === 'li') return `${'  '.repeat(Math.min(10, Math.max(0, lists - 1)))}- `;
  return '';
}

/** A component of a page ("<JobHeader location="Remote" type="Full-time" />") says in its attributes what a label would say. */
const COMPONENT = /^\s*<[A-Z][\w.]*\b[^<>]*\/?>(?:\s*<\/[A-Z][\w.]*>)?\s*$/;
const ATTRIBUTE =
  /\b(company|location|locations|type|employmentType|jobType|salary|compensation|status)\s*=\s*(?:\{\s*)?["'`]([^"'`<>]{1,200})["'`]/g;
/** What the build of a page brings in; no reader sees it. */
const MODULE_LINE = /^\s*(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?|export\s+(?:const|default|let|function)\b.*)\s*$/;

function componentLine(text: string): string | null {
  if (MODULE_LINE.test(text)) return '';
  if (!COMPONENT.test(text)) return null;
  const labels = [...text.matchAll(ATTRIBUTE)].map(([, name, value]) => {
    const label = name!.replace(/([A-Z])/g, ' $1').toLowerCase();
    return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${value!}.`;
  });
  return labels.length > 0 ? labels.join(' ') : null;
}

function convertLine(text: string, state: HtmlState): string {
  let mark = '';
  const bare = text.replace(TAG, (whole, close: string, name: string) => {
    const tag = name.toLowerCase();
    if (tag === 'b' || tag === 'strong') return '**';
    if (tag === 'br' || tag === 'td' || tag === 'th') return ' ';
    if (tag === 'ul' || tag === 'ol') state.lists = Math.max(0, state.lists + (close ? -1 : 1));
    if (!close) mark = markFor(tag, state.lists) || mark;
    return '';
  });
  if (mark) state.pending = mark;
  const content = bare.trim().replace(/^\*\*\s*\*\*$/, '');
  if (content === '') return '';
  const prefix = state.pending;
  state.pending = '';
  if (prefix) return prefix + content;
  return state.trims ? content : bare;
}

/** What a browser would run or apply, in the middle of a line; its words are nobody's. */
const CODE = /<(script|style)\b[^<>]{0,500}>[^<]{0,5000}<\/\1\s*>/gi;

/** Where a part of a page begins that would have a line of its own had somebody written it by hand. */
const PART = /(?=<(?:h[1-6]|li|p|div|[uo]l|table|tr|section)\b)|(?<=<\/(?:h[1-6]|[uo]l|p|div|table|section)>)(?=[^<\s])/gi;
const PARAGRAPH = /^\s*<(?:p|div|section)\b/i;

/** A line into which a board or an editor put several headings, items or paragraphs, as lines of their own that keep its number. */
function partsOf(line: SourceLine): readonly SourceLine[] {
  if (!/<(?:h[1-6]|li|p|div|tr)\b[^<>]*>[^<]*\S[^]*<(?:h[1-6]|li|p|div|tr|[uo]l)\b/i.test(line.text)) return [line];
  const parts = line.text.split(PART).filter((text) => text.trim() !== '');
  return parts.flatMap((text) => [...(PARAGRAPH.test(text) ? [{ ...line, text: '' }] : []), { ...line, text }]);
}

/** What pandoc, kramdown and others write beside the text for their layout: "## Engineer {#id .class}", "::: {.job}", "[Leeds]{.place}". */
const ATTRIBUTES = /^\s*:{3,}|\{:?\s?[#.][^{}]{0,200}\}/;

function withoutAttributes(text: string): string {
  if (text.length > 2000 || !ATTRIBUTES.test(text)) return text;
  return text
    .replace(/^\s*:{3,}.*$/, '')
    .replace(/\[([^[\]]{1,300})\]\{:?\s?[#.][^{}]{0,200}\}/g, '$1')
    .replace(/\s*\{:?\s?[#.][^{}]{0,200}\}\s*$/, '');
}

/**
 * Rewrites layout HTML as Markdown, line for line, so that headings and lists inside `<div>`s are read like any other, and drops comments
 * (a comment is what the author took out of the page). Components and autolinks stay.
 */
export function htmlToMarkdown(lines: readonly SourceLine[]): readonly SourceLine[] {
  const plain = lines.some(({ text }) => ATTRIBUTES.test(text)) ? lines.map((line) => ({ ...line, text: withoutAttributes(line.text) })) : lines; // prettier-ignore
  return tagsToMarkdown(plain);
}

function tagsToMarkdown(lines: readonly SourceLine[]): readonly SourceLine[] {
  const marked = lines.filter(({ text }) => text.includes('<'));
  const built = marked.some(({ text }) => COMPONENT.test(text)) || lines.some(({ text }) => MODULE_LINE.test(text));
  if (marked.length === 0 && !built) return lines;
  const tagLines = marked.filter(({ text }) => text.length < 2000 && /^\s*<\/?[a-z][^<>]*>\s*$/i.test(text)).length;
  const state: HtmlState = { inComment: false, pending: '', lists: 0, trims: tagLines > 20 };
  let fence: string | null = null;
  return lines
    .flatMap((line) => (line.text.length < 20_000 && line.text.includes('<') ? partsOf(line) : [line]))
    .map((line) => {
      const fenceMark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1]?.[0] ?? null;
      if (fence === null && fenceMark) fence = fenceMark;
      else if (fence !== null && fenceMark === fence) fence = null;
      const component = fence === null && built && line.text.length < 2000 ? componentLine(line.text) : null;
      if (component !== null) return { ...line, text: component };
      if (fence !== null || (!line.text.includes('<') && !state.inComment && !state.pending && !state.trims)) return line;
      const uncommented = dropComments(line.text, state).replace(CODE, '');
      return { ...line, text: convertLine(uncommented, state) };
    });
}
