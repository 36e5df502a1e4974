import { type Id, isId } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Which of these pools the organisation has. */
export async function presentPoolIds(tx: Tx, poolIds: readonly Id[]): Promise<Set<Id>> {
  const ids = poolIds.filter(isId);
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: Id }>(
    'present-pool-ids',
    'SELECT id FROM interviewer_pools WHERE organization_id = $1 AND id = ANY ($2::uuid[]) FOR KEY SHARE',
    [tx.organizationId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The stage that a seat belongs to, or null. */
export async function stageOfSeat(tx: Tx, seatId: Id): Promise<Id | null> {
  const [row] = await tx.query<{ stage_id: Id }>(
    'stage-of-seat',
    'SELECT stage_id FROM stage_seats WHERE organization_id = $1 AND id = $2',
    [tx.organizationId, seatId],
  );
  return row?.stage_id ?? null;
}

export function setSeatPool(tx: Tx, seatId: Id, poolId: Id | null): void {
  tx.write('set-seat-pool', 'UPDATE stage_seats SET pool_id = $3 WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    seatId,
    poolId,
  ]);
}
