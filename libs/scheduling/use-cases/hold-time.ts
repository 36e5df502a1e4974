import { Inject, Injectable } from '@nestjs/common';
import {
  newId,
  ok,
  refuse,
  tzdataVersion,
  type Actor,
  type CandidateActor,
  type Clock,
  type Id,
  type Refusal,
  type Result,
} from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import { clocksOf } from '../domain/clocks.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { checkStart, whyNotChoose, type ChoosingRefusal } from '../domain/choosing.js';
import { bookedInterview, durationOf, type Meeting, type MeetingRefusal } from '../domain/meeting.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { MINUTE_MS } from '../domain/slot-query.js';
import type { SeatTaken } from '../domain/trainees.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import { lockApplication } from '../persistence/lock.js';
import { insertInterview, releaseHold } from '../persistence/write-interview.js';
import { FindSlots, mayScheduleAs, NO_SUCH_APPLICATION } from '../queries/find-slots.js';
import { idempotency } from './idempotency.js';
import { decideBooking, lockSeated, newSeats, seatsFor, seatsStand, withAlternatives, type TimeRefusal } from './taken-times.js';

export interface Held {
  readonly interviewId: Id;
  readonly heldUntil: string;
}

export type HoldRefusal =
  Refusal<'NOT_FOUND' | 'ALREADY_BOOKED'> | InvalidRefusal | MeetingRefusal | ChoosingRefusal | TimeRefusal | IdempotencyRefusal;

/**
 * Keeps a time for a candidate while they make up their mind. Nobody is told: a hold takes people's time like an interview, is given up for another one, and
 * ends by itself. One application holds one time.
 */
@Injectable()
export class HoldTime {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly findSlots: FindSlots,
  ) {}

  async hold(
    actor: CandidateActor,
    wanted: { readonly startsAt: Date; readonly idempotencyKey?: string | null },
  ): Promise<Result<Held, HoldRefusal>> {
    const start = checkStart(wanted.startsAt, this.clock.now());
    if (!start.ok) return start;
    const key = idempotency(wanted.idempotencyKey, 'holdTime', [start.value]);
    if (!key.ok) return key;
    const result = await decideBooking(() => this.uow.run(actor, (tx) => hold(tx, actor, start.value), key.value));
    return withAlternatives(result, this.findSlots, actor, actor.applicationId, wanted.startsAt);
  }

  /** Gives the held time up; nothing happens when there is none. */
  async release(
    actor: CandidateActor,
    idempotencyKey?: string | null,
  ): Promise<Result<{ applicationId: Id }, Refusal<'NOT_FOUND'> | InvalidRefusal | IdempotencyRefusal>> {
    const key = idempotency(idempotencyKey, 'releaseHold', []);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => release(tx, actor), key.value);
  }

  /** The timer of a hold: what has not become an interview is given up. Rings again without effect. */
  async ended(organizationId: Id, interviewId: Id): Promise<void> {
    const actor: Actor = { kind: 'system', organizationId, part: 'worker' };
    await this.uow.run(actor, async (tx) => {
      tx.write(
        'end-hold',
        `DELETE FROM interviews WHERE organization_id = $1 AND id = $2 AND state = 'HELD' AND held_until <= $3`,
        [tx.organizationId, interviewId, tx.now],
      );
      return ok(null);
    });
  }
}

async function release(tx: Tx, actor: CandidateActor): Promise<Result<{ applicationId: Id }, Refusal<'NOT_FOUND'>>> {
  const { applicationId } = actor;
  const locked = await lockApplication(tx, applicationId);
  if (!locked || !mayScheduleAs(actor, applicationId, [])) return NO_SUCH_APPLICATION;
  const held = await tx.query<{ id: Id }>(
    'release-holds',
    `DELETE FROM interviews WHERE organization_id = $1 AND application_id = $2 AND state = 'HELD' RETURNING id`,
    [tx.organizationId, applicationId],
  );
  for (const { id } of held) tx.audit('interview.release', 'interview', id, { applicationId });
  return ok({ applicationId });
}

async function hold(tx: Tx, actor: CandidateActor, start_ms: number): Promise<Result<Held, HoldRefusal>> {
  const locked = await lockApplication(tx, actor.applicationId);
  const window = { start_ms, end_ms: start_ms + 24 * 60 * MINUTE_MS };
  const seen = locked ? await loadMeeting(tx, actor.applicationId, window, null) : null;
  if (!seen || !mayScheduleAs(actor, actor.applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
  const { meeting } = seen;
  const why = whyNotChoose(meeting, true, tx.now);
  if (why) return why;
  if (bookedInterview(meeting) !== null)
    return refuse('ALREADY_BOOKED', 'This interview already has a time, which stays yours. Move it to another one if you like.');
  if (meeting.interview) releaseHold(tx, meeting.interview.id);
  const seats = seatsFor(meeting, { start_ms, now: tx.now, byCandidate: true, override: false });
  if (!seats.ok) return seats;
  // Who learns is asked when it is booked.
  const taken = seats.value.map((one): SeatTaken => ({ ...one, part: 'INTERVIEWS' }));
  const personIds = taken.map(({ interviewerId }) => interviewerId);
  await lockSeated(tx, meeting, window, personIds, (fresh) => seatsStand(fresh, start_ms, taken));
  return ok(await write(tx, meeting, start_ms, taken));
}

async function write(tx: Tx, meeting: Meeting, start_ms: number, taken: readonly SeatTaken[]): Promise<Held> {
  const interviewId = newId(tx.now.getTime());
  const heldUntil = new Date(tx.now.getTime() + SCHEDULING.hold_ms);
  await insertInterview(tx, {
    id: interviewId,
    applicationId: meeting.applicationId,
    candidateId: meeting.candidateId,
    stageId: meeting.stage!.id,
    requestId: meeting.request?.id ?? null,
    startsAt: new Date(start_ms),
    endsAt: new Date(start_ms + durationOf(meeting)! * MINUTE_MS),
    zone: meeting.zone,
    candidateZone: meeting.candidateZone,
    tzdataVersion: tzdataVersion(),
    clocks: clocksOf(meeting, start_ms, taken),
    meetingUrl: null,
    reason: '',
    heldUntil,
    seats: newSeats(tx, meeting, taken),
  });
  tx.emit({ name: 'HoldEnded', subjectId: meeting.applicationId, payload: { interviewId }, notBefore: heldUntil });
  tx.audit('interview.hold', 'interview', interviewId, { applicationId: meeting.applicationId });
  return { interviewId, heldUntil: heldUntil.toISOString() };
}
