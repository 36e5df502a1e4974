import { Injectable } from '@nestjs/common';
import { type Id, type StaffActor, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, standingIn } from '#libs/identity/index.js';
import type { ApplicationStatus } from '#libs/pipeline/index.js';
import { UnitOfWork, decodeCursor, isInstantOfKeyset, page, pageSize } from '#libs/platform/index.js';
import type { ResidenceAnswer } from '#libs/postings/index.js';
import { isoOf } from '../domain/text.js';

export interface ApplicationFilter {
  readonly statuses?: ApplicationStatus[] | null;
  readonly stageId?: Id | null;
  readonly residenceCheck?: ResidenceAnswer | null;
}

export interface ApplicationRow {
  readonly id: Id;
  readonly candidateId: Id;
  readonly candidateName: string;
  readonly status: ApplicationStatus;
  readonly stageId: Id | null;
  readonly stageName: string | null;
  readonly version: number;
  readonly enteredStageAt: string;
  readonly appliedAt: string;
  readonly endedAt: string | null;
  readonly residenceCheck: ResidenceAnswer;
}

interface Row {
  readonly team_roles: TeamRole[] | null;
  /** Null in the one row of a posting where nothing fits. */
  readonly id: Id | null;
  readonly candidate_id: Id;
  readonly name: string;
  readonly status: ApplicationStatus;
  readonly stage_id: Id | null;
  readonly stage: string | null;
  readonly version: number;
  readonly entered: string;
  readonly applied: string;
  readonly ended: string | null;
  readonly residence_check: ResidenceAnswer;
}

const LIST = `
SELECT ${standingIn('$2', '$3')} AS team_roles,
       l.id, l.candidate_id, l.name, l.status, l.stage_id, l.stage, l.version, l.entered, l.applied, l.ended, l.residence_check
  FROM postings p LEFT JOIN LATERAL (
    SELECT a.applied_at AS at, a.id, a.candidate_id, c.name, a.status, a.stage_id, s.name AS stage, a.version, a.entered_stage_at::text AS entered, a.applied_at::text AS applied,
           a.ended_at::text AS ended, a.residence_check
      FROM applications a
      JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
      LEFT JOIN plan_stages s ON s.organization_id = $1 AND s.id = a.stage_id
     WHERE a.organization_id = $1 AND a.posting_id = $2 AND a.status = ANY ($4) AND ($5::uuid IS NULL OR a.stage_id = $5)
       AND ($6::text IS NULL OR a.residence_check = $6) AND ($7::timestamptz IS NULL OR (a.applied_at, a.id) < ($7, $8::uuid))
     ORDER BY a.applied_at DESC, a.id DESC LIMIT $9) l ON true
 WHERE p.organization_id = $1 AND p.id = $2 ORDER BY l.at DESC, l.id DESC`;

const ALL: ApplicationStatus[] = ['ACTIVE', 'HIRED', 'REJECTED', 'WITHDRAWN'];

@Injectable()
export class ApplicationListQuery {
  constructor(private readonly uow: UnitOfWork) {}

  /** A page of a posting's applications, newest first; null when the actor may not see them. */
  async read(actor: StaffActor, postingId: Id, filter: ApplicationFilter, first: number, after: string | null) {
    if (!isId(postingId) || ((filter.stageId ?? null) !== null && !isId(filter.stageId))) return null;
    const size = pageSize(first);
    const from = decodeCursor(after, 2, ([at, id]) => isInstantOfKeyset(at) && isId(id));
    const { organizationId, personId } = actor;
    const statuses = filter.statuses?.length ? filter.statuses : ALL;
    const rows = await this.uow.read<Row>(organizationId, 'applications', LIST, [
      ...[organizationId, postingId, personId, statuses, filter.stageId ?? null, filter.residenceCheck ?? null],
      ...[from?.[0] ?? null, from?.[1] ?? null, size + 1],
    ]);
    if (!rows[0] || !may(actor, 'board.read', { teamRoles: rows[0].team_roles })) return null;
    const found = rows.filter(({ id }) => id !== null);
    return page(found, size, toNode, (row) => [isoOf(row.applied), row.id]);
  }
}

function toNode(row: Row): ApplicationRow {
  return {
    id: row.id!,
    candidateId: row.candidate_id,
    candidateName: row.name,
    ...{ status: row.status, stageId: row.stage_id, stageName: row.stage, version: row.version },
    ...{ enteredStageAt: isoOf(row.entered), appliedAt: isoOf(row.applied), endedAt: row.ended && isoOf(row.ended) },
    residenceCheck: row.residence_check,
  };
}
