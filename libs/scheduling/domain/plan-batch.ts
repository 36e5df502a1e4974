import { Board, compare } from './batch-board.js';
import { batchBound } from './batch-bound.js';
import { findPrices } from './batch-prices.js';
import { rebuild } from './batch-rebuild.js';
import type { BatchCandidate, BatchPerson, BatchPlan } from './batch.js';

/** How many times are looked at for those who are left out before parts of the plan are built anew. */
const STEPS = 2_000;
const DEPTH = 2;
/** How many others may have to go for one. */
const OTHERS = 3;

/**
 * Gives as many candidates as possible an interview with few interviewers. Whoever has fewest times is placed first, at their earliest time with the least loaded
 * people; who is left out takes the place of others if these can move (augmenting chains). Where that does not reach the bound, prices are found that bring the bound
 * down, and parts of the plan are built anew by them. The same input gives the same plan.
 */
export function planBatch(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]): BatchPlan {
  const order = [...candidates].sort((a, b) => a.options.length - b.options.length || compare(a.id, b.id));
  const board = new Board(people);
  const waiting = order.filter((candidate) => !board.place(candidate));
  const bound = batchBound(candidates, people);
  const able = waiting.filter(({ options }) => options.length > 0);
  if (board.size < bound) displaceAll(board, able, bound);
  if (board.size >= bound) return planOf(board, candidates, bound);
  const { bound: priced, costs } = findPrices(order, people, board.size);
  const least = Math.min(bound, priced);
  rebuild(board, order, costs, least);
  return planOf(board, candidates, least);
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
