import { Inject, Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import {
  formatInZone,
  ok,
  refuse,
  type Actor,
  type Clock,
  type Id,
  type Interval,
  type Refusal,
  type Result,
} from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { invalid } from '../domain/availability.js';
import { askedWindow, searchedWindow, shownZone } from '../domain/choosing.js';
import { findLoops, type Loop, type LoopRound, type LoopRules } from '../domain/find-loops.js';
import { LoopSeating } from '../domain/loop-seating.js';
import { findTimes } from '../domain/find-times.js';
import { bookedInterview, durationOf, whyNoMeeting, type Meeting } from '../domain/meeting.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { MINUTE_MS, SLOT_LIMITS } from '../domain/slot-query.js';
import { readMeeting } from '../persistence/load-meeting.js';
import { applicationOf, mayScheduleAs, NO_SUCH_APPLICATION, type OfferedSlot, type SlotsRefusal } from './find-slots.js';

export interface LoopsWanted {
  readonly applicationId?: Id | null;
  readonly pace?: string | null;
  /** The whole loop within so many days. */
  readonly longestDays?: number | null;
  readonly zone?: string | null;
}

/** One way of holding all remaining rounds. */
export interface OfferedLoop {
  readonly rounds: readonly (OfferedSlot & { readonly stageId: Id; readonly stageName: string })[];
  readonly spanMin: number;
}

export interface OfferedLoops {
  readonly applicationId: Id;
  readonly zone: string;
  /** The shortest first, each on another day. */
  readonly loops: readonly OfferedLoop[];
  /** Rounds without a single time, if that is why there are no loops. */
  readonly without: readonly { readonly stageId: Id; readonly stageName: string }[];
}

export type LoopsRefusal = SlotsRefusal | Refusal<'NOTHING_LEFT'>;

interface StageRow {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly dueDays: number | null;
}

const PACES = ['ANY', 'SAME_DAY', 'SPREAD'] as const;
const LOOPS = 4;
const DAY_MIN = 1440;

/** Looks for times for all rounds that an application has before it, as one: in order, with the days of take-homes between them. Books nothing. */
@Injectable()
export class FindLoops {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, wanted: LoopsWanted): Promise<Result<OfferedLoops, LoopsRefusal>> {
    const applicationId = actor.kind === 'candidate' ? null : applicationOf(actor, wanted.applicationId ?? null);
    if (applicationId === null) return NO_SUCH_APPLICATION;
    const pace = PACES.find((one) => one === (wanted.pace ?? 'ANY'));
    if (pace === undefined) return invalid('pace', `Choose one of ${PACES.join(', ')}.`);
    const { longestDays = null } = wanted;
    if (longestDays !== null && !(Number.isInteger(longestDays) && longestDays >= 1 && longestDays <= 28))
      return invalid('longestDays', 'A loop is looked for within 1 to 28 days.');
    const now = this.clock.now();
    const asked = askedWindow(null, null, now);
    if (!asked.ok) return asked;
    const first = await readMeeting(this.uow, actor.organizationId, applicationId, asked.value, personIdOf(actor));
    if (!first || !mayScheduleAs(actor, applicationId, first.teamRoles)) return NO_SUCH_APPLICATION;
    const zone = shownZone(wanted.zone ?? null, first.meeting.zone);
    if (!zone.ok) return zone;
    const stages = await this.remainingStages(actor.organizationId, applicationId);
    const rules = { zone: first.meeting.zone, pace, longest_min: longestDays === null ? null : longestDays * DAY_MIN };
    const meetings = await Promise.all(
      stages
        .filter(({ kind }) => kind !== 'TAKE_HOME')
        .map(({ id }) => readMeeting(this.uow, actor.organizationId, applicationId, asked.value, personIdOf(actor), id)),
    );
    const seen = meetings.flatMap((one) => (one === null ? [] : [one.meeting]));
    if (first.meeting.status === 'ACTIVE' && seen.length === 0)
      return refuse('NOTHING_LEFT', 'No interview is left before this application. Nothing has to be scheduled.');
    for (const meeting of seen.length === 0 ? [first.meeting] : seen) {
      const why = whyNoMeeting(meeting);
      if (why) return why;
    }
    return ok(offered(seen, stages, asked.value, rules, zone.value, now));
  }

  /** The stage in which the application is and those after it, in order, without offers. */
  private remainingStages(organizationId: Id, applicationId: Id): Promise<StageRow[]> {
    return this.uow.read<StageRow>(
      organizationId,
      'remaining-stages',
      `SELECT s.id, s.name, s.kind, (s.take_home->>'dueDays')::integer AS "dueDays"
         FROM applications a
         JOIN plan_stages s ON s.organization_id = a.organization_id AND s.plan_id = a.plan_id
         LEFT JOIN plan_stages here ON here.organization_id = a.organization_id AND here.id = a.stage_id
        WHERE a.organization_id = $1 AND a.id = $2 AND s.position >= coalesce(here.position, 0) AND s.kind <> 'OFFER' ORDER BY s.position`,
      [organizationId, applicationId],
    );
  }
}

