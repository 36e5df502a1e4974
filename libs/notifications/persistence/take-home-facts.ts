import type { Id } from '#libs/kernel/index.js';
import type { StoredEvent, Tx } from '#libs/platform/index.js';
import type { TakeHomeContext, TakeHomeRef } from '#libs/take-home/index.js';
import { APPLICATION_COLUMNS, type ApplicationFacts, toApplicationFacts } from './application-facts.js';
import type { TeamReader } from './house-facts.js';

export interface TakeHomeFacts {
  readonly application: ApplicationFacts;
  readonly stageId: Id;
  readonly status: 'SENT' | 'SUBMITTED' | 'CANCELLED';
  readonly title: string;
  readonly brief: string;
  readonly effortHours: number | null;
  readonly dueAt: Date;
  readonly dueZone: string;
  readonly submittedAt: Date | null;
  readonly reviewers: readonly Omit<TeamReader, 'teamRole'>[];
}

type Row = Parameters<typeof toApplicationFacts>[1] & {
  application_id: Id;
  take_home_stage_id: Id;
  status: TakeHomeFacts['status'];
  title: string;
  brief: string;
  effort_hours: string | null;
  due_at: Date;
  due_zone: string;
  submitted_at: Date | null;
  reviewers: TakeHomeFacts['reviewers'];
};

/** What of it a mail to the candidate says. */
export type TakeHomeForCandidate = Omit<TakeHomeFacts, 'status' | 'submittedAt' | 'reviewers'>;

/** What the sending of a take-home brought along, so that a move which sends one asks nothing more; null where it did not. */
export function takeHomeJustSent(event: StoredEvent): TakeHomeForCandidate | null {
  const brought = event.transient as TakeHomeContext | undefined;
  if (event.name !== 'TakeHomeSent' || !brought) return null;
  const { applicationId, postingId, stageId } = event.payload as TakeHomeRef;
  const { candidate, posting, stage, linkEpoch, brief, effortHours, dueAt, dueZone } = brought;
  const application = { applicationId, postingId, postingTitle: posting.title, candidate, stage, linkEpoch, merged: false };
  return { application, stageId, title: stage.name, brief, effortHours, dueAt, dueZone };
}

/** One statement; null when the organisation has no such take-home. */
export async function takeHomeFacts(tx: Tx, takeHomeId: Id): Promise<TakeHomeFacts | null> {
  const [row] = await tx.query<Row>(
    'mail-take-home-facts',
    `SELECT ${APPLICATION_COLUMNS}, t.application_id, t.stage_id AS take_home_stage_id, t.status, tst.name AS title, t.brief, t.effort_hours, t.due_at, t.due_zone, t.submitted_at,
       (SELECT coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'email', p.email, 'zone', p.zone, 'disabled', p.status = 'DISABLED') ORDER BY p.id), '[]')
          FROM take_home_reviewers r JOIN people p ON p.organization_id = r.organization_id AND p.id = r.person_id
         WHERE r.organization_id = t.organization_id AND r.take_home_id = t.id) AS reviewers
       FROM take_homes t
       JOIN applications a ON a.organization_id = t.organization_id AND a.id = t.application_id
       JOIN plan_stages tst ON tst.organization_id = t.organization_id AND tst.id = t.stage_id
      WHERE t.organization_id = $1 AND t.id = $2`,
    [tx.organizationId, takeHomeId],
  );
  if (!row) return null;
  return {
    application: toApplicationFacts(row.application_id, row),
    stageId: row.take_home_stage_id,
    status: row.status,
    title: row.title,
    brief: row.brief,
    effortHours: row.effort_hours === null ? null : Number(row.effort_hours),
    dueAt: row.due_at,
    dueZone: row.due_zone,
    submittedAt: row.submitted_at,
    reviewers: row.reviewers,
  };
}
