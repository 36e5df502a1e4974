import { Injectable } from '@nestjs/common';
import { may, personIdOf } from '#libs/identity/index.js';
import { isId, newId, ok, refuse, type Actor, type Id, type SystemActor, type Refusal, type Result } from '#libs/kernel/index.js';
import { UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { checkReason } from '../domain/choosing.js';
import { clocksOf, type Clocks } from '../domain/clocks.js';
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

  /**
   * Somebody has declined or left: the seat goes to who else of the pool is free, the time stays. When nobody is, those who coordinate hear of it (`SeatVacant`);
   * nothing happens when they have changed their mind meanwhile. Asking twice replaces nobody twice, since the seat is not theirs any more.
   */
  async vacated(organizationId: Id, interviewSeatId: Id): Promise<void> {
    const actor: SystemActor = { kind: 'system', organizationId, part: 'worker' };
    const wish: Wish = { interviewSeatId, override: false, reason: '', onlyVacated: true };
    const replaced = await decideBooking(() => this.uow.run(actor, (tx) => replace(tx, wish)));
    if (!replaced.ok && replaced.refusal.code === 'NOBODY_FREE')
      await this.uow.run(actor, (tx) => tellVacant(tx, interviewSeatId));
  }

  /** Somebody is not of the organisation any more: the same for every seat they hold in interviews to come. */
  async personLeft(organizationId: Id, personId: Id): Promise<void> {
    const seats = await this.uow.read<{ id: Id }>(
      organizationId,
      'seats-of-who-left',
      `SELECT s.id FROM interview_seats s JOIN people p ON p.organization_id = $1 AND p.id = s.person_id AND p.status <> 'ACTIVE'
        WHERE s.organization_id = $1 AND s.person_id = $2 AND s.state = 'CONFIRMED' ORDER BY lower(s.during)`,
      [organizationId, personId],
    );
    for (const { id } of seats) await this.vacated(organizationId, id);
  }

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
  /** Only when whoever holds the seat has declined it or left. */
  readonly onlyVacated?: boolean;
}

async function replace(tx: Tx, wish: Wish): Promise<Result<Booked, ReplacingRefusal>> {
  const found = await seatForChange(tx, wish.interviewSeatId);
  if (!found) return NO_SUCH_SEAT;
  const { interview, holderId } = found;
  if (wish.onlyVacated && !found.vacated) return NO_SUCH_SEAT;
  const mayOverride = may(tx.actor, 'interview.schedule', { teamRoles: interview.teamRoles });
  if (!mayOverride && (wish.override || holderId !== personIdOf(tx.actor))) return NO_SUCH_SEAT;
  const over = whyOver(interview, tx.now);
  if (over) return over;
  const window = { start_ms: interview.startsAt.getTime(), end_ms: interview.endsAt.getTime() };
  const meeting = (await loadMeeting(tx, interview.applicationId, window, null, interview.stageId))?.meeting;
  const open = meeting?.interview?.id === interview.id ? meeting.interview : null;
  if (open?.trainees.some(({ id }) => id === wish.interviewSeatId)) {
    revise(tx, interview, wish.interviewSeatId, wish);
    return ok({ interviewId: interview.id });
  }
  const seat = open?.seats.find(({ id }) => id === wish.interviewSeatId);
  if (!meeting || !seat) return NO_SUCH_SEAT;
  const declined = await whoDeclined(tx, interview.id);
  const chosen = choose(meeting, seat, wish, declined);
  if (!chosen.ok) return chosen;
  const again = (fresh: Meeting): boolean =>
    wish.override || choose(fresh, seat, { ...wish, personId: chosen.value }, declined).ok;
  await lockSeated(tx, meeting, window, [chosen.value], again);
  const clocks = clocksOf(meeting, window.start_ms, [{ interviewerId: chosen.value }]);
  await write(tx, interview, seat, { personId: chosen.value, ...buffersOf(meeting, chosen.value) }, wish, clocks);
  return ok({ interviewId: interview.id });
}

