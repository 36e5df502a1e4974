import type { Id } from '#libs/kernel/index.js';
import type { BatchCandidate, BatchPerson } from './batch.js';
import { costOfStay, Crowds, wantStay, type Stay } from './batch-crowds.js';
import { batchDay, dayCapacities, waysToSit } from './batch-days.js';
import { newGood, Stall, type Good, type Offer } from './batch-stalls.js';

/** How often prices are looked at anew before the bound is taken as it is. */
const ROUNDS = 6_000;
/** How much of the last direction is kept, which keeps prices from swinging. */
const KEPT = 0.8;

/**
 * How many candidates can get an interview at most, by prices. Put any prices that are not negative on people's quarters of an hour, days and weeks: whoever gets an
 * interview pays for all it takes, nobody pays more than 1 for one. No plan is larger than what all prices sum up to and what candidates save at their cheapest
 * times (weak duality of linear programs). Prices are looked for that make this small, by steps along the subgradient, until it is under `enough` + 1 or tried out.
 */
export function findPrices(candidates: readonly BatchCandidate[], people: readonly BatchPerson[], enough: number): Prices {
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
    if (since > 40) [pace, since] = [pace * 0.85, 0];
    if (pace < 1e-3) break;
    market.step(pace, bound, enough + 0.5);
  }
  return { bound: Math.floor(least + 1e-6), costs: market.costs() };
}

/** What the prices prove, and what they are. */
export interface Prices {
  readonly bound: number;
  /** For each candidate and each of their times, the people who could sit and what that costs, as far as these are few enough to be listed. */
  readonly costs: readonly (readonly (readonly PricedSitting[])[])[];
}

export interface PricedSitting {
  readonly personIds: readonly Id[];
  readonly cost: number;
}

/** Some people at some time. */
interface Sitting {
  readonly offers: readonly Offer[];
  readonly stay: Stay | null;
}

/** A time with those who may sit then, which several candidates may want. */
interface Place {
  /** Null: too many to be listed. */
  readonly sittings: readonly Sitting[] | null;
  readonly seats: readonly (readonly Offer[])[];
  /** The day, of everybody together. */
  readonly day: Good | null;
  cost: number;
  bought: Sitting | null;
}

class Market {
  private readonly moments = new Map<Id, Good[]>();
  private readonly goods: Good[] = [];
  private readonly offers: Offer[] = [];
  private readonly sums = new Map<Id, Float64Array>();
  private readonly places = new Map<string, Place>();
  private readonly crowds: Crowds;
  /** Candidate by candidate, where they could be. */
  private readonly buyers: readonly (readonly Place[])[];

  constructor(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]) {
    const stalls = new Map(people.map((person) => [person.id, new Stall(person, candidates, this.goods)]));
    for (const [id, { moments }] of stalls) {
      this.moments.set(id, moments);
      this.sums.set(id, new Float64Array(moments.length + 1));
    }
    const days = new Map([...dayCapacities(candidates, people)].map(([day, room]): [number, Good] => [day, newGood(room)]));
    this.goods.push(...days.values());
    const all = candidates.flatMap(({ options }) => options);
    const pools = new Map(all.map(({ seats }) => [JSON.stringify(seats), seats]));
    const starts = all.map(({ start_ms }) => start_ms);
    this.crowds = new Crowds(
      [...pools.values()].flatMap((seats) => waysToSit(seats) ?? []),
      starts,
      this.goods,
    );
    this.buyers = candidates.map(({ options, duration_min }) =>
      options.map(({ start_ms, seats }) => {
        const key = `${start_ms} ${duration_min} ${JSON.stringify(seats)}`;
        const known = this.places.get(key);
        if (known) return known;
        const present = seats.map((members) => members.filter((id) => stalls.has(id)));
        const offer = (id: Id): Offer => stalls.get(id)!.offer(start_ms, duration_min, this.offers);
        const ways = waysToSit(present);
        const place: Place = {
          sittings: ways?.map((ids) => this.sitting(ids.map(offer), start_ms)) ?? null,
          seats: present.map((members) => members.map(offer)),
          day: days.get(batchDay(start_ms)) ?? null,
          cost: 0,
          bought: null,
        };
        this.places.set(key, place);
        return place;
      }),
    );
  }

  private sitting(offers: readonly Offer[], start_ms: number): Sitting {
    const end_ms = Math.min(...offers.map((offer) => offer.end_ms));
    return {
      offers,
      stay: this.crowds.stay(
        offers.map(({ personId }) => personId),
        start_ms,
        end_ms,
      ),
    };
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
    this.crowds.reckon();
    for (const offer of this.offers) {
      const sums = this.sums.get(offer.personId)!;
      offer.cost = sums[offer.last]! - sums[offer.first]! + (offer.day?.price ?? 0) + (offer.week?.price ?? 0);
    }
    for (const place of this.places.values()) choose(place);
    for (const places of this.buyers) {
      let least: Place | null = null;
      for (const place of places) if (place.cost < (least?.cost ?? 1)) least = place;
      if (least === null) continue;
      bound += 1 - least.cost;
      for (const offer of least.bought!.offers) this.want(offer);
      if (least.bought!.stay !== null) wantStay(least.bought!.stay);
      if (least.day) least.day.over -= 1;
    }
    return bound;
  }

  costs(): PricedSitting[][][] {
    return this.buyers.map((places) =>
      places.map((place) =>
        (place.sittings ?? []).map((sitting) => ({
          personIds: sitting.offers.map(({ personId }) => personId),
          cost: costOf(place, sitting),
        })),
      ),
    );
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

/** Takes the cheapest of the sittings; where they are too many each seat takes its cheapest, whoever that is, which is never dearer. */
function choose(place: Place): void {
  place.cost = Infinity;
  for (const sitting of place.sittings ?? [eachTheCheapest(place.seats)]) {
    const cost = costOf(place, sitting);
    if (cost < place.cost) [place.cost, place.bought] = [cost, sitting];
  }
}

function costOf({ day }: Place, { offers, stay }: Sitting): number {
  let cost = (day?.price ?? 0) + (stay === null ? 0 : costOfStay(stay));
  for (const offer of offers) cost += offer.cost;
  return cost;
}

function eachTheCheapest(seats: readonly (readonly Offer[])[]): Sitting {
  const offers = seats.map((those) => those.reduce((a, b) => (b.cost < a.cost ? b : a)));
  return { offers, stay: null };
}
