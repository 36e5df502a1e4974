import { formatInZone, momentInZone, type Id, type Interval } from '#libs/kernel/index.js';
import { CANDIDATE_SEAT } from './find-times.js';
import type { Meeting } from './meeting.js';
import type { Violation } from './violations.js';
import type { WayOut } from './why-not.js';

/** A rule that says no, in words for whoever coordinates. */
export interface SaidRule {
  readonly code: Violation['rule'] | 'CANDIDATE_BUSY' | 'NOTICE' | 'OUTSIDE_DAYS' | 'TOO_FAR_AHEAD' | 'GRID' | 'NOBODY';
  readonly message: string;
  /** Whose rule it is; null for a law of all, and for the candidate's. */
  readonly personId: Id | null;
  /** The block or the days that are meant. */
  readonly during: Interval | null;
}

/** Rules that have to give way together, in words. */
export interface SaidWayOut {
  readonly rules: readonly SaidRule[];
  readonly count: number;
  readonly first_ms: number;
  readonly message: string;
}

/** A rule as coordinators read it; instants in `zone`. What a block is about is nobody's business, so only its time is said. */
export function sayRule(violation: Violation, meeting: Meeting, zone: string): SaidRule {
  const { rule, interviewerId, during } = violation;
  if (interviewerId === meeting.candidateId) {
    const message = 'the candidate is in another interview then';
    return { code: 'CANDIDATE_BUSY', message, personId: null, during: null };
  }
  const name = interviewerId === null ? '' : (meeting.interviewers.get(interviewerId)?.name ?? 'somebody');
  return { code: rule, message: WORDS[rule](name, during && saidSpan(during, zone)), personId: interviewerId, during };
}

/** A way out as coordinators read it: "if Ada's busy time on Thursday … moved, 14 times". */
export function sayWayOut({ rules, count, first_ms }: WayOut, meeting: Meeting, zone: string): SaidWayOut {
  const said = rules.map((rule) => sayRule(rule, meeting, zone));
  const times = `${count} ${count === 1 ? 'time' : 'times'}, the first ${formatInZone(first_ms, zone)}`;
  return {
    rules: said,
    count,
    first_ms,
    message: `If this gave way: ${said.map(({ message }) => message).join('; and ')}: ${times}.`,
  };
}

/** Whether a way out asks for more than the team can give: the candidate's own words and interviews are theirs. */
export function concernsCandidate({ rule, interviewerId }: Violation, meeting: Meeting): boolean {
  return (
    rule === 'CANDIDATE_HOURS' ||
    rule === 'CANDIDATE_WINDOWS' ||
    interviewerId === meeting.candidateId ||
    interviewerId === CANDIDATE_SEAT
  );
}

const WORDS: Record<Violation['rule'], (name: string, span: string | null) => string> = {
  CORE_HOURS: () => 'it is outside the core hours',
  POSTING_HOURS: () => "it is outside the posting's interview hours",
  ORGANIZATION_HOURS: () => "it is outside the organisation's interview hours",
  OVERLAP: () => 'it is outside the hours that the candidate has to share',
  CANDIDATE_HOURS: () => 'it is no reasonable time of day for the candidate',
  CANDIDATE_WINDOWS: () => 'it is none of the times that the candidate named',
  OWN_HOURS: (name) => `it is outside the hours of ${name}`,
  AWAY: (name, span) => `${name} is away ${span ?? ''}`.trimEnd(),
  ON_CALL: (name) => `${name} is on call`,
  BUSY: (name, span) => `${name} is busy ${span ?? ''}`.trimEnd(),
  INTERVIEW: (name, span) => `${name} is kept by another interview ${span ?? ''}`.trimEnd(),
  BUFFER: (name) => `${name} would have too few minutes before or after it`,
  REST: (name) => `${name} would have too little rest between interviews`,
  DAY_FULL: (name) => `${name} has as many interviews as they take in a day`,
  WEEK_FULL: (name) => `${name} has as many interviews as they take in a week`,
};

function saidSpan({ start_ms, end_ms }: Interval, zone: string): string {
  const from = momentInZone(start_ms, zone);
  const to = momentInZone(end_ms, zone);
  const day = `${from.weekday} ${from.date}`;
  return from.date === to.date
    ? `${day} ${from.time}–${to.time}`
    : `from ${day} ${from.time} to ${to.weekday} ${to.date} ${to.time}`;
}
