import type { Id } from '#libs/kernel/index.js';
import type { Tx, UnitOfWork } from '#libs/platform/index.js';
import type { PostingThere } from '../domain/sync-plan.js';

/** Holds a path until commit, so that two who synchronise at once do not both make its posting; false when there is one. */
export async function holdSourcePath(tx: Tx, path: string): Promise<boolean> {
  const [, rows] = await Promise.all([
    tx.query('hold-source-path', 'SELECT pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 1))', [
      tx.organizationId,
      path,
    ]),
    tx.query('source-path-taken', 'SELECT FROM postings WHERE organization_id = $1 AND source_path = $2', [
      tx.organizationId,
      path,
    ]),
  ]);
  return rows.length === 0;
}

/** Queues which file a posting is kept equal to; null for none. */
export function setSourcePath(tx: Tx, postingId: Id, path: string | null): void {
  tx.write('set-source-path', 'UPDATE postings SET source_path = $3 WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    postingId,
    path,
  ]);
}

/** All postings that a folder may be about, with what is needed to compare them with its files; one statement. */
export function readPostingsThere(uow: UnitOfWork, organizationId: Id): Promise<PostingThere[]> {
  return uow.read<PostingThere>(
    organizationId,
    'postings-there',
    `SELECT p.id, p.slug, p.title, p.status, p.version, p.source_path AS "sourcePath", r.file_name AS "fileName",
            encode(sha256(convert_to(r.document, 'UTF8')), 'hex') AS hash, r.parsed ->> 'status' AS "statedStatus"
       FROM postings p JOIN posting_revisions r ON r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision
      WHERE p.organization_id = $1 AND (p.source_path IS NOT NULL OR p.status <> 'ARCHIVED') ORDER BY p.id`,
    [organizationId],
  );
}
