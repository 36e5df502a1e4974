import { POSTING_LIMITS, type Diagnostic } from './posting-document.js';
import { quietMarks } from './mark-limits.js';
import { repairEncoding } from './broken-encoding.js';

/** Text that is fit to be parsed, or the reason why it is not. */
export interface SourceText {
  /** With `\n` line ends, no byte order mark, and broken encoding repaired; null when the text cannot be read. */
  readonly text: string | null;
  readonly repairedLines: readonly number[];
  readonly diagnostics: readonly Diagnostic[];
}

function unreadable(code: string, message: string, line = 1): SourceText {
  return { text: null, repairedLines: [], diagnostics: [{ severity: 'error', code, message, line }] };
}

/** Whether the text holds what writing never holds: NUL, or control characters and replacement characters by the dozen. */
export function looksBinary(text: string): boolean {
  if (text.includes('\u0000')) return true;
  if (!/[\u0001-\u0008\u000b\u000e-\u001f\ufffd]/.test(text)) return false;
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) odd++;
  }
  return odd > 8 && odd * 10 > text.length;
}

/** Counts the block quote and list markers a line opens; CommonMark nests one container a marker. */
function openers(line: string): number {
  const containers = /^(?:[ \t]{0,3}>|[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/;
  let rest = line;
  let count = 0;
  for (let match = containers.exec(rest); match && count <= POSTING_LIMITS.nesting; match = containers.exec(rest)) {
    count++;
    rest = rest.slice(match[0].length);
  }
  return count;
}

function overLimit(text: string): SourceText | null {
  // A unit of UTF-16 takes three bytes of UTF-8 at most.
  const mayBeLarge = text.length * 3 > POSTING_LIMITS.bytes;
  if (mayBeLarge && new TextEncoder().encode(text).length > POSTING_LIMITS.bytes) {
    return unreadable(
      'TOO_LARGE',
      'The document is larger than 1 MiB; nothing was read. A posting is a few pages: remove what is not text.',
    );
  }
  const lines = text.split('\n');
  if (lines.length > POSTING_LIMITS.lines) {
    const message = `The document has ${lines.length} lines, more than the ${POSTING_LIMITS.lines} that are read; nothing was read.`;
    return unreadable('TOO_MANY_LINES', message, POSTING_LIMITS.lines + 1);
  }
  const long = lines.findIndex((line) => line.length > POSTING_LIMITS.lineLength);
  if (long >= 0) {
    const message = `The line has more than ${POSTING_LIMITS.lineLength} characters; nothing was read. Break it into paragraphs.`;
    return unreadable('LINE_TOO_LONG', message, long + 1);
  }
  const deep = lines.findIndex((line) => line.length > POSTING_LIMITS.nesting && openers(line) > POSTING_LIMITS.nesting);
  if (deep >= 0) return tooDeep(deep + 1);
  return null;
}

/** The refusal of lists, quotes or marks nested deeper than the limit. */
export function tooDeep(line: number): SourceText {
  const message = `Lists, quotes or marks are nested more than ${POSTING_LIMITS.nesting} deep here; nothing was read. Flatten them.`;
  return unreadable('TOO_DEEP', message, line);
}

/** Makes raw text fit to be parsed: line ends, byte order mark, broken encoding; checks the limits and refuses binary and empty text. */
export function prepareSource(raw: string): SourceText {
  if (looksBinary(raw)) {
    return unreadable('BINARY', 'The document is not text; nothing was read. Save it as Markdown in UTF-8 and try again.');
  }
  const plain = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '') return unreadable('EMPTY', 'The document is empty. Write the posting, or choose another file.');
  const refused = overLimit(plain);
  if (refused) return refused;
  const { text: repaired, repairedLines } = repairEncoding(plain);
  const { text, diagnostics: marks } = quietMarks(repaired);
  const diagnostics: Diagnostic[] = [...marks];
  if (repairedLines.length > 0) {
    const where = repairedLines.length === 1 ? 'this line' : `lines ${repairedLines.slice(0, 10).join(', ')}`;
    const message = `Characters on ${where} were UTF-8 read in the wrong code page; they were repaired. Check them.`;
    diagnostics.push({ severity: 'warning', code: 'ENCODING_REPAIRED', message, line: repairedLines[0]! });
  }
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) {
    const message = 'A character here was lost before the document came in (U+FFFD). Write it again.';
    diagnostics.push({ severity: 'warning', code: 'CHARACTERS_LOST', message, line: text.slice(0, lost).split('\n').length });
  }
  return { text, repairedLines, diagnostics };
}
