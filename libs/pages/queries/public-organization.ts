import { findOrganizationId, readOrganization } from '#libs/identity/index.js';
import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** The organisation as the public sees it. */
export interface OrganizationSeen {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  readonly contactEmail: string;
}

/** An organisation by the word in the address of its careers page. */
export async function publicOrganization(
  uow: UnitOfWork,
  slug: string,
): Promise<{ readonly organizationId: Id; readonly organization: OrganizationSeen } | null> {
  const organizationId = slug.length <= 64 ? await findOrganizationId(uow, slug) : null;
  const row = organizationId && (await readOrganization(uow, organizationId));
  if (!organizationId || !row) return null;
  const { name, about, contact_email: contactEmail } = row;
  return { organizationId, organization: { slug: row.slug, name, about, contactEmail } };
}
