import { dateInZone, type Id } from '#libs/kernel/index.js';
import type { BatchCandidate, BatchPerson } from './batch.js';
import { batchDay, dayCapacities } from './batch-days.js';
import { mondayOf } from './hours.js';
import { MINUTE_MS } from './slot-query.js';

/** How often prices are looked at anew before the bound is taken as it is. */
const ROUNDS = 3_000;
/** How much of the last direction is kept, which keeps prices from swinging. */
const KEPT = 0.6;
/** Ways of filling an option's seats that are tried one by one; where there are more, each seat takes its cheapest, whoever that is. */
const WAYS = 60;

/**
 * How many candidates can get an interview at most, by prices. Put any prices that are not negative on people's quarters of an hour, days and weeks: whoever gets an
 * interview pays for all it takes, nobody pays more than 1 for one. No plan is larger than what all prices sum up to and what candidates save at their cheapest
 * times (weak duality of linear programs). Prices are looked for that make this small, by steps along the subgradient, until it is under `enough` + 1 or tried out.
 */
export function pricedBound(candidates: readonly BatchCandidate[], people: readonly BatchPerson[], enough: number): number {
  const market = new Market(candidates, people);
  let least = Infinity;
  let pace = 1;
  let since = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const bound = market.bound();
    if (bound < least - 1e-3) since = 0;
    else since += 1;
    least = Math.min(least, bound);
    if (least < enough + 1 - 1e-6) break;
    if (since > 40) [pace, since] = [pace * 0.7, 0];
    if (pace < 1e-3) break;
    market.step(pace, bound, enough + 0.5);
  }
  return Math.floor(least + 1e-6);
}

/** What is sold once, or as often as it has room: a moment of a person, a day, a week. */
interface Good {
  readonly room: number;
  price: number;
  /** How much more is there than was wanted, and the direction in which its price moves. */
  over: number;
  pull: number;
}

/** What one person has to sell at one time. */
interface Offer {
  readonly personId: Id;
  /** Their moments from the first to before the last. */
  readonly first: number;
  readonly last: number;
  readonly day: Good | null;
  readonly week: Good | null;
  cost: number;
}

/** A time with its seats, which several candidates may want. */
interface Place {
  readonly seats: readonly (readonly Offer[])[];
  /** The day, of everybody together. */
  readonly day: Good | null;
  cost: number;
  bought: readonly Offer[];
}

class Market {
  private readonly moments = new Map<Id, Good[]>();
  private readonly goods: Good[] = [];
  private readonly offers: Offer[] = [];
  private readonly sums = new Map<Id, Float64Array>();
  private readonly places = new Map<string, Place>();
  /** Candidate by candidate, where they could be. */
  private readonly buyers: readonly (readonly Place[])[];

  constructor(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]) {
    const stalls = new Map(people.map((person) => [person.id, new Stall(person, candidates, this.goods)]));
    for (const [id, { moments }] of stalls) {
      this.moments.set(id, moments);
      this.sums.set(id, new Float64Array(moments.length + 1));
    }
    const days = new Map(
      [...dayCapacities(candidates, people)].map(([day, room]): [number, Good] => [day, { room, price: 0, over: 0, pull: 0 }]),
    );
    this.goods.push(...days.values());
    this.buyers = candidates.map(({ options, duration_min }) =>
      options.map(({ start_ms, seats }) => {
        const key = `${start_ms} ${duration_min} ${seats.map((members) => members.join()).join(' ')}`;
        const known = this.places.get(key);
        if (known) return known;
        const theirs = seats.map((members) =>
          members.flatMap((id) => stalls.get(id)?.offer(start_ms, duration_min, this.offers) ?? []),
        );
        const place = { seats: theirs, day: days.get(batchDay(start_ms)) ?? null, cost: 0, bought: [] };
        this.places.set(key, place);
        return place;
      }),
    );
  }

  /** The bound by the present prices; goods know afterwards what was wanted of them. */
  bound(): number {
    let bound = 0;
    for (const good of this.goods) {
      bound += good.room * good.price;
      good.over = good.room;
    }
    for (const [id, moments] of this.moments) {
      const sums = this.sums.get(id)!;
      for (const [at, { price }] of moments.entries()) sums[at + 1] = sums[at]! + price;
    }
    for (const offer of this.offers) {
      const sums = this.sums.get(offer.personId)!;
      offer.cost = sums[offer.last]! - sums[offer.first]! + (offer.day?.price ?? 0) + (offer.week?.price ?? 0);
    }
    for (const place of this.places.values()) {
      [place.cost, place.bought] = cheapest(place.seats);
      place.cost += place.day?.price ?? 0;
    }
    for (const places of this.buyers) {
      let least: Place | null = null;
      for (const place of places) if (place.cost < (least?.cost ?? 1)) least = place;
      if (least === null) continue;
      bound += 1 - least.cost;
      for (const offer of least.bought) this.want(offer);
      if (least.day) least.day.over -= 1;
    }
    return bound;
  }

  /** Dearer is what more want than there is, cheaper what lies about; the last direction is kept in part, which keeps prices from swinging. */
  step(pace: number, bound: number, target: number): void {
    let length = 0;
    for (const good of this.goods) {
      // What is worth nothing cannot become cheaper.
      const slope = good.price <= 0 && good.over > 0 ? 0 : good.over;
      good.pull = slope + KEPT * good.pull;
      length += slope * slope;
    }
    if (length === 0) return;
    const size = (pace * Math.max(bound - target, 0.05)) / length;
    for (const good of this.goods) good.price = Math.min(1, Math.max(0, good.price - size * good.pull));
  }

  private want({ personId, first, last, day, week }: Offer): void {
    const moments = this.moments.get(personId)!;
    for (let at = first; at < last; at += 1) moments[at]!.over -= 1;
    if (day) day.over -= 1;
    if (week) week.over -= 1;
  }
}

/** The cheapest way of filling the seats with different people; where it would cost more than 1 or be long to find, no more than that costs. */
function cheapest(seats: readonly (readonly Offer[])[]): [number, readonly Offer[]] {
  const best = seats.map((offers) => offers.reduce<Offer | null>((a, b) => (a === null || b.cost < a.cost ? b : a), null));
  if (best.includes(null)) return [Infinity, []];
  const offers = best as Offer[];
  const cost = offers.reduce((sum, offer) => sum + offer.cost, 0);
  if (cost >= 1) return [cost, offers];
  const distinct = new Set(offers.map(({ personId }) => personId)).size === offers.length;
  if (distinct || seats.reduce((ways, each) => ways * each.length, 1) > WAYS) return [cost, offers];
  let least: [number, readonly Offer[]] = [Infinity, []];
  const fill = (seat: number, sum: number, taken: readonly Offer[]): void => {
    if (sum >= least[0]) return;
    if (seat === seats.length) {
      least = [sum, taken];
      return;
    }
    for (const offer of seats[seat]!)
      if (!taken.some(({ personId }) => personId === offer.personId)) fill(seat + 1, sum + offer.cost, [...taken, offer]);
  };
  fill(0, 0, []);
  return least;
}

/** One person's moments, days and weeks. */
class Stall {
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
    const offer = { personId, first, last, day, week, cost: 0 };
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
    const good = { room, price: 0, over: 0, pull: 0 };
    this.goods.push(good);
    return good;
  }
}
