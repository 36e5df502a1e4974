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

/** Who sits in the rounds, where people sit in several of them and may not hold too many or too near to each other. */
export interface Sitting {
  /**
   * When the last of these rounds (in order from the first) can be held, those before it being at their times: its own time when it fits there, else the soonest
   * later one that is worth a try. People are chosen one round after the other.
   */
  soonest(starts_ms: readonly number[]): number;
  /** Whether some round can be held by one of several, of whom some are wanted later. */
  readonly leavesChoice: boolean;
  /**
   * How the last of these rounds can be held when those before it are held so: a way for each smallest set of people it can take from later rounds, nobody of
   * `spared` among them. Where there is none, `again_ms` is the soonest later time that is worth a try.
   */
  ways(starts_ms: readonly number[], before: readonly Way[], spared: ReadonlySet<string>): WaysFound;
}

/** One way of holding a round. */
export interface Way {
  /** Whom it takes of those who are wanted later. */
  readonly takes: readonly string[];
}

export interface WaysFound {
  readonly ways: readonly Way[];
  readonly again_ms: number;
}

/** How many times are asked about before the search is content with what it has: round after round, and by all ways. */
const ASKED = 20_000;
const ASKED_WAYS = 4_000;

/**
 * Loops of the shortest span first, each on another date than those before it. From any first time, taking the earliest time of every further round ends as
 * early as can be: whatever else fits after a round fits after one that ends earlier, so none is shorter. Each list of starts is walked once.
 *
 * Where people sit in several rounds and may not hold too many, `sitting` says what is possible after the rounds before. The loops without it are lower bounds, so
 * that they are tried in order of their span until none that is left can be shorter than what was found.
 */
export function findLoops(rounds: readonly LoopRound[], rules: LoopRules, limit: number, sitting: Sitting | null = null): Loop[] {
  const loops = allGreedy(rounds, rules).sort(shorter);
  const chosen = new Map<string, Loop>();
  const choose = (among: Loop[], until_ms: number): void => {
    among.sort(shorter);
    while (among.length > 0 && among[0]!.span_ms <= until_ms && chosen.size < limit) {
      const loop = among.shift()!;
      const date = dateInZone(loop.starts_ms[0]!, rules.zone);
      if (!chosen.has(date)) chosen.set(date, loop);
    }
  };
  if (sitting === null) {
    choose(loops, Infinity);
    return [...chosen.values()];
  }
  const asking = new Asking(sitting);
  const found: Loop[] = [];
  for (const { span_ms, starts_ms } of loops) {
    choose(found, span_ms);
    if (chosen.size === limit || asking.isTired) break;
    const loop = shortestFrom(rounds, starts_ms[0]!, span_ms, rules, asking);
    if (loop !== null) found.push(loop);
  }
  choose(found, Infinity);
  return [...chosen.values()];
}

/** Asks who sits, so many times and no more. */
class Asking implements Sitting {
  private left = ASKED;
  private leftWays = ASKED_WAYS;
  readonly leavesChoice: boolean;

  constructor(private readonly sitting: Sitting) {
    this.leavesChoice = sitting.leavesChoice;
  }

  get isTired(): boolean {
    return this.left <= 0;
  }

  soonest(starts_ms: readonly number[]): number {
    return (this.left -= 1) >= 0 ? this.sitting.soonest(starts_ms) : Infinity;
  }

  ways(starts_ms: readonly number[], before: readonly Way[], spared: ReadonlySet<string>): WaysFound {
    return (this.leftWays -= 1) >= 0 ? this.sitting.ways(starts_ms, before, spared) : { ways: [], again_ms: Infinity };
  }
}

/** The shortest loop from a first time: round after round, and where that is longer than it need be, by all ways of sitting. */
function shortestFrom(
  rounds: readonly LoopRound[],
  first_ms: number,
  least_ms: number,
  rules: LoopRules,
  sitting: Sitting,
): Loop | null {
  const loop = fitting(rounds, first_ms, rules, (starts_ms) => sitting.soonest(starts_ms));
  if (!sitting.leavesChoice || loop?.span_ms === least_ms) return loop;
  return byAllWays(rounds, first_ms, rules, sitting, loop?.span_ms ?? Infinity) ?? loop;
}

