import { Inject, Injectable } from '@nestjs/common';
import { personIdOf } from '#libs/identity/index.js';
import { isId, newId, ok, refuse, type Clock, type Id, type Refusal, type Result, type StaffActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork, type ConflictRefusal, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import type { InvalidRefusal } from '../domain/availability.js';
import { checkLoopRules, whyNoLoop, type LoopRefusal } from '../domain/loop-request.js';
import { bookedInterview, type Meeting } from '../domain/meeting.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { loadLoop } from '../persistence/load-loop.js';
import { lockApplication } from '../persistence/lock.js';
import { mayScheduleAs, NO_SUCH_APPLICATION } from '../queries/find-slots.js';
import { idempotency } from './idempotency.js';
import type { Requested } from './request-interview.js';

export interface RequestingLoop {
  readonly applicationId: Id;
  readonly pace?: string | null;
  readonly longestDays?: number | null;
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

export type RequestingLoopRefusal =
  Refusal<'NOT_FOUND' | 'ALREADY_BOOKED'> | LoopRefusal | ConflictRefusal | InvalidRefusal | IdempotencyRefusal;

/** The team asks the candidate to choose times for all rounds that are left, as one; by the link that opens the times of a single one, too. */
@Injectable()
export class RequestLoop {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(actor: StaffActor, wanted: RequestingLoop): Promise<Result<Requested, RequestingLoopRefusal>> {
    const { applicationId, pace = null, longestDays = null } = wanted;
    if (!isId(applicationId)) return NO_SUCH_APPLICATION;
    const rules = checkLoopRules(pace, longestDays, 'input.');
    if (!rules.ok) return rules;
    const key = idempotency(wanted.idempotencyKey, 'requestLoop', [applicationId, rules.value.pace, longestDays]);
    if (!key.ok) return key;
    const now_ms = this.clock.now().getTime();
    return this.uow.run(
      actor,
      async (tx): Promise<Result<Requested, RequestingLoopRefusal>> => {
        const locked = await lockApplication(tx, applicationId);
        const window = { start_ms: now_ms, end_ms: now_ms + 1 };
        const loop = locked ? await loadLoop(tx, applicationId, window, personIdOf(actor)) : null;
        if (!loop || !mayScheduleAs(actor, applicationId, loop.teamRoles)) return NO_SUCH_APPLICATION;
        const why = whyNoLoop(loop, false, tx.now);
        if (why) return why;
        const open = loop.meetings.filter((meeting) => bookedInterview(meeting) === null);
        const [first] = open;
        const version = loop.meetings[0]!.version;
        if ((wanted.expectedVersion ?? version) !== version) {
          return refuse('CONFLICT', 'The application was changed meanwhile. Nobody was asked; look again and decide again.', {
            presentVersion: version,
          });
        }
        if (!first)
          return refuse(
            'ALREADY_BOOKED',
            'Every round has its time already, so the candidate was not asked. Move or cancel one first.',
          );
        const expiresAt = new Date(tx.now.getTime() + SCHEDULING.request_ms);
        askForLoop(tx, applicationId, rules.value.pace, longestDays, expiresAt);
        const position = loop.stages.find(({ id }) => id === first.stage!.id)!.position;
        return ok({
          applicationId,
          requestId: await askForRound(tx, first, position, expiresAt),
          expiresAt: expiresAt.toISOString(),
        });
      },
      key.value,
    );
  }
}

function askForLoop(tx: Tx, applicationId: Id, pace: string, longestDays: number | null, expiresAt: Date): void {
  tx.write(
    'cancel-loop-requests',
    `UPDATE loop_requests SET status = 'CANCELLED' WHERE organization_id = $1 AND application_id = $2 AND status = 'OPEN'`,
    [tx.organizationId, applicationId],
  );
  const id = newId(tx.now.getTime());
  tx.write(
    'insert-loop-request',
    `INSERT INTO loop_requests (organization_id, id, application_id, pace, longest_days, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.organizationId, id, applicationId, pace, longestDays, tx.now, expiresAt],
  );
  tx.audit('interview.request-loop', 'application', applicationId, { pace, longestDays });
}

/** The first round's own request carries the mail with the link. One for a stage that is still ahead has a negative number in place of a transition's. */
async function askForRound(tx: Tx, meeting: Meeting, position: number, expiresAt: Date): Promise<Id> {
  const { applicationId, postingId } = meeting;
  const stageId = meeting.stage!.id;
  const [row] = await tx.query<{ id: Id }>(
    'ask-for-first-round',
    `WITH renewed AS (
       UPDATE schedule_requests SET status = 'OPEN', expires_at = $7 WHERE organization_id = $1 AND id = $8 RETURNING id
     ), made AS (
       INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, status, created_at, expires_at)
       SELECT $1, $2, $3, $4, $5, 'OPEN', $6, $7 WHERE NOT EXISTS (SELECT FROM renewed)
       ON CONFLICT (organization_id, application_id, transition_version) DO UPDATE SET status = 'OPEN', stage_id = excluded.stage_id, expires_at = excluded.expires_at
       RETURNING id
     )
     SELECT id FROM renewed UNION ALL SELECT id FROM made`,
    [
      tx.organizationId,
      newId(tx.now.getTime()),
      applicationId,
      stageId,
      -position,
      tx.now,
      expiresAt,
      meeting.request?.id ?? null,
    ],
  );
  const payload = { requestId: row!.id, applicationId, postingId, stageId, selfSchedule: true };
  tx.emit({ name: 'InterviewRequested', subjectId: applicationId, payload });
  return row!.id;
}
