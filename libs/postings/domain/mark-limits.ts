import { POSTING_LIMITS, type Diagnostic } from './posting-document.js';

/** Marks that a Markdown parser has to match with each other; its time grows with the square of their number in one paragraph. */
const MARK = /[*_[\]<]/g;
/** Lines that begin a paragraph of their own, whatever stands before them. */
const BREAKS = /^\s*(?:$|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)/;

/**
 * Takes the marks out of paragraphs that hold more of them than anybody writes, and of all that follows once the document holds too many.
 * In: text. Out: the text with the same lines and columns, and a diagnostic when marks were taken out.
 */
export function quietMarks(text: string): { text: string; diagnostics: readonly Diagnostic[] } {
  if ((text.match(MARK)?.length ?? 0) <= POSTING_LIMITS.marksPerParagraph) return { text, diagnostics: [] };
  const lines = text.split('\n');
  let first: number | null = null;
  let total = 0;
  for (let from = 0, to = 1; from < lines.length; from = to, to = from + 1) {
    while (to < lines.length && !BREAKS.test(lines[to]!)) to++;
    let marks = 0;
    for (let at = from; at < to; at++) marks += lines[at]!.match(MARK)?.length ?? 0;
    total += marks;
    if (marks <= POSTING_LIMITS.marksPerParagraph && (total <= POSTING_LIMITS.marks || marks === 0)) continue;
    for (let at = from; at < to; at++) lines[at] = lines[at]!.replace(MARK, ' ');
    first ??= from + 1;
  }
  if (first === null) return { text, diagnostics: [] };
  const message =
    'There are more marks (*, _, [, <) here than anybody writes; they were read as blanks. Check this part of the document.';
  return { text: lines.join('\n'), diagnostics: [{ severity: 'warning', code: 'TOO_MANY_MARKS', message, line: first }] };
}
