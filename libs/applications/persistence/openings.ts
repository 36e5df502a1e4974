import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

export interface LockedOpening {
  readonly posting_id: Id;
  readonly status: 'OPEN' | 'FILLED' | 'CANCELLED';
  readonly posting_status: string;
  /** How many other openings of the posting are still open. */
  readonly others_open: number;
}

/**
 * Locks an opening and its posting, so that of two hires the second sees the first, and of the last two openings filled at once one closes the
 * posting. The count is a statement of its own: it must see what was committed while the lock was waited for.
 */
export async function lockOpening(tx: Tx, openingId: Id): Promise<LockedOpening | undefined> {
  const [[opening], [others]] = await Promise.all([
    tx.query<Omit<LockedOpening, 'others_open'>>(
      'lock-opening',
      `SELECT o.posting_id, o.status, p.status AS posting_status FROM openings o JOIN postings p ON p.organization_id = o.organization_id AND p.id = o.posting_id
        WHERE o.organization_id = $1 AND o.id = $2 FOR NO KEY UPDATE OF o, p`,
      [tx.organizationId, openingId],
    ),
    tx.query<{ n: number }>(
      'count-other-openings',
      `SELECT count(*)::int AS n FROM openings o JOIN openings x ON x.organization_id = o.organization_id AND x.posting_id = o.posting_id
        WHERE o.organization_id = $1 AND o.id = $2 AND x.id <> o.id AND x.status = 'OPEN'`,
      [tx.organizationId, openingId],
    ),
  ]);
  return opening && { ...opening, others_open: others?.n ?? 0 };
}

/** Queues that the opening is filled. */
export function fillOpening(tx: Tx, openingId: Id): void {
  tx.write('fill-opening', `UPDATE openings SET status = 'FILLED', filled_at = $3 WHERE organization_id = $1 AND id = $2`, [
    tx.organizationId,
    openingId,
    tx.now,
  ]);
}

/** Queues that a filled opening is open again. */
export function freeOpening(tx: Tx, openingId: Id): void {
  tx.write(
    'free-opening',
    `UPDATE openings SET status = 'OPEN', filled_at = NULL WHERE organization_id = $1 AND id = $2 AND status = 'FILLED'`,
    [tx.organizationId, openingId],
  );
}

/** Queues that an open posting takes no more applications. */
export function closePosting(tx: Tx, postingId: Id): void {
  tx.write(
    'close-filled-posting',
    `UPDATE postings SET status = 'CLOSED', closed_at = $3, version = version + 1 WHERE organization_id = $1 AND id = $2 AND status = 'OPEN'`,
    [tx.organizationId, postingId, tx.now],
  );
}
