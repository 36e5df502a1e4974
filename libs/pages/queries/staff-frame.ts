import type { StaffActor } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** What every page of the team says of its reader. */
export interface StaffFrameRow {
  readonly organizationName: string;
  readonly personName: string;
  readonly zone: string;
}

export async function staffFrame(uow: UnitOfWork, actor: StaffActor): Promise<StaffFrameRow> {
  const [row] = await uow.read<StaffFrameRow>(
    actor.organizationId,
    'staff-frame',
    `SELECT o.name AS "organizationName", p.name AS "personName", p.zone FROM people p JOIN organizations o ON o.id = p.organization_id
      WHERE p.organization_id = $1 AND p.id = $2`,
    [actor.organizationId, actor.personId],
  );
  return row!;
}
