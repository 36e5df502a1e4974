import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** Openings of a posting that nobody was hired into yet, first to last. */
export async function openOpenings(uow: UnitOfWork, organizationId: Id, postingId: Id): Promise<Id[]> {
  const rows = await uow.read<{ id: Id }>(
    organizationId,
    'sample-open-openings',
    `SELECT id FROM openings WHERE organization_id = $1 AND posting_id = $2 AND status = 'OPEN' ORDER BY number`,
    [organizationId, postingId],
  );
  return rows.map(({ id }) => id);
}
