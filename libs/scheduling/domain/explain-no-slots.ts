import type { Id } from '#libs/kernel/index.js';
import { commonStarts, commonWindows, compile, type CommonWindows, type Compiled } from './compile.js';
import { freeStarts, search } from './search-slots.js';
import { gridZoneOf, type Seat, type SlotQuery } from './slot-query.js';
import {
  addAll,
  countOf,
  frameOf,
  keepBoth,
  noStarts,
  startsOnGrid,
  startsWithin,
  type StartFrame,
  type Starts,
} from './starts.js';

/** A rule that by itself leaves no time, or the last thing that does when each rule alone would leave some. */
export type Block =
  | { readonly code: 'RANGE_TOO_SHORT'; readonly message: string }
  | { readonly code: 'OUTSIDE_DAYS'; readonly message: string }
  | { readonly code: LawClosed; readonly message: string }
  | { readonly code: 'CORE_AND_CANDIDATE_APART' | 'LAWS_APART'; readonly message: string }
  | { readonly code: 'SEAT_EMPTY'; readonly seatId: Id; readonly message: string }
  | { readonly code: 'SEAT_OUTSIDE_HOURS'; readonly seatId: Id; readonly interviewerIds: readonly Id[]; readonly message: string }
  | { readonly code: 'SEAT_BUSY'; readonly seatId: Id; readonly interviewerIds: readonly Id[]; readonly message: string }
  | { readonly code: 'SEATS_APART'; readonly message: string }
  | { readonly code: 'TOO_FEW_PEOPLE'; readonly message: string };

export type BlockCode = Block['code'];
type LawClosed =
  'CORE_HOURS_CLOSED' | 'POSTING_HOURS_CLOSED' | 'ORGANIZATION_HOURS_CLOSED' | 'CANDIDATE_HOURS_CLOSED' | 'NO_SHARED_HOURS';

/** One thing to give up, and how many slots that alone would open. */
export interface Relaxation {
  readonly change:
    | 'CORE_HOURS'
    | 'POSTING_HOURS'
    | 'ORGANIZATION_HOURS'
    | 'SHARED_HOURS'
    | 'CANDIDATE_HOURS'
    | 'INTERVIEWER_HOURS'
    | 'BUFFERS'
    | 'LIMITS'
    | 'SEAT';
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
  const grid = startsOnGrid(frame, query);
  if (countOf(grid) === 0) {
    const message = `There is no room for ${long} between the first and the last day. Look further ahead.`;
    return [{ code: 'RANGE_TOO_SHORT', message }];
  }
  const closed = lawsThatLeaveNothing(query, frame, grid);
  if (closed.length > 0) {
    return closed.map((law): Block => ({ code: LAWS[law].code, message: `${LAWS[law].leaves(long)} ${LAWS[law].help}` }));
  }
  const common = commonStarts(frame, query);
  if (countOf(common) === 0) return [apart(query, long)];
  const free = freeStarts(compiled);
  const seats = query.seats.flatMap((seat) => seatBlock(seat, query, compiled, free));
  return seats.length > 0 ? seats : [together(compiled, free, common)];
}

type Law = CommonWindows['law'];

const LAWS: Record<Law, { readonly code: LawClosed; readonly leaves: (long: string) => string; readonly help: string }> = {
  CORE_HOURS: {
    code: 'CORE_HOURS_CLOSED',
    leaves: (long) => `The core hours leave no ${long} in these days.`,
    help: 'Look at other days or widen the core hours.',
  },
  POSTING_HOURS: {
    code: 'POSTING_HOURS_CLOSED',
    leaves: (long) => `The posting's interview hours leave no ${long} in these days.`,
    help: 'Look at other days or widen them.',
  },
  ORGANIZATION_HOURS: {
    code: 'ORGANIZATION_HOURS_CLOSED',
    leaves: (long) => `The organisation's interview hours leave no ${long} in these days.`,
    help: 'Look at other days or widen them.',
  },
  CANDIDATE_HOURS: {
    code: 'CANDIDATE_HOURS_CLOSED',
    leaves: (long) => `The candidate's hours leave no ${long} in these days.`,
    help: 'Ask the candidate for other times.',
  },
  CANDIDATE_WINDOWS: {
    code: 'CANDIDATE_HOURS_CLOSED',
    leaves: (long) => `The times that the candidate named leave no ${long} in these days.`,
    help: 'Look at other days, or ask the candidate for other times.',
  },
  OVERLAP: {
    code: 'NO_SHARED_HOURS',
    leaves: (long) => `The hours that the candidate has to share leave no ${long} in these days.`,
    help: 'Ask the candidate for other times, or ask for fewer shared hours.',
  },
};

