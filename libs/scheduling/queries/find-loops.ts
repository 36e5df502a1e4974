import { Inject, Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import { formatInZone, ok, type Actor, type Clock, type Id, type Interval, type Result } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { askedWindow, shownZone } from '../domain/choosing.js';
import { findLoops, type Loop, type LoopRules } from '../domain/find-loops.js';
import { checkLoopRules, loopRules, whyNoLoop, type LoopRefusal } from '../domain/loop-request.js';
import { possibleStarts, roundsOf } from '../domain/loop-rounds.js';
import { LoopSeating } from '../domain/loop-seating.js';
import { durationOf, type Meeting } from '../domain/meeting.js';
import { MINUTE_MS } from '../domain/slot-query.js';
import { readLoop, type LoopSeen } from '../persistence/load-loop.js';
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

export type LoopsRefusal = SlotsRefusal | LoopRefusal;

const LOOPS = 4;

/** Looks for times for all rounds that an application has before it, as one: in order, with the days of take-homes between them. Books nothing. */
@Injectable()
export class FindLoops {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, wanted: LoopsWanted): Promise<Result<OfferedLoops, LoopsRefusal>> {
    const applicationId = applicationOf(actor, wanted.applicationId ?? null);
    if (applicationId === null) return NO_SUCH_APPLICATION;
    const rules = checkLoopRules(wanted.pace ?? null, wanted.longestDays ?? null, '');
    if (!rules.ok) return rules;
    const now = this.clock.now();
    const asked = askedWindow(null, null, now);
    if (!asked.ok) return asked;
    const loop = await readLoop(this.uow, actor.organizationId, applicationId, asked.value, personIdOf(actor), now);
    if (!loop || !mayScheduleAs(actor, applicationId, loop.teamRoles)) return NO_SUCH_APPLICATION;
    const byCandidate = actor.kind === 'candidate';
    const why = whyNoLoop(loop, byCandidate, now);
    if (why) return why;
    const [{ zone: law, candidateZone }] = loop.meetings as [Meeting];
    const zone = shownZone(wanted.zone ?? null, byCandidate ? candidateZone : law);
    if (!zone.ok) return zone;
    const kept = byCandidate ? loopRules(loop.request!, law) : { ...rules.value, zone: law };
    return ok(offered(loop, asked.value, kept, zone.value, now, byCandidate));
  }
}

function offered(
  { meetings, stages }: LoopSeen,
  asked: Interval,
  rules: LoopRules,
  zone: string,
  now: Date,
  byCandidate: boolean,
): OfferedLoops {
  const rounds = roundsOf(meetings, stages, now, (meeting, from_ms) => possibleStarts(meeting, asked, from_ms, now));
  const [first] = meetings;
  const without = rounds.filter(({ starts_ms }) => starts_ms.length === 0).map(({ roundId }) => nameOf(meetings, roundId));
  const seating = new LoopSeating(meetings);
  const loops = findLoops(rounds, rules, LOOPS, seating.binds ? seating : null).map((loop) =>
    toOffered(loop, meetings, byCandidate ? null : seating, zone),
  );
  return { applicationId: first!.applicationId, zone, loops, without };
}

function toOffered(
  { starts_ms, span_ms }: Loop,
  meetings: readonly Meeting[],
  seating: LoopSeating | null,
  zone: string,
): OfferedLoop {
  const seatings = seating?.all(starts_ms) ?? null;
  return {
    spanMin: span_ms / MINUTE_MS,
    rounds: starts_ms.map((start_ms, index) => {
      const meeting = meetings[index]!;
      const roles = new Map(meeting.seats.map(({ seatId, role }) => [seatId, role]));
      const seats = seatings?.[index] ?? [];
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
