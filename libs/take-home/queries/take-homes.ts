import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, personIdOf, standingIn } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import type { TakeHomeStatus } from '../domain/take-home.js';

/** A take-home as the team and its reviewers see it. */
export interface TakeHomeRow {
  readonly id: Id;
  readonly application_id: Id;
  readonly stage_id: Id;
  readonly stage_name: string;
  readonly version: number;
  readonly status: TakeHomeStatus;
  readonly brief: string;
  readonly effort_hours: number | null;
  readonly sent_at: Date;
  readonly due_at: Date;
  readonly due_zone: string;
  readonly extensions: number;
  readonly submitted_at: Date | null;
  readonly submission_url: string | null;
  readonly submission_attachment_id: Id | null;
  readonly submission_file_name: string | null;
  readonly submission_note: string;
  readonly reviewer_ids: Id[];
}

interface RelatedRow extends TakeHomeRow {
  readonly team_roles: TeamRole[];
  readonly has_seat: boolean;
}

const SELECT = (which: string) => `
SELECT t.id, t.application_id, t.stage_id, s.name AS stage_name, t.version, t.status, t.brief, t.effort_hours::float8 AS effort_hours, t.sent_at,
       t.due_at, t.due_zone, t.extensions, t.submitted_at, t.submission_url, t.submission_attachment_id, f.file_name AS submission_file_name,
       t.submission_note,
       ARRAY(SELECT r.person_id FROM take_home_reviewers r WHERE r.organization_id = $1 AND r.take_home_id = t.id ORDER BY r.person_id) AS reviewer_ids,
       ${standingIn('a.posting_id', '$3')} AS team_roles,
       EXISTS (SELECT FROM take_home_reviewers r JOIN take_homes o ON o.organization_id = $1 AND o.id = r.take_home_id
                WHERE r.organization_id = $1 AND r.person_id = $3 AND o.application_id = t.application_id)
       OR EXISTS (SELECT FROM interviews i JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = i.id
                   WHERE i.organization_id = $1 AND i.application_id = t.application_id AND e.person_id = $3 AND e.state <> 'CANCELLED') AS has_seat
  FROM take_homes t
  JOIN applications a ON a.organization_id = t.organization_id AND a.id = t.application_id
  JOIN plan_stages s ON s.organization_id = t.organization_id AND s.id = t.stage_id
  LEFT JOIN attachments f ON f.organization_id = t.organization_id AND f.id = t.submission_attachment_id
 WHERE t.organization_id = $1 AND ${which}`;

/** Take-homes for those who may read the application: the team, and who holds a seat or reviews. */
@Injectable()
export class TakeHomes {
  constructor(private readonly uow: UnitOfWork) {}

  /** One, or null when it is not there or not the actor's business. */
  async one(actor: Actor, takeHomeId: Id): Promise<TakeHomeRow | null> {
    if (!isId(takeHomeId)) return null;
    const params = [actor.organizationId, takeHomeId, personIdOf(actor)];
    const [row] = await this.uow.read<RelatedRow>(actor.organizationId, 'take-home', SELECT('t.id = $2'), params);
    return row && mayRead(actor, row) ? row : null;
  }

  /** Those of several applications by one statement, oldest first; an application that may not be read has none. */
  async ofApplications(actor: Actor, applicationIds: readonly Id[]): Promise<Map<Id, TakeHomeRow[]>> {
    const params = [actor.organizationId, applicationIds, personIdOf(actor)];
    const which = SELECT('t.application_id = ANY ($2) ORDER BY t.id');
    const rows = await this.uow.read<RelatedRow>(actor.organizationId, 'take-homes-of-applications', which, params);
    const found = new Map<Id, TakeHomeRow[]>();
    for (const row of rows) {
      if (mayRead(actor, row)) found.set(row.application_id, [...(found.get(row.application_id) ?? []), row]);
    }
    return found;
  }
}

function mayRead(actor: Actor, row: RelatedRow): boolean {
  return may(actor, 'application.read', { teamRoles: row.team_roles, hasSeat: row.has_seat });
}
