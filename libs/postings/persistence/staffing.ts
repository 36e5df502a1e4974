import type { Id } from '#libs/kernel/index.js';
import { type KeptReading, corrected } from '../domain/reread-document.js';
import { type PublishProblem, type StaffedStage, publishProblems } from '../domain/publish-problems.js';

type Query = <Row extends object>(name: string, sql: string, params: readonly unknown[]) => Promise<Row[]>;

const STAFFING = `
SELECT p.id, p.title, r.file_name, r.parsed, r.corrections, r.conflicts,
  coalesce((SELECT salary_required FROM posting_rules WHERE organization_id = $1), false) AS salary_required,
  (SELECT count(*)::int FROM openings o WHERE o.organization_id = $1 AND o.posting_id = p.id AND o.status = 'OPEN') AS open_openings,
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'seats',
      (SELECT coalesce(json_agg(json_build_object('role', e.role, 'pool', CASE WHEN i.id IS NOT NULL THEN json_build_object('name', i.name, 'members',
          (SELECT count(*) FROM interviewer_pool_members m WHERE m.organization_id = $1 AND m.pool_id = i.id AND m.standing = 'TRAINED')) END) ORDER BY e.position), '[]')
         FROM stage_seats e LEFT JOIN interviewer_pools i ON i.organization_id = $1 AND i.id = e.pool_id
        WHERE e.organization_id = $1 AND e.stage_id = s.id)) ORDER BY s.position), '[]')
     FROM interview_plans l JOIN plan_stages s ON s.organization_id = l.organization_id AND s.plan_id = l.id
    WHERE l.organization_id = $1 AND l.posting_id = p.id AND l.version = p.plan_version) AS stages
  FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision
 WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])`;

interface StaffingRow extends KeptReading {
  readonly id: Id;
  readonly title: string;
  readonly file_name: string;
  readonly salary_required: boolean;
  readonly open_openings: number;
  readonly stages: StaffedStage[];
}

/** What stands in the way of publishing each of the postings, in one statement through `query`. */
export async function readPublishProblems(
  query: Query,
  organizationId: Id,
  postingIds: readonly Id[],
): Promise<Map<Id, PublishProblem[]>> {
  const rows = await query<StaffingRow>('publish-staffing', STAFFING, [organizationId, postingIds]);
  return new Map(
    rows.map((row) => [
      row.id,
      publishProblems({
        title: row.title,
        fileName: row.file_name,
        posting: corrected(row),
        conflicts: row.conflicts,
        stages: row.stages,
        openOpenings: row.open_openings,
        salaryRequired: row.salary_required,
      }),
    ]),
  );
}
