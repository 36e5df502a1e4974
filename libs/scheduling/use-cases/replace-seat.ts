import { Injectable } from '@nestjs/common';
import { may, personIdOf } from '#libs/identity/index.js';
import { isId, newId, ok, refuse, type Actor, type Id, type Refusal, type Result } from '#libs/kernel/index.js';
import { UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { checkReason } from '../domain/choosing.js';
import { fillAt } from '../domain/find-times.js';
import type { Buffers, Meeting, MeetingSeat } from '../domain/meeting.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import { lockInterview, type InterviewSeen } from '../persistence/lock.js';
import { cancelSeats, insertSeats } from '../persistence/write-interview.js';
import type { Booked } from './book-interview.js';
import { refOf, whyOver, type InterviewRefusal } from './change-interview.js';
import { idempotency } from './idempotency.js';
import { emitRescheduled } from './interview-events.js';
import { buffersOf, decideBooking, lockSeated, type TimeRefusal } from './taken-times.js';

export interface Replacing {
  readonly interviewSeatId: Id;
  /** A member of the seat's pool; without one the least loaded who is free. */
  readonly personId?: Id | null;
  /** Staff only: somebody outside their own hours or with something else in the calendar, though never in another interview. */
  readonly override?: boolean | null;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

export type ReplacingRefusal =
  Refusal<'NOT_IN_POOL' | 'NOBODY_FREE'> | TimeRefusal | InterviewRefusal | InvalidRefusal | IdempotencyRefusal;

const NO_SUCH_SEAT = refuse('NOT_FOUND', 'There is no such seat, or you may not replace who sits in it.');

/** Gives a seat to another member of its pool, at the same time. Those who coordinate may, and whoever holds the seat hands it over. */
@Injectable()
export class ReplaceSeat {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: Actor, wanted: Replacing): Promise<Result<Booked, ReplacingRefusal>> {
    const override = wanted.override === true;
    const reason = checkReason(
      wanted.reason ?? null,
      override ? 'Say why the rules are set aside; the interview keeps it.' : null,
    );
    if (!reason.ok) return reason;
    const key = idempotency(wanted.idempotencyKey, 'replaceSeat', [
      wanted.interviewSeatId,
      wanted.personId ?? null,
      override,
      reason.value,
    ]);
    if (!key.ok) return key;
    const wish = { ...wanted, override, reason: reason.value };
    return decideBooking(() => this.uow.run(actor, (tx) => replace(tx, wish), key.value));
  }
}

interface Wish {
  readonly interviewSeatId: Id;
  readonly personId?: Id | null;
  readonly override: boolean;
  readonly reason: string;
}

async function replace(tx: Tx, wish: Wish): Promise<Result<Booked, ReplacingRefusal>> {
  const found = await seatForChange(tx, wish.interviewSeatId);
  if (!found) return NO_SUCH_SEAT;
  const { interview, holderId } = found;
  const mayOverride = may(tx.actor, 'interview.schedule', { teamRoles: interview.teamRoles });
  if (!mayOverride && (wish.override || holderId !== personIdOf(tx.actor))) return NO_SUCH_SEAT;
  const over = whyOver(interview, tx.now);
  if (over) return over;
  const window = { start_ms: interview.startsAt.getTime(), end_ms: interview.endsAt.getTime() };
  const meeting = (await loadMeeting(tx, interview.applicationId, window, null))?.meeting;
  const seat =
    meeting?.interview?.id === interview.id ? meeting.interview.seats.find(({ id }) => id === wish.interviewSeatId) : undefined;
  if (!meeting || !seat) return NO_SUCH_SEAT;
  const chosen = choose(meeting, seat, wish);
  if (!chosen.ok) return chosen;
  const again = (fresh: Meeting): boolean => wish.override || choose(fresh, seat, { ...wish, personId: chosen.value }).ok;
  await lockSeated(tx, meeting, window, [chosen.value], again);
  await write(tx, interview, seat, { personId: chosen.value, ...buffersOf(meeting, chosen.value) }, wish);
  return ok({ interviewId: interview.id });
}

async function seatForChange(tx: Tx, interviewSeatId: Id): Promise<{ interview: InterviewSeen; holderId: Id } | null> {
  if (!isId(interviewSeatId)) return null;
  const [seat] = await tx.query<{ interview_id: Id; person_id: Id }>(
    'seat-to-replace',
    `SELECT interview_id, person_id FROM interview_seats WHERE organization_id = $1 AND id = $2 AND state <> 'CANCELLED'`,
    [tx.organizationId, interviewSeatId],
  );
  const interview = seat && (await lockInterview(tx, seat.interview_id, personIdOf(tx.actor)));
  return interview ? { interview, holderId: seat.person_id } : null;
}

/** Who takes the seat: not the one who leaves it, nor anybody who sits in this interview already. */
function choose(
  meeting: Meeting,
  { seatId }: { seatId: Id },
  { personId, override }: Wish,
): Result<Id, Refusal<'NOT_IN_POOL' | 'NOBODY_FREE'>> {
  const sitting = new Set(meeting.interview!.seats.map((one) => one.personId));
  const seat = meeting.seats.find((one) => one.seatId === seatId);
  const others = seat?.members.filter((member) => !sitting.has(member.personId)) ?? [];
  const wanted = personId ?? null;
  const asked = wanted === null ? others : others.filter((member) => member.personId === wanted);
  if (wanted !== null && asked.length === 0) {
    return refuse(
      'NOT_IN_POOL',
      `This person is not an active member of the pool for "${seat?.role ?? ''}", or sits in this interview already. Choose another member.`,
    );
  }
  const free = seat && asked.length > 0 ? freeAt(meeting, { ...seat, members: asked }, override) : undefined;
  if (free !== undefined) return ok(free);
  return refuse(
    'NOBODY_FREE',
    `Nobody else of the pool for "${seat?.role ?? ''}" is free at this time. Nothing was changed; add a member or move the interview.`,
  );
}

/** The interview's time stands: only the newcomer's own hours and calendar are asked, not core hours nor the candidate. */
function freeAt(meeting: Meeting, seat: MeetingSeat, override: boolean): Id | undefined {
  const { start_ms, end_ms } = meeting.interview!;
  const stage = { ...meeting.stage!, duration_min: Math.round((end_ms - start_ms) / 60_000) };
  const alone: Meeting = { ...meeting, stage, seats: [seat], candidateBusy: [] };
  const ways = override ? (['CALENDARS', 'INTERVIEWS'] as const) : (['OWN_HOURS'] as const);
  for (const way of ways) {
    const [filled] = fillAt(alone, start_ms, way) ?? [];
    if (filled) return filled.interviewerId;
  }
  return undefined;
}

async function write(
  tx: Tx,
  interview: InterviewSeen,
  seat: { id: Id; seatId: Id },
  newcomer: Buffers & { personId: Id },
  wish: Wish,
): Promise<void> {
  cancelSeats(tx, [seat.id]);
  await insertSeats(tx, interview.id, interview.startsAt, interview.endsAt, [
    { id: newId(tx.now.getTime()), seatId: seat.seatId, ...newcomer },
  ]);
  tx.write(
    'revise-interview',
    `UPDATE interviews SET sequence = sequence + 1, version = version + 1, reason = coalesce(nullif($3, ''), reason) WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, interview.id, wish.reason],
  );
  const change = { reason: wish.reason, removedSeatIds: [seat.id], timeChanged: false };
  emitRescheduled(tx, refOf(interview, interview.sequence + 1), change, interview.endsAt);
  const detail = wish.override ? { override: true } : {};
  tx.audit('interview.replace-seat', 'interview', interview.id, { applicationId: interview.applicationId, ...detail });
}