function offered(
  meetings: readonly Meeting[],
  stages: readonly StageRow[],
  asked: Interval,
  rules: LoopRules,
  zone: string,
  now: Date,
): OfferedLoops {
  const rounds = roundsOf(meetings, stages, asked, now);
  const [first] = meetings;
  const without = rounds.filter(({ starts_ms }) => starts_ms.length === 0).map(({ roundId }) => nameOf(meetings, roundId));
  const seating = new LoopSeating(meetings);
  const fits = seating.binds ? (starts_ms: readonly number[]) => seating.soonest(starts_ms) : null;
  const loops = findLoops(rounds, rules, LOOPS, fits).map((loop) => toOffered(loop, meetings, seating, zone));
  return { applicationId: first!.applicationId, zone, loops, without };
}

/** Every round with its possible times; a round that has a time already keeps it. */
function roundsOf(meetings: readonly Meeting[], stages: readonly StageRow[], asked: Interval, now: Date): LoopRound[] {
  let takeHome_min = 0;
  let before: Meeting | null = null;
  const rounds: LoopRound[] = [];
  for (const { id, kind, dueDays } of stages) {
    if (kind === 'TAKE_HOME') takeHome_min += (dueDays ?? 0) * DAY_MIN;
    const meeting = meetings.find(({ stage }) => stage?.id === id);
    if (meeting === undefined) continue;
    const from_ms = now.getTime() + (before === null ? takeHome_min * MINUTE_MS : 0);
    rounds.push({
      roundId: id,
      starts_ms: startsOf(meeting, asked, from_ms, now),
      duration_min: durationOf(meeting)!,
      wait_min: before === null ? 0 : Math.max(takeHome_min, breakBetween(before, meeting)),
    });
    takeHome_min = 0;
    before = meeting;
  }
  return rounds;
}

function startsOf(meeting: Meeting, asked: Interval, from_ms: number, now: Date): number[] {
  const booked = bookedInterview(meeting);
  if (booked !== null) return [booked.start_ms];
  const window = searchedWindow(
    { ...asked, start_ms: Math.max(asked.start_ms, from_ms) },
    new Date(asked.end_ms),
    meeting.law,
    now,
  );
  if (!window.ok) return [];
  return findTimes(meeting, window.value, SLOT_LIMITS.limit).slots.map(({ start_ms }) => start_ms);
}

/** The break that suits everybody: the candidate, and whoever could sit in both rounds. */
function breakBetween(before: Meeting, after: Meeting): number {
  const needs = [...before.interviewers.values()]
    .filter(({ personId }) => after.interviewers.has(personId))
    .map(({ buffers, limits }) => Math.max(buffers.before_min + buffers.after_min, limits.rest_min));
  return Math.max(2 * SCHEDULING.buffer_min, ...needs);
}

function toOffered({ starts_ms, span_ms }: Loop, meetings: readonly Meeting[], seating: LoopSeating, zone: string): OfferedLoop {
  return {
    spanMin: span_ms / MINUTE_MS,
    rounds: starts_ms.map((start_ms, index) => {
      const meeting = meetings[index]!;
      const roles = new Map(meeting.seats.map(({ seatId, role }) => [seatId, role]));
      const seats = seating.last(starts_ms.slice(0, index + 1)) ?? [];
      return {
        ...nameOf(meetings, meeting.stage!.id),
        startsAt: new Date(start_ms),
        endsAt: new Date(start_ms + durationOf(meeting)! * MINUTE_MS),
        said: formatInZone(start_ms, zone),
        seats: seats.map(({ seatId, interviewerId }) => ({ seatId, role: roles.get(seatId) ?? '', personId: interviewerId })),
      };
    }),
  };
}

function nameOf(meetings: readonly Meeting[], stageId: Id): { stageId: Id; stageName: string } {
  return { stageId, stageName: meetings.find(({ stage }) => stage?.id === stageId)?.stage?.name ?? '' };
}
