import DataLoader from 'dataloader';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import { type RequestContext, type UnitOfWork, unauthenticated } from '#libs/platform/index.js';
import type { CorrectionConflict } from '../domain/carry-corrections.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import type { PostingDocument } from '../domain/posting-document.js';
import type { PublishProblem } from '../domain/publish-problems.js';
import { type KeptReading, corrected } from '../domain/reread-document.js';
import { PLANS, type PlanRow } from '../persistence/plan-rows.js';
import { readPublishProblems } from '../persistence/staffing.js';
import { type PostingExport, exportPostings } from './export-posting.js';
import { type PostingRow, readPostings } from './posting-rows.js';

/*
 * What belongs to postings, for one request: each loader reads all that a screen asks of its kind in one statement. They do not ask the policy; who holds a
 * posting has been allowed to read it.
 */

/** A loader of one value a key, read by `read` in one statement. */
function single<Value>(
  context: RequestContext,
  name: string,
  read: (ids: readonly Id[]) => Promise<Map<Id, Value>>,
): DataLoader<Id, Value | null> {
  return context.loader(
    name,
    () =>
      new DataLoader<Id, Value | null>(async (ids) => {
        const values = await read(ids);
        return ids.map((id) => values.get(id) ?? null);
      }),
  );
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => Id): Map<Id, Row[]> {
  const groups = new Map<Id, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function organizationOf(context: RequestContext): Id {
  if (!context.actor) throw unauthenticated();
  return context.actor.organizationId;
}

/** Postings that the one who asks may read; null for all others. */
export function postingLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, PostingRow | null> {
  const { actor } = context;
  if (!actor) throw unauthenticated();
  return single(
    context,
    'postings.posting',
    async (ids) => new Map((await readPostings(uow, actor, ids)).map((row) => [row.id, row])),
  );
}

/** All versions of postings' plans, the newest first. */
export function plansLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, PlanRow[] | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.plans', async (ids) => {
    const sql = `${PLANS} WHERE l.organization_id = $1 AND l.posting_id = ANY ($2::uuid[]) ORDER BY l.version DESC`;
    return groupBy(
      await uow.read<PlanRow>(organizationId, 'plans-of-postings', sql, [organizationId, ids]),
      (row) => row.posting_id,
    );
  });
}

/** The present plans of postings. */
export function presentPlanLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, PlanRow | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.present-plan', async (ids) => {
    const sql = `${PLANS} JOIN postings p ON p.organization_id = l.organization_id AND p.id = l.posting_id AND p.plan_version = l.version
      WHERE l.organization_id = $1 AND l.posting_id = ANY ($2::uuid[])`;
    const rows = await uow.read<PlanRow>(organizationId, 'present-plans-of-postings', sql, [organizationId, ids]);
    return new Map(rows.map((row) => [row.posting_id, row]));
  });
}

export interface PoolRow {
  readonly id: Id;
  readonly name: string;
  readonly members: readonly { readonly personId: Id; readonly targetPerWeek: number; readonly standing: PoolStanding }[];
}

/** Pools with their members, by name: `l` of the where clause is the pool. */
export const POOLS = `
SELECT l.id, l.name, (SELECT coalesce(json_agg(json_build_object('personId', m.person_id, 'targetPerWeek', m.target_per_week, 'standing', m.standing) ORDER BY m.person_id), '[]')
                        FROM interviewer_pool_members m WHERE m.organization_id = $1 AND m.pool_id = l.id) AS members
  FROM interviewer_pools l WHERE l.organization_id = $1`;

/** Interviewer pools by id. */
export function poolLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, PoolRow | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.pool', async (ids) => {
    const rows = await uow.read<PoolRow>(organizationId, 'pools-by-id', `${POOLS} AND l.id = ANY ($2::uuid[])`, [
      organizationId,
      ids,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  });
}

