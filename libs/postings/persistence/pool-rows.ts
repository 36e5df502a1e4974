import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { PoolStanding } from '../domain/pool-standing.js';

/**
 * Pools of these names, made where there are none; answers ids by the names as given. A name that somebody else makes at the same moment is waited for;
 * sorted, so that two who need the same ones do not wait for each other. What equals what is PostgreSQL's to say, whose index it is.
 */
export async function ensurePools(tx: Tx, wanted: readonly { id: Id; name: string }[]): Promise<Map<string, Id>> {
  if (wanted.length === 0) return new Map();
  const rows = await tx.query<{ id: Id; name: string }>(
    'ensure-pools',
    `WITH w AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS w (id uuid, name text)),
          made AS (INSERT INTO interviewer_pools (organization_id, id, name)
                   SELECT DISTINCT ON (lower(name)) $1::uuid, id, name FROM w ORDER BY lower(name)
                   ON CONFLICT (organization_id, lower(name)) DO UPDATE SET name = interviewer_pools.name RETURNING id, name)
     SELECT w.name, made.id FROM w JOIN made ON lower(made.name) = lower(w.name)`,
    [tx.organizationId, JSON.stringify(wanted)],
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Queues that everybody in `fromIds` is in the pool too; who is trained in one of them is trained. */
export function copyMembers(tx: Tx, poolId: Id, fromIds: readonly Id[]): void {
  tx.write(
    'copy-pool-members',
    `INSERT INTO interviewer_pool_members (organization_id, pool_id, person_id, target_per_week, standing)
     SELECT $1, $2, person_id, max(target_per_week), max(standing) FROM interviewer_pool_members WHERE organization_id = $1 AND pool_id = ANY ($3::uuid[])
      GROUP BY person_id ON CONFLICT DO NOTHING`,
    [tx.organizationId, poolId, fromIds],
  );
}

/** Queues a new pool; the unique index on names refuses a second one. */
export function insertPool(tx: Tx, poolId: Id, name: string): void {
  tx.write('insert-pool', 'INSERT INTO interviewer_pools (organization_id, id, name) VALUES ($1, $2, $3)', [
    tx.organizationId,
    poolId,
    name,
  ]);
}

/** Locks a pool against changes by others; false when the organisation has none of this id. */
export async function lockPool(tx: Tx, poolId: Id): Promise<boolean> {
  const rows = await tx.query(
    'lock-pool',
    'SELECT FROM interviewer_pools WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [tx.organizationId, poolId],
  );
  return rows.length > 0;
}

export function renamePoolRow(tx: Tx, poolId: Id, name: string): void {
  tx.write('rename-pool', 'UPDATE interviewer_pools SET name = $3 WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    poolId,
    name,
  ]);
}

export function putPoolMember(tx: Tx, poolId: Id, personId: Id, targetPerWeek: number, standing: PoolStanding): void {
  tx.write(
    'put-pool-member',
    `INSERT INTO interviewer_pool_members (organization_id, pool_id, person_id, target_per_week, standing) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organization_id, pool_id, person_id) DO UPDATE SET target_per_week = excluded.target_per_week, standing = excluded.standing`,
    [tx.organizationId, poolId, personId, targetPerWeek, standing],
  );
}

export async function deletePoolMember(tx: Tx, poolId: Id, personId: Id): Promise<boolean> {
  const deleted = await tx.query(
    'delete-pool-member',
    'DELETE FROM interviewer_pool_members WHERE organization_id = $1 AND pool_id = $2 AND person_id = $3 RETURNING 1',
    [tx.organizationId, poolId, personId],
  );
  return deleted.length > 0;
}
