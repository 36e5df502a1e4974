import { dateInZone, type Id } from '#libs/kernel/index.js';
import type { BatchCandidate, BatchPerson } from './batch.js';
import { mondayOf } from './hours.js';
import { MINUTE_MS } from './slot-query.js';

/** What is sold once, or as often as it has room: a moment of a person, a day, a week. */
export interface Good {
  readonly room: number;
  price: number;
  /** How much more is there than was wanted, and the direction in which its price moves. */
  over: number;
  pull: number;
}

/** What one person has to sell at one time. */
export interface Offer {
  readonly personId: Id;
  /** Their moments from the first to before the last. */
  readonly first: number;
  readonly last: number;
  readonly day: Good | null;
  readonly week: Good | null;
  /** The first moment after it, in epoch milliseconds. */
  readonly end_ms: number;
  cost: number;
}

export function newGood(room: number): Good {
  return { room, price: 0, over: 0, pull: 0 };
}

/** One person's moments, days and weeks. */
export class Stall {
  /** The starts at which they could sit: two interviews that overlap, gaps included, share one of these. */
  readonly moments: Good[];
  private readonly starts: readonly number[];
  private readonly gap_ms: number;
  private readonly days = new Map<string, Good>();
  private readonly weeks = new Map<string, Good>();
  private readonly made = new Map<string, Offer>();

  constructor(
    private readonly person: BatchPerson,
    candidates: readonly BatchCandidate[],
    private readonly goods: Good[],
  ) {
    const { before_min, after_min, limits } = person;
    this.gap_ms = Math.max(before_min + after_min, limits.rest_min) * MINUTE_MS;
    const starts = new Set<number>();
    for (const { options } of candidates)
      for (const { start_ms, seats } of options) if (seats.some((members) => members.includes(person.id))) starts.add(start_ms);
    this.starts = [...starts].sort((a, b) => a - b);
    this.moments = this.starts.map(() => this.good(1));
  }

  offer(start_ms: number, duration_min: number, offers: Offer[]): Offer {
    const key = `${start_ms} ${duration_min}`;
    const known = this.made.get(key);
    if (known) return known;
    const end_ms = start_ms + duration_min * MINUTE_MS + this.gap_ms;
    const first = this.starts.indexOf(start_ms);
    let last = first;
    while (last < this.starts.length && this.starts[last]! < end_ms) last += 1;
    const { id: personId, limits } = this.person;
    const date = dateInZone(start_ms, limits.zone);
    const day = this.limited(this.days, date, limits.perDay, (on) => on === date);
    const monday = mondayOf(date);
    const week = this.limited(this.weeks, monday, limits.perWeek, (on) => mondayOf(on) === monday);
    const offer = { personId, first, last, day, week, end_ms, cost: 0 };
    this.made.set(key, offer);
    offers.push(offer);
    return offer;
  }

  private limited(goods: Map<string, Good>, key: string, most: number | null, counts: (on: string) => boolean): Good | null {
    if (most === null) return null;
    const known = goods.get(key);
    if (known) return known;
    const { held, limits } = this.person;
    const taken = held.filter(({ start_ms }) => counts(dateInZone(start_ms, limits.zone))).length;
    const good = this.good(Math.max(0, most - taken));
    goods.set(key, good);
    return good;
  }

  private good(room: number): Good {
    const good = newGood(room);
    this.goods.push(good);
    return good;
  }
}
