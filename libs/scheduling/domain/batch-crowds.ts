import type { Id } from '#libs/kernel/index.js';
import { newGood, type Good } from './batch-stalls.js';

/** Of more people than this no groups are looked at: there are too many. */
const MOST_PEOPLE = 6;

/** People of whom no more than `room` interviews at a time can take `each` or more. */
interface Group {
  readonly members: ReadonlySet<Id>;
  readonly each: number;
  readonly room: number;
  /** One for each moment. */
  readonly moments: readonly Good[];
}

/** Who sits together, and the groups that this takes so and so much of. */
interface Way {
  readonly taken: readonly (readonly [Group, number])[];
  readonly sums: Float64Array;
}

/**
 * What groups of people can hold at one moment: three people make one panel of two, five make two (odd sets, J. Edmonds: Maximum matching and a polyhedron with 0,1-vertices,
 * 1965). Prices on single people know nothing of this: half a panel of each two of three people costs nobody more than they have.
 */
export class Crowds {
  private readonly ways = new Map<string, Way>();
  private readonly groups: readonly Group[];
  /** The number of a moment, by its instant. */
  private readonly at: ReadonlyMap<number, number>;
  private readonly sorted: readonly number[];

  constructor(sittings: readonly (readonly Id[])[], starts: readonly number[], goods: Good[]) {
    this.sorted = [...new Set(starts)].sort((a, b) => a - b);
    this.at = new Map(this.sorted.map((start_ms, n) => [start_ms, n]));
    const distinct = new Map(sittings.map((sitting) => [keyOf(sitting), sitting]));
    const people = [...new Set(sittings.flat())].sort();
    this.groups = groupsOf(people, [...distinct.values()]).map(({ members, each }) => {
      const room = Math.floor(members.size / each);
      return { members, each, room, moments: this.sorted.map(() => newGood(room)) };
    });
    for (const { moments } of this.groups) goods.push(...moments);
    for (const [key, sitting] of distinct) {
      const taken = this.groups.map((group) => [group, share(group, sitting)] as const).filter(([, count]) => count > 0);
      if (taken.length > 0) this.ways.set(key, { taken, sums: new Float64Array(this.sorted.length + 1) });
    }
  }

  /** Sums up the present prices. */
  reckon(): void {
    for (const { taken, sums } of this.ways.values())
      for (let at = 0; at < this.sorted.length; at += 1) {
        let price = 0;
        for (const [{ moments }, count] of taken) price += count * moments[at]!.price;
        sums[at + 1] = sums[at]! + price;
      }
  }

  /** What these people take when all of them sit from `start_ms` to before `end_ms`. */
  stay(sitting: readonly Id[], start_ms: number, end_ms: number): Stay | null {
    const way = this.ways.get(keyOf(sitting));
    if (way === undefined) return null;
    const first = this.at.get(start_ms)!;
    let last = first;
    while (last < this.sorted.length && this.sorted[last]! < end_ms) last += 1;
    return { way, first, last };
  }
}

/** One sitting at one time. */
export interface Stay {
  readonly way: Way;
  readonly first: number;
  readonly last: number;
}

export function costOfStay({ way, first, last }: Stay): number {
  return way.sums[last]! - way.sums[first]!;
}

export function wantStay({ way, first, last }: Stay): void {
  for (const [{ moments }, count] of way.taken) for (let at = first; at < last; at += 1) moments[at]!.over -= count;
}

function share({ members, each }: Pick<Group, 'members' | 'each'>, sitting: readonly Id[]): number {
  return Math.floor(sitting.filter((id) => members.has(id)).length / each);
}

/** Groups that say more than their people do one by one: not a multiple of `each`, and no one person sits in all that would be counted. */
function groupsOf(people: readonly Id[], sittings: readonly (readonly Id[])[]): Pick<Group, 'members' | 'each'>[] {
  const seats = Math.max(0, ...sittings.map(({ length }) => length));
  if (seats < 2 || people.length > MOST_PEOPLE) return [];
  const found: Pick<Group, 'members' | 'each'>[] = [];
  for (let set = 1; set < 1 << people.length; set += 1) {
    const members = new Set(people.filter((_, at) => (set & (1 << at)) !== 0));
    for (let each = 2; each <= seats; each += 1) {
      if (members.size % each === 0 || members.size < each) continue;
      const counted = sittings.filter((sitting) => share({ members, each }, sitting) > 0);
      if (counted.length > 1 && ![...members].some((id) => counted.every((sitting) => sitting.includes(id))))
        found.push({ members, each });
    }
  }
  return found;
}

function keyOf(sitting: readonly Id[]): string {
  return [...sitting].sort().join(' ');
}
