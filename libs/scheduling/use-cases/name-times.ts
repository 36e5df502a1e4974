import { Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import {
  isId,
  newId,
  ok,
  refuse,
  type Actor,
  type CandidateActor,
  type Id,
  type Refusal,
  type Result,
} from '#libs/kernel/index.js';
import { UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { whyNotChoose, type ChoosingRefusal } from '../domain/choosing.js';
import { bookedInterview, durationOf, type MeetingRefusal } from '../domain/meeting.js';
import { checkWish, type TimesNamed } from '../domain/wish.js';
import { loadMeeting } from '../persistence/load-meeting.js';
import { lockApplication } from '../persistence/lock.js';
import { mayScheduleAs, NO_SUCH_APPLICATION } from '../queries/find-slots.js';
import { idempotency } from './idempotency.js';

export interface NamingTimes extends TimesNamed {
  readonly idempotencyKey?: string | null;
}

export type NamingRefusal =
  Refusal<'NOT_FOUND' | 'ALREADY_BOOKED'> | InvalidRefusal | MeetingRefusal | ChoosingRefusal | IdempotencyRefusal;

/**
 * A candidate whom none of the offered times suits names their own. From then on times are looked for within these only, and the team has a task until an
 * interview is booked or somebody settles it.
 */
@Injectable()
export class NameTimes {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: CandidateActor, wanted: NamingTimes): Promise<Result<{ applicationId: Id }, NamingRefusal>> {
    const request = [
      wanted.zone,
      wanted.windows.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]),
      wanted.note,
    ];
    const key = idempotency(wanted.idempotencyKey, 'nameTimes', request);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => nameTimes(tx, actor, wanted), key.value);
  }

  /** The candidate wants to see all times again. */
  async takeBack(actor: CandidateActor): Promise<Result<{ applicationId: Id }, Refusal<'NOT_FOUND'>>> {
    return this.settle(actor, actor.applicationId);
  }

  /** Whoever schedules has dealt with it, by another way than a booking. */
  async settle(actor: Actor, applicationId: Id): Promise<Result<{ applicationId: Id }, Refusal<'NOT_FOUND'>>> {
    if (!isId(applicationId)) return NO_SUCH_APPLICATION;
    return this.uow.run(actor, async (tx) => {
      const window = { start_ms: tx.now.getTime(), end_ms: tx.now.getTime() + 1 };
      const locked = await lockApplication(tx, applicationId);
      const seen = locked ? await loadMeeting(tx, applicationId, window, personIdOf(actor)) : null;
      if (!seen || !mayScheduleAs(actor, applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
      settleWish(tx, applicationId);
      tx.audit('interview.times-settled', 'application', applicationId);
      return ok({ applicationId });
    });
  }
}

async function nameTimes(
  tx: Tx,
  actor: CandidateActor,
  wanted: NamingTimes,
): Promise<Result<{ applicationId: Id }, NamingRefusal>> {
  const { applicationId } = actor;
  const window = { start_ms: tx.now.getTime(), end_ms: tx.now.getTime() + 1 };
  const locked = await lockApplication(tx, applicationId);
  const seen = locked ? await loadMeeting(tx, applicationId, window, null) : null;
  if (!seen || !mayScheduleAs(actor, applicationId, seen.teamRoles)) return NO_SUCH_APPLICATION;
  const { meeting } = seen;
  const why = whyNotChoose(meeting, true, tx.now);
  if (why) return why;
  if (bookedInterview(meeting) !== null)
    return refuse('ALREADY_BOOKED', 'This interview has a time already. Move it to another one, or cancel it first.');
  const wish = checkWish(wanted, durationOf(meeting)!, tx.now);
  if (!wish.ok) return wish;
  settleWish(tx, applicationId);
  const stageId = meeting.stage!.id;
  const { zone, windows, note } = wish.value;
  const spans = JSON.stringify(windows.map(({ start_ms, end_ms }) => [start_ms, end_ms]));
  tx.write(
    'insert-time-wish',
    `INSERT INTO time_wishes (organization_id, id, application_id, stage_id, zone, windows, note, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.organizationId, newId(tx.now.getTime()), applicationId, stageId, zone, spans, note, tx.now],
  );
  tx.emit({ name: 'TimesNamed', subjectId: applicationId, payload: { applicationId, postingId: meeting.postingId, stageId } });
  tx.audit('interview.times-named', 'application', applicationId, { windows: windows.length });
  return ok({ applicationId });
}

/** Closes the application's wish, if one is open. */
export function settleWish(tx: Tx, applicationId: Id): void {
  tx.write(
    'settle-time-wish',
    `UPDATE time_wishes SET state = 'DONE', settled_at = $3 WHERE organization_id = $1 AND application_id = $2 AND state = 'OPEN'`,
    [tx.organizationId, applicationId, tx.now],
  );
}
