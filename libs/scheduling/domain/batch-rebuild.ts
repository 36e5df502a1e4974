import type { Id } from '#libs/kernel/index.js';
import { batchDay } from './batch-days.js';
import type { PricedSitting } from './batch-prices.js';
import type { BatchCandidate } from './batch.js';
import type { Board, Placed } from './batch-board.js';
import { MINUTE_MS } from './slot-query.js';

/** How often a part of the plan is built anew, and how far that part reaches around a time. */
const REBUILDS = 3_000;
const REACHES_MS = [30, 90, 180, 480].map((minutes) => minutes * MINUTE_MS);
/** How often a free time is passed over, which lets other plans come about. */
const BLINK = 0.08;

/** A candidate's times and people, day by day, cheapest first. */
interface Wishes {
  readonly candidate: BatchCandidate;
  readonly all: readonly Wish[];
  readonly byDay: ReadonlyMap<number, readonly Wish[]>;
}

type Wish = Placed & { readonly cost: number };

/**
 * Looks for a plan that serves more: takes apart what lies around a time of somebody who is left out, seats those who are without in an order of chance, each at their
 * cheapest time, and keeps what serves no fewer ("ruin and recreate", G. Schrimpf et al., 2000). Prices say which hours others need.
 */
export function rebuild(
  board: Board,
  candidates: readonly BatchCandidate[],
  costs: readonly (readonly (readonly PricedSitting[])[])[],
  bound: number,
): void {
  const chance = sequence();
  const below = (count: number): number => Math.floor(chance() * count);
  const wishes = candidates.map((candidate, at) => wishesOf(candidate, costs[at]!)).filter(({ all }) => all.length > 0);
  const byId = new Map<Id, Wishes>(wishes.map((one) => [one.candidate.id, one]));
  let waiting = wishes.filter(({ candidate }) => board.of(candidate) === null);
  for (let n = 0; n < REBUILDS && board.size < bound && waiting.length > 0; n += 1) {
    const { all } = waiting[below(waiting.length)]!;
    const around = all[below(all.length)]!;
    const reach_ms = REACHES_MS[below(REACHES_MS.length)]!;
    const gone = board
      .all()
      .filter(({ start_ms, end_ms }) => start_ms < around.end_ms + reach_ms && around.start_ms - reach_ms < end_ms);
    const before = board.all();
    const size = board.size;
    for (const placed of gone) board.take(placed);
    const day = batchDay(around.start_ms);
    const without = shuffled([...waiting, ...gone.flatMap(({ candidate: { id } }) => byId.get(id) ?? [])], below);
    const placedNow = new Set(gone.map(({ candidate: { id } }) => id));
    for (const one of without) {
      const free = (placedNow.has(one.candidate.id) ? one.all : (one.byDay.get(day) ?? [])).find(
        (wish) => board.isFree(wish) && chance() > BLINK,
      );
      if (free) board.put(free);
    }
    if (board.size < size) board.restore(before);
    else waiting = without.filter(({ candidate }) => board.of(candidate) === null);
  }
}

function wishesOf(candidate: BatchCandidate, costs: readonly (readonly PricedSitting[])[]): Wishes {
  const all = candidate.options
    .flatMap(({ start_ms }, at) =>
      costs[at]!.map(({ personIds, cost }): Wish => {
        return { candidate, start_ms, end_ms: start_ms + candidate.duration_min * MINUTE_MS, personIds, cost };
      }),
    )
    .sort((a, b) => a.cost - b.cost);
  const byDay = new Map<number, Wish[]>();
  for (const wish of all) {
    const day = batchDay(wish.start_ms);
    byDay.set(day, [...(byDay.get(day) ?? []), wish]);
  }
  return { candidate, all, byDay };
}

function shuffled<T>(items: T[], below: (count: number) => number): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}

/** The same numbers every time (Numerical Recipes' linear congruential generator). */
function sequence(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
