import type { Interval } from '#libs/kernel/index.js';
import { daysOf } from './hours.js';
import { gridZoneOf, type SeatMember, type SlotQuery } from './slot-query.js';
import type { Violation } from './violations.js';

/** The query as it would be if these rules gave way. The grid stays where it was. */
export function relaxed(query: SlotQuery, givenUp: readonly Violation[]): SlotQuery {
  const laws = givenUp.filter(({ interviewerId }) => interviewerId === null);
  const gone = (rule: Violation['rule']): boolean => laws.some((law) => law.rule === rule);
  return {
    ...query,
    gridZone: gridZoneOf(query),
    coreHours: gone('CORE_HOURS') ? null : query.coreHours,
    postingHours: gone('POSTING_HOURS') ? null : query.postingHours,
    organizationHours: gone('ORGANIZATION_HOURS') ? null : query.organizationHours,
    candidateHours: gone('CANDIDATE_HOURS') ? null : query.candidateHours,
    candidateWindows: gone('CANDIDATE_WINDOWS') ? null : query.candidateWindows,
    overlaps: query.overlaps?.filter((_, index) => !laws.some((law) => law.rule === 'OVERLAP' && law.index === index)),
    seats: query.seats.map((seat) => ({
      ...seat,
      members: seat.members.map((member) =>
        givenUp
          .filter(({ interviewerId }) => interviewerId === member.interviewerId)
          .reduce((one, violation) => without(one, violation), member),
      ),
    })),
  };
}

function without(member: SeatMember, { rule, during }: Violation): SeatMember {
  const isIt = (span: Interval): boolean => span.start_ms === during?.start_ms && span.end_ms === during.end_ms;
  const unlimited = { zone: 'UTC', perDay: null, perWeek: null, rest_min: 0, ...member.limits };
  switch (rule) {
    case 'OWN_HOURS':
      return { ...member, weeklyHours: null, exceptions: member.exceptions?.filter(({ hours }) => hours === null) };
    case 'AWAY':
      return { ...member, exceptions: member.exceptions?.filter((one) => one.hours !== null || !daysOf(one).some(isIt)) };
    case 'ON_CALL':
      return { ...member, turns: member.turns?.filter(({ effect }) => effect !== 'BUSY') };
    case 'BUSY':
      return { ...member, busy: member.busy.filter((block) => !isIt(block)) };
    case 'INTERVIEW':
      return {
        ...member,
        busy: member.busy.filter((block) => !isIt(block)),
        interviews: member.interviews?.filter((one) => one.start_ms < during!.start_ms || during!.end_ms < one.end_ms),
      };
    case 'BUFFER':
      return { ...member, bufferBefore_min: 0, bufferAfter_min: 0 };
    case 'REST':
      return { ...member, limits: { ...unlimited, rest_min: 0 } };
    case 'DAY_FULL':
      return { ...member, limits: { ...unlimited, perDay: null } };
    case 'WEEK_FULL':
      return { ...member, limits: { ...unlimited, perWeek: null } };
    default:
      return member;
  }
}
