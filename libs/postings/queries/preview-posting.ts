import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { parsePosting } from '../domain/parse-posting.js';
import { planFromPosting, type PlanStageDraft } from '../domain/plan-from-posting.js';
import type { PostingDocument } from '../domain/posting-document.js';
import { includedSections } from '../domain/shared-section-names.js';
import { type PoolRow, readImportWorld } from '../persistence/import-world.js';

/** What an import of a document would make, before anything is kept. */
export interface Preview {
  readonly posting: PostingDocument;
  readonly stages: readonly PlanStageDraft[];
  /** One for each role that a seat names: the pool that would fill it, or null when the import would make an empty one. */
  readonly pools: readonly { readonly role: string; readonly pool: PoolRow | null }[];
}

/** Reads a document with the organisation's shared sections and default plan. A document that cannot be read says so in its diagnostics. */
export async function previewPosting(uow: UnitOfWork, organizationId: Id, document: string, fileName: string): Promise<Preview> {
  const query = <Row extends object>(name: string, sql: string, params: readonly unknown[]) =>
    uow.read<Row>(organizationId, name, sql, params);
  const world = await readImportWorld(query, organizationId, includedSections(document));
  const posting = parsePosting(document, { fileName, sections: world.sections, isOverdue: world.startReading?.() });
  const stages = planFromPosting(posting, world.defaultPlan);
  const known = new Map(world.pools.map((pool) => [pool.name.toLowerCase(), pool]));
  const roles = new Map(stages.flatMap(({ seats }) => seats.map(({ role }) => [role.toLowerCase(), role])));
  return { posting, stages, pools: [...roles].map(([key, role]) => ({ role, pool: known.get(key) ?? null })) };
}