/** The seat stays with whoever cannot come, until a person decides. Told once: the event has the seat's id. */
async function tellVacant(tx: Tx, interviewSeatId: Id): Promise<Result<null>> {
  const found = await seatForChange(tx, interviewSeatId);
  if (!found?.vacated) return ok(null);
  const told = await tx.query('vacancy-told', 'SELECT FROM outbox_events WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    interviewSeatId,
  ]);
  if (told.length > 0) return ok(null);
  const { interview } = found;
  const payload = { ...refOf(interview, interview.sequence), interviewSeatId };
  tx.emit({ id: interviewSeatId, name: 'SeatVacant', subjectId: interview.applicationId, payload });
  return ok(null);
}

async function seatForChange(
  tx: Tx,
  interviewSeatId: Id,
): Promise<{ interview: InterviewSeen; holderId: Id; vacated: boolean } | null> {
  if (!isId(interviewSeatId)) return null;
  const [seat] = await tx.query<{ interview_id: Id; person_id: Id; vacated: boolean }>(
    'seat-to-replace',
    `SELECT s.interview_id, s.person_id, (s.answer = 'DECLINED' OR p.status <> 'ACTIVE') AS vacated
       FROM interview_seats s JOIN people p ON p.organization_id = $1 AND p.id = s.person_id
      WHERE s.organization_id = $1 AND s.id = $2 AND s.state <> 'CANCELLED'`,
    [tx.organizationId, interviewSeatId],
  );
  const interview = seat && (await lockInterview(tx, seat.interview_id, personIdOf(tx.actor)));
  return interview ? { interview, holderId: seat.person_id, vacated: seat.vacated } : null;
}

/** Who has declined this interview at its present time; two who cannot come are not asked in turn for ever. */
async function whoDeclined(tx: Tx, interviewId: Id): Promise<ReadonlySet<Id>> {
  const rows = await tx.query<{ person_id: Id }>(
    'who-declined',
    `SELECT s.person_id FROM interview_seats s JOIN interviews i ON i.organization_id = $1 AND i.id = s.interview_id
      WHERE s.organization_id = $1 AND s.interview_id = $2 AND s.answer = 'DECLINED' AND s.during @> i.during`,
    [tx.organizationId, interviewId],
  );
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Who takes the seat: not the one who leaves it, nor anybody who sits in this interview already, nor unasked who has declined it. */
function choose(
  meeting: Meeting,
  { seatId }: { seatId: Id },
  { personId, override }: Wish,
  declined: ReadonlySet<Id>,
): Result<Id, Refusal<'NOT_IN_POOL' | 'NOBODY_FREE'>> {
  const { seats, trainees } = meeting.interview!;
  const sitting = new Set([...seats, ...trainees].map((one) => one.personId));
  const seat = meeting.seats.find((one) => one.seatId === seatId);
  const others = seat?.members.filter((member) => !sitting.has(member.personId)) ?? [];
  const wanted = personId ?? null;
  const asked = others.filter((member) => (wanted === null ? !declined.has(member.personId) : member.personId === wanted));
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
  clocks: Clocks,
): Promise<void> {
  const added = { id: newId(tx.now.getTime()), seatId: seat.seatId, part: 'INTERVIEWS' as const, ...newcomer };
  revise(tx, interview, seat.id, wish, clocks);
  await insertSeats(tx, interview.id, interview.startsAt, interview.endsAt, [added]);
}

/** Takes one seat away and leaves the others and the time as they are. A place beside an interviewer is given up without anybody in it. */
function revise(tx: Tx, interview: InterviewSeen, interviewSeatId: Id, wish: Wish, clocks: Clocks = {}): void {
  cancelSeats(tx, [interviewSeatId]);
  tx.write(
    'revise-interview',
    `UPDATE interviews SET sequence = sequence + 1, version = version + 1, reason = coalesce(nullif($3, ''), reason), clocks = $4::jsonb || clocks
      WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, interview.id, wish.reason, JSON.stringify(clocks)],
  );
  const change = { reason: wish.reason, removedSeatIds: [interviewSeatId], timeChanged: false };
  emitRescheduled(tx, refOf(interview, interview.sequence + 1), change, interview);
  const detail = wish.override ? { override: true } : {};
  tx.audit('interview.replace-seat', 'interview', interview.id, { applicationId: interview.applicationId, ...detail });
}
