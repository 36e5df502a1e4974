import type { UnitOfWork } from '#libs/platform/index.js';
import { hasOrganization } from '../queries/organization-directory.js';
import { createOrganization } from './create-organization.js';

/** How whoever started an empty installation gets in. */
export interface FirstSignIn {
  readonly organization: string;
  readonly email: string;
  /** Shown once; only its hash is kept. */
  readonly password: string;
}

/** What an installation without any organisation begins with; its name and address are changed after signing in. */
const FIRST = {
  slug: 'hiring',
  name: 'Our organisation',
  zone: 'UTC',
  contactEmail: 'admin@rounds.localhost',
  admin: { email: 'admin@rounds.localhost', name: 'Administrator' },
} as const;

/** Makes an organisation with an administrator where there is none at all; null when there is one, or another process was faster. */
export async function ensureOrganization(uow: UnitOfWork): Promise<FirstSignIn | null> {
  if (await hasOrganization(uow)) return null;
  const created = await createOrganization(uow, FIRST, 'start');
  if (!created.ok) {
    if (created.refusal.code === 'SLUG_TAKEN') return null;
    throw new Error(created.refusal.message);
  }
  return { organization: FIRST.slug, email: FIRST.admin.email, password: created.value.generatedPassword! };
}
