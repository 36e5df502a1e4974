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

const LABEL = /^[^\p{L}\p{N}]{0,6}([\p{L}][\p{L} /&’'-]{1,40}?)\s*(?::|\s[–—-]\s|\s\|\s)\s*(?=\S)/u;
/** The mark behind a label, which most lines have not. */
const MARK_BEHIND = /^.{1,60}?(?::|\s[|–—-]\s)/u;
/** The lines of a reading, found once: every field asks for its own labels. */
const LINES = new WeakMap<Reading, readonly Labelled[]>();

/** Finds labelled lines whose label matches. The label opens a sentence, a list item or a table row. */
export function labelled(reading: Reading, label: RegExp): readonly Labelled[] {
  const lines = LINES.get(reading) ?? findLines(reading);
  LINES.set(reading, lines);
  return lines.filter((line) => label.test(line.label));
}

function findLines(reading: Reading): readonly Labelled[] {
  const found: Labelled[] = [...ofOneRow(reading)];
  for (const block of reading.blocks) {
    const [name, value] = (block.cells ?? []).map((cell) => cell.replace(/^[^\p{L}\p{N}$€£]+|[\s:]+$/gu, ''));
    if (!name || !value || block.cells!.length > 2) continue;
    found.push({ block, index: 0, text: block.text, label: name, value, valueIndex: Math.max(0, block.text.lastIndexOf(value)) });
  }
  for (const { block, index, text } of reading.sentences) {
    // An emoji is two units of UTF-16, the first of them a surrogate.
    const sign = /^\s*[\ud800-\udbff]/.test(text) ? EMOJI_LABELS.find(([emoji]) => emoji.test(text))?.[1] : undefined;
    const marked =
      sign && block.kind !== 'heading' && block.codes.length === 0 && !/^[^:]{0,30}:/.test(text)
        ? /^\s*\p{Extended_Pictographic}\ufe0f?\s*(?=\S)/u.exec(text)
        : null;
    const match = marked ?? (MARK_BEHIND.test(text) ? LABEL.exec(text) : null);
    if (!match) continue;
    // Emphasis that a converter broke apart leaves its marks behind the label.
    const broken = /^[*_\s]*/.exec(text.slice(match[0].length))![0].length;
    const value = text.slice(match[0].length + broken);
    found.push({
      block,
      index,
      text,
      label: marked ? sign! : match[1]!.trim().replace(/^(?:the|our) /i, ''),
      value,
      valueIndex: index + match[0].length,
    });
  }
  return found;
}

/** Tables of one row: what each column's head says is a label ("Role | Where | Salary"). */
function ofOneRow(reading: Reading): readonly Labelled[] {
  const tables = new Map<number, Labelled['block'][]>();
  for (const block of reading.blocks) {
    if (block.table === null) continue;
    const rows = tables.get(block.table) ?? [];
    if (rows.length < 3) tables.set(block.table, [...rows, block]);
  }
  return [...tables.values()].flatMap(([head, row, more]) => {
    if (!row?.cells || row.cells.length < 3 || more) return [];
    return row.cells.flatMap((value, at) => {
      const label = head!.cells?.[at]?.trim() ?? '';
      const valueIndex = Math.max(0, row.text.indexOf(value));
      return label === '' || value.trim() === '' ? [] : [{ block: row, index: 0, text: row.text, label, value, valueIndex }];
    });
  });
}

/** A heading with nothing but one short line below it is a label too, as forms and issue templates write them: "### Company", "Tinderbox CI". */
export function underHeadings(reading: Reading, label: RegExp): readonly Labelled[] {
  return reading.blocks.flatMap((block, at) => {
    if (block.kind !== 'heading' || block.text.length > 60) return [];
    const [line, next] = [reading.blocks[at + 1], reading.blocks[at + 2]];
    const name = block.text.replace(/[\s:?]+$/, '');
    if (!label.test(name) || line?.kind !== 'paragraph' || line.text.length > 120) return [];
    if (line.starts.length > 1 || (next && next.kind !== 'heading')) return [];
    return [{ block: line, index: 0, text: line.text, label: name, value: line.text, valueIndex: 0 }];
  });
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

/** "*Lanternfish* · Singapore / Remote in APAC": two pieces right below the title. */
export function pairOfPieces(reading: Reading): readonly Place[] {
  const [block] = reading.blocks.slice(1, 3).filter(({ kind, text }) => kind === 'paragraph' && text.length <= 120 && /^[^|·•]{2,60}\s[|·•]\s[^|·•]{2,60}$/.test(text)); // prettier-ignore
  return block ? reading.sentences.filter((sentence) => sentence.block === block) : [];
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
