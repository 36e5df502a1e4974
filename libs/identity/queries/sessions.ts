import type { Id, StaffActor } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

export interface SessionRow {
  readonly id: Id;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly user_agent: string;
  readonly network: string;
}

/** The member's own sessions that may still be used, newest first; the hundred newest where somebody signs in endlessly. */
export function listSessions(uow: UnitOfWork, actor: StaffActor, now: Date): Promise<SessionRow[]> {
  return uow.read<SessionRow>(
    actor.organizationId,
    'list-sessions',
    `SELECT id, created_at, expires_at, user_agent, network FROM sessions
      WHERE organization_id = $1 AND person_id = $2 AND revoked_at IS NULL AND expires_at > $3 ORDER BY created_at DESC, id DESC LIMIT 100`,
    [actor.organizationId, actor.personId, now],
  );
}
