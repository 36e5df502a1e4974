import { intersect, clip, union, type Id, type Interval } from '#libs/kernel/index.js';
import { commonWindows } from './compile.js';
import { onLawfulDays, slotQuery, CANDIDATE_SEAT } from './find-times.js';
import { weekPieces, type Meeting } from './meeting.js';
import { fullSpans, memberTime, restAround } from './member-time.js';
import type { SeatMember, SlotQuery } from './slot-query.js';

/** Why somebody cannot be asked: their calendar, an interview with its buffers, a turn of being on call, a limit that is reached, or rest between interviews. */
export const TAKEN_BY = ['CALENDAR', 'INTERVIEW', 'ON_CALL', 'LIMIT', 'REST'] as const;
export type TakenBy = (typeof TAKEN_BY)[number];

/** One person's time in a window, as the search sees it. */
export interface Lane {
  readonly personId: Id;
  /** When their hours allow an interview; null: nothing of their own binds them. */
  readonly hours: readonly Interval[] | null;
  readonly taken: readonly (Interval & { readonly by: TakenBy })[];
}

export interface MemberLane extends Lane {
  readonly name: string;
  readonly zone: string;
  /** Seats whose pool they are in, as the posting says them. */
  readonly roles: readonly string[];
  /** Interviews that they hold in the first week of the window. */
  readonly load: number;
}

/** What decides about times in a window: the law of all, the candidate, and everybody who could sit in a seat. */
export interface WeekLanes {
  /** Where core hours and the other laws of posting and organisation all let an interview be; null: there are none. */
  readonly law: readonly Interval[] | null;
  readonly candidate: Lane;
  readonly members: readonly MemberLane[];
}

/** Lays the rules of a meeting out in time, for people to look at; whoever searches uses `findTimes`, which reads the same rules. */
export function weekLanes(meeting: Meeting, window: Interval): WeekLanes {
  const [first] = weekPieces(window, meeting.zone);
  const query = slotQuery(meeting, window, { week: first?.week ?? window });
  const laws = commonWindows(query);
  const ofCandidate = laws.filter(({ law }) => law.startsWith('CANDIDATE_'));
  const ofAll = laws.filter((one) => !ofCandidate.includes(one)).map(({ spans }) => spans);
  const { earliestOn, latestOn } = meeting.law;
  if (earliestOn !== null || latestOn !== null) ofAll.push(clip([window], ...boundsOf(onLawfulDays(meeting, window))));
  const candidate = query.seats.find(({ seatId }) => seatId === CANDIDATE_SEAT)!.members[0]!;
  return {
    law: everywhere(ofAll),
    candidate: {
      personId: meeting.candidateId,
      hours: everywhere(ofCandidate.map(({ spans }) => spans)),
      taken: takenOf(candidate, query, window, meeting.candidateBusy),
    },
    members: membersOf(meeting, query, window),
  };
}

/** Everybody in the pools once, in the order of the seats. */
function membersOf(meeting: Meeting, query: SlotQuery, window: Interval): MemberLane[] {
  const lanes = new Map<Id, MemberLane>();
  for (const { seatId, name: role = '', members } of query.seats) {
    if (seatId === CANDIDATE_SEAT) continue;
    for (const member of members) {
      const { interviewerId: personId, load } = member;
      const known = lanes.get(personId);
      const person = meeting.interviewers.get(personId);
      if (known) lanes.set(personId, { ...known, roles: [...new Set([...known.roles, role])] });
      else if (person) {
        const { name, zone, interviews } = person;
        const { windows } = timeOf(member, query);
        const taken = takenOf(member, query, window, interviews, person.blocks);
        lanes.set(personId, { personId, name, zone, roles: [role], load, hours: windows, taken });
      }
    }
  }
  return [...lanes.values()];
}

function timeOf(member: SeatMember, query: SlotQuery) {
  return memberTime(member, query, { before_min: member.bufferBefore_min, after_min: member.bufferAfter_min });
}

function takenOf(
  member: SeatMember,
  query: SlotQuery,
  window: Interval,
  interviews: readonly Interval[],
  blocks: readonly Interval[] = [],
): Lane['taken'] {
  const { limits, interviews: held = [] } = member;
  const full = limits === undefined ? [] : fullSpans(held, limits, window.start_ms, window.end_ms);
  const spans: readonly (readonly [TakenBy, readonly Interval[]])[] = [
    ['CALENDAR', blocks],
    ['INTERVIEW', interviews],
    ['ON_CALL', timeOf(member, query).kept],
    ['LIMIT', full],
    ['REST', restAround(held, limits?.rest_min ?? 0)],
  ];
  return spans.flatMap(([by, set]) => clip(union(set), window.start_ms, window.end_ms).map((span) => ({ ...span, by })));
}

function everywhere(sets: readonly (readonly Interval[])[]): readonly Interval[] | null {
  return sets.length === 0 ? null : sets.reduce((a, b) => intersect(a, b));
}

function boundsOf({ start_ms, end_ms }: Interval): [number, number] {
  return [start_ms, Math.max(start_ms, end_ms)];
}
