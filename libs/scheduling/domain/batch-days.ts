import { dateInZone, type Id } from '#libs/kernel/index.js';
import type { BatchCandidate, BatchPerson } from './batch.js';
import { MINUTE_MS } from './slot-query.js';

/** What is looked at of one day before nothing is said of it. */
const MOST_STATES = 16_000;
/** Ways of filling the seats at one time that are tried one by one. */
const MOST_WAYS = 60;
const DAY_MS = 86_400_000;

/** The day on which an interview begins, as days are counted here. */
export function batchDay(start_ms: number): number {
  return Math.floor(start_ms / DAY_MS);
}

/**
 * How many interviews a day holds at most, whoever the candidates are: exactly, by trying which of them begin at each time. Hours that seats share make this less
 * than each seat has room for. Days that are too full of choices are left out.
 */
export function dayCapacities(candidates: readonly BatchCandidate[], people: readonly BatchPerson[]): Map<number, number> {
  const days = new Map<number, Map<number, Map<string, Meeting>>>();
  const tooMany = new Set<number>();
  for (const { options, duration_min } of candidates)
    for (const { start_ms, seats } of options) {
      const ways = waysToSit(seats);
      if (ways === null) tooMany.add(batchDay(start_ms));
      const day = days.get(batchDay(start_ms)) ?? new Map<number, Map<string, Meeting>>();
      const here = day.get(start_ms) ?? new Map<string, Meeting>();
      days.set(batchDay(start_ms), day.set(start_ms, here));
      for (const sitting of ways ?? []) {
        const key = `${duration_min} ${[...sitting].sort().join(' ')}`;
        here.set(key, { end_ms: start_ms + duration_min * MINUTE_MS, sitting });
      }
    }
  const persons = new Map(people.map((person) => [person.id, person]));
  const capacities = new Map<number, number>();
  for (const [day, starts] of days) {
    if (tooMany.has(day)) continue;
    const most = new Day(starts, persons).most();
    if (most !== null) capacities.set(day, most);
  }
  return capacities;
}

interface Meeting {
  readonly end_ms: number;
  readonly sitting: readonly Id[];
}

/** Every way of filling the seats with different people; null where they are more than are worth trying one by one. */
export function waysToSit(seats: readonly (readonly Id[])[]): Id[][] | null {
  if (seats.reduce((ways, members) => ways * members.length, 1) > MOST_WAYS) return null;
  let ways: Id[][] = [[]];
  for (const members of seats) ways = ways.flatMap((way) => members.flatMap((id) => (way.includes(id) ? [] : [[...way, id]])));
  return ways;
}

/** When somebody is free again, and how many interviews they have begun on which of their dates. */
type State = ReadonlyMap<Id, { readonly free_ms: number; readonly date: string; readonly held: number }>;

class Day {
  private readonly times: readonly number[];
  private readonly known = new Map<string, number>();
  private readonly dates = new Map<string, { readonly date: string; readonly held: number }>();

  constructor(
    private readonly starts: ReadonlyMap<number, ReadonlyMap<string, Meeting>>,
    private readonly people: ReadonlyMap<Id, BatchPerson>,
  ) {
    this.times = [...starts.keys()].sort((a, b) => a - b);
  }

  /** Null: there is too much to look at. */
  most(): number | null {
    const most = this.from(0, new Map());
    return this.known.size >= MOST_STATES ? null : most;
  }

  /** The most that can begin at the n-th time or later. */
  private from(n: number, state: State): number {
    const start_ms = this.times[n];
    if (start_ms === undefined || this.known.size >= MOST_STATES) return 0;
    const key = `${n} ${keyOf(state, start_ms)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const most = this.beginning(n, start_ms, [...this.starts.get(start_ms)!.values()], 0, state);
    this.known.set(key, most);
    return most;
  }

  /** The most when of these meetings, which all begin now, only those from the `at`-th on are still chosen from. */
  private beginning(n: number, start_ms: number, meetings: readonly Meeting[], at: number, state: State): number {
    let most = this.from(n + 1, state);
    for (let next = at; next < meetings.length; next += 1) {
      const after = this.seated(meetings[next]!, start_ms, state);
      if (after !== null) most = Math.max(most, 1 + this.beginning(n, start_ms, meetings, next + 1, after));
    }
    return most;
  }

  private seated({ end_ms, sitting }: Meeting, start_ms: number, state: State): State | null {
    const after = new Map(state);
    for (const id of sitting) {
      const person = this.people.get(id);
      const before = state.get(id);
      if (person === undefined || (before !== undefined && before.free_ms > start_ms)) return null;
      const { before_min, after_min, limits } = person;
      const { date, held } = this.dayOf(person, start_ms);
      const count = (before?.date === date ? before.held : held) + 1;
      if (limits.perDay !== null && count > limits.perDay) return null;
      const gap_ms = Math.max(before_min + after_min, limits.rest_min) * MINUTE_MS;
      after.set(id, { free_ms: end_ms + gap_ms, date, held: limits.perDay === null ? 0 : count });
    }
    return after;
  }

  /** The person's date, and how many interviews they hold on it already; nothing where they limit no day. */
  private dayOf({ id, limits, held }: BatchPerson, start_ms: number): { readonly date: string; readonly held: number } {
    const key = `${id} ${start_ms}`;
    const known = this.dates.get(key);
    if (known !== undefined) return known;
    const date = limits.perDay === null ? '' : dateInZone(start_ms, limits.zone);
    const today = limits.perDay === null ? [] : held.filter((one) => dateInZone(one.start_ms, limits.zone) === date);
    const day = { date, held: today.length };
    this.dates.set(key, day);
    return day;
  }
}

function keyOf(state: State, start_ms: number): string {
  const parts = [...state].map(([id, { free_ms, date, held }]) => `${id}:${Math.max(0, free_ms - start_ms)}:${date}:${held}`);
  return parts.sort().join();
}
