import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** What an organisation shows of itself; its careers pages show the same. */
export interface OrganizationRow {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  readonly website: string | null;
  readonly about: string;
  readonly contact_email: string;
}

/** The organisation, or null when there is none under the id. */
export async function readOrganization(uow: UnitOfWork, organizationId: Id): Promise<OrganizationRow | null> {
  const [row] = await uow.read<OrganizationRow>(
    organizationId,
    'read-organization',
    'SELECT id, slug, name, zone, website, about, contact_email FROM organizations WHERE id = $1',
    [organizationId],
  );
  return row ?? null;
}
