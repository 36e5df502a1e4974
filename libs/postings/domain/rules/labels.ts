import type { Place, Reading } from '../reading.js';

/** A line that states one thing under its name: "Location: Berlin", "**Salary** — 60k EUR", a table row "Location | Berlin". */
export interface Labelled extends Place {
  readonly label: string;
  /** What follows the label. */
  readonly value: string;
  readonly valueIndex: number;
}

/** What people put in place of a label. */
const EMOJI_LABELS: readonly (readonly [RegExp, string])[] = [
  [/^\s*[\u{1F4CD}\u{1F5FA}\u{1F30D}-\u{1F310}]\ufe0f?\s*\S/u, 'location'],
  [/^\s*[\u{1F4B0}\u{1F4B6}\u{1F4B5}\u{1F4B7}\u{1F4B8}\u{1F911}]\ufe0f?\s*\S/u, 'salary'],
];

/** Finds labelled lines whose label matches. The label opens a sentence, a list item or a table row. */
export function labelled(reading: Reading, label: RegExp): readonly Labelled[] {
  const found: Labelled[] = [];
  for (const block of reading.blocks) {
    const [name, value] = (block.cells ?? []).map((cell) => cell.replace(/^[^\p{L}\p{N}$€£]+|[\s:]+$/gu, ''));
    if (!name || !value || block.cells!.length > 2 || !label.test(name)) continue;
    found.push({ block, index: 0, text: block.text, label: name, value, valueIndex: Math.max(0, block.text.lastIndexOf(value)) });
  }
  for (const { block, index, text } of reading.sentences) {
    const sign = EMOJI_LABELS.find(([emoji]) => emoji.test(text));
    const marked =
      sign && block.kind !== 'heading' && block.codes.length === 0 && label.test(sign[1])
        ? /^\s*\p{Extended_Pictographic}\ufe0f?\s*(?=\S)/u.exec(text)
        : null;
    if (marked && !/^[^:]{0,30}:/.test(text)) {
      const value = text.slice(marked[0].length);
      found.push({ block, index, text, label: sign![1], value, valueIndex: index + marked[0].length });
      continue;
    }
    const match = /^[^\p{L}\p{N}]{0,6}([\p{L}][\p{L} /&’'-]{1,40}?)\s*(?::|\s[–—-]\s|\s\|\s)\s*(?=\S)/u.exec(text);
    if (!match || !(label.test(match[1]!.trim()) || label.test(match[1]!.trim().replace(/^(?:the|our) /i, '')))) continue;
    const value = text.slice(match[0].length);
    found.push({ block, index, text, label: match[1]!.trim(), value, valueIndex: index + match[0].length });
  }
  return found;
}

/**
 * The label-like pieces of a job board's header: code spans and pieces between bars in the headings that follow the title, before any text.
 * The emoji that boards put before a piece tells what it is.
 */
export function headerChips(
  reading: Reading,
  heading: Place['block'] | null,
): readonly (Place & { readonly emoji: string | null })[] {
  if (!heading) return [];
  const chips: (Place & { emoji: string | null })[] = [];
  for (const block of reading.blocks.slice(reading.blocks.indexOf(heading) + 1)) {
    if (block.kind !== 'heading' && block.codes.length === 0) break;
    const pieces = block.codes.length > 0 ? block.codes : [];
    for (const piece of pieces) {
      const match = /^\s*(\p{Extended_Pictographic}\ufe0f?)?\s*(.*?)\s*$/su.exec(piece.replace(/\u00a0/g, ' '))!;
      chips.push({ block, index: Math.max(0, block.text.indexOf(piece)), text: match[2]!, emoji: match[1] ?? null });
    }
  }
  return chips;
}

/** The pieces of a line that lists a job's facts between bars near the top of the page: "Company | Job | Remote (EU) | Full-time | €70k-€90k". */
export function listingPieces(reading: Reading): readonly Place[] {
  for (const block of reading.blocks.slice(0, 4)) {
    if (block.kind === 'row' || block.text.length > 400 || !/^[^|·•]{2,100}(?:\s[|·•]\s[^|·•]{2,100}){2,}$/.test(block.text))
      continue;
    return reading.sentences.filter((sentence) => sentence.block === block);
  }
  return [];
}
