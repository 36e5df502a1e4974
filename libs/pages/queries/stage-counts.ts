import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** How many active candidates of a posting are in a stage; null is received, before the first. */
export interface StageCount {
  readonly postingId: Id;
  readonly stageName: string | null;
  readonly count: number;
}

/** The active candidates of postings by stage, received first. For postings whose board the reader may see. */
export async function stageCounts(uow: UnitOfWork, organizationId: Id, postingIds: readonly Id[]): Promise<StageCount[]> {
  if (postingIds.length === 0) return [];
  return uow.read<StageCount>(
    organizationId,
    'stage-counts',
    `SELECT a.posting_id AS "postingId", s.name AS "stageName", count(*)::int AS count
       FROM applications a LEFT JOIN plan_stages s ON s.organization_id = $1 AND s.id = a.stage_id
      WHERE a.organization_id = $1 AND a.posting_id = ANY ($2::uuid[]) AND a.status = 'ACTIVE'
      GROUP BY a.posting_id, s.name ORDER BY min(s.position) NULLS FIRST, s.name`,
    [organizationId, postingIds],
  );
}
