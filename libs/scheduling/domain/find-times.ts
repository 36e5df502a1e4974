import type { Id, Interval, WeeklyRule } from '#libs/kernel/index.js';
import { explainNoSlots, type NoSlots } from './explain-no-slots.js';
import { durationOf, weekPieces, type Interviewer, type Meeting, type MeetingSeat } from './meeting.js';
import { lawfulDays, type Familiarity } from './scheduling-law.js';
import { SCHEDULING } from './scheduling-rules.js';
import { searchSlots } from './search-slots.js';
import { fewestToGiveWay, whyNotAt, type WayOut, type WhyNot } from './why-not.js';
import {
  defaultCandidateHours,
  MINUTE_MS,
  type SeatFilled,
  type SeatMember,
  type Slot,
  type SlotQuery,
  type SlotsFound,
} from './slot-query.js';

/**
 * How much of the law holds. RULES: all of it. OWN_HOURS: the interviewers' hours and calendars, for a time that stands. CALENDARS: hours and grid are set
 * aside, calendars are not. INTERVIEWS: only other interviews count, which nothing sets aside.
 */
export type Strictness = 'RULES' | 'OWN_HOURS' | 'CALENDARS' | 'INTERVIEWS';

/** The candidate is at every interview too: they sit in a seat of their own, so their other interviews keep them busy like anybody's. */
export const CANDIDATE_SEAT = 'candidate';

/** Every time in the window that all rules allow, week by week since loads are, earliest first; `limit` of them written out, all counted. */
export function findTimes(meeting: Meeting, window: Interval, limit: number): SlotsFound {
  const duration_ms = lengthOf(meeting) * MINUTE_MS;
  const slots: Slot[] = [];
  let count = 0;
  const lawful = onLawfulDays(meeting, window);
  for (const { piece, week } of weekPieces(lawful, meeting.zone)) {
    // A slot belongs to the week in which it starts; it may end in the next one.
    const end_ms = Math.min(piece.end_ms + duration_ms - 1, lawful.end_ms);
    const found = searchSlots(slotQuery(meeting, { start_ms: piece.start_ms, end_ms }, { week, limit: limit - slots.length }));
    slots.push(...found.slots.map(withoutCandidate));
    count += found.count;
  }
  return { slots, count };
}

/** What of a window lies on the days on which the law lets interviews be held; may be empty. */
export function onLawfulDays({ law, zone }: Meeting, { start_ms, end_ms }: Interval): Interval {
  const days = lawfulDays(law, zone);
  return { start_ms: Math.max(start_ms, days.start_ms), end_ms: Math.min(end_ms, days.end_ms) };
}

/** Why a window has no times at all, and the fewest rules that would have to give way; null when it has times. */
export function explainNoTimes(meeting: Meeting, window: Interval): (NoSlots & { readonly waysOut: readonly WayOut[] }) | null {
  const lawful = onLawfulDays(meeting, window);
  if (lawful.start_ms >= lawful.end_ms) {
    const { earliestOn, latestOn } = meeting.law;
    const days = [earliestOn && `from ${earliestOn}`, latestOn && `until ${latestOn}`].filter(Boolean).join(' ');
    const message = `Interviews for this posting are held ${days}. Look at other days, or change its rules.`;
    return { blocks: [{ code: 'OUTSIDE_DAYS', message }], relaxations: [], waysOut: [] };
  }
  const [first] = weekPieces(lawful, meeting.zone);
  const query = slotQuery(meeting, lawful, { week: first?.week ?? lawful });
  const why = explainNoSlots(query);
  // Leaving the candidate out is no help.
  return (
    why && {
      ...why,
      relaxations: why.relaxations.filter(({ seatId }) => seatId !== CANDIDATE_SEAT),
      waysOut: fewestToGiveWay(query),
    }
  );
}

/** Why the present stage has no interview at one time (a whole minute), by the rules that a search looks at. */
export function whyNotTime(meeting: Meeting, start_ms: number): WhyNot {
  const window = { start_ms, end_ms: start_ms + lengthOf(meeting) * MINUTE_MS };
  const [first] = weekPieces(window, meeting.zone);
  return whyNotAt(slotQuery(meeting, window, { week: first?.week ?? window }), start_ms);
}

/**
 * Who would sit at exactly this time, or null when the panel cannot be filled. Those in `kept` (by seat) stay in their seats when they can;
 * only the others are taken from the pools.
 */
export function fillAt(
  meeting: Meeting,
  start_ms: number,
  strictness: Strictness,
  kept: ReadonlyMap<Id, Id> = new Map(),
): readonly SeatFilled[] | null {
  const staying = new Map([...kept].filter(([seatId, personId]) => staysFree(meeting, start_ms, strictness, seatId, personId)));
  if (staying.size > 0) {
    const taken = new Set(staying.values());
    const seats = meeting.seats.map((seat) => onlyThese(seat, staying.get(seat.seatId), taken));
    const filled = seatedAt({ ...meeting, seats }, start_ms, strictness);
    if (filled !== null) return filled;
  }
  return seatedAt(meeting, start_ms, strictness);
}

/** Whether the rules would allow this time if every calendar were empty: then somebody took it. */
export function isOffered(meeting: Meeting, start_ms: number): boolean {
  const interviewers = new Map(
    [...meeting.interviewers].map(([id, person]) => [id, { ...person, blocks: [], interviews: [], load: [], turns: [] }]),
  );
  return seatedAt({ ...meeting, interviewers, candidateBusy: [] }, start_ms, 'RULES') !== null;
}

