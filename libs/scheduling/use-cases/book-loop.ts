import { Inject, Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import {
  newId,
  ok,
  refuse,
  tzdataVersion,
  type Actor,
  type Clock,
  type Id,
  type Interval,
  type Refusal,
  type Result,
} from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, type ConflictRefusal, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import { clocksOf } from '../domain/clocks.js';
import { invalid, type InvalidRefusal } from '../domain/availability.js';
import { askedWindow, checkStart } from '../domain/choosing.js';
import { brokenRound } from '../domain/find-loops.js';
import { isOffered } from '../domain/find-times.js';
import { loopRules, whyNoLoop, type LoopRefusal } from '../domain/loop-request.js';
import { roundsOf } from '../domain/loop-rounds.js';
import { LoopSeating } from '../domain/loop-seating.js';
import { bookedInterview, durationOf, meetingUrlOf, type Meeting } from '../domain/meeting.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { MINUTE_MS } from '../domain/slot-query.js';
import { everybodyAt, type SeatTaken } from '../domain/trainees.js';
import { loadLoop, type LoopSeen } from '../persistence/load-loop.js';
import { lockApplication, lockInterviewers } from '../persistence/lock.js';
import { insertInterview } from '../persistence/write-interview.js';
import { applicationOf, mayScheduleAs, NO_SUCH_APPLICATION } from '../queries/find-slots.js';
import { idempotency } from './idempotency.js';
import { emitBooked } from './interview-events.js';
import { settleWish } from './name-times.js';
import { decideBooking, isLimited, isOutside, LookAgain, newSeats, SLOT_TAKEN, type TimeRefusal } from './taken-times.js';

export interface BookingLoop {
  readonly applicationId?: Id | null;
  /** One for each round that is left, in their order; a round that has its time already is named with it. */
  readonly startsAt: readonly Date[];
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

export interface BookedLoop {
  readonly applicationId: Id;
  readonly interviewIds: readonly Id[];
  /** Until when the times are only kept; null: they are booked. */
  readonly heldUntil: string | null;
}

export type BookingLoopRefusal =
  | Refusal<'NOT_FOUND' | 'ROUNDS_CHANGED' | 'ALREADY_BOOKED'>
  | LoopRefusal
  | TimeRefusal
  | ConflictRefusal
  | InvalidRefusal
  | IdempotencyRefusal;

interface Wish {
  readonly applicationId: Id;
  readonly starts_ms: readonly number[];
  readonly expectedVersion: number | null;
  readonly holds: boolean;
}

/**
 * Books all rounds that are left, or keeps their times for some minutes: all of them or none. Nothing of the times is believed: rules, order, breaks and days are
 * checked again on locked, fresh data, as for a single interview.
 */
@Injectable()
export class BookLoop {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  book(actor: Actor, wanted: BookingLoop): Promise<Result<BookedLoop, BookingLoopRefusal>> {
    return this.execute(actor, wanted, false);
  }

  /** For candidates, while they make up their mind; times held before are given up. */
  hold(actor: Actor, wanted: BookingLoop): Promise<Result<BookedLoop, BookingLoopRefusal>> {
    return this.execute(actor, wanted, true);
  }

  private async execute(actor: Actor, wanted: BookingLoop, holds: boolean): Promise<Result<BookedLoop, BookingLoopRefusal>> {
    const applicationId = applicationOf(actor, wanted.applicationId ?? null);
    if (applicationId === null) return NO_SUCH_APPLICATION;
    const now = this.clock.now();
    if (wanted.startsAt.length === 0 || wanted.startsAt.length > 20)
      return invalid('input.startsAt', 'Name one time for each round that is left.');
    const starts_ms: number[] = [];
    for (const [at, startsAt] of wanted.startsAt.entries()) {
      const start = checkStart(startsAt, now, `input.startsAt.${at}`);
      if (!start.ok) return start;
      starts_ms.push(start.value);
    }
    const key = idempotency(wanted.idempotencyKey, holds ? 'holdLoop' : 'bookLoop', [applicationId, starts_ms]);
    if (!key.ok) return key;
    const wish = { applicationId, starts_ms, expectedVersion: wanted.expectedVersion ?? null, holds };
    return decideBooking(() => this.uow.run(actor, (tx) => bookLoop(tx, wish), key.value));
  }
}

async function bookLoop(tx: Tx, wish: Wish): Promise<Result<BookedLoop, BookingLoopRefusal>> {
  const { applicationId, starts_ms } = wish;
  const window = askedWindow(null, null, tx.now);
  if (!window.ok) return window;
  if (!(await lockApplication(tx, applicationId))) return NO_SUCH_APPLICATION;
  // Whatever was only held is in nobody's way; should this be refused, it is held as before.
  await tx.query(
    'release-holds',
    `DELETE FROM interviews WHERE organization_id = $1 AND application_id = $2 AND state = 'HELD' RETURNING id`,
    [tx.organizationId, applicationId],
  );
  const loop = await loadLoop(tx, applicationId, window.value, personIdOf(tx.actor));
  if (!loop || !mayScheduleAs(tx.actor, applicationId, loop.teamRoles)) return NO_SUCH_APPLICATION;
  const why = whyNotThese(tx, loop, wish);
  if (why) return why;
  const seated = everybody(loop.meetings, starts_ms);
  if (seated === null) return notThese(loop.meetings, starts_ms);
  await lockEverybody(tx, loop, seated, starts_ms, window.value);
  return ok(await write(tx, loop, seated, wish));
}

/** Why these times cannot be had, whoever is free; null when people have to be asked. */
function whyNotThese(tx: Tx, loop: LoopSeen, { starts_ms, expectedVersion }: Wish) {
  const byCandidate = tx.actor.kind === 'candidate';
  const why = whyNoLoop(loop, byCandidate, tx.now);
  if (why) return why;
  const { meetings, stages, request } = loop;
  const version = meetings[0]!.version;
  if (expectedVersion !== null && expectedVersion !== version)
    return refuse('CONFLICT', 'The application was changed meanwhile. Nothing was booked; look again and decide again.', {
      presentVersion: version,
    });
  const rounds = roundsOf(meetings, stages, tx.now, (_, from_ms) => [from_ms]);
  const booked = meetings.map(bookedInterview);
  if (meetings.length !== starts_ms.length || booked.some((one, round) => one !== null && one.start_ms !== starts_ms[round]))
    return refuse(
      'ROUNDS_CHANGED',
      'The rounds that are left have changed meanwhile. Nothing was booked; look at the times again.',
    );
  if (booked.every((one) => one !== null))
    return refuse('ALREADY_BOOKED', 'Every round has its time already. Move one to another time, or cancel it first.');
  const rules = loopRules(request ?? { pace: 'ANY', longestDays: null }, meetings[0]!.zone);
  const tooEarly = booked[0] === null && starts_ms[0]! < rounds[0]!.starts_ms[0]!;
  const broken = tooEarly ? 0 : brokenRound(rounds, starts_ms, rules);
  if (broken !== null)
    return invalid(
      `input.startsAt.${broken}`,
      `${meetings[broken]!.stage!.name} is too near to the round before it, or too far from the first. Nothing was booked; choose one of the loops offered.`,
    );
  const outside = meetings.findIndex((meeting, round) => booked[round] === null && isOutside(meeting, starts_ms[round]!, tx.now));
  return outside < 0 ? null : notThese([meetings[outside]!], [starts_ms[outside]!], true);
}

function notThese(meetings: readonly Meeting[], starts_ms: readonly number[], outside = false) {
  const offered =
    !outside && meetings.every((meeting, round) => bookedInterview(meeting) !== null || isOffered(meeting, starts_ms[round]!));
  if (offered) return SLOT_TAKEN;
  return refuse(
    'TIME_NOT_OFFERED',
    'These times are not among those offered. Nothing was booked; choose one of the loops in the list.',
    {
      alternatives: [],
    },
  );
}

/** Who comes to each round; null for a round that has its people already. */
function everybody(meetings: readonly Meeting[], starts_ms: readonly number[]): (readonly SeatTaken[] | null)[] | null {
  const seating = new LoopSeating(meetings).all(starts_ms);
  if (seating === null) return null;
  return meetings.map((meeting, round) =>
    bookedInterview(meeting) === null ? everybodyAt(meeting, starts_ms[round]!, seating[round]!) : null,
  );
}

/** Locks all of them at once, in the one order; where somebody takes only so many interviews, what was read is read again. */
async function lockEverybody(
  tx: Tx,
  { meetings }: LoopSeen,
  seated: readonly (readonly SeatTaken[] | null)[],
  starts_ms: readonly number[],
  window: Interval,
): Promise<void> {
  const personIds = [...new Set(seated.flatMap((seats) => (seats ?? []).map(({ interviewerId }) => interviewerId)))];
  await lockInterviewers(tx, personIds);
  if (!meetings.some(({ interviewers }) => personIds.some((id) => isLimited(interviewers.get(id))))) return;
  const fresh = await loadLoop(tx, meetings[0]!.applicationId, window, null);
  const again = fresh && everybody(fresh.meetings, starts_ms);
  if (JSON.stringify(again) !== JSON.stringify(seated)) throw new LookAgain();
}

async function write(tx: Tx, loop: LoopSeen, seated: readonly (readonly SeatTaken[] | null)[], wish: Wish): Promise<BookedLoop> {
  const { applicationId, starts_ms, holds } = wish;
  const heldUntil = holds ? new Date(tx.now.getTime() + SCHEDULING.hold_ms) : null;
  const interviewIds: Id[] = [];
  for (const [round, meeting] of loop.meetings.entries()) {
    const taken = seated[round];
    if (taken) interviewIds.push(await writeRound(tx, meeting, starts_ms[round]!, taken, heldUntil));
  }
  if (!holds && loop.request)
    tx.write('book-loop-request', `UPDATE loop_requests SET status = 'BOOKED' WHERE organization_id = $1 AND id = $2`, [
      tx.organizationId,
      loop.request.id,
    ]);
  if (!holds && loop.meetings.some(({ candidateWindows }) => candidateWindows !== null)) settleWish(tx, applicationId);
  return { applicationId, interviewIds, heldUntil: heldUntil && heldUntil.toISOString() };
}

async function writeRound(
  tx: Tx,
  meeting: Meeting,
  start_ms: number,
  taken: readonly SeatTaken[],
  heldUntil: Date | null,
): Promise<Id> {
  const interviewId = newId(tx.now.getTime());
  const { applicationId, candidateId, postingId, request, zone, candidateZone } = meeting;
  const stageId = meeting.stage!.id;
  const endsAt = new Date(start_ms + durationOf(meeting)! * MINUTE_MS);
  const seats = newSeats(tx, meeting, heldUntil ? taken.filter(({ part }) => part === 'INTERVIEWS') : taken);
  const meetingUrl = heldUntil ? null : meetingUrlOf(meeting, interviewId, start_ms, taken);
  const row = {
    applicationId,
    candidateId,
    stageId,
    requestId: request?.id ?? null,
    zone,
    candidateZone,
    meetingUrl,
    heldUntil,
    seats,
  };
  await insertInterview(tx, {
    id: interviewId,
    startsAt: new Date(start_ms),
    endsAt,
    tzdataVersion: tzdataVersion(),
    clocks: clocksOf(meeting, start_ms, taken),
    reason: '',
    ...row,
  });
  if (heldUntil) {
    tx.emit({ name: 'HoldEnded', subjectId: applicationId, payload: { interviewId }, notBefore: heldUntil });
  } else {
    if (request)
      tx.write('book-schedule-request', `UPDATE schedule_requests SET status = 'BOOKED' WHERE organization_id = $1 AND id = $2`, [
        tx.organizationId,
        request.id,
      ]);
    emitBooked(tx, { interviewId, applicationId, postingId, stageId, sequence: 0 }, { startsAt: new Date(start_ms), endsAt });
  }
  tx.audit(heldUntil ? 'interview.hold' : 'interview.book', 'interview', interviewId, { applicationId, loop: true });
  return interviewId;
}
