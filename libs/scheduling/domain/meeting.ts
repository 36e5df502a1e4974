import {
  dateInZone,
  refuse,
  wallToInstant,
  weeklyRuleFaults,
  type Id,
  type Interval,
  type Refusal,
  type Refused,
  type WeeklyRule,
} from '#libs/kernel/index.js';
import type { ApplicationStatus, StageKind } from '#libs/pipeline/index.js';
import { mondayOf, plusDays, type HoursException, type OnCallTurn } from './hours.js';
import { meetingUrlFrom, type SchedulingLaw } from './scheduling-law.js';
import { USUAL_DURATION_MIN } from './scheduling-rules.js';
import type { InterviewLimits } from './slot-query.js';

export const INTERVIEW_STATES = ['HELD', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'NO_SHOW'] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];
export const SEAT_ANSWERS = ['PENDING', 'ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;
export type SeatAnswer = (typeof SEAT_ANSWERS)[number];

/** Who cancelled an interview; SYSTEM: it fell with the stage or the application that it was for. */
export const CANCELLED_BY = ['CANDIDATE', 'TEAM', 'SYSTEM'] as const;
export type CancelledBy = (typeof CANCELLED_BY)[number];

/** What somebody does in an interview: fills a seat, learns beside who does, or does it while they sit beside. */
export const SEAT_PARTS = ['INTERVIEWS', 'SHADOWS', 'REVERSE_SHADOWS'] as const;
export type SeatPart = (typeof SEAT_PARTS)[number];

/** Somebody who can sit in the interview, with their calendar around the time that is looked at. */
export interface Interviewer {
  readonly personId: Id;
  readonly name: string;
  readonly zone: string;
  /** Null: they have not said. */
  readonly weeklyHours: readonly WeeklyRule[] | null;
  /** Their own busy blocks and those of their calendars, without buffers. */
  readonly blocks: readonly Interval[];
  /** Interviews that take their time, buffers included; the one that is being moved is left out. */
  readonly interviews: readonly Interval[];
  /** Their interviews without buffers, held and past ones too: what balancing and limits count. */
  readonly load: readonly Interval[];
  readonly exceptions: readonly HoursException[];
  readonly turns: readonly OnCallTurn[];
  readonly limits: InterviewLimits;
  readonly buffers: Buffers;
  /** Where they hold video meetings; null: nowhere in particular. */
  readonly meetingUrl: string | null;
  /** Whether they have sat in an interview with this candidate. */
  readonly hasMet: boolean;
}

/** Minutes kept free around an interview. */
export interface Buffers {
  readonly before_min: number;
  readonly after_min: number;
}

/** A place in the stage's interview and the pool that fills it. */
export interface MeetingSeat {
  readonly seatId: Id;
  /** As the posting says it: "front-end engineer". */
  readonly role: string;
  readonly poolId: Id | null;
  /** Who is trained to fill it. */
  readonly members: readonly { readonly personId: Id; readonly target: number }[];
  /** Who learns to. */
  readonly trainees: readonly {
    readonly personId: Id;
    readonly target: number;
    readonly part: Exclude<SeatPart, 'INTERVIEWS'>;
  }[];
}

/** The interview of this stage that is not over, if there is one. */
export interface OpenInterview {
  readonly id: Id;
  readonly version: number;
  readonly sequence: number;
  readonly state: InterviewState;
  readonly start_ms: number;
  readonly end_ms: number;
  /** Who fills the seats. */
  readonly seats: readonly HeldSeat[];
  /** Who learns beside them. */
  readonly trainees: readonly HeldSeat[];
}

export interface HeldSeat {
  readonly id: Id;
  readonly seatId: Id;
  readonly personId: Id;
}

/** Everything that decides when a candidate and a stage's interviewers can meet. Read by one statement. */
export interface Meeting {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly candidateId: Id;
  readonly status: ApplicationStatus;
  /** The application's version. */
  readonly version: number;
  readonly stage: {
    readonly id: Id;
    readonly name: string;
    readonly kind: StageKind;
    readonly duration_min: number | null;
    readonly selfSchedule: boolean;
  } | null;
  readonly coreHours: WeeklyRule | null;
  readonly law: SchedulingLaw;
  /** Times the candidate has named; null while they have not. */
  readonly candidateWindows: readonly Interval[] | null;
  /** Whose wall clock the grid and the weeks follow: the core hours', else the organisation's. */
  readonly zone: string;
  readonly candidateZone: string;
  /** The candidate's other interviews that are not over. */
  readonly candidateBusy: readonly Interval[];
  readonly request: { readonly id: Id; readonly status: 'OPEN' | 'BOOKED'; readonly expiresAt_ms: number } | null;
  readonly interview: OpenInterview | null;
  readonly seats: readonly MeetingSeat[];
  readonly interviewers: ReadonlyMap<Id, Interviewer>;
}

export type MeetingRefusal = Refusal<
  'APPLICATION_ENDED' | 'NO_MEETING_HERE' | 'STAGE_HAS_NO_SEATS' | 'SEAT_HAS_NO_POOL' | 'CORE_HOURS_UNSOUND'
>;

/** Why nobody can be invited at all, whatever the time; null when times can be looked for. */
export function whyNoMeeting(meeting: Meeting): Refused<MeetingRefusal> | null {
  const { stage } = meeting;
  if (meeting.status !== 'ACTIVE') {
    return refuse(
      'APPLICATION_ENDED',
      'This application has ended, so there is nothing to schedule. Reopen it first to go on with it.',
    );
  }
  if (stage === null || durationOf(meeting) === null) {
    const where =
      stage === null ? 'is in review before the first stage' : `is in ${stage.name}, where nobody meets at a set time`;
    return refuse('NO_MEETING_HERE', `The candidate ${where}. Move the application to an interview stage first.`);
  }
  if (meeting.seats.length === 0) {
    return refuse(
      'STAGE_HAS_NO_SEATS',
      `${stage.name} has no seats, so nobody would come. Give the stage a seat in a new version of the plan.`,
    );
  }
  const empty = meeting.seats.filter(({ members }) => members.length === 0);
  if (empty.length > 0) {
    const roles = empty.map(({ role }) => `"${role}"`).join(', ');
    return refuse(
      'SEAT_HAS_NO_POOL',
      `Nobody can fill the seat ${roles} in ${stage.name}. Give it an interviewer pool, or add an active member to its pool.`,
    );
  }
  const faults = meeting.coreHours === null ? [] : weeklyRuleFaults(meeting.coreHours);
  if (faults.length === 0) return null;
  return refuse(
    'CORE_HOURS_UNSOUND',
    `The posting's core hours cannot be read: ${faults.join('; ')}. Correct them in the posting.`,
  );
}

/** The interview that has a time, as everybody concerned knows it; one that is only held for the candidate is none yet. */
export function bookedInterview({ interview }: Meeting): OpenInterview | null {
  return interview === null || interview.state === 'HELD' ? null : interview;
}

/** Where the interview meets: by the template of posting or organisation, else where the first interviewer who has said it holds theirs. */
export function meetingUrlOf(
  meeting: Meeting,
  interviewId: Id,
  start_ms: number,
  filled: readonly { readonly seatId: Id; readonly interviewerId: Id; readonly part?: SeatPart }[],
): string | null {
  const { law, zone, seats, interviewers } = meeting;
  if (law.meetingUrlTemplate !== null) return meetingUrlFrom(law.meetingUrlTemplate, interviewId, start_ms, zone);
  for (const { seatId } of seats) {
    const holder = filled.find((one) => one.seatId === seatId && (one.part ?? 'INTERVIEWS') === 'INTERVIEWS')?.interviewerId;
    const own = holder === undefined ? null : (interviewers.get(holder)?.meetingUrl ?? null);
    if (own !== null) return own;
  }
  return null;
}

/** How long the stage's interview is, in minutes; null where nobody meets. */
export function durationOf({ stage }: Meeting): number | null {
  if (stage === null) return null;
  const usual_min = USUAL_DURATION_MIN[stage.kind];
  return usual_min === null ? null : (stage.duration_min ?? usual_min);
}

/** A week's piece of a window, and the whole week that it belongs to. */
export interface WeekPiece {
  readonly piece: Interval;
  readonly week: Interval;
}

/** Cuts a window at the Mondays of `zone`, since interviewers' targets are for a week. */
export function weekPieces(window: Interval, zone: string): WeekPiece[] {
  const pieces: WeekPiece[] = [];
  let monday = mondayOf(dateInZone(window.start_ms, zone));
  let start_ms = wallToInstant(monday, '00:00', zone);
  while (start_ms < window.end_ms) {
    monday = plusDays(monday, 7);
    const end_ms = wallToInstant(monday, '00:00', zone);
    const piece = { start_ms: Math.max(start_ms, window.start_ms), end_ms: Math.min(end_ms, window.end_ms) };
    if (piece.start_ms < piece.end_ms) pieces.push({ piece, week: { start_ms, end_ms } });
    start_ms = end_ms;
  }
  return pieces;
}
