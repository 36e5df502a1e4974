import { type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { type Action, may } from '#libs/identity/index.js';
import type { ConflictRefusal, Tx } from '#libs/platform/index.js';
import { type LockedPosting, lockPostingOfStage, lockPostingRow } from '../persistence/posting-rows.js';

export type PostingRefusal = Refusal<'NOT_FOUND'> | ConflictRefusal;

/**
 * The posting, locked for a change that the actor may make and at the version they decided on. A posting that is not there and one that is not theirs get
 * the same answer. `expectedVersion` null is for changes that do not depend on what else has changed.
 */
export async function lockPosting(
  tx: Tx,
  postingId: Id,
  expectedVersion: number | null,
  action: Action = 'posting.manage',
): Promise<Result<LockedPosting, PostingRefusal>> {
  const posting = isId(postingId) ? await lockPostingRow(tx, postingId, tx.actor) : undefined;
  return judge(tx, posting, expectedVersion, action, 'posting');
}

/** The same for the posting that a stage belongs to. */
export async function lockPostingByStage(tx: Tx, stageId: Id): Promise<Result<LockedPosting, PostingRefusal>> {
  const posting = isId(stageId) ? await lockPostingOfStage(tx, stageId, tx.actor) : undefined;
  return judge(tx, posting, null, 'posting.manage', 'stage');
}

function judge(
  tx: Tx,
  posting: LockedPosting | undefined,
  expectedVersion: number | null,
  action: Action,
  what: string,
): Result<LockedPosting, PostingRefusal> {
  if (!posting || !may(tx.actor, action, { teamRoles: posting.team_roles })) return noSuch(what);
  if (expectedVersion !== null && expectedVersion !== posting.version)
    return refuse(
      'CONFLICT',
      'Somebody else changed this posting first; nothing of yours was changed. Look at it again and decide again.',
      {
        presentVersion: posting.version,
      },
    );
  return ok(posting);
}

/** The one answer for what is not there and what is not the actor's business. */
export function noSuch(what: string): { ok: false; refusal: Refusal<'NOT_FOUND'> } {
  return refuse('NOT_FOUND', `There is no such ${what}, or you may not do this to it. Nothing was changed.`);
}

/** The one answer for an action of the whole organisation that the actor's role does not allow. */
export function notAllowed(what: string): { ok: false; refusal: Refusal<'FORBIDDEN'> } {
  return refuse(
    'FORBIDDEN',
    `Your role does not allow you to ${what}. Nothing was changed; ask an administrator or a recruiter.`,
  );
}

/** A confidential posting whose team nobody leads would be lost. */
export function nobodyLeads() {
  return refuse(
    'NOBODY_LEADS',
    'Only its team knows of a confidential posting, and nobody would be left who leads it. Nothing was changed; give somebody else the role of hiring manager or recruiter in the team first.',
  );
}
