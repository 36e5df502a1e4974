/**
 * Half-open spans of time in epoch milliseconds: `start_ms` belongs, `end_ms` does not.
 * A list called "set" below is normal: sorted, no span empty, no two overlapping or touching. Every function answers a normal set and
 * leaves its arguments alone; all but `normalise` and `union` expect normal sets and run once through them.
 */
export interface Interval {
  readonly start_ms: number;
  readonly end_ms: number;
}

/** A normal set; see `Interval`. */
export type Intervals = readonly Interval[];

/** Sorts any spans, drops the empty and reversed ones and joins those that overlap or touch. O(n log n). */
export function normalise(spans: readonly Interval[]): Interval[] {
  const sorted = spans.filter((span) => span.start_ms < span.end_ms).sort((a, b) => a.start_ms - b.start_ms);
  return joinSorted(sorted);
}

/** Whether the list is a normal set. */
export function isNormal(spans: readonly Interval[]): boolean {
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    if (!(span.start_ms < span.end_ms)) return false;
    if (i > 0 && spans[i - 1]!.end_ms >= span.start_ms) return false;
  }
  return true;
}

/** What lies in both sets. Linear. */
export function intersect(a: Intervals, b: Intervals): Interval[] {
  const both: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    const start_ms = left.start_ms > right.start_ms ? left.start_ms : right.start_ms;
    const end_ms = left.end_ms < right.end_ms ? left.end_ms : right.end_ms;
    if (start_ms < end_ms) both.push({ start_ms, end_ms });
    if (left.end_ms < right.end_ms) i++;
    else j++;
  }
  return both;
}

/** What lies in `a` and not in `b`. Linear. */
export function subtract(a: Intervals, b: Intervals): Interval[] {
  const rest: Interval[] = [];
  let j = 0;
  for (const span of a) {
    let start_ms = span.start_ms;
    while (j < b.length && b[j]!.end_ms <= start_ms) j++;
    // A hole may reach into the next span of `a`, so the last one looked at is kept.
    let k = j;
    while (k < b.length && b[k]!.start_ms < span.end_ms) {
      const hole = b[k]!;
      if (hole.start_ms > start_ms) rest.push({ start_ms, end_ms: hole.start_ms });
      if (hole.end_ms > start_ms) start_ms = hole.end_ms;
      if (hole.end_ms >= span.end_ms) break;
      k++;
    }
    j = k;
    if (start_ms < span.end_ms) rest.push({ start_ms, end_ms: span.end_ms });
  }
  return rest;
}

/** What lies in any of the sets; the sets need not be normal. */
export function union(...sets: readonly (readonly Interval[])[]): Interval[] {
  return normalise(sets.flat());
}

/** Every span made longer by `before_ms` at its start and `after_ms` at its end (both ≥ 0), joined again. Linear. */
export function pad(set: Intervals, before_ms: number, after_ms: number): Interval[] {
  if (before_ms < 0 || after_ms < 0) throw new RangeError(`pad takes lengths of zero or more, not ${before_ms} and ${after_ms}`);
  return joinSorted(set.map((span) => ({ start_ms: span.start_ms - before_ms, end_ms: span.end_ms + after_ms })));
}

/** What of the set lies in `[from_ms, to_ms)`. Linear. */
export function clip(set: Intervals, from_ms: number, to_ms: number): Interval[] {
  return from_ms < to_ms ? intersect(set, [{ start_ms: from_ms, end_ms: to_ms }]) : [];
}

/** Whether the whole of `[start_ms, end_ms)` lies in the set; an instant alone is asked with `containsInstant`. O(log n). */
export function contains(set: Intervals, start_ms: number, end_ms: number): boolean {
  const span = spanFrom(set, start_ms);
  return span !== undefined && start_ms < end_ms && end_ms <= span.end_ms;
}

/** Whether the instant lies in the set. O(log n). */
export function containsInstant(set: Intervals, at_ms: number): boolean {
  const span = spanFrom(set, at_ms);
  return span !== undefined && at_ms < span.end_ms;
}

/** The length of all spans together, in milliseconds. */
export function total_ms(set: Intervals): number {
  return set.reduce((sum, span) => sum + span.end_ms - span.start_ms, 0);
}

/** The last span that starts at the instant or before it. */
function spanFrom(set: Intervals, at_ms: number): Interval | undefined {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (set[middle]!.start_ms <= at_ms) low = middle + 1;
    else high = middle;
  }
  return set[low - 1];
}

function joinSorted(sorted: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  let current: Interval | undefined;
  for (const span of sorted) {
    if (current === undefined) current = span;
    else if (span.start_ms > current.end_ms) {
      joined.push(current);
      current = span;
    } else if (span.end_ms > current.end_ms) current = { start_ms: current.start_ms, end_ms: span.end_ms };
  }
  if (current !== undefined) joined.push(current);
  return joined;
}
