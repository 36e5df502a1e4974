import { intersect, union, type Id, type Interval } from '#libs/kernel/index.js';
import { openHours, sharedHours } from './hours.js';
import { memberTime, type MemberTime } from './member-time.js';
import { checkQuery, DEFAULT_LIMIT, type SeatFilled, type SeatMember, type SlotQuery } from './slot-query.js';
import {
  busyMinutes,
  clearBusy,
  dropBetween,
  everyStart,
  frameOf,
  keepBoth,
  noStarts,
  startsOnGrid,
  startsWithin,
  takeOut,
  type StartFrame,
  type Starts,
} from './starts.js';

/** One interviewer, however many seats they are a member of. */
export interface Person {
  readonly interviewerId: Id;
  /** When their hours, the core hours, the candidate's and the grid all let an interview start. */
  readonly open: Starts;
  readonly busy_min: Int32Array;
  /** What of `busy_min` is not their calendar: turns of being on call. */
  readonly kept: readonly Interval[];
  readonly before_min: number;
  readonly after_min: number;
  /** Starts at which they would rather not; null when there are none. */
  readonly avoid: Starts | null;
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
  /** By rank, then least loaded first: (load + 1) ÷ target, then load, then id. */
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
  const people = mergePeople(query).map((person) => personOf(person, frame, common));
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
    const all = person.kept.length === 0 ? blocks : [...blocks, ...person.kept];
    return { ...person, busy_min: busyMinutes(compiled.frame, all, person.before_min, person.after_min) };
  });
  return { ...compiled, people };
}

function personOf(person: Merged, frame: StartFrame, common: Starts): Person {
  const { interviewerId, before_min, after_min } = person;
  const open = common.slice();
  if (person.windows !== null) keepBoth(open, startsWithin(frame, person.windows));
  for (const span of person.closed) dropBetween(open, frame, span);
  const busy_min = busyMinutes(frame, [...person.busy, ...person.kept], before_min, after_min);
  return { interviewerId, open, busy_min, kept: person.kept, before_min, after_min, avoid: avoided(frame, person.avoid) };
}

function avoided(frame: StartFrame, spans: readonly Interval[]): Starts | null {
  if (spans.length === 0) return null;
  const clear = everyStart(frame);
  clearBusy(clear, frame, busyMinutes(frame, spans, 0, 0), 0, 0);
  const avoid = everyStart(frame);
  takeOut(avoid, clear);
  return avoid;
}

/** When grid, the hours of posting and organisation and the candidate let an interview start, whoever holds it. */
export function commonStarts(frame: StartFrame, query: SlotQuery): Starts {
  const starts = startsOnGrid(frame, query);
  for (const windows of commonWindows(query)) keepBoth(starts, startsWithin(frame, windows.spans));
  return starts;
}

/** A law that binds whoever sits in the interview. */
export interface CommonWindows {
  readonly law: 'CORE_HOURS' | 'POSTING_HOURS' | 'ORGANIZATION_HOURS' | 'OVERLAP' | 'CANDIDATE_HOURS' | 'CANDIDATE_WINDOWS';
  readonly spans: readonly Interval[];
}

/** The laws that bind everybody, as instants of the query's range. */
export function commonWindows(query: SlotQuery): CommonWindows[] {
  const { earliest_ms, latest_ms, coreHours, postingHours, organizationHours, candidateHours, candidateWindows } = query;
  const hours = (rules: SlotQuery['coreHours'], from_ms = earliest_ms, to_ms = latest_ms): Interval[] =>
    rules === null ? [{ start_ms: from_ms, end_ms: to_ms }] : openHours(rules, from_ms, to_ms);
  const candidate = (from_ms: number, to_ms: number): Interval[] =>
    candidateWindows
      ? intersect(union(candidateWindows), hours(candidateHours, from_ms, to_ms))
      : hours(candidateHours, from_ms, to_ms);
  const laws: CommonWindows[] = [];
  if (coreHours !== null) laws.push({ law: 'CORE_HOURS', spans: hours(coreHours) });
  if (postingHours) laws.push({ law: 'POSTING_HOURS', spans: hours(postingHours) });
  if (organizationHours) laws.push({ law: 'ORGANIZATION_HOURS', spans: hours(organizationHours) });
  if (candidateHours !== null) laws.push({ law: 'CANDIDATE_HOURS', spans: hours(candidateHours) });
  if (candidateWindows) laws.push({ law: 'CANDIDATE_WINDOWS', spans: union(candidateWindows) });
  for (const rule of query.overlaps ?? [])
    laws.push({ law: 'OVERLAP', spans: sharedHours(rule, candidate, earliest_ms, latest_ms) });
  return laws;
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

interface Merged extends MemberTime, Pick<SeatMember, 'interviewerId' | 'busy' | 'load' | 'target'> {
  readonly before_min: number;
  readonly after_min: number;
  readonly rank: number;
}

/** Everybody once, the strictest of what was said about them, those to be asked first in front. */
function mergePeople(query: SlotQuery): Merged[] {
  const said = new Map<Id, Set<SeatMember>>();
  for (const member of query.seats.flatMap((seat) => seat.members)) {
    const before = said.get(member.interviewerId);
    if (before === undefined) said.set(member.interviewerId, new Set([member]));
    else before.add(member);
  }
  return [...said.values()].map((members) => strictest([...members], query)).sort(byLoad);
}

function strictest(members: readonly SeatMember[], query: SlotQuery): Merged {
  const before_min = Math.max(...members.map((one) => one.bufferBefore_min));
  const after_min = Math.max(...members.map((one) => one.bufferAfter_min));
  const times = members.map((one) => memberTime(one, query, { before_min, after_min }));
  const windows = times.flatMap((time) => (time.windows === null ? [] : [time.windows]));
  return {
    interviewerId: members[0]!.interviewerId,
    windows: windows.length === 0 ? null : windows.reduce((a, b) => intersect(a, b)),
    busy: members.flatMap(({ busy }) => busy),
    kept: times.flatMap(({ kept }) => kept),
    closed: times.flatMap(({ closed }) => closed),
    avoid: times.flatMap(({ avoid }) => avoid),
    before_min,
    after_min,
    load: Math.max(...members.map(({ load }) => load)),
    target: Math.min(...members.map(({ target }) => target)),
    rank: Math.min(...members.map(({ rank = 0 }) => rank)),
  };
}

function byLoad(a: Merged, b: Merged): number {
  const fullness = ({ load, target }: Merged): number => (target > 0 ? (load + 1) / target : Infinity);
  const [x, y] = [fullness(a), fullness(b)];
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (x !== y) return x < y ? -1 : 1;
  return a.load - b.load || compareIds(a.interviewerId, b.interviewerId);
}

/** By code units: the same in every locale. */
function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
