import type { Id, StaffActor } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

export interface PasskeyRow {
  readonly id: Id;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** One's own keys, the newest first. */
export function listPasskeys(uow: UnitOfWork, actor: StaffActor): Promise<PasskeyRow[]> {
  return uow.read<PasskeyRow>(
    actor.organizationId,
    'list-passkeys',
    `SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM passkeys WHERE organization_id = $1 AND person_id = $2 ORDER BY id DESC`,
    [actor.organizationId, actor.personId],
  );
}