/**
 * The shortest loop from a first time that is shorter than `below_ms`. Of two ways of holding a round the one that is not later and takes nobody whom the other
 * leaves is as good: what fits after the other fits after it. All that are left are followed.
 */
function byAllWays(
  rounds: readonly LoopRound[],
  first_ms: number,
  rules: LoopRules,
  sitting: Sitting,
  below_ms: number,
): Loop | null {
  const dates = new Dates(rules.zone);
  let best: Loop | null = null;
  const follow = (starts_ms: readonly number[], before: readonly Way[]): void => {
    const round = starts_ms.length;
    if (round === rounds.length) {
      best = { starts_ms, span_ms: spanOf(rounds, starts_ms) };
      return;
    }
    const found: Way[] = [];
    let from_ms = round === 0 ? first_ms : soonest(rounds, starts_ms, rules, dates);
    for (const at of round === 0 ? [first_ms] : rounds[round]!.starts_ms) {
      if (at < from_ms) continue;
      const next = [...starts_ms, at];
      if (spanOf(rounds, next) >= (best?.span_ms ?? below_ms) || !isAllowed(rounds, next, rules, dates)) return;
      const spared = new Set(found.flatMap(({ takes }) => (takes.length === 1 ? takes : [])));
      const { ways, again_ms } = sitting.ways(next, before, spared);
      for (const way of ways) {
        if (found.some(({ takes }) => takes.every((one) => way.takes.includes(one)))) continue;
        found.push(way);
        follow(next, [...before, way]);
      }
      if (ways.some(({ takes }) => takes.length === 0) || (ways.length > 0 && round === rounds.length - 1)) return;
      from_ms = again_ms;
    }
  };
  follow([], []);
  return best;
}

function shorter(a: Loop, b: Loop): number {
  return a.span_ms - b.span_ms || a.starts_ms[0]! - b.starts_ms[0]!;
}

/** From this first time, every further round at the earliest time that fits after those before it. */
function fitting(
  rounds: readonly LoopRound[],
  first_ms: number,
  rules: LoopRules,
  fits: (starts_ms: readonly number[]) => number,
): Loop | null {
  const dates = new Dates(rules.zone);
  const starts_ms = [first_ms];
  if (fits(starts_ms) !== first_ms) return null;
  for (let r = 1; r < rounds.length; r++) {
    let from_ms = soonest(rounds, starts_ms, rules, dates);
    let next: number | undefined;
    for (const at of rounds[r]!.starts_ms) {
      if (at < from_ms) continue;
      if (!isAllowed(rounds, [...starts_ms, at], rules, dates)) return null;
      from_ms = fits([...starts_ms, at]);
      if (from_ms === at) next = at;
      if (next !== undefined) break;
    }
    if (next === undefined) return null;
    starts_ms.push(next);
  }
  return { starts_ms, span_ms: spanOf(rounds, starts_ms) };
}

function spanOf(rounds: readonly LoopRound[], starts_ms: readonly number[]): number {
  return starts_ms.at(-1)! + rounds[starts_ms.length - 1]!.duration_min * MINUTE_MS - starts_ms[0]!;
}

/** Whether rounds at these times are as near together as they have to be. */
function isAllowed(
  rounds: readonly LoopRound[],
  starts_ms: readonly number[],
  { pace, longest_min }: LoopRules,
  dates: Dates,
): boolean {
  if (longest_min !== null && spanOf(rounds, starts_ms) > longest_min * MINUTE_MS) return false;
  return pace !== 'SAME_DAY' || starts_ms.at(-1)! < dates.endOf(starts_ms[0]!);
}

/** Why times chosen for all rounds are no loop: the first round that is too early after the one before or too far from the first; null when they are one. */
export function brokenRound(rounds: readonly LoopRound[], starts_ms: readonly number[], rules: LoopRules): number | null {
  const dates = new Dates(rules.zone);
  for (let r = 1; r < rounds.length; r++) {
    const chosen = starts_ms.slice(0, r);
    if (starts_ms[r]! < soonest(rounds, chosen, rules, dates)) return r;
    if (!isAllowed(rounds, starts_ms.slice(0, r + 1), rules, dates)) return r;
  }
  return null;
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
    if (isAllowed(rounds, starts_ms, rules, dates)) loops.push({ starts_ms, span_ms: spanOf(rounds, starts_ms) });
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
