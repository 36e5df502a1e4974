import type { Id } from '#libs/kernel/index.js';
import { commonStarts, compile, type Compiled } from './compile.js';
import { freeStarts, search } from './search-slots.js';
import { gridZoneOf, type Seat, type SlotQuery } from './slot-query.js';
import { addAll, countOf, frameOf, keepBoth, noStarts, type Starts } from './starts.js';

/** A rule that by itself leaves no time, or the last thing that does when each rule alone would leave some. */
export type Block =
  | { readonly code: 'RANGE_TOO_SHORT'; readonly message: string }
  | { readonly code: 'CORE_HOURS_CLOSED'; readonly message: string }
  | { readonly code: 'CANDIDATE_HOURS_CLOSED'; readonly message: string }
  | { readonly code: 'CORE_AND_CANDIDATE_APART'; readonly message: string }
  | { readonly code: 'SEAT_EMPTY'; readonly seatId: Id; readonly message: string }
  | { readonly code: 'SEAT_OUTSIDE_HOURS'; readonly seatId: Id; readonly interviewerIds: readonly Id[]; readonly message: string }
  | { readonly code: 'SEAT_BUSY'; readonly seatId: Id; readonly interviewerIds: readonly Id[]; readonly message: string }
  | { readonly code: 'SEATS_APART'; readonly message: string }
  | { readonly code: 'TOO_FEW_PEOPLE'; readonly message: string };

export type BlockCode = Block['code'];

/** One thing to give up, and how many slots that alone would open. */
export interface Relaxation {
  readonly change: 'CORE_HOURS' | 'CANDIDATE_HOURS' | 'INTERVIEWER_HOURS' | 'BUFFERS' | 'SEAT';
  /** The seat to leave out, when the change is SEAT. */
  readonly seatId: Id | null;
  readonly count: number;
  readonly message: string;
}

export interface NoSlots {
  /** What blocks, at least one; every seat that is blocked by itself is named. */
  readonly blocks: readonly Block[];
  /** What would help alone, most slots first; each count comes from a search. Empty when no single change is enough. */
  readonly relaxations: readonly Relaxation[];
}

/**
 * Why a search finds nothing, and what to relax; null when there are slots.
 * @throws RangeError as `searchSlots` does.
 */
export function explainNoSlots(query: SlotQuery): NoSlots | null {
  const compiled = compile(query);
  if (search(compiled, 0).count > 0) return null;
  return { blocks: blocksOf(query, compiled), relaxations: relaxationsOf(query) };
}

function blocksOf(query: SlotQuery, compiled: Compiled): Block[] {
  const frame = frameOf(query);
  const long = `${query.duration_min} minutes`;
  const hoursOpen = (part: Partial<SlotQuery>): boolean =>
    countOf(commonStarts(frame, { ...query, coreHours: null, candidateHours: null, ...part })) > 0;
  if (!hoursOpen({})) {
    return [
      {
        code: 'RANGE_TOO_SHORT',
        message: `There is no room for ${long} between the first and the last day. Look further ahead.`,
      },
    ];
  }
  const blocks: Block[] = [];
  if (!hoursOpen({ coreHours: query.coreHours })) {
    blocks.push({
      code: 'CORE_HOURS_CLOSED',
      message: `The core hours leave no ${long} in these days. Look at other days or widen the core hours.`,
    });
  }
  if (!hoursOpen({ candidateHours: query.candidateHours })) {
    const message = `The candidate's hours leave no ${long} in these days. Ask the candidate for other times.`;
    blocks.push({ code: 'CANDIDATE_HOURS_CLOSED', message });
  }
  if (blocks.length > 0) return blocks;
  const common = commonStarts(frame, query);
  if (countOf(common) === 0) {
    const message = `The core hours and the candidate's hours never meet for ${long}. Widen one of them.`;
    return [{ code: 'CORE_AND_CANDIDATE_APART', message }];
  }
  const free = freeStarts(compiled);
  const seats = query.seats.flatMap((seat) => seatBlock(seat, query, compiled, free));
  return seats.length > 0 ? seats : [together(compiled, free, common)];
}

