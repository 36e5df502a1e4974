import { dateInZone, type Id } from '#libs/kernel/index.js';
import type { BatchCandidate, BatchOption, BatchPerson, BatchPlan } from './batch.js';
import { mondayOf } from './hours.js';
import { MINUTE_MS } from './slot-query.js';

/** An interview of the plan as it stands. */
export interface Placed {
  readonly candidate: BatchCandidate;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly personIds: readonly Id[];
}

/** A way of placing a candidate, and which interviews of the plan would have to go for it. */
export interface Seating {
  readonly placed: Placed;
  readonly inTheWay: readonly Placed[];
}

/** Who has which time at present. */
export class Board {
  private readonly placed = new Map<Id, Placed>();
  private readonly diaries: Map<Id, Diary>;

  constructor(people: readonly BatchPerson[]) {
    this.diaries = new Map(people.map((person) => [person.id, new Diary(person)]));
  }

  get size(): number {
    return this.placed.size;
  }

  of(candidate: BatchCandidate): Placed | null {
    return this.placed.get(candidate.id) ?? null;
  }

  all(): Placed[] {
    return [...this.placed.values()];
  }

  /** Gives the candidate their earliest time that is free, looking from the option `from` on and round; false when there is none. */
  place(candidate: BatchCandidate, from = 0): boolean {
    const { options } = candidate;
    for (let at = 0; at < options.length; at += 1) {
      const found = this.seat(candidate, options[(from + at) % options.length]!, false);
      if (found === null) continue;
      this.put(found.placed);
      return true;
    }
    return false;
  }

  /** Who would sit at this time: people who are free, or with fewest others in the way when these may be. Null when a seat has nobody. */
  seat(candidate: BatchCandidate, { start_ms, seats }: BatchOption, overOthers: boolean): Seating | null {
    const end_ms = start_ms + candidate.duration_min * MINUTE_MS;
    const sitting: Id[] = [];
    const personIds: Id[] = [];
    const inTheWay = new Set<Placed>();
    // Whoever has least choice is seated first.
    const order = seats.length === 1 ? [0] : [...seats.keys()].sort((a, b) => seats[a]!.length - seats[b]!.length);
    for (const seat of order) {
      const members = seats[seat]!;
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
      personIds[seat] = best.id;
      for (const other of best.blocked) inTheWay.add(other);
    }
    return { placed: { candidate, start_ms, end_ms, personIds }, inTheWay: [...inTheWay] };
  }

  /** Whether everybody could sit there with nobody in the way. */
  isFree({ start_ms, end_ms, personIds }: Pick<Placed, 'start_ms' | 'end_ms' | 'personIds'>): boolean {
    return personIds.every((id) => this.diaries.get(id)?.isFree(start_ms, end_ms) ?? false);
  }

  put(placed: Placed): void {
    this.placed.set(placed.candidate.id, placed);
    for (const id of placed.personIds) this.diaries.get(id)!.add(placed);
  }

  take(placed: Placed): void {
    this.placed.delete(placed.candidate.id);
    for (const id of placed.personIds) this.diaries.get(id)!.remove(placed);
  }

  restore(before: readonly Placed[]): void {
    const kept = new Set(before);
    for (const placed of this.all()) if (!kept.has(placed)) this.take(placed);
    for (const placed of before) if (this.placed.get(placed.candidate.id) !== placed) this.put(placed);
  }

  interviews(): BatchPlan['interviews'] {
    return this.all()
      .map(({ candidate: { id }, start_ms, personIds }) => ({ candidateId: id, start_ms, personIds }))
      .sort((a, b) => a.start_ms - b.start_ms || compare(a.candidateId, b.candidateId));
  }
}

interface Held {
  readonly placed: Placed;
  readonly date: string;
  readonly week: string;
}

/** One person's interviews of the plan. */
class Diary {
  private readonly mine: Held[] = [];
  private readonly gap_ms: number;
  private readonly held: { readonly days: Map<string, number>; readonly weeks: Map<string, number> };
  private readonly dates = new Map<number, Pick<Held, 'date' | 'week'>>();

  constructor(private readonly person: BatchPerson) {
    const { before_min, after_min, limits } = person;
    this.gap_ms = Math.max(before_min + after_min, limits.rest_min) * MINUTE_MS;
    this.held = { days: new Map(), weeks: new Map() };
    for (const { start_ms } of person.held) {
      const { date, week } = this.dateOf(start_ms);
      count(this.held.days, date);
      count(this.held.weeks, week);
    }
  }

  get load(): number {
    return this.mine.length;
  }

  add(placed: Placed): void {
    this.mine.push({ placed, ...this.dateOf(placed.start_ms) });
  }

  remove(placed: Placed): void {
    const at = this.mine.findIndex((held) => held.placed === placed);
    if (at >= 0) this.mine.splice(at, 1);
  }

  isFree(start_ms: number, end_ms: number): boolean {
    for (const { placed } of this.mine)
      if (placed.start_ms < end_ms + this.gap_ms && start_ms < placed.end_ms + this.gap_ms) return false;
    const { perDay, perWeek } = this.person.limits;
    return (perDay === null && perWeek === null) || this.inTheWay(start_ms, end_ms)?.length === 0;
  }

  /** Which interviews of the plan would have to go for one at this time; null when none would help, since what is held already fills the day or the week. */
  inTheWay(start_ms: number, end_ms: number): readonly Placed[] | null {
    const blocked: Placed[] = [];
    for (const { placed } of this.mine) {
      if (placed.start_ms < end_ms + this.gap_ms && start_ms < placed.end_ms + this.gap_ms) blocked.push(placed);
    }
    const { perDay, perWeek } = this.person.limits;
    if (perDay === null && perWeek === null) return blocked;
    const { date, week } = this.dateOf(start_ms);
    if (perDay !== null) {
      const room = perDay - (this.held.days.get(date) ?? 0);
      if (room <= 0) return null;
      this.makeRoom(blocked, room, (one) => one.date === date);
    }
    if (perWeek !== null) {
      const room = perWeek - (this.held.weeks.get(week) ?? 0);
      if (room <= 0) return null;
      this.makeRoom(blocked, room, (one) => one.week === week);
    }
    return blocked;
  }

  /** Adds to `blocked` until fewer than `room` of those that count are left. */
  private makeRoom(blocked: Placed[], room: number, counts: (one: Held) => boolean): void {
    const others = this.mine.filter((one) => counts(one) && !blocked.includes(one.placed));
    for (let over = others.length + 1 - room; over > 0; over -= 1) blocked.push(others[over - 1]!.placed);
  }

  private dateOf(at_ms: number): Pick<Held, 'date' | 'week'> {
    const known = this.dates.get(at_ms);
    if (known !== undefined) return known;
    const date = dateInZone(at_ms, this.person.limits.zone);
    const day = { date, week: mondayOf(date) };
    this.dates.set(at_ms, day);
    return day;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function compare(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
