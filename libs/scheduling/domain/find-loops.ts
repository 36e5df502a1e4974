import { dateInZone, wallToInstant } from '#libs/kernel/index.js';
import { plusDays } from './hours.js';
import { MINUTE_MS } from './slot-query.js';

/** One meeting of a loop and every time at which it could begin. */
export interface LoopRound {
  readonly roundId: string;
  /** Earliest first. */
  readonly starts_ms: readonly number[];
  readonly duration_min: number;
  /** How long after the end of the meeting before it this one may begin: breaks, and the days of a take-home between them. */
  readonly wait_min: number;
}

/** How the rounds may lie. SAME_DAY: all on one date of `zone`; SPREAD: each on a date of its own. */
export interface LoopRules {
  readonly zone: string;
  readonly pace: 'ANY' | 'SAME_DAY' | 'SPREAD';
  /** The longest that may pass between the beginning of the first and the end of the last round; null: any time. */
  readonly longest_min: number | null;
}

/** A time for each round, in their order. */
export interface Loop {
  readonly starts_ms: readonly number[];
  readonly span_ms: number;
}

/**
 * Loops of the shortest span first, each on another date than those before it. From any first time, taking the earliest time of every further round ends as
 * early as can be: whatever else fits after a round fits after one that ends earlier, so none is shorter. Each list of starts is walked once.
 */
export function findLoops(rounds: readonly LoopRound[], rules: LoopRules, limit: number): Loop[] {
  const loops = allGreedy(rounds, rules);
  loops.sort((a, b) => a.span_ms - b.span_ms || a.starts_ms[0]! - b.starts_ms[0]!);
  const chosen: Loop[] = [];
  const dates = new Set<string>();
  for (const loop of loops) {
    if (chosen.length === limit) break;
    const date = dateInZone(loop.starts_ms[0]!, rules.zone);
    if (dates.has(date)) continue;
    dates.add(date);
    chosen.push(loop);
  }
  return chosen;
}

/** The loop that ends earliest for every start of the first round that has one. */
function allGreedy(rounds: readonly LoopRound[], rules: LoopRules): Loop[] {
  const [first] = rounds;
  if (first === undefined) return [];
  const next = rounds.map(() => 0);
  const dates = new Dates(rules.zone);
  const loops: Loop[] = [];
  for (const start_ms of first.starts_ms) {
    const starts_ms = [start_ms];
    for (let r = 1; r < rounds.length; r++) {
      const from_ms = soonest(rounds, starts_ms, rules, dates);
      const { starts_ms: possible } = rounds[r]!;
      while (next[r]! < possible.length && possible[next[r]!]! < from_ms) next[r]! += 1;
      const found = possible[next[r]!];
      // Later first times only begin later: when one round is past its last time, no further loop is possible.
      if (found === undefined) return loops;
      starts_ms.push(found);
    }
    const end_ms = starts_ms.at(-1)! + rounds.at(-1)!.duration_min * MINUTE_MS;
    const span_ms = end_ms - start_ms;
    if (rules.longest_min !== null && span_ms > rules.longest_min * MINUTE_MS) continue;
    if (rules.pace === 'SAME_DAY' && starts_ms.some((at) => at >= dates.endOf(start_ms))) continue;
    loops.push({ starts_ms, span_ms });
  }
  return loops;
}

/** The soonest that the round after those chosen may begin. */
function soonest(rounds: readonly LoopRound[], chosen: readonly number[], { pace }: LoopRules, dates: Dates): number {
  const before = chosen.length - 1;
  const end_ms = chosen[before]! + rounds[before]!.duration_min * MINUTE_MS;
  const from_ms = end_ms + rounds[before + 1]!.wait_min * MINUTE_MS;
  return pace === 'SPREAD' ? Math.max(from_ms, dates.endOf(chosen[before]!)) : from_ms;
}

/** Where local dates end; each is worked out once. */
class Dates {
  private end_ms = -Infinity;
  private begin_ms = Infinity;

  constructor(private readonly zone: string) {}

  /** The local midnight after the instant. */
  endOf(at_ms: number): number {
    if (at_ms < this.begin_ms || at_ms >= this.end_ms) {
      const date = dateInZone(at_ms, this.zone);
      this.begin_ms = wallToInstant(date, '00:00', this.zone);
      this.end_ms = wallToInstant(plusDays(date, 1), '00:00', this.zone);
    }
    return this.end_ms;
  }
}
