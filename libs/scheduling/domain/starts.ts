import type { Interval } from '#libs/kernel/index.js';
import { DEFAULT_GRID_MIN, gridSpans, MINUTE_MS, type SlotQuery } from './slot-query.js';

/**
 * The times at which an interview could start, one bit each: bit `i` is `origin_ms + i × step_min`. Sets of starts are intersected
 * 32 at a time, and a busy block clears its starts by one or two masks.
 */
export type Starts = Int32Array<ArrayBuffer>;

/** What the bits of a query's sets of starts mean. */
export interface StartFrame {
  readonly origin_ms: number;
  readonly step_min: number;
  readonly duration_min: number;
  /** How many starts fit: every one of them ends by the query's `latest_ms`. */
  readonly size: number;
}

/** The frame of a query. The step is the grid, or finer where a zone's odd offset moves the grid within the range. */
export function frameOf(query: SlotQuery): StartFrame {
  let step_min = query.grid_min ?? DEFAULT_GRID_MIN;
  for (const { shift_min } of gridSpans(query)) step_min = greatestCommonDivisor(step_min, shift_min);
  const step_ms = step_min * MINUTE_MS;
  const origin_ms = Math.ceil(query.earliest_ms / step_ms) * step_ms;
  const room_ms = query.latest_ms - query.duration_min * MINUTE_MS - origin_ms;
  return { origin_ms, step_min, duration_min: query.duration_min, size: room_ms < 0 ? 0 : Math.floor(room_ms / step_ms) + 1 };
}

export function noStarts(frame: StartFrame): Starts {
  return new Int32Array((frame.size + 31) >>> 5);
}

/** Every start of the frame, on the grid or not. */
export function everyStart(frame: StartFrame): Starts {
  const starts = noStarts(frame);
  setRange(starts, 0, frame.size - 1);
  return starts;
}

/** The starts that lie on the grid. */
export function startsOnGrid(frame: StartFrame, query: SlotQuery): Starts {
  const grid_min = query.grid_min ?? DEFAULT_GRID_MIN;
  const starts = noStarts(frame);
  for (const { start_ms, end_ms, shift_min } of gridSpans(query)) {
    const first = Math.max(0, Math.ceil((start_ms - frame.origin_ms) / (frame.step_min * MINUTE_MS)));
    const last = Math.min(frame.size, Math.ceil((end_ms - frame.origin_ms) / (frame.step_min * MINUTE_MS))) - 1;
    if (frame.step_min === grid_min) setRange(starts, first, last);
    else {
      for (let i = first; i <= last; i++) {
        const wall_min = startOf(frame, i) / MINUTE_MS + shift_min;
        if (wall_min % grid_min === 0) setRange(starts, i, i);
      }
    }
  }
  return starts;
}

/** The starts of interviews that lie wholly inside one of the windows (a normal set). */
export function startsWithin(frame: StartFrame, windows: readonly Interval[]): Starts {
  const starts = noStarts(frame);
  const step_ms = frame.step_min * MINUTE_MS;
  const duration_ms = frame.duration_min * MINUTE_MS;
  for (const { start_ms, end_ms } of windows) {
    const first = Math.max(0, Math.ceil((start_ms - frame.origin_ms) / step_ms));
    const last = Math.min(frame.size - 1, Math.floor((end_ms - duration_ms - frame.origin_ms) / step_ms));
    setRange(starts, first, last);
  }
  return starts;
}

/** The instant of a start. */
export function startOf(frame: StartFrame, index: number): number {
  return frame.origin_ms + index * frame.step_min * MINUTE_MS;
}

/** Keeps in `into` what is also in `other`. */
export function keepBoth(into: Starts, other: Starts): void {
  for (let w = 0; w < into.length; w++) into[w]! &= other[w]!;
}

/** Takes out of `from` what is in `other`. */
export function takeOut(from: Starts, other: Starts): void {
  for (let w = 0; w < from.length; w++) from[w]! &= ~other[w]!;
}

/** Drops the starts that lie in the span, however long the interview is. */
export function dropBetween(starts: Starts, frame: StartFrame, { start_ms, end_ms }: Interval): void {
  const step_ms = frame.step_min * MINUTE_MS;
  const first = Math.max(0, Math.ceil((start_ms - frame.origin_ms) / step_ms));
  const last = Math.min(frame.size, Math.ceil((end_ms - frame.origin_ms) / step_ms)) - 1;
  if (first <= last) clearRange(starts, first, last);
}

