import { dateInZone, type Id } from '#libs/kernel/index.js';
import { batchBound } from './batch-bound.js';
import type { BatchCandidate, BatchOption, BatchPerson, BatchPlan } from './batch.js';
import { mondayOf } from './hours.js';
import { MINUTE_MS } from './slot-query.js';

/** How many times are looked at for those who are left out before the plan is taken as it is. */
const STEPS = 300_000;
const DEPTH = 3;
/** How many others may have to go for one. */
const OTHERS = 3;

/**
 * Gives as many candidates as possible an interview with few interviewers. Whoever has fewest times is placed first, at their earliest time with the least loaded
 * people; who is left out takes the place of others if these can move (augmenting chains). The same input gives the same plan.
 */
export function planBatch(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]): BatchPlan {
  const order = [...candidates].sort((a, b) => a.options.length - b.options.length || compare(a.id, b.id));
  const board = new Board(people);
  const waiting = order.filter((candidate) => !board.place(candidate));
  const bound = batchBound(candidates, people);
  const search = { left: STEPS };
  let without = waiting;
  // Short chains first: they are many and cost little.
  for (let depth = 1; depth <= DEPTH && search.left > 0; depth += 1) {
    let still = without;
    do {
      without = still;
      if (candidates.length - without.length >= bound) break;
      still = without.filter((candidate) => !board.displace(candidate, depth, new Set([candidate.id]), search));
    } while (still.length < without.length);
  }
  return { interviews: board.interviews(), without: without.map(({ id }) => id).sort(compare), bound };
}

interface Placed {
  readonly candidate: BatchCandidate;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly personIds: readonly Id[];
}

/** Who has which time at present. */
class Board {
  private readonly placed = new Map<Id, Placed>();
  private readonly diaries: Map<Id, Diary>;

  constructor(people: readonly BatchPerson[]) {
    this.diaries = new Map(people.map((person) => [person.id, new Diary(person)]));
  }

  /** Gives the candidate their earliest time that is free; false when there is none. */
  place(candidate: BatchCandidate, search = { left: Infinity }): boolean {
    for (const option of candidate.options) {
      if ((search.left -= 1) < 0) return false;
      const found = this.seat(candidate, option, false);
      if (found === null) continue;
      this.put(found.placed);
      return true;
    }
    return false;
  }

  /** Gives the candidate a time that others have, if these find another one. */
  displace(candidate: BatchCandidate, depth: number, tried: Set<Id>, search: { left: number }): boolean {
    for (const option of candidate.options) {
      if ((search.left -= 1) < 0) return false;
      const found = this.seat(candidate, option, true);
      if (found === null || found.inTheWay.length > OTHERS || found.inTheWay.some(({ candidate: { id } }) => tried.has(id)))
        continue;
      const before = [...this.placed.values()];
      for (const other of found.inTheWay) this.take(other);
      this.put(found.placed);
      const moved = found.inTheWay.every(({ candidate: other }) => {
        if (this.place(other, search)) return true;
        return depth > 1 && this.displace(other, depth - 1, new Set([...tried, other.id]), search);
      });
      if (moved) return true;
      this.restore(before);
    }
    return false;
  }

  interviews(): BatchPlan['interviews'] {
    return [...this.placed.values()]
      .map(({ candidate: { id }, start_ms, personIds }) => ({ candidateId: id, start_ms, personIds }))
      .sort((a, b) => a.start_ms - b.start_ms || compare(a.candidateId, b.candidateId));
  }

  /** Who would sit at this time: people who are free, or with fewest others in the way when these may be. Null when a seat has nobody. */
  private seat(
    candidate: BatchCandidate,
    { start_ms, seats }: BatchOption,
    overOthers: boolean,
  ): { readonly placed: Placed; readonly inTheWay: readonly Placed[] } | null {
    const end_ms = start_ms + candidate.duration_min * MINUTE_MS;
    const sitting: Id[] = [];
    const inTheWay = new Set<Placed>();
    for (const members of seats) {
      let best: { readonly id: Id; readonly blocked: readonly Placed[]; readonly load: number } | null = null;
      for (const id of members) {
        const diary = this.diaries.get(id);
        if (diary === undefined || sitting.includes(id)) continue;
        const blocked = diary.inTheWay(start_ms, end_ms);
        if (blocked === null || (blocked.length > 0 && !overOthers)) continue;
        const better =
          best === null ||
          blocked.length < best.blocked.length ||
          (blocked.length === best.blocked.length && diary.load < best.load);
        if (better) best = { id, blocked, load: diary.load };
      }
      if (best === null) return null;
      sitting.push(best.id);
      for (const other of best.blocked) inTheWay.add(other);
    }
    return { placed: { candidate, start_ms, end_ms, personIds: sitting }, inTheWay: [...inTheWay] };
  }

