import type { Id } from '#libs/kernel/index.js';
import { compile } from './compile.js';
import { relaxed } from './relax.js';
import { search } from './search-slots.js';
import { MINUTE_MS, type SeatMember, type SlotQuery } from './slot-query.js';
import { frameOf, has, startOf, startsOnGrid, type StartFrame } from './starts.js';
import { commonViolations, personalViolations, type Violation } from './violations.js';

/** Rules that would have to give way together, and what would be possible then. */
export interface WayOut {
  readonly rules: readonly Violation[];
  /** How many slots there would be; from a search without these rules. */
  readonly count: number;
  /** The first of them. */
  readonly first_ms: number;
}

/** Why there is no interview at one time. */
export interface WhyNot {
  /** Laws that bind everybody and say no. */
  readonly laws: readonly Violation[];
  /** Who could sit in each seat, and what keeps each of them; a seat with somebody whom nothing keeps is no obstacle by itself. */
  readonly seats: readonly {
    readonly seatId: Id;
    readonly members: readonly { readonly interviewerId: Id; readonly rules: readonly Violation[] }[];
  }[];
  /** The fewest rules that would have to give way; empty when the time is possible, null when no rule helps (a seat without people, or too few). */
  readonly fewest: readonly Violation[] | null;
}

/** Most ways out that are told; they all need equally few rules. */
const WAYS = 5;
const OTHERS_LOOKED_AT = 2;

/**
 * The fewest rules that have to give way for a slot to appear in the query's range, and those with most slots to gain first. Exact: for every start on the
 * grid the cheapest way of filling all seats is found, each rule that says no costing one. Empty when nothing helps, or when there are slots already.
 */
export function fewestToGiveWay(query: SlotQuery): WayOut[] {
  const plain = cheapestStarts(query, []);
  if (plain.least === 0) return [];
  const others = candidateChoices(query).map((givenUp) => cheapestStarts(query, givenUp));
  const least = Math.min(plain.least, ...others.map((one) => one.least));
  const sets = new Map<string, { rules: readonly Violation[]; starts: number[] }>();
  for (const found of [plain, ...others]) {
    if (found.least !== least || least === Infinity) continue;
    for (const { rules, start_ms } of found.starts) {
      const key = rules.map(keyOf).sort().join('|');
      const set = sets.get(key);
      if (set === undefined) sets.set(key, { rules, starts: [start_ms] });
      else set.starts.push(start_ms);
    }
  }
  const most = [...sets.values()].sort((a, b) => b.starts.length - a.starts.length || a.starts[0]! - b.starts[0]!).slice(0, WAYS);
  return most.map(({ rules, starts }) => {
    const count = search(compile(relaxed(query, rules)), 0).count;
    return { rules, count, first_ms: starts[0]! };
  });
}

/** Shared hours are made of the candidate's: where there are some, giving the candidate's up changes them too and is looked at by itself. */
function candidateChoices(query: SlotQuery): Violation[][] {
  if ((query.overlaps ?? []).length === 0) return [];
  const own = commonViolations(query, frameOf(query)).filter(({ rule }) => rule.startsWith('CANDIDATE_'));
  return own.length === 2 ? [[own[0]!], [own[1]!], own] : [own];
}

/** The starts that need fewest rules to give way, when those of `givenUp` have done so already. */
function cheapestStarts(
  query: SlotQuery,
  givenUp: readonly Violation[],
): { least: number; starts: readonly { rules: readonly Violation[]; start_ms: number }[] } {
  const board = boardOf(relaxed(query, givenUp));
  const onGrid = startsOnGrid(board.frame, relaxed(query, []));
  let least = Infinity;
  let cheapest: { start: number; sitting: readonly number[] }[] = [];
  for (let start = 0; start < board.frame.size; start++) {
    if (!has(onGrid, start) || lowerBound(board, start) > least) continue;
    const { cost, fillings } = cheapestFillings(board, start, least);
    if (fillings.length === 0) continue;
    if (cost < least) cheapest = [];
    least = cost;
    for (const sitting of fillings) cheapest.push({ start, sitting });
  }
  const starts = cheapest.map(({ start, sitting }) => {
    return { rules: [...givenUp, ...rulesAt(board, start, sitting)], start_ms: startOf(board.frame, start) };
  });
  return { least: least + givenUp.length, starts };
}

/** Why the query has no slot at exactly `start_ms` (a whole minute), whether it lies on the grid or not. */
export function whyNotAt(query: SlotQuery, start_ms: number): WhyNot {
  const exactly = { ...query, grid_min: 1, earliest_ms: start_ms, latest_ms: start_ms + query.duration_min * MINUTE_MS };
  const board = boardOf(exactly);
  const [filling] = cheapestFillings(board, 0, Infinity).fillings;
  return {
    laws: board.common.filter((one) => saysNo(one, 0)),
    seats: board.seats.map(({ seatId, people }) => ({
      seatId,
      members: people.map((person) => ({
        interviewerId: board.people[person]!.interviewerId,
        rules: board.people[person]!.violations.filter((one) => saysNo(one, 0)),
      })),
    })),
    fewest: filling === undefined ? null : rulesAt(board, 0, filling),
  };
}

