import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** Row-level security shows nothing of any organisation under this id; the public directory has none. */
const NO_ORGANIZATION: Id = '00000000-0000-0000-0000-000000000000';

/** The organisation a slug means; without a slug the only one of the installation. null: there is none, or several and nobody said which. */
export async function findOrganizationId(uow: UnitOfWork, slug: string | null): Promise<Id | null> {
  const rows = await uow.read<{ organization_id: Id }>(
    NO_ORGANIZATION,
    'find-organization-id',
    'SELECT organization_id FROM organization_directory WHERE slug = coalesce($1, slug) LIMIT 2',
    [slug],
  );
  return rows.length === 1 ? rows[0]!.organization_id : null;
}

/** The first organisations of the installation by slug, for its start page; at most 20. Slugs are public. */
export async function listOrganizationSlugs(uow: UnitOfWork): Promise<{ slug: string }[]> {
  return uow.read<{ slug: string }>(
    NO_ORGANIZATION,
    'list-organization-slugs',
    'SELECT slug FROM organization_directory ORDER BY slug LIMIT 20',
  );
}

/** Whether the installation has any organisation. */
export async function hasOrganization(uow: UnitOfWork): Promise<boolean> {
  const rows = await uow.read(NO_ORGANIZATION, 'has-organization', 'SELECT organization_id FROM organization_directory LIMIT 1');
  return rows.length > 0;
}

/** Every organisation of the installation, for what the worker does for each of them. */
export async function allOrganizationIds(uow: UnitOfWork): Promise<Id[]> {
  const rows = await uow.read<{ organization_id: Id }>(
    NO_ORGANIZATION,
    'all-organization-ids',
    'SELECT organization_id FROM organization_directory ORDER BY organization_id',
  );
  return rows.map((row) => row.organization_id);
}