  private put(placed: Placed): void {
    this.placed.set(placed.candidate.id, placed);
    for (const id of placed.personIds) this.diaries.get(id)!.add(placed);
  }

  private take(placed: Placed): void {
    this.placed.delete(placed.candidate.id);
    for (const id of placed.personIds) this.diaries.get(id)!.remove(placed);
  }

  private restore(before: readonly Placed[]): void {
    const kept = new Set(before);
    for (const placed of [...this.placed.values()]) if (!kept.has(placed)) this.take(placed);
    for (const placed of before) if (this.placed.get(placed.candidate.id) !== placed) this.put(placed);
  }
}

/** One person's interviews of the plan. */
class Diary {
  private readonly mine = new Set<Placed>();
  private readonly gap_ms: number;
  private readonly held: { readonly days: Map<string, number>; readonly weeks: Map<string, number> };

  constructor(private readonly person: BatchPerson) {
    const { before_min, after_min, limits } = person;
    this.gap_ms = Math.max(before_min + after_min, limits.rest_min) * MINUTE_MS;
    this.held = { days: new Map(), weeks: new Map() };
    for (const { start_ms } of person.held) {
      const date = this.dateOf(start_ms);
      count(this.held.days, date);
      count(this.held.weeks, mondayOf(date));
    }
  }

  get load(): number {
    return this.mine.size;
  }

  add(placed: Placed): void {
    this.mine.add(placed);
  }

  remove(placed: Placed): void {
    this.mine.delete(placed);
  }

  /** Which interviews of the plan would have to go for one at this time; null when none would help, since what is held already fills the day or the week. */
  inTheWay(start_ms: number, end_ms: number): readonly Placed[] | null {
    const blocked: Placed[] = [];
    for (const one of this.mine) {
      if (one.start_ms < end_ms + this.gap_ms && start_ms < one.end_ms + this.gap_ms) blocked.push(one);
    }
    const { perDay, perWeek } = this.person.limits;
    if (perDay === null && perWeek === null) return blocked;
    const date = this.dateOf(start_ms);
    const heldToday = this.held.days.get(date) ?? 0;
    if (perDay !== null) {
      if (heldToday >= perDay) return null;
      this.makeRoom(blocked, perDay - heldToday, (one) => this.dateOf(one.start_ms) === date);
    }
    if (perWeek !== null) {
      const week = this.weekOf(date);
      const heldInWeek = this.held.weeks.get(week) ?? 0;
      if (heldInWeek >= perWeek) return null;
      this.makeRoom(blocked, perWeek - heldInWeek, (one) => this.weekOf(this.dateOf(one.start_ms)) === week);
    }
    return blocked;
  }

  /** Adds to `blocked` until fewer than `room` of those that count are left. */
  private makeRoom(blocked: Placed[], room: number, counts: (one: Placed) => boolean): void {
    const others: Placed[] = [];
    for (const one of this.mine) if (counts(one) && !blocked.includes(one)) others.push(one);
    for (let over = others.length + 1 - room; over > 0; over -= 1) blocked.push(others[over - 1]!);
  }

  private readonly weeks = new Map<string, string>();

  private weekOf(date: string): string {
    const known = this.weeks.get(date) ?? mondayOf(date);
    this.weeks.set(date, known);
    return known;
  }

  private readonly dates = new Map<number, string>();

  private dateOf(at_ms: number): string {
    const known = this.dates.get(at_ms);
    if (known !== undefined) return known;
    const date = dateInZone(at_ms, this.person.limits.zone);
    this.dates.set(at_ms, date);
    return date;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function compare(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
