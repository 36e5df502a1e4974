import { newId, type Id } from '#libs/kernel/index.js';
import type { Effect } from '#libs/pipeline/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { emitCancelled } from './interview-events.js';

/** What of `ApplicationMoved` matters here. */
export interface ApplicationMoved {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly version: number;
  readonly toStatus: string;
  /** Stages between the one that was left and the one that was entered; none if left out. */
  readonly passedOver?: readonly Id[];
  readonly effects: readonly Effect[];
}

/** Whether an application has open work here, asked with its lock: most moves leave none behind, and none comes while the mover holds the lock. */
export const OPEN_WORK = {
  scheduleRequests: `EXISTS (SELECT FROM schedule_requests WHERE organization_id = $1 AND application_id = $2 AND status = 'OPEN')`,
  interviews: `EXISTS (SELECT FROM interviews WHERE organization_id = $1 AND application_id = $2 AND state IN ('HELD', 'CONFIRMED'))`,
};

/**
 * Follows a move inside its transaction: what is open in the stages that were left and passed over is cancelled, and an interview is asked for in the stage that
 * was entered unless it has been booked ahead. An application that ends leaves nothing open in any stage. The mover holds the lock on the application.
 */
export async function followMove(tx: Tx, event: StoredEvent): Promise<void> {
  const moved = event.payload as ApplicationMoved;
  const ended = moved.toStatus !== 'ACTIVE';
  const open = event.foreseen as Partial<Record<keyof typeof OPEN_WORK, boolean>> | undefined;
  if (ended) await cancelOpenWork(tx, moved, null, open);
  const left = moved.effects.flatMap((effect) => (effect.kind === 'CancelOpenWork' ? [effect.stageId] : []));
  const behind = [...left, ...(moved.passedOver ?? [])];
  if (!ended && behind.length > 0) await cancelOpenWork(tx, moved, behind, open);
  for (const effect of moved.effects) {
    if (effect.kind === 'RequestInterview' && !((open?.interviews ?? true) && (await isBooked(tx, moved, effect.stageId))))
      requestInterview(tx, moved, effect.stageId, effect.selfSchedule);
  }
}

/** Interviews that have begun are work that is done and stay; those to come are cancelled with their seats, requests with them. */
async function cancelOpenWork(
  tx: Tx,
  { applicationId, postingId }: ApplicationMoved,
  stageIds: readonly Id[] | null,
  open: Partial<Record<keyof typeof OPEN_WORK, boolean>> = {},
): Promise<void> {
  const { scheduleRequests = true, interviews = true } = open;
  if (scheduleRequests) {
    tx.write(
      'cancel-schedule-requests',
      `UPDATE schedule_requests SET status = 'CANCELLED'
        WHERE organization_id = $1 AND application_id = $2 AND status = 'OPEN' AND ($3::uuid[] IS NULL OR stage_id = ANY ($3))`,
      [tx.organizationId, applicationId, stageIds],
    );
  }
  if (!interviews) return;
  const cancelled = await tx.query<{ id: Id; stage_id: Id; sequence: number; was_held: boolean; seat_ids: Id[] }>(
    'cancel-open-interviews',
    `WITH cancelled AS (
       UPDATE interviews SET state = 'CANCELLED', sequence = sequence + 1, version = version + 1, cancelled_at = $4,
               cancelled_by = 'SYSTEM'
        WHERE organization_id = $1 AND application_id = $2 AND state IN ('HELD', 'CONFIRMED') AND ($3::uuid[] IS NULL OR stage_id = ANY ($3)) AND lower(during) > $4
       RETURNING id, stage_id, sequence, held_until IS NOT NULL AS was_held
     ), seats AS (
       UPDATE interview_seats s SET state = 'CANCELLED' FROM cancelled c
        WHERE s.organization_id = $1 AND s.interview_id = c.id AND s.state <> 'CANCELLED' RETURNING s.id, s.interview_id
     )
     SELECT c.id, c.stage_id, c.sequence, c.was_held, ARRAY(SELECT s.id FROM seats s WHERE s.interview_id = c.id) AS seat_ids FROM cancelled c`,
    [tx.organizationId, applicationId, stageIds, tx.now],
  );
  for (const { id, stage_id, sequence, was_held, seat_ids } of cancelled) {
    // Nobody was told of a time that was only held.
    if (was_held) continue;
    emitCancelled(tx, { interviewId: id, applicationId, postingId, stageId: stage_id, sequence }, '', seat_ids);
  }
}

/** Whether the stage that is entered has its time already, chosen with the whole loop. */
async function isBooked(tx: Tx, { applicationId }: ApplicationMoved, stageId: Id): Promise<boolean> {
  const rows = await tx.query(
    'is-booked-ahead',
    `SELECT FROM interviews WHERE organization_id = $1 AND application_id = $2 AND stage_id = $3 AND state = 'CONFIRMED'`,
    [tx.organizationId, applicationId, stageId],
  );
  return rows.length > 0;
}

function requestInterview(
  tx: Tx,
  { applicationId, postingId, version }: ApplicationMoved,
  stageId: Id,
  selfSchedule: boolean,
): void {
  const requestId = newId(tx.now.getTime());
  tx.write(
    'request-interview',
    `INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, status, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, 'OPEN', $6, $7)`,
    [tx.organizationId, requestId, applicationId, stageId, version, tx.now, new Date(tx.now.getTime() + SCHEDULING.request_ms)],
  );
  tx.emit({
    name: 'InterviewRequested',
    subjectId: applicationId,
    payload: { requestId, applicationId, postingId, stageId, selfSchedule },
  });
}

/**
 * Gives the interviews of a merged candidate to the one who is kept. Where both have an interview at the same time, which nobody can attend, that of the merged one
 * stays under the old name until somebody moves or cancels it.
 */
export async function followMerge(tx: Tx, event: StoredEvent): Promise<void> {
  const { keptId, mergedId } = event.payload as { keptId: Id; mergedId: Id };
  tx.write(
    'merge-interviews',
    `UPDATE interviews i SET candidate_id = $2
      WHERE i.organization_id = $1 AND i.candidate_id = $3 AND NOT (i.state IN ('HELD', 'CONFIRMED') AND EXISTS (
        SELECT FROM interviews k WHERE k.organization_id = $1 AND k.candidate_id = $2 AND k.state IN ('HELD', 'CONFIRMED') AND k.during && i.during))`,
    [tx.organizationId, keptId, mergedId],
  );
}
