import { Injectable } from '@nestjs/common';
import type { CandidateActor, Id } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { type TakeHomeStatus, isLate, opensTakeHome, whyNotHandIn } from '../domain/take-home.js';

/** A take-home as its candidate sees it: nothing of who reviews it. */
export interface MyTakeHomeView {
  readonly id: Id;
  readonly version: number;
  readonly postingTitle: string;
  readonly stageName: string;
  readonly status: TakeHomeStatus;
  readonly brief: string;
  readonly effortHours: number | null;
  readonly sentAt: Date;
  readonly dueAt: Date;
  /** The zone in which the due date is the end of a day. */
  readonly dueZone: string;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly submissionUrl: string | null;
  readonly submissionFileName: string | null;
  readonly submissionNote: string;
  /** Whether work may be handed in, for the first time or anew. */
  readonly canSubmit: boolean;
}

interface Row {
  id: Id;
  version: number;
  posting_title: string;
  stage_name: string;
  status: TakeHomeStatus;
  brief: string;
  effort_hours: number | null;
  sent_at: Date;
  due_at: Date;
  due_zone: string;
  submitted_at: Date | null;
  submission_url: string | null;
  submission_file_name: string | null;
  submission_note: string;
  in_stage: boolean;
  reviewed: boolean;
}

/** What the candidate's page shows and takes. */
@Injectable()
export class LoadMyTakeHome {
  constructor(private readonly uow: UnitOfWork) {}

  /** The take-home of the present stage, else the newest one; null when the application never had one. */
  async execute(actor: CandidateActor): Promise<MyTakeHomeView | null> {
    if (!opensTakeHome(actor)) return null;
    const [row] = await this.uow.read<Row>(
      actor.organizationId,
      'my-take-home',
      `SELECT t.id, t.version, p.title AS posting_title, s.name AS stage_name, t.status, t.brief, t.effort_hours::float8 AS effort_hours, t.sent_at,
              t.due_at, t.due_zone, t.submitted_at, t.submission_url, f.file_name AS submission_file_name, t.submission_note,
              coalesce(a.status = 'ACTIVE' AND a.stage_id = t.stage_id, false) AS in_stage,
              EXISTS (SELECT FROM scorecards c WHERE c.organization_id = $1 AND c.application_id = a.id AND c.stage_id = t.stage_id
                                                 AND c.state = 'SUBMITTED') AS reviewed
         FROM take_homes t
         JOIN applications a ON a.organization_id = t.organization_id AND a.id = t.application_id
         JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
         JOIN plan_stages s ON s.organization_id = t.organization_id AND s.id = t.stage_id
         LEFT JOIN attachments f ON f.organization_id = t.organization_id AND f.id = t.submission_attachment_id
        WHERE t.organization_id = $1 AND t.application_id = $2
        ORDER BY (t.status <> 'CANCELLED') DESC, (t.stage_id IS NOT DISTINCT FROM a.stage_id) DESC, t.id DESC LIMIT 1`,
      [actor.organizationId, actor.applicationId],
    );
    return row ? toView(row) : null;
  }
}

function toView(row: Row): MyTakeHomeView {
  return {
    id: row.id,
    version: row.version,
    postingTitle: row.posting_title,
    stageName: row.stage_name,
    status: row.status,
    brief: row.brief,
    effortHours: row.effort_hours,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    dueZone: row.due_zone,
    submittedAt: row.submitted_at,
    late: isLate(row.submitted_at, row.due_at),
    submissionUrl: row.submission_url,
    submissionFileName: row.submission_file_name,
    submissionNote: row.submission_note,
    canSubmit: whyNotHandIn({ status: row.status, inStage: row.in_stage, reviewed: row.reviewed }) === null,
  };
}