/** Why this seat alone cannot be filled, if so. */
function seatBlock(seat: Seat, query: SlotQuery, compiled: Compiled, free: readonly Starts[]): Block[] {
  const { seatId } = seat;
  const name = `The seat "${seat.name ?? seatId}"`;
  if (seat.members.length === 0) {
    return [{ code: 'SEAT_EMPTY', seatId, message: `${name} has nobody to fill it. Add an interviewer to its pool.` }];
  }
  const ids = new Set(seat.members.map(({ interviewerId }) => interviewerId));
  const members = compiled.people
    .map((person, index) => ({ ...person, index }))
    .filter(({ interviewerId }) => ids.has(interviewerId));
  if (members.some(({ index }) => countOf(free[index]!) > 0)) return [];
  const interviewerIds = members.map(({ interviewerId }) => interviewerId).sort();
  const withHours = members.filter(({ open }) => countOf(open) > 0);
  if (withHours.length > 0) {
    const busy = withHours.map(({ interviewerId }) => interviewerId).sort();
    const message = `${name}: everybody with hours at these times is busy, buffers included. Look further ahead, add an interviewer or free one.`;
    return [{ code: 'SEAT_BUSY', seatId, interviewerIds: busy, message }];
  }
  const bound = query.coreHours !== null ? 'the core hours and what suits the candidate' : 'what suits the candidate';
  const message = `${name}: nobody's own hours meet ${bound}. Widen their hours or add an interviewer.`;
  return [{ code: 'SEAT_OUTSIDE_HOURS', seatId, interviewerIds, message }];
}

/** Each seat can be filled at some time; what keeps them from one time. */
function together(compiled: Compiled, free: readonly Starts[], common: Starts): Block {
  const all = common.slice();
  for (const { members } of compiled.seats) {
    const anybody = noStarts(compiled.frame);
    for (const member of members) addAll(anybody, free[member]!);
    keepBoth(all, anybody);
  }
  if (countOf(all) === 0) {
    return {
      code: 'SEATS_APART',
      message: 'Each seat has times, but no time suits all of them. Split the panel, add interviewers or look further ahead.',
    };
  }
  return {
    code: 'TOO_FEW_PEOPLE',
    message: 'The same person would have to take two seats. Add another interviewer to one of their pools.',
  };
}

function relaxationsOf(query: SlotQuery): Relaxation[] {
  const tried: Relaxation[] = [];
  const attempt = (change: Relaxation['change'], relaxed: SlotQuery, seatId: Id | null, message: string): void => {
    const count = search(compile(relaxed), 0).count;
    if (count > 0)
      tried.push({ change, seatId, count, message: `${message} would open ${count} ${count === 1 ? 'time' : 'times'}.` });
  };
  const members = (change: (member: Seat['members'][number]) => Seat['members'][number]): Seat[] =>
    query.seats.map((seat) => ({ ...seat, members: seat.members.map(change) }));
  // The grid's zone stays what it was, or leaving the core hours out would also move the grid.
  const kept = { ...query, gridZone: gridZoneOf(query) };
  if (query.coreHours !== null) attempt('CORE_HOURS', { ...kept, coreHours: null }, null, 'Leaving the core hours aside');
  if (query.candidateHours !== null) {
    attempt('CANDIDATE_HOURS', { ...kept, candidateHours: null }, null, 'Other hours of the candidate');
  }
  const anyHours = members((member) => ({ ...member, weeklyHours: null }));
  attempt('INTERVIEWER_HOURS', { ...kept, seats: anyHours }, null, "Leaving the interviewers' own hours aside");
  const noBuffers = members((member) => ({ ...member, bufferBefore_min: 0, bufferAfter_min: 0 }));
  attempt('BUFFERS', { ...kept, seats: noBuffers }, null, 'Leaving out the buffers around interviews');
  for (const { seatId, name } of query.seats) {
    const seats = query.seats.filter((seat) => seat.seatId !== seatId);
    attempt('SEAT', { ...kept, seats }, seatId, `Meeting without the seat "${name ?? seatId}"`);
  }
  return tried.sort((a, b) => b.count - a.count);
}
