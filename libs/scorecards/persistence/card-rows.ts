import { type Id, newId } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { CardContent, Desk, Recommendation, ScorecardState } from '../domain/scorecard.js';

/** Where the author stands, read in the same statement as the stage's attributes. */
export interface LoadedDesk extends Desk {
  readonly postingId: Id;
  readonly attributeIds: readonly Id[];
}

interface DeskRow {
  posting_id: Id;
  attribute_ids: Id[];
  interview_id: Id | null;
  starts_at: Date | null;
  take_home_id: Id | null;
  take_home_status: string | null;
}

/**
 * The author's seat and review in a stage of an application; null when there is no such application. The take-home is share-locked first, so that
 * work is not replaced under a card that is being handed in, and the second statement sees what was committed while the lock was waited for.
 */
export async function loadDesk(tx: Tx, applicationId: Id, stageId: Id, authorId: Id): Promise<LoadedDesk | null> {
  const params = [tx.organizationId, applicationId, authorId, stageId, tx.now];
  const [, [row]] = await Promise.all([
    tx.query(
      'share-take-home',
      `SELECT id FROM take_homes WHERE organization_id = $1 AND application_id = $2 AND stage_id = $3 AND status = 'SUBMITTED' FOR SHARE`,
      [tx.organizationId, applicationId, stageId],
    ),
    tx.query<DeskRow>('scorecard-desk', DESK, params),
  ]);
  if (!row) return null;
  return {
    postingId: row.posting_id,
    attributeIds: row.attribute_ids,
    interview: row.interview_id === null ? null : { id: row.interview_id, startsAt: row.starts_at! },
    takeHome: row.take_home_id === null ? null : { id: row.take_home_id, handedIn: row.take_home_status === 'SUBMITTED' },
  };
}

const DESK = `
SELECT a.posting_id,
       ARRAY(SELECT t.id FROM interview_kits k JOIN kit_attributes t ON t.organization_id = $1 AND t.kit_id = k.id
              WHERE k.organization_id = $1 AND k.stage_id = $4) AS attribute_ids,
       seat.id AS interview_id, seat.starts_at, review.id AS take_home_id, review.status AS take_home_status
  FROM applications a
  LEFT JOIN LATERAL (SELECT i.id, lower(i.during) AS starts_at
                       FROM interviews i JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = i.id
                      WHERE i.organization_id = $1 AND i.application_id = a.id AND i.stage_id = $4 AND e.person_id = $3
                        AND i.state <> 'CANCELLED' AND e.state <> 'CANCELLED'
                      ORDER BY (lower(i.during) <= $5) DESC, lower(i.during) DESC LIMIT 1) seat ON true
  LEFT JOIN LATERAL (SELECT t.id, t.status
                       FROM take_homes t JOIN take_home_reviewers r ON r.organization_id = $1 AND r.take_home_id = t.id
                      WHERE t.organization_id = $1 AND t.application_id = a.id AND t.stage_id = $4 AND r.person_id = $3 AND t.status <> 'CANCELLED'
                      ORDER BY (t.status = 'SUBMITTED') DESC, t.id DESC LIMIT 1) review ON true
 WHERE a.organization_id = $1 AND a.id = $2`;

/** The author's card, locked. */
export interface LockedCard extends CardContent {
  readonly id: Id;
  readonly version: number;
  readonly state: ScorecardState;
}

/**
 * Locks the author's card of a stage and makes an empty one of version 0 when there is none, so that two tabs that both begin meet on one row.
 * Application, stage and author must exist.
 */
export async function lockCard(tx: Tx, applicationId: Id, stageId: Id, authorId: Id): Promise<LockedCard> {
  tx.write(
    'begin-scorecard',
    `INSERT INTO scorecards (organization_id, id, version, application_id, stage_id, author_id, created_at, updated_at)
     VALUES ($1, $2, 0, $3, $4, $5, $6, $6) ON CONFLICT (organization_id, application_id, stage_id, author_id) DO NOTHING`,
    [tx.organizationId, newId(tx.now.getTime()), applicationId, stageId, authorId, tx.now],
  );
  const key = [tx.organizationId, applicationId, stageId, authorId];
  const [[row], ratings] = await Promise.all([
    tx.query<{ id: Id; version: number; state: ScorecardState; recommendation: Recommendation | null; notes: string }>(
      'lock-scorecard',
      `SELECT id, version, state, recommendation, notes FROM scorecards
        WHERE organization_id = $1 AND application_id = $2 AND stage_id = $3 AND author_id = $4 FOR NO KEY UPDATE`,
      key,
    ),
    tx.query<{ attributeId: Id; rating: number; note: string }>(
      'ratings-of-scorecard',
      `SELECT r.attribute_id AS "attributeId", r.rating, r.note FROM scorecards c
         JOIN scorecard_ratings r ON r.organization_id = $1 AND r.scorecard_id = c.id
        WHERE c.organization_id = $1 AND c.application_id = $2 AND c.stage_id = $3 AND c.author_id = $4`,
      key,
    ),
  ]);
  return { ...row!, ratings };
}

/** Queues the card's new content; `submitted` hands it in, or keeps it handed in. */
export function writeCard(tx: Tx, scorecardId: Id, content: CardContent, desk: Desk, submitted: boolean): void {
  tx.write(
    'write-scorecard',
    `UPDATE scorecards SET version = version + 1, recommendation = $3, notes = $4, interview_id = coalesce($5, interview_id),
            take_home_id = coalesce($6, take_home_id), updated_at = $7, state = CASE WHEN $8 THEN 'SUBMITTED' ELSE state END,
            submitted_at = CASE WHEN $8 THEN coalesce(submitted_at, $7) ELSE submitted_at END
      WHERE organization_id = $1 AND id = $2`,
    [
      tx.organizationId,
      scorecardId,
      content.recommendation,
      content.notes,
      desk.interview?.id ?? null,
      desk.takeHome?.id ?? null,
      tx.now,
      submitted,
    ],
  );
  tx.write('clear-ratings', 'DELETE FROM scorecard_ratings WHERE organization_id = $1 AND scorecard_id = $2', [
    tx.organizationId,
    scorecardId,
  ]);
  if (content.ratings.length === 0) return;
  tx.write(
    'write-ratings',
    `INSERT INTO scorecard_ratings (organization_id, scorecard_id, attribute_id, rating, note)
     SELECT $1, $2, r."attributeId", r.rating, r.note FROM jsonb_to_recordset($3::jsonb) AS r ("attributeId" uuid, rating smallint, note text)`,
    [tx.organizationId, scorecardId, JSON.stringify(content.ratings)],
  );
}
