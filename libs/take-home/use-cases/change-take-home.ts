import { type Actor, type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import type { ConflictRefusal, Tx } from '#libs/platform/index.js';
import { type NotOpenRefusal, whyNotChange } from '../domain/take-home.js';
import { type LockedTakeHome, lockTakeHome } from '../persistence/take-home-rows.js';

/** What every change by the team is given. */
export interface Change {
  readonly takeHomeId: Id;
  /** The version that the person saw. */
  readonly expectedVersion: number;
}

/** Plain data, so that it survives as a remembered answer; what it looks like now is read by its id. */
export interface TakeHomeChanged {
  readonly takeHomeId: Id;
}

export type ManageRefusal = Refusal<'NOT_FOUND'>;
export type ChangeRefusal = ManageRefusal | ConflictRefusal | NotOpenRefusal;

/** The take-home, locked, when the actor manages it. */
export async function lockManaged(tx: Tx, actor: Actor, takeHomeId: Id): Promise<Result<LockedTakeHome, ManageRefusal>> {
  const row = isId(takeHomeId) ? await lockTakeHome(tx, takeHomeId) : undefined;
  if (row && may(actor, 'take-home.manage', { teamRoles: row.team_roles })) return ok(row);
  return refuse('NOT_FOUND', 'There is no such take-home, or you may not change it. Nothing was changed.');
}

/** The take-home, locked, when the actor manages it, saw its present version, and it is still with the candidate. */
export async function lockForChange(tx: Tx, actor: Actor, change: Change): Promise<Result<LockedTakeHome, ChangeRefusal>> {
  const locked = await lockManaged(tx, actor, change.takeHomeId);
  if (!locked.ok) return locked;
  if (locked.value.version !== change.expectedVersion) return staleTakeHome(locked.value.version);
  return whyNotChange(locked.value.status) ?? locked;
}

export function staleTakeHome(presentVersion: number) {
  return refuse(
    'CONFLICT',
    'The take-home was changed meanwhile; nothing of yours was changed. Look at it again and decide again.',
    {
      presentVersion,
    },
  );
}
