import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** Somebody who can be asked to do something. */
export interface Member {
  readonly id: Id;
  readonly name: string;
  readonly title: string;
}

/** Who is in the organisation now, by name; for choosing one of them. */
export async function activeMembers(uow: UnitOfWork, organizationId: Id): Promise<Member[]> {
  return uow.read<Member>(
    organizationId,
    'active-members',
    `SELECT id, name, title FROM people WHERE organization_id = $1 AND status = 'ACTIVE' ORDER BY lower(name), id LIMIT 1000`,
    [organizationId],
  );
}
