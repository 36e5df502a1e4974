import { dateInZone, type Id } from '#libs/kernel/index.js';
import type { BatchCandidate, BatchPerson } from './batch.js';
import { mondayOf } from './hours.js';
import { MINUTE_MS } from './slot-query.js';

/**
 * How many candidates can get an interview at most. Seat by seat, and all seats together: each place goes to a person and a day, a day holds as many as fit into the
 * times that anybody has there, a week as many as the person takes; the largest flow from candidates to weeks is more than no plan gives.
 */
export function batchBound(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]): number {
  const able = candidates.filter(({ options }) => options.length > 0);
  const seats = Math.max(0, ...able.map(({ options }) => options[0]!.seats.length));
  if (seats === 0) return able.length;
  const days = peopleDays(able, people);
  const perSeat = Array.from({ length: seats }, (_, seat) => flow(able, days, [seat]));
  const together = Math.floor(flow(able, days, [...perSeat.keys()]) / seats);
  return Math.min(able.length, ...perSeat, together, byDays(able, people, days, seats));
}

/**
 * The same seen from the days: a panel needs all its seats on one day, so a day holds no more interviews than the people of its poorest seat have room for, nor
 * than all of them have together for all seats.
 */
function byDays(
  candidates: readonly BatchCandidate[],
  people: readonly BatchPerson[],
  { keyOf, byKey }: Days,
  seats: number,
): number {
  const date = (start_ms: number): number => Math.floor(start_ms / 86_400_000);
  const pools = new Map<number, Map<string, Set<number>>>();
  for (const { options } of candidates)
    for (const option of options) {
      const day = pools.get(date(option.start_ms)) ?? new Map<string, Set<number>>();
      pools.set(date(option.start_ms), day);
      for (const [seat, members] of option.seats.entries())
        for (const id of members)
          day.set(keyOf(id, option.start_ms), (day.get(keyOf(id, option.start_ms)) ?? new Set()).add(seat));
    }
  const network = new Network();
  const [source, sink] = [network.node(), network.node()];
  const nodes = new Map<number, number>();
  for (const [day, members] of pools) {
    // A day of the world touches two days of a person; each counts with all it has.
    const room = (seat: number | null): number =>
      [...members].reduce((sum, [key, at]) => (seat === null || at.has(seat) ? sum + (byKey.get(key)?.capacity ?? 0) : sum), 0);
    const each = Array.from({ length: seats }, (_, seat) => room(seat));
    nodes.set(day, network.node());
    network.edge(nodes.get(day)!, sink, Math.min(Math.floor(room(null) / seats), ...each));
  }
  for (const { options } of candidates) {
    const node = network.node();
    network.edge(source, node, 1);
    for (const day of new Set(options.map(({ start_ms }) => date(start_ms)))) network.edge(node, nodes.get(day)!, 1);
  }
  return people.length === 0 ? 0 : network.flow(source, sink);
}

/** A day of a person: how many interviews fit, and the week that it belongs to. */
interface PersonDay {
  readonly capacity: number;
  readonly week: string;
  readonly weekCapacity: number;
}

interface Days {
  readonly keyOf: (personId: Id, start_ms: number) => string;
  readonly byKey: ReadonlyMap<string, PersonDay>;
}