/** The laws that leave no start by themselves, each kind once. */
function lawsThatLeaveNothing(query: SlotQuery, frame: StartFrame, grid: Starts): Law[] {
  const closed = commonWindows(query).filter(({ spans }) => {
    const starts = grid.slice();
    keepBoth(starts, startsWithin(frame, spans));
    return countOf(starts) === 0;
  });
  return [...new Set(closed.map(({ law }) => law))];
}

/** Each law leaves some time; together they leave none. */
function apart(query: SlotQuery, long: string): Block {
  const laws = commonWindows(query).map(({ law }) => law);
  if (laws.length === 2 && laws.includes('CORE_HOURS') && laws.includes('CANDIDATE_HOURS')) {
    const message = `The core hours and the candidate's hours never meet for ${long}. Widen one of them.`;
    return { code: 'CORE_AND_CANDIDATE_APART', message };
  }
  const names = [...new Set(laws)].map((law) => SAID[law]);
  const message = `There are no ${long} in which all of these hold: ${names.join('; ')}. Widen one of them.`;
  return { code: 'LAWS_APART', message };
}

const SAID: Record<Law, string> = {
  CORE_HOURS: 'the core hours',
  POSTING_HOURS: "the posting's interview hours",
  ORGANIZATION_HOURS: "the organisation's interview hours",
  CANDIDATE_HOURS: "the candidate's hours",
  CANDIDATE_WINDOWS: 'the times that the candidate named',
  OVERLAP: 'the hours that the candidate has to share',
};

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
  if (query.postingHours)
    attempt('POSTING_HOURS', { ...kept, postingHours: null }, null, "Leaving the posting's interview hours aside");
  if (query.organizationHours)
    attempt('ORGANIZATION_HOURS', { ...kept, organizationHours: null }, null, "Leaving the organisation's interview hours aside");
  if (query.overlaps?.length) attempt('SHARED_HOURS', { ...kept, overlaps: [] }, null, 'Asking for no shared hours');
  if (query.candidateHours !== null || query.candidateWindows) {
    attempt('CANDIDATE_HOURS', { ...kept, candidateHours: null, candidateWindows: null }, null, 'Other hours of the candidate');
  }
  const anyHours = members((member) => ({ ...member, weeklyHours: null, exceptions: [], turns: [] }));
  attempt('INTERVIEWER_HOURS', { ...kept, seats: anyHours }, null, "Leaving the interviewers' own hours aside");
  const noBuffers = members((member) => ({ ...member, bufferBefore_min: 0, bufferAfter_min: 0 }));
  attempt('BUFFERS', { ...kept, seats: noBuffers }, null, 'Leaving out the buffers around interviews');
  if (query.seats.some(({ members: all }) => all.some(({ limits }) => limits !== undefined))) {
    attempt(
      'LIMITS',
      { ...kept, seats: members((one) => ({ ...one, limits: undefined })) },
      null,
      'Leaving limits and rest aside',
    );
  }
  for (const { seatId, name } of query.seats) {
    const seats = query.seats.filter((seat) => seat.seatId !== seatId);
    attempt('SEAT', { ...kept, seats }, seatId, `Meeting without the seat "${name ?? seatId}"`);
  }
  return tried.sort((a, b) => b.count - a.count);
}