interface Board {
  readonly frame: StartFrame;
  readonly common: readonly Violation[];
  /** How many of `common` say no at each start. */
  readonly commonCost: Uint16Array;
  readonly people: readonly {
    readonly interviewerId: Id;
    readonly violations: readonly Violation[];
    readonly cost: Uint16Array;
  }[];
  readonly seats: readonly { readonly seatId: Id; readonly people: readonly number[] }[];
}

function boardOf(query: SlotQuery): Board {
  const frame = frameOf(query);
  const said = new Map<Id, SeatMember[]>();
  for (const member of query.seats.flatMap(({ members }) => members)) {
    said.set(member.interviewerId, [...(said.get(member.interviewerId) ?? []), member]);
  }
  const ids = [...said.keys()].sort();
  const people = ids.map((interviewerId) => {
    const violations = distinct(personalViolations([...new Set(said.get(interviewerId))], query, frame));
    return { interviewerId, violations, cost: costOf(violations, frame) };
  });
  const common = commonViolations(query, frame);
  const seats = query.seats.map(({ seatId, members }) => ({
    seatId,
    people: [...new Set(members.map(({ interviewerId }) => ids.indexOf(interviewerId)))].sort((a, b) => a - b),
  }));
  return { frame, common, commonCost: costOf(common, frame), people, seats };
}

/** A person named in several seats may have said the same thing twice. */
function distinct(violations: readonly Violation[]): Violation[] {
  const seen = new Map<string, Violation>();
  for (const one of violations) {
    const before = seen.get(keyOf(one));
    seen.set(keyOf(one), before === undefined ? one : { ...one, starts: [...before.starts, ...one.starts] });
  }
  return [...seen.values()];
}

function keyOf({ rule, interviewerId, during, index }: Violation): string {
  return `${rule} ${interviewerId ?? ''} ${index} ${during === null ? '' : `${during.start_ms}-${during.end_ms}`}`;
}

function costOf(violations: readonly Violation[], frame: StartFrame): Uint16Array {
  const cost = new Uint16Array(frame.size);
  for (const { starts } of violations) {
    // Ranges of one rule may overlap where blocks do; a rule is counted once at a start.
    let next = 0;
    for (const [first, last] of [...starts].sort((a, b) => a[0] - b[0])) {
      for (let start = Math.max(first, next); start <= last; start++) cost[start]! += 1;
      next = Math.max(next, last + 1);
    }
  }
  return cost;
}

function saysNo({ starts }: Violation, start: number): boolean {
  return starts.some(([first, last]) => first <= start && start <= last);
}

function lowerBound({ commonCost, people, seats }: Board, start: number): number {
  let cost = commonCost[start]!;
  for (const seat of seats) {
    let least = Infinity;
    for (const person of seat.people) least = Math.min(least, people[person]!.cost[start]!);
    cost += least;
  }
  return cost;
}

/**
 * The cheapest ways of filling all seats with different people, within `most`; none when there is no way. Of each seat only as many members matter as there
 * are seats, since the others can take no more of them than that away; a few more are looked at for other ways that are as cheap.
 */
function cheapestFillings(
  { commonCost, people, seats }: Board,
  start: number,
  most: number,
): { cost: number; fillings: readonly (readonly number[])[] } {
  const choices = seats.map(({ people: members }) =>
    [...members]
      .sort((a, b) => people[a]!.cost[start]! - people[b]!.cost[start]! || a - b)
      .slice(0, seats.length + OTHERS_LOOKED_AT),
  );
  let best = { cost: most, fillings: [] as number[][] };
  const sitting: number[] = [];
  const fill = (seat: number, cost: number): void => {
    if (cost > best.cost || (cost === best.cost && best.fillings.length === WAYS)) return;
    if (seat === seats.length) {
      if (cost < best.cost) best = { cost, fillings: [] };
      best.fillings.push([...sitting]);
      return;
    }
    for (const person of choices[seat]!) {
      if (sitting.includes(person)) continue;
      sitting.push(person);
      fill(seat + 1, cost + people[person]!.cost[start]!);
      sitting.pop();
    }
  };
  fill(0, commonCost[start]!);
  return best;
}

function rulesAt({ common, people }: Board, start: number, sitting: readonly number[]): Violation[] {
  return [...common, ...sitting.flatMap((person) => people[person]!.violations)].filter((one) => saysNo(one, start));
}
