import { allOrganizationIds } from '#libs/identity/index.js';
import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { Tombstone } from '../persistence/tombstones.js';

/** Who was erased, as the database knows it. */
export async function erasedPeople(uow: UnitOfWork): Promise<Tombstone[]> {
  const stones: Tombstone[] = [];
  for (const organizationId of await allOrganizationIds(uow)) {
    const rows = await uow.read<{ id: Id; erased_at: Date }>(
      organizationId,
      'erased-people',
      'SELECT id, erased_at FROM candidates WHERE organization_id = $1 AND erased_at IS NOT NULL ORDER BY id',
      [organizationId],
    );
    for (const { id, erased_at: at } of rows) stones.push({ organizationId, candidateIds: [id], erasedAt: at.toISOString() });
  }
  return stones;
}
