import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import { ANSWERS } from '../domain/answer-promise.js';

/** Whether the candidate of `applications a` has not heard from us since what `answer_promises q` is about: the ledger knows, so no move has to write it. */
export const UNANSWERED = `NOT EXISTS (SELECT FROM mails u WHERE u.organization_id = q.organization_id AND u.application_id = q.application_id AND u.audience = 'candidate'
  AND u.template IN (${ANSWERS.map((key) => `'${key}'`).join(', ')}) AND u.created_at >= q.since AND u.state NOT IN ('SKIPPED', 'SUPERSEDED', 'FAILED'))`;

/** By when the candidate of `applications a` was promised an answer that they have not had, as a scalar. */
export const PROMISED = `(SELECT q.due_at FROM answer_promises q
  WHERE q.organization_id = a.organization_id AND q.application_id = a.id AND a.status = 'ACTIVE' AND ${UNANSWERED})`;

export interface PromiseRow {
  readonly applicationId: Id;
  readonly since: Date;
  readonly dueAt: Date;
}

const KEEP = `INSERT INTO answer_promises (organization_id, application_id, since, due_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (organization_id, application_id) DO UPDATE SET since = excluded.since, due_at = excluded.due_at, late_told_at = NULL
 WHERE answer_promises.since < excluded.since`;

/** Queues the promise that begins with what the candidate has just done; an older one ends with it. */
export function writePromise(tx: Tx, { applicationId, since, dueAt }: PromiseRow): void {
  tx.write('write-answer-promise', KEEP, [tx.organizationId, applicationId, since, dueAt]);
}

/** The same for what may be told twice: false where this promise or a younger one is there. */
export async function newPromise(tx: Tx, { applicationId, since, dueAt }: PromiseRow): Promise<boolean> {
  const rows = await tx.query('new-answer-promise', `${KEEP} RETURNING application_id`, [
    tx.organizationId,
    applicationId,
    since,
    dueAt,
  ]);
  return rows.length > 0;
}

/** Locks the promise that is due then and still waits for its answer; false where there is none any more. */
export async function lockUnanswered(tx: Tx, applicationId: Id, dueAt: string): Promise<boolean> {
  const rows = await tx.query(
    'lock-answer-promise',
    `SELECT FROM answer_promises q JOIN applications a ON a.organization_id = $1 AND a.id = q.application_id
      WHERE q.organization_id = $1 AND q.application_id = $2 AND q.due_at = $3 AND q.late_told_at IS NULL AND a.status = 'ACTIVE' AND ${UNANSWERED}
        FOR UPDATE OF q`,
    [tx.organizationId, applicationId, dueAt],
  );
  return rows.length > 0;
}

export function markLateTold(tx: Tx, applicationId: Id): void {
  tx.write(
    'mark-promise-late-told',
    'UPDATE answer_promises SET late_told_at = $3 WHERE organization_id = $1 AND application_id = $2',
    [tx.organizationId, applicationId, tx.now],
  );
}

/** When the interview ended, if it took place and its application goes on. */
export async function endedInterview(tx: Tx, interviewId: Id, until: Date): Promise<Date | null> {
  const [row] = await tx.query<{ ended: Date }>(
    'promise-after-interview',
    `SELECT upper(i.during) AS ended FROM interviews i JOIN applications a ON a.organization_id = $1 AND a.id = i.application_id
      WHERE i.organization_id = $1 AND i.id = $2 AND i.state NOT IN ('CANCELLED', 'NO_SHOW') AND upper(i.during) <= $3 AND a.status = 'ACTIVE'`,
    [tx.organizationId, interviewId, until],
  );
  return row?.ended ?? null;
}
