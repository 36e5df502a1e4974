import { Inject, Injectable } from '@nestjs/common';
import { may, personIdOf } from '#libs/identity/index.js';
import {
  formatInZone,
  isId,
  ok,
  refuse,
  type Actor,
  type Clock,
  type Id,
  type Interval,
  type Refusal,
  type Result,
  type TeamRole,
} from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { askedWindow, searchedWindow, shownZone, slotLimit, whyNotChoose, type ChoosingRefusal } from '../domain/choosing.js';
import type { Block, NoSlots } from '../domain/explain-no-slots.js';
import { CANDIDATE_SEAT, explainNoTimes, findTimes } from '../domain/find-times.js';
import { sayWayOut, type SaidWayOut } from '../domain/say-why.js';
import { bookedInterview, durationOf, type Meeting, type MeetingRefusal } from '../domain/meeting.js';
import type { Slot } from '../domain/slot-query.js';
import { readMeeting } from '../persistence/load-meeting.js';

export interface SlotsWanted {
  /** Staff say which application; a candidate's link says it itself. */
  readonly applicationId?: Id | null;
  /** Another stage of its plan than the present one, of which an interview has been booked. */
  readonly stageId?: Id | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** In whose wall clock times are said; the candidate's own, or for staff the posting's, if left out. */
  readonly zone?: string | null;
  readonly limit?: number | null;
}

export interface OfferedSlot {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** "Tuesday 5 March 2030, 14:00 EET (UTC+2)" in the zone of the list. */
  readonly said: string;
  /** Who would sit where; empty for candidates. */
  readonly seats: readonly { readonly seatId: Id; readonly role: string; readonly personId: Id }[];
}

/** Why there is no time. Candidates get the message alone. */
export interface NoTimes {
  readonly message: string;
  readonly blocks: readonly { readonly code: string; readonly message: string; readonly seatId: Id | null }[];
  readonly relaxations: NoSlots['relaxations'];
  /** The fewest rules that would have to give way, together, and what would be possible then. */
  readonly waysOut: readonly SaidWayOut[];
}

export interface OfferedSlots {
  readonly applicationId: Id;
  readonly stageId: Id;
  readonly stageName: string;
  readonly durationMin: number;
  /** In whose wall clock the times are said. */
  readonly zone: string;
  /** On whose wall clock the team works: the core hours', else the organisation's. */
  readonly teamZone: string;
  readonly slots: readonly OfferedSlot[];
  /** How many there are in the whole window. */
  readonly count: number;
  readonly none: NoTimes | null;
  /** The interview that one of these times would move, when one is booked already. */
  readonly moves: Id | null;
}

export type SlotsRefusal = Refusal<'NOT_FOUND'> | InvalidRefusal | MeetingRefusal | ChoosingRefusal;

/** The one answer for an application that is not there and one that is somebody else's. */
export const NO_SUCH_APPLICATION = refuse('NOT_FOUND', 'There is no such application, or you may not schedule its interviews.');

/** Finds the times at which the candidate and the interviewers of the present stage can meet. Reads one statement, changes nothing. */
@Injectable()
export class FindSlots {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, wanted: SlotsWanted): Promise<Result<OfferedSlots, SlotsRefusal>> {
    const now = this.clock.now();
    const applicationId = applicationOf(actor, wanted.applicationId ?? null);
    const stageId = wanted.stageId ?? null;
    if (applicationId === null || (stageId !== null && !isId(stageId))) return NO_SUCH_APPLICATION;
    const asked = askedWindow(wanted.from ?? null, wanted.to ?? null, now);
    if (!asked.ok) return asked;
    const limit = slotLimit(wanted.limit ?? null);
    if (!limit.ok) return limit;
    const seen = await readMeeting(this.uow, actor.organizationId, applicationId, asked.value, personIdOf(actor), stageId);
    if (!seen || !mayScheduleAs(actor, applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
    const byCandidate = actor.kind === 'candidate';
    const why = whyNotChoose(seen.meeting, byCandidate, now);
    if (why) return why;
    const window = searchedWindow(asked.value, wanted.to ?? null, seen.meeting.law, now);
    if (!window.ok) return window;
    const zone = shownZone(wanted.zone ?? null, byCandidate ? seen.meeting.candidateZone : seen.meeting.zone);
    if (!zone.ok) return zone;
    return ok(offered(seen.meeting, window.value, zone.value, limit.value, byCandidate));
  }
}

/** The application that is meant: a candidate's own whatever is said, else the one that is named. */
export function applicationOf(actor: Actor, applicationId: Id | null): Id | null {
  if (actor.kind === 'candidate')
    return applicationId === null || applicationId === actor.applicationId ? actor.applicationId : null;
  return isId(applicationId) ? applicationId : null;
}

/** Whether the actor schedules interviews of this application. */
export function mayScheduleAs(actor: Actor, applicationId: Id, teamRoles: readonly TeamRole[]): boolean {
  return may(actor, 'interview.schedule', { teamRoles, isOwn: opensInterviewsOf(actor, applicationId) });
}

/** Whether the actor is the candidate of the application, by a link that opens its interviews: one for handing work in does not. */
export function opensInterviewsOf(actor: Actor, applicationId: Id): boolean {
  return actor.kind === 'candidate' && actor.applicationId === applicationId && actor.purpose !== 'take-home';
}

function offered(meeting: Meeting, window: Interval, zone: string, limit: number, byCandidate: boolean): OfferedSlots {
  const { slots, count } = findTimes(meeting, window, limit);
  const roles = new Map(meeting.seats.map(({ seatId, role }) => [seatId, role]));
  const toOffered = ({ start_ms, end_ms, seats }: Slot): OfferedSlot => ({
    startsAt: new Date(start_ms),
    endsAt: new Date(end_ms),
    said: formatInZone(start_ms, zone),
    seats: byCandidate
      ? []
      : seats.map(({ seatId, interviewerId }) => ({ seatId, role: roles.get(seatId) ?? '', personId: interviewerId })),
  });
  return {
    applicationId: meeting.applicationId,
    stageId: meeting.stage!.id,
    stageName: meeting.stage!.name,
    durationMin: durationOf(meeting)!,
    zone,
    teamZone: meeting.zone,
    slots: slots.map(toOffered),
    count,
    none: count > 0 ? null : noTimes(meeting, byCandidate ? null : explainNoTimes(meeting, window), zone),
    moves: bookedInterview(meeting)?.id ?? null,
  };
}

function noTimes(meeting: Meeting, why: ReturnType<typeof explainNoTimes>, zone: string): NoTimes {
  if (why === null) {
    const message = meeting.candidateWindows
      ? 'No time that you named suits everybody yet. Your place is kept: the team has your times and is looking for one.'
      : 'No time suits everybody in these days. Your place is kept: please look at later days, or tell us which times suit you.';
    return { message, blocks: [], relaxations: [], waysOut: [] };
  }
  const blocks = why.blocks.map(said);
  const waysOut = why.waysOut.map((way) => sayWayOut(way, meeting, zone));
  return { message: blocks.map(({ message }) => message).join(' '), blocks, relaxations: why.relaxations, waysOut };
}

/** A block as coordinators read it; the candidate's own seat is not one of the stage's. */
function said(block: Block): NoTimes['blocks'][number] {
  const seatId = 'seatId' in block ? block.seatId : null;
  if (seatId !== CANDIDATE_SEAT) return { code: block.code, message: block.message, seatId };
  return {
    code: 'CANDIDATE_BUSY',
    message: 'The candidate is in other interviews at all of these times. Look further ahead.',
    seatId: null,
  };
}