function staysFree(meeting: Meeting, start_ms: number, strictness: Strictness, seatId: Id, personId: Id): boolean {
  const seat = meeting.seats.find((one) => one.seatId === seatId);
  if (seat === undefined || !meeting.interviewers.has(personId)) return false;
  const alone = { ...meeting, seats: [onlyThese(seat, personId, new Set())] };
  return seatedAt(alone, start_ms, strictness) !== null;
}

/** The seat with its holder alone, or with its pool without those who hold other seats. */
function onlyThese(seat: MeetingSeat, holder: Id | undefined, taken: ReadonlySet<Id>): MeetingSeat {
  if (holder !== undefined) return { ...seat, members: [{ personId: holder, target: 1 }] };
  return { ...seat, members: seat.members.filter(({ personId }) => !taken.has(personId)) };
}

function seatedAt(meeting: Meeting, start_ms: number, strictness: Strictness): readonly SeatFilled[] | null {
  const window = { start_ms, end_ms: start_ms + lengthOf(meeting) * MINUTE_MS };
  const [first] = weekPieces(window, meeting.zone);
  const query = slotQuery(meeting, window, { week: first?.week ?? window, limit: 1, strictness });
  const slot = searchSlots(query).slots[0];
  return slot?.start_ms === start_ms ? withoutCandidate(slot).seats : null;
}

interface QueryOptions {
  readonly week: Interval;
  readonly limit?: number;
  readonly strictness?: Strictness;
}

/** The meeting as the search wants it. */
export function slotQuery(meeting: Meeting, window: Interval, { week, limit, strictness = 'RULES' }: QueryOptions): SlotQuery {
  const ruled = strictness === 'RULES';
  const seats = meeting.seats.map(({ seatId, role, members }) => ({
    seatId,
    name: role,
    members: members.flatMap(({ personId, target }): SeatMember[] => {
      const person = meeting.interviewers.get(personId);
      return person === undefined ? [] : [memberOf(meeting, person, target, week, strictness)];
    }),
  }));
  return {
    ...(ruled ? lawsOf(meeting) : NO_LAWS),
    seats: [...seats, { seatId: CANDIDATE_SEAT, name: 'candidate', members: [candidateMember(meeting, strictness)] }],
    duration_min: lengthOf(meeting),
    grid_min: ruled ? 15 : 1,
    gridZone: meeting.zone,
    earliest_ms: window.start_ms,
    latest_ms: window.end_ms,
    limit,
  };
}

type Laws = Pick<
  SlotQuery,
  'coreHours' | 'postingHours' | 'organizationHours' | 'overlaps' | 'candidateHours' | 'candidateWindows'
>;

const NO_LAWS: Laws = { coreHours: null, candidateHours: null };

/** What binds everybody. Reasonable hours stand in for a candidate who has named no times; they never bind one who has. */
function lawsOf({ law, coreHours, candidateWindows, candidateZone }: Meeting): Laws {
  const usual = law.reasonable === null ? [] : defaultCandidateHours(candidateZone, law.reasonable.start, law.reasonable.end);
  return {
    coreHours: coreHours === null ? null : [coreHours],
    postingHours: law.postingHours,
    organizationHours: law.organizationHours,
    overlaps: law.overlaps,
    candidateHours: candidateWindows === null ? usual : null,
    candidateWindows,
  };
}

function memberOf(meeting: Meeting, person: Interviewer, target: number, week: Interval, strictness: Strictness): SeatMember {
  const own = strictness === 'RULES' || strictness === 'OWN_HOURS';
  const { before_min, after_min } = person.buffers;
  return {
    interviewerId: person.personId,
    weeklyHours: own ? hoursOf(meeting, person) : null,
    busy: strictness === 'INTERVIEWS' ? person.interviews : [...person.blocks, ...person.interviews],
    bufferBefore_min: before_min,
    bufferAfter_min: after_min,
    load: person.load.filter(({ start_ms }) => start_ms >= week.start_ms && start_ms < week.end_ms).length,
    target,
    rank: rankOf(meeting.law.familiarity, person.hasMet),
    ...(own && { exceptions: person.exceptions, turns: person.turns, limits: person.limits, interviews: person.load }),
  };
}

/** Those whom the posting wants first: who knows the candidate, or who does not. */
function rankOf(familiarity: Familiarity | null, hasMet: boolean): number {
  return familiarity === null || (familiarity === 'CONTINUITY') === hasMet ? 0 : 1;
}

/** Whoever has not said when they hold interviews is bound by the core hours; where there are none either, by office hours in their own zone. */
function hoursOf(meeting: Meeting, { weeklyHours, zone }: Interviewer): readonly WeeklyRule[] | null {
  if (weeklyHours !== null || meeting.coreHours !== null || meeting.law.postingHours !== null) return weeklyHours;
  return [{ zone, start: '09:00', end: '17:00', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] }];
}

function candidateMember(meeting: Meeting, strictness: Strictness): SeatMember {
  const buffer_min = strictness === 'RULES' ? SCHEDULING.buffer_min : 0;
  return {
    interviewerId: meeting.candidateId,
    weeklyHours: null,
    busy: meeting.candidateBusy,
    bufferBefore_min: buffer_min,
    bufferAfter_min: buffer_min,
    load: 0,
    target: 1,
  };
}

function withoutCandidate(slot: Slot): Slot {
  return { ...slot, seats: slot.seats.filter(({ seatId }) => seatId !== CANDIDATE_SEAT) };
}

function lengthOf(meeting: Meeting): number {
  const duration_min = durationOf(meeting);
  if (duration_min === null) throw new Error(`application ${meeting.applicationId} is in no stage where people meet`);
  return duration_min;
}
