import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { type ExportedPosting, exportPosting } from '../domain/exact/write-exact.js';
import type { PostingStatus } from '../domain/posting-status.js';
import { type KeptReading, corrected } from '../domain/reread-document.js';
import { PLANS, type PlanRow, statedPlan } from '../persistence/plan-rows.js';

/** A posting as a document that states all of it. */
export interface PostingExport extends ExportedPosting {
  readonly postingId: Id;
  readonly slug: string;
  /** Below the folder that it is kept equal to; null for one that is kept by hand. */
  readonly sourcePath: string | null;
}

interface ExportRow extends KeptReading {
  readonly id: Id;
  readonly slug: string;
  readonly status: PostingStatus;
  readonly source_path: string | null;
  readonly document: string;
}

const STATUS = { DRAFT: null, OPEN: 'open', CLOSED: 'closed', ARCHIVED: 'closed' } as const;

/** Postings as documents: their facts as corrected, and their present plan with kits and pools. Three statements, whatever their number. */
export async function exportPostings(uow: UnitOfWork, organizationId: Id, ids: readonly Id[]): Promise<PostingExport[]> {
  const read = <Row extends object>(name: string, sql: string, params: readonly unknown[]) =>
    uow.read<Row>(organizationId, name, sql, params);
  const [rows, plans, pools] = await Promise.all([
    read<ExportRow>(
      'postings-to-export',
      `SELECT p.id, p.slug, p.status, p.source_path, r.document, r.parsed, r.corrections, r.conflicts
         FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision
        WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[]) ORDER BY p.id`,
      [organizationId, ids],
    ),
    read<PlanRow>(
      'plans-to-export',
      `${PLANS} JOIN postings p ON p.organization_id = l.organization_id AND p.id = l.posting_id AND p.plan_version = l.version
        WHERE l.organization_id = $1 AND l.posting_id = ANY ($2::uuid[])`,
      [organizationId, ids],
    ),
    read<{ id: Id; name: string }>('pool-names', 'SELECT id, name FROM interviewer_pools WHERE organization_id = $1', [
      organizationId,
    ]),
  ]);
  const poolNames = new Map(pools.map(({ id, name }) => [id, name]));
  const planOf = new Map(plans.map((plan) => [plan.posting_id, plan]));
  return rows.map((row) => {
    const posting = { ...corrected(row), status: STATUS[row.status] };
    const exported = exportPosting(row.document, posting, statedPlan(planOf.get(row.id)!, poolNames));
    return { ...exported, postingId: row.id, slug: row.slug, sourcePath: row.source_path };
  });
}

/** The ids of postings to export: the one of this slug, or all that are not archived. */
export async function postingIdsToExport(uow: UnitOfWork, organizationId: Id, slug: string | null): Promise<Id[]> {
  const rows = await uow.read<{ id: Id }>(
    organizationId,
    'posting-ids-to-export',
    `SELECT id FROM postings WHERE organization_id = $1 AND ($2::text IS NULL AND status <> 'ARCHIVED' OR slug = $2) ORDER BY id`,
    [organizationId, slug],
  );
  return rows.map(({ id }) => id);
}