export interface OpeningRow {
  readonly id: Id;
  readonly posting_id: Id;
  readonly number: number;
  readonly status: 'OPEN' | 'FILLED' | 'CANCELLED';
  readonly filled_at: Date | null;
}

/** Openings of postings, by number. */
export function openingsLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, OpeningRow[] | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.openings', async (ids) => {
    const sql = `SELECT id, posting_id, number, status, filled_at FROM openings WHERE organization_id = $1 AND posting_id = ANY ($2::uuid[]) ORDER BY number`;
    return groupBy(
      await uow.read<OpeningRow>(organizationId, 'openings-of-postings', sql, [organizationId, ids]),
      (row) => row.posting_id,
    );
  });
}

export interface TeamRow {
  readonly posting_id: Id;
  readonly person_id: Id;
  readonly team_role: TeamRole;
}

/** Hiring teams of postings. */
export function teamLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, TeamRow[] | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.team', async (ids) => {
    const sql = `SELECT posting_id, person_id, team_role FROM hiring_team_members WHERE organization_id = $1 AND posting_id = ANY ($2::uuid[])
      ORDER BY array_position('{HIRING_MANAGER,RECRUITER,COORDINATOR,INTERVIEWER}', team_role), person_id`;
    return groupBy(
      await uow.read<TeamRow>(organizationId, 'teams-of-postings', sql, [organizationId, ids]),
      (row) => row.posting_id,
    );
  });
}

/** The present document of a posting and how it is understood, corrections applied. */
export interface ReadingRow {
  readonly file_name: string;
  readonly document: string;
  readonly posting: PostingDocument;
  readonly corrected: readonly string[];
  /** Corrections that it contradicts, undecided. */
  readonly conflicts: readonly CorrectionConflict[];
}

/** Present readings of postings. */
export function readingLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, ReadingRow | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.reading', async (ids) => {
    const sql = `SELECT r.posting_id, r.file_name, r.document, r.parsed, r.corrections, r.conflicts
       FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision
      WHERE p.organization_id = $1 AND p.id = ANY ($2::uuid[])`;
    type Row = KeptReading & { posting_id: Id; file_name: string; document: string };
    const rows = await uow.read<Row>(organizationId, 'readings-of-postings', sql, [organizationId, ids]);
    return new Map(rows.map((row) => [row.posting_id, readingOf(row)]));
  });
}

function readingOf(row: KeptReading & { file_name: string; document: string }): ReadingRow {
  const { file_name, document, conflicts } = row;
  return { file_name, document, posting: corrected(row), corrected: row.corrections.map(({ field }) => field), conflicts };
}

/** Postings as documents that state all of them. */
export function exportLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, PostingExport | null> {
  const organizationId = organizationOf(context);
  return single(
    context,
    'postings.export',
    async (ids) => new Map((await exportPostings(uow, organizationId, ids)).map((row) => [row.postingId, row])),
  );
}

export interface RevisionRow {
  readonly posting_id: Id;
  readonly number: number;
  readonly file_name: string;
  readonly created_by: Id | null;
  readonly created_at: Date;
}

/** The revisions of postings without their documents, the newest first. */
export function revisionsLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, RevisionRow[] | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.revisions', async (ids) => {
    const sql = `SELECT posting_id, number, file_name, created_by, created_at FROM posting_revisions
      WHERE organization_id = $1 AND posting_id = ANY ($2::uuid[]) ORDER BY number DESC`;
    return groupBy(
      await uow.read<RevisionRow>(organizationId, 'revisions-of-postings', sql, [organizationId, ids]),
      (row) => row.posting_id,
    );
  });
}

/** What stands in the way of publishing postings. */
export function problemsLoader(context: RequestContext, uow: UnitOfWork): DataLoader<Id, PublishProblem[] | null> {
  const organizationId = organizationOf(context);
  return single(context, 'postings.problems', (ids) =>
    readPublishProblems((name, sql, params) => uow.read(organizationId, name, sql, params), organizationId, ids),
  );
}