function peopleDays(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]): Days {
  const shortest_ms = Math.min(...candidates.map(({ duration_min }) => duration_min)) * MINUTE_MS;
  const persons = new Map(people.map((person) => [person.id, person]));
  const dates = new Map<string, string>();
  const dateOf = (personId: Id, start_ms: number): string => {
    const zone = persons.get(personId)?.limits.zone ?? 'UTC';
    const key = `${zone} ${start_ms}`;
    const known = dates.get(key) ?? dateInZone(start_ms, zone);
    dates.set(key, known);
    return known;
  };
  const starts = new Map<string, Set<number>>();
  for (const { options } of candidates)
    for (const { start_ms, seats } of options)
      for (const personId of new Set(seats.flat())) {
        const key = `${personId} ${dateOf(personId, start_ms)}`;
        const known = starts.get(key);
        if (known === undefined) starts.set(key, new Set([start_ms]));
        else known.add(start_ms);
      }
  const byKey = new Map<string, PersonDay>();
  for (const [key, at] of starts) {
    const [personId, date] = key.split(' ') as [Id, string];
    const person = persons.get(personId);
    if (person === undefined) continue;
    const { limits, held, before_min, after_min } = person;
    const gap_ms = Math.max(before_min + after_min, limits.rest_min) * MINUTE_MS;
    const monday = mondayOf(date);
    const heldOn = (matches: (on: string) => boolean) =>
      held.filter(({ start_ms }) => matches(dateInZone(start_ms, limits.zone))).length;
    const ofDay = limits.perDay === null ? Infinity : Math.max(0, limits.perDay - heldOn((on) => on === date));
    const ofWeek = limits.perWeek === null ? Infinity : Math.max(0, limits.perWeek - heldOn((on) => mondayOf(on) === monday));
    byKey.set(key, {
      capacity: Math.min(packed(at, shortest_ms + gap_ms), ofDay),
      week: `${personId} ${monday}`,
      weekCapacity: ofWeek,
    });
  }
  return { keyOf: (personId, start_ms) => `${personId} ${dateOf(personId, start_ms)}`, byKey };
}

/** How many interviews fit one after the other: the earliest first is best when all are equally long. */
function packed(starts: ReadonlySet<number>, step_ms: number): number {
  let next_ms = -Infinity;
  let count = 0;
  for (const start_ms of [...starts].sort((a, b) => a - b)) {
    if (start_ms < next_ms) continue;
    count += 1;
    next_ms = start_ms + step_ms;
  }
  return count;
}

/** The largest flow from (candidate, seat) through people's days and weeks. */
function flow(candidates: readonly BatchCandidate[], { keyOf, byKey }: Days, seats: readonly number[]): number {
  const network = new Network();
  const [source, sink] = [network.node(), network.node()];
  const weeks = new Map<string, number>();
  const days = new Map<string, number>();
  for (const [key, { capacity, week, weekCapacity }] of byKey) {
    if (!weeks.has(week)) {
      weeks.set(week, network.node());
      network.edge(weeks.get(week)!, sink, weekCapacity);
    }
    days.set(key, network.node());
    network.edge(days.get(key)!, weeks.get(week)!, capacity);
  }
  for (const { options } of candidates) {
    for (const seat of seats) {
      const unit = network.node();
      network.edge(source, unit, 1);
      const keys = new Set(options.flatMap((option) => (option.seats[seat] ?? []).map((id) => keyOf(id, option.start_ms))));
      for (const key of keys) if (days.has(key)) network.edge(unit, days.get(key)!, 1);
    }
  }
  return network.flow(source, sink);
}

/** Whole capacities between numbered nodes; the largest flow by shortest augmenting paths (Edmonds and Karp), which for units of one is quick. */
class Network {
  private readonly from: number[][] = [];
  private readonly to: number[] = [];
  private readonly room: number[] = [];

  node(): number {
    this.from.push([]);
    return this.from.length - 1;
  }

  edge(a: number, b: number, capacity: number): void {
    this.from[a]!.push(this.to.length);
    this.to.push(b);
    this.room.push(capacity);
    this.from[b]!.push(this.to.length);
    this.to.push(a);
    this.room.push(0);
  }

  /** Every path begins with an edge of one unit, so each adds one. */
  flow(source: number, sink: number): number {
    let total = 0;
    for (let path = this.path(source, sink); path !== null; path = this.path(source, sink)) {
      for (const edge of path) {
        this.room[edge]! -= 1;
        this.room[edge ^ 1]! += 1;
      }
      total += 1;
    }
    return total;
  }

  private path(source: number, sink: number): number[] | null {
    const by = new Map<number, number>();
    const queue = [source];
    for (const node of queue) {
      for (const edge of this.from[node]!) {
        const next = this.to[edge]!;
        if (this.room[edge]! <= 0 || next === source || by.has(next)) continue;
        by.set(next, edge);
        if (next !== sink) {
          queue.push(next);
          continue;
        }
        const path: number[] = [];
        for (let at = sink; at !== source; at = this.to[by.get(at)! ^ 1]!) path.push(by.get(at)!);
        return path;
      }
    }
    return null;
  }
}
