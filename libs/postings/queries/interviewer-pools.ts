import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { POOLS, type PoolRow } from './posting-loaders.js';

/** All interviewer pools by name. */
export function listPools(uow: UnitOfWork, organizationId: Id): Promise<PoolRow[]> {
  return uow.read<PoolRow>(organizationId, 'list-pools', `${POOLS} ORDER BY lower(l.name)`, [organizationId]);
}
