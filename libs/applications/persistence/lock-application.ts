import type { Actor, Id, Language, TeamRole } from '#libs/kernel/index.js';
import { personIdOf, standingIn } from '#libs/identity/index.js';
import type { ApplicationState, ApplicationStatus } from '#libs/pipeline/index.js';
import type { Tx } from '#libs/platform/index.js';

/** An application as the hot path needs it: locked, with all that a decision and the mails about it want to know. */
export interface LockedApplication {
  readonly id: Id;
  readonly posting_id: Id;
  readonly candidate_id: Id;
  readonly plan_id: Id;
  readonly status: ApplicationStatus;
  readonly stage_id: Id | null;
  readonly version: number;
  readonly entered_stage_at: Date;
  readonly opening_id: Id | null;
  readonly reason_id: Id | null;
  readonly link_epoch: number;
  readonly candidate_name: string;
  readonly candidate_email: string;
  readonly candidate_zone: string;
  readonly candidate_language: Language | null;
  readonly posting_title: string;
  readonly posting_slug: string;
  readonly team_roles: TeamRole[] | null;
  /** The side of the reason asked for; null when there is no such active reason. */
  readonly reason_side: 'WE_REJECTED' | 'THEY_WITHDREW' | null;
}

// NO KEY UPDATE is enough against another move and lets others add notes and attachments meanwhile.
const LOCK = (which: string, reason = 'NULL') => `
SELECT a.id, a.posting_id, a.candidate_id, a.plan_id, a.status, a.stage_id, a.version, a.entered_stage_at, a.opening_id, a.reason_id, a.link_epoch,
       c.name AS candidate_name, c.email AS candidate_email, c.zone AS candidate_zone, c.language AS candidate_language, p.title AS posting_title, p.slug AS posting_slug,
       ${standingIn('a.posting_id', '$3', 'p.confidential')} AS team_roles,
       ${reason} AS reason_side
  FROM applications a
  JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
  JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
 WHERE a.organization_id = $1 AND ${which} FOR NO KEY UPDATE OF a`;
const REASON = '(SELECT r.side FROM rejection_reasons r WHERE r.organization_id = $1 AND r.id = $4 AND r.active)';
const LOCK_ONE = LOCK('a.id = $2');
const LOCK_ONE_WITH_REASON = LOCK('a.id = $2', REASON);
const LOCK_MANY = LOCK('a.id = ANY ($2)', REASON).replace(' FOR NO KEY', ' ORDER BY a.id FOR NO KEY');

/** Locks one application until the transaction ends; undefined when the organisation has none of this id. */
export async function lockApplication(
  tx: Tx,
  applicationId: Id,
  reasonId: Id | null,
  actor: Actor,
): Promise<LockedApplication | undefined> {
  const params = [tx.organizationId, applicationId, personIdOf(actor)];
  const [locked] =
    reasonId === null
      ? await tx.query<LockedApplication>('lock-application', LOCK_ONE, params)
      : await tx.query<LockedApplication>('lock-application-with-reason', LOCK_ONE_WITH_REASON, [...params, reasonId]);
  return locked;
}

/** Locks several, in the order of their ids so that two who lock the same ones cannot wait for each other. */
export async function lockApplications(
  tx: Tx,
  ids: readonly Id[],
  reasonId: Id | null,
  actor: Actor,
): Promise<LockedApplication[]> {
  return tx.query('lock-applications', LOCK_MANY, [tx.organizationId, ids, personIdOf(actor), reasonId]);
}

/** The engine's view of it. */
export function stateOf(row: LockedApplication): ApplicationState {
  return {
    applicationId: row.id,
    planId: row.plan_id,
    status: row.status,
    stageId: row.stage_id,
    version: row.version,
    enteredStageAt: row.entered_stage_at.toISOString(),
    openingId: row.opening_id,
    reasonId: row.reason_id,
  };
}