/** Adds `other` to `into`. */
export function addAll(into: Starts, other: Starts): void {
  for (let w = 0; w < into.length; w++) into[w]! |= other[w]!;
}

export function has(starts: Starts, index: number): boolean {
  return ((starts[index >>> 5]! >>> (index & 31)) & 1) === 1;
}

export function drop(starts: Starts, index: number): void {
  starts[index >>> 5]! &= ~(1 << (index & 31));
}

/** How many starts are in the set. */
export function countOf(starts: Starts): number {
  let count = 0;
  for (let w = 0; w < starts.length; w++) {
    // Adds up neighbouring bits, pairs, nibbles, then bytes at once (Warren, Hacker's Delight, figure 5-2).
    let bits = starts[w]!;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The first start at `from` or after it, or -1. */
export function nextFrom(starts: Starts, from: number): number {
  let w = from >>> 5;
  if (w >= starts.length) return -1;
  let bits = starts[w]! & (-1 << (from & 31));
  while (bits === 0) {
    if (++w >= starts.length) return -1;
    bits = starts[w]!;
  }
  return (w << 5) + 31 - Math.clz32(bits & -bits);
}

/**
 * Busy blocks as pairs of whole minutes since the frame's origin, begun minutes counted in full; those that cannot touch an interview
 * with these buffers are left out. Interviews start and end on whole minutes, so this loses nothing.
 */
export function busyMinutes(frame: StartFrame, busy: readonly Interval[], before_min: number, after_min: number): Int32Array {
  const end_min = frame.size * frame.step_min + frame.duration_min + after_min;
  const pairs = new Int32Array(busy.length * 2);
  let length = 0;
  for (const { start_ms, end_ms } of busy) {
    const from_min = Math.floor((start_ms - frame.origin_ms) / MINUTE_MS);
    const to_min = Math.ceil((end_ms - frame.origin_ms) / MINUTE_MS);
    if (!(start_ms < end_ms) || to_min <= -before_min || from_min >= end_min) continue;
    pairs[length++] = Math.max(from_min, -before_min - 1);
    pairs[length++] = Math.min(to_min, end_min);
  }
  return pairs.subarray(0, length);
}

/**
 * Takes out the starts whose interview, with its buffers, would meet a busy block: an interview at `s` is free of `[from, to)` when
 * `s - before ≥ to` or `s + duration + after ≤ from`.
 */
export function clearBusy(starts: Starts, frame: StartFrame, busy_min: Int32Array, before_min: number, after_min: number): void {
  const { step_min, size } = frame;
  const reach_min = frame.duration_min + after_min;
  // Half a minute keeps the product off the whole numbers, so multiplying is as exact as dividing and three times as fast.
  const perMinute = 1 / step_min;
  const half = 0.5 * perMinute;
  for (let k = 0; k < busy_min.length; k += 2) {
    const past_min = busy_min[k]! - reach_min;
    const until_min = busy_min[k + 1]! + before_min;
    const first = past_min < 0 ? 0 : ((past_min * perMinute + half) | 0) + 1;
    let last = until_min <= 0 ? -1 : ((until_min - 1) * perMinute + half) | 0;
    if (last >= size) last = size - 1;
    if (first <= last) clearRange(starts, first, last);
  }
}

function setRange(starts: Starts, first: number, last: number): void {
  if (first > last) return;
  const from = first >>> 5;
  const to = last >>> 5;
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (from === to) {
    starts[from]! |= head & tail;
    return;
  }
  starts[from]! |= head;
  for (let w = from + 1; w < to; w++) starts[w] = -1;
  starts[to]! |= tail;
}

function clearRange(starts: Starts, first: number, last: number): void {
  const from = first >>> 5;
  const to = last >>> 5;
  const head = -1 << (first & 31);
  const tail = -1 >>> (31 - (last & 31));
  if (from === to) {
    starts[from]! &= ~(head & tail);
    return;
  }
  starts[from]! &= ~head;
  for (let w = from + 1; w < to; w++) starts[w] = 0;
  starts[to]! &= ~tail;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
