/** A line of two texts beside each other: in both, or in one of them. Numbers count from 1. */
export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Beyond this many comparisons what lies between common beginnings and ends is shown as replaced. */
const MOST = 9_000_000;

/** What became of each line: the longest common subsequence stays, everything else went or is new. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const lines: DiffLine[] = [];
  const same = (i: number, j: number) => lines.push({ kind: 'same', text: a[i]!, before: i + 1, after: j + 1 });
  for (let at = 0; at < head; at += 1) same(at, at);
  lines.push(...between(a, b, head, a.length - tail, b.length - tail));
  for (let at = tail; at > 0; at -= 1) same(a.length - at, b.length - at);
  return lines;
}

function between(a: readonly string[], b: readonly string[], from: number, aEnd: number, bEnd: number): DiffLine[] {
  const [rows, columns] = [aEnd - from, bEnd - from];
  const lines: DiffLine[] = [];
  const gone = (i: number) => lines.push({ kind: 'gone', text: a[i]!, before: i + 1, after: null });
  const added = (j: number) => lines.push({ kind: 'new', text: b[j]!, before: null, after: j + 1 });
  // longest[i][j]: of what is left from line i and line j on.
  const width = columns + 1;
  const known = rows * columns <= MOST;
  const longest = new Uint32Array(known ? (rows + 1) * width : 0);
  for (let i = rows - 1; known && i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) {
      const skip = Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
      longest[i * width + j] = a[from + i] === b[from + j] ? longest[(i + 1) * width + j + 1]! + 1 : skip;
    }
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    if (known && a[from + i] === b[from + j]) {
      lines.push({ kind: 'same', text: a[from + i]!, before: from + i + 1, after: from + j + 1 });
      i += 1;
      j += 1;
    } else if (!known || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) gone(from + i++);
    else added(from + j++);
  }
  while (i < rows) gone(from + i++);
  while (j < columns) added(from + j++);
  return lines;
}

/** The changed lines with some around them; where more stayed, how many are left out. */
export function aroundChanges(
  lines: readonly DiffLine[],
  context = 3,
): (DiffLine | { readonly kind: 'rest'; readonly count: number })[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - context), at + context + 1).some(({ kind }) => kind !== 'same'));
  const shown: (DiffLine | { readonly kind: 'rest'; readonly count: number })[] = [];
  let count = 0;
  for (const [at, line] of lines.entries()) {
    if (!near[at]) count += 1;
    if (near[at] || at === lines.length - 1) {
      if (count > 0) shown.push({ kind: 'rest', count });
      count = 0;
    }
    if (near[at]) shown.push(line);
  }
  return shown;
}
