import type { Id } from '#libs/kernel/index.js';
import { findOrganizationId } from '#libs/identity/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import { ORGANIZATION } from '../content/organization.js';

/** Recorded in the audit log when everything is there. */
export const LOADED = 'sample.load';

/** Whether the sample organisation is there whole, half (a load was interrupted), or not at all. */
export type SampleState = { readonly state: 'absent' } | { readonly state: 'half' | 'whole'; readonly organizationId: Id };

/** Half is only what the loader itself began: an organisation of the same name that people made is never taken for it. */
export async function sampleState(uow: UnitOfWork): Promise<SampleState> {
  const organizationId = await findOrganizationId(uow, ORGANIZATION.slug);
  if (organizationId === null) return { state: 'absent' };
  const [row] = await uow.read<{ begun: boolean; loaded: boolean }>(
    organizationId,
    'sample-state',
    `SELECT bool_or(action = 'organization.create' AND actor_kind = 'system' AND actor_id = 'sample') AS begun, bool_or(action = $2) AS loaded
       FROM audit_events WHERE organization_id = $1 AND subject_id = $1`,
    [organizationId, LOADED],
  );
  return { state: row?.begun === true && !row.loaded ? 'half' : 'whole', organizationId };
}
