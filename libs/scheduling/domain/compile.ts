import { intersect, union, weeklyWindows, type Id, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import { checkQuery, DEFAULT_LIMIT, type SeatFilled, type SeatMember, type SlotQuery } from './slot-query.js';
import { busyMinutes, frameOf, keepBoth, noStarts, startsOnGrid, startsWithin, type StartFrame, type Starts } from './starts.js';

/** One interviewer, however many seats they are a member of. */
export interface Person {
  readonly interviewerId: Id;
  /** When their hours, the core hours, the candidate's and the grid all let an interview start. */
  readonly open: Starts;
  readonly busy_min: Int32Array;
  readonly before_min: number;
  readonly after_min: number;
}

export interface CompiledSeat {
  readonly seatId: Id;
  /** Indexes into `people`, least loaded first. */
  readonly members: readonly number[];
}

/**
 * A query made ready: wall-clock rules turned into sets of starts, people ranked. Valid for the query's range, hours and seats;
 * `withBusy` puts fresh calendars in without compiling again.
 */
export interface Compiled {
  readonly frame: StartFrame;
  readonly limit: number;
  /** Least loaded first: (load + 1) ÷ target, then load, then id. */
  readonly people: readonly Person[];
  readonly seats: readonly CompiledSeat[];
  /** What rules alone allow: grid, core hours, candidate, and the hours of those without whom a seat stays empty. */
  readonly open: Starts;
  /** People who are the only member of a seat. */
  readonly needed: readonly number[];
  /** Seats with a choice of people. */
  readonly pools: readonly CompiledSeat[];
  /** Whether somebody is a member of more than one seat, so that seats have to be matched. */
  readonly shared: boolean;
  /** The filling that every slot has when no seat has a choice. */
  readonly onlyFilling: readonly SeatFilled[] | null;
}

/** Prepares a query. @throws RangeError when the query has no meaning (see `checkQuery`) or a rule is not sound. */
export function compile(query: SlotQuery): Compiled {
  checkQuery(query);
  const frame = frameOf(query);
  const common = commonStarts(frame, query);
  const merged = mergePeople(query);
  const people = merged.map((member): Person => {
    const { bufferBefore_min: before_min, bufferAfter_min: after_min } = member;
    const open = common.slice();
    if (member.windows !== null) keepBoth(open, startsWithin(frame, member.windows));
    const busy_min = busyMinutes(frame, member.busy, before_min, after_min);
    return { interviewerId: member.interviewerId, open, busy_min, before_min, after_min };
  });
  const rank = new Map(people.map((person, index) => [person.interviewerId, index]));
  const seats = [...query.seats]
    .sort((a, b) => compareIds(a.seatId, b.seatId))
    .map(({ seatId, members }): CompiledSeat => {
      const distinct = new Set(members.map(({ interviewerId }) => rank.get(interviewerId)!));
      return { seatId, members: [...distinct].sort((a, b) => a - b) };
    });
  return { frame, limit: query.limit ?? DEFAULT_LIMIT, people, seats, ...shapeOf(seats, people, frame, common) };
}

/** The same query with other busy blocks, by interviewer; whoever is not named is free. Cheap: rules are not looked at again. */
export function withBusy(compiled: Compiled, busy: ReadonlyMap<Id, readonly Interval[]>): Compiled {
  const people = compiled.people.map((person): Person => {
    const blocks = busy.get(person.interviewerId) ?? [];
    return { ...person, busy_min: busyMinutes(compiled.frame, blocks, person.before_min, person.after_min) };
  });
  return { ...compiled, people };
}

/** When grid, core hours and candidate let an interview start, whoever holds it. */
export function commonStarts(frame: StartFrame, query: SlotQuery): Starts {
  const starts = startsOnGrid(frame, query);
  for (const rules of [query.coreHours, query.candidateHours]) {
    if (rules !== null) keepBoth(starts, startsWithin(frame, windowsOf(rules, query)));
  }
  return starts;
}

/** What of the query's range lies in any of the rules. */
export function windowsOf(rules: readonly WeeklyRule[], query: SlotQuery): Interval[] {
  return union(...rules.map((rule) => weeklyWindows(rule, query.earliest_ms, query.latest_ms)));
}

function shapeOf(
  seats: readonly CompiledSeat[],
  people: readonly Person[],
  frame: StartFrame,
  common: Starts,
): Pick<Compiled, 'open' | 'needed' | 'pools' | 'shared' | 'onlyFilling'> {
  const needed = [...new Set(seats.filter(({ members }) => members.length === 1).map(({ members }) => members[0]!))];
  const open = seats.some(({ members }) => members.length === 0) ? noStarts(frame) : common.slice();
  for (const index of needed) keepBoth(open, people[index]!.open);
  const places = seats.flatMap(({ members }) => members);
  const pools = seats.filter(({ members }) => members.length > 1);
  const shared = new Set(places).size < places.length;
  const fixed = seats.every(({ members }) => members.length === 1) && !shared;
  const onlyFilling = fixed
    ? seats.map(({ seatId, members }) => ({ seatId, interviewerId: people[members[0]!]!.interviewerId }))
    : null;
  return { open, needed, pools, shared, onlyFilling };
}

interface Merged extends Omit<SeatMember, 'weeklyHours'> {
  /** Null while nothing was said about their hours. */
  readonly windows: readonly Interval[] | null;
}

/** Everybody once, the strictest of what was said about them, least loaded first. */
function mergePeople(query: SlotQuery): Merged[] {
  const people = new Map<Id, Merged>();
  const seen = new Set<SeatMember>();
  for (const member of query.seats.flatMap((seat) => seat.members)) {
    if (seen.has(member)) continue;
    seen.add(member);
    const said: Merged = { ...member, windows: member.weeklyHours === null ? null : windowsOf(member.weeklyHours, query) };
    const before = people.get(member.interviewerId);
    people.set(member.interviewerId, before === undefined ? said : strictest(before, said));
  }
  return [...people.values()].sort(byLoad);
}

function strictest(a: Merged, b: Merged): Merged {
  return {
    interviewerId: a.interviewerId,
    windows: a.windows === null ? b.windows : b.windows === null ? a.windows : intersect(a.windows, b.windows),
    busy: union(a.busy, b.busy),
    bufferBefore_min: Math.max(a.bufferBefore_min, b.bufferBefore_min),
    bufferAfter_min: Math.max(a.bufferAfter_min, b.bufferAfter_min),
    load: Math.max(a.load, b.load),
    target: Math.min(a.target, b.target),
  };
}

function byLoad(a: Merged, b: Merged): number {
  const fullness = ({ load, target }: Merged): number => (target > 0 ? (load + 1) / target : Infinity);
  const [x, y] = [fullness(a), fullness(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a.load - b.load || compareIds(a.interviewerId, b.interviewerId);
}

/** By code units: the same in every locale. */
function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
