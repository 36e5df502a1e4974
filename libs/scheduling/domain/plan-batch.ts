import { Board, compare, type Seating } from './batch-board.js';
import { batchBound } from './batch-bound.js';
import { pricedBound } from './batch-prices.js';
import type { BatchCandidate, BatchPerson, BatchPlan } from './batch.js';

/** How many times are looked at for those who are left out before the plan is shuffled, and how often it is. */
const STEPS = 20_000;
const SHUFFLES = 6_000;
const DEPTH = 2;
/** How many others may have to go for one. */
const OTHERS = 3;

/**
 * Gives as many candidates as possible an interview with few interviewers. Whoever has fewest times is placed first, at their earliest time with the least loaded
 * people; who is left out takes the place of others if these can move (augmenting chains). Then the plan is shuffled: somebody left out takes a place, whoever was
 * there looks for another one, and it stays so unless fewer are served. The same input gives the same plan.
 */
export function planBatch(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]): BatchPlan {
  const order = [...candidates].sort((a, b) => a.options.length - b.options.length || compare(a.id, b.id));
  const board = new Board(people);
  const waiting = order.filter((candidate) => !board.place(candidate));
  const bound = batchBound(candidates, people);
  const able = waiting.filter(({ options }) => options.length > 0);
  if (board.size < bound) displaceAll(board, able, bound);
  const priced = board.size < bound ? Math.min(bound, pricedBound(order, people, board.size)) : bound;
  if (board.size < priced) shuffle(board, order, priced);
  return planOf(board, candidates, priced);
}

function planOf(board: Board, candidates: readonly BatchCandidate[], bound: number): BatchPlan {
  const served = new Set(board.all().map(({ candidate: { id } }) => id));
  const without = candidates.map(({ id }) => id).filter((id) => !served.has(id));
  return { interviews: board.interviews(), without: without.sort(compare), bound };
}

/** Short chains first: they are many and cost little. */
function displaceAll(board: Board, waiting: readonly BatchCandidate[], bound: number): void {
  const search = { left: STEPS };
  let without = waiting;
  for (let depth = 1; depth <= DEPTH && search.left > 0; depth += 1) {
    let still = without;
    do {
      without = still;
      if (board.size >= bound) return;
      still = without.filter((candidate) => !displace(board, candidate, depth, new Set([candidate.id]), search));
    } while (still.length < without.length);
  }
}

/** Gives the candidate a time that others have, if these find another one. */
function displace(
  board: Board,
  candidate: BatchCandidate,
  depth: number,
  tried: ReadonlySet<string>,
  search: { left: number },
): boolean {
  for (const option of candidate.options) {
    if ((search.left -= 1) < 0) return false;
    const found = board.seat(candidate, option, true);
    if (found === null || found.inTheWay.length > OTHERS) continue;
    if (found.inTheWay.some(({ candidate: { id } }) => tried.has(id))) continue;
    const before = board.all();
    for (const other of found.inTheWay) board.take(other);
    board.put(found.placed);
    const moved = found.inTheWay.every(({ candidate: other }) => {
      if (board.place(other)) return true;
      return depth > 1 && displace(board, other, depth - 1, new Set([...tried, other.id]), search);
    });
    if (moved) return true;
    board.restore(before);
  }
  return false;
}

/** Where the least has to go for somebody who is left out, of a few of their times. */
const LOOKS = 6;

function shuffle(board: Board, candidates: readonly BatchCandidate[], bound: number): void {
  const chance = sequence();
  const below = (count: number): number => Math.floor(chance() * count);
  let waiting = candidates.filter((candidate) => candidate.options.length > 0 && board.of(candidate) === null);
  for (let n = 0; n < SHUFFLES && board.size < bound && waiting.length > 0; n += 1) {
    const candidate = waiting[below(waiting.length)]!;
    let found: Seating | null = null;
    for (let look = 0; look < LOOKS; look += 1) {
      const seen = board.seat(candidate, candidate.options[below(candidate.options.length)]!, true);
      if (seen !== null && (found === null || seen.inTheWay.length < found.inTheWay.length)) found = seen;
    }
    if (found === null || found.inTheWay.length > OTHERS) continue;
    for (const other of found.inTheWay) board.take(other);
    board.put(found.placed);
    const gone = found.inTheWay.map((other) => other.candidate);
    const stranded = gone.filter((one) => !board.place(one, below(one.options.length)));
    const others = waiting.filter((one) => one !== candidate);
    const tried = others.splice(below(others.length), 2);
    const rest = tried.filter((one) => !board.place(one, below(one.options.length)));
    const still = [...others, ...rest, ...stranded];
    if (still.length <= waiting.length) {
      waiting = still;
      continue;
    }
    for (const one of [...gone, ...tried]) {
      const put = board.of(one);
      if (put) board.take(put);
    }
    board.take(found.placed);
    for (const other of found.inTheWay) board.put(other);
  }
}

/** The same numbers every time (Numerical Recipes' linear congruential generator). */
function sequence(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
