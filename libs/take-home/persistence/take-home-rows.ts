import type { Id, Language, TeamRole } from '#libs/kernel/index.js';
import { personIdOf, standingIn } from '#libs/identity/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { TakeHomeContext, TakeHomeRef } from '../domain/take-home-events.js';
import type { TakeHomeStatus } from '../domain/take-home.js';

/** A take-home as a change needs it: locked, with what the mails about it want to know and how the actor stands to its posting. */
export interface LockedTakeHome {
  readonly id: Id;
  readonly application_id: Id;
  readonly stage_id: Id;
  readonly version: number;
  readonly status: TakeHomeStatus;
  readonly brief: string;
  readonly effort_hours: number | null;
  readonly due_at: Date;
  readonly due_zone: string;
  readonly posting_id: Id;
  readonly posting_title: string;
  readonly posting_slug: string;
  readonly stage_name: string;
  readonly candidate_id: Id;
  readonly candidate_name: string;
  readonly candidate_email: string;
  readonly candidate_zone: string;
  readonly candidate_language: Language | null;
  readonly link_epoch: number;
  readonly team_roles: TeamRole[];
}

const LOCK = (which: string) => `
SELECT t.id, t.application_id, t.stage_id, t.version, t.status, t.brief, t.effort_hours::float8 AS effort_hours, t.due_at, t.due_zone,
       a.posting_id, p.title AS posting_title, p.slug AS posting_slug, s.name AS stage_name, a.link_epoch,
       c.id AS candidate_id, c.name AS candidate_name, c.email AS candidate_email, c.zone AS candidate_zone, c.language AS candidate_language,
       ${standingIn('a.posting_id', '$3')} AS team_roles
  FROM take_homes t
  JOIN applications a ON a.organization_id = t.organization_id AND a.id = t.application_id
  JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
  JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
  JOIN plan_stages s ON s.organization_id = t.organization_id AND s.id = t.stage_id
 WHERE t.organization_id = $1 AND ${which}`;
const LOCK_ONE = `${LOCK('t.id = $2')} FOR NO KEY UPDATE OF t`;
// The one of the present stage that is with the candidate or was handed in, else the newest; a cancelled one only when there is no other.
const LOCK_OF_APPLICATION = `${LOCK('t.application_id = $2')}
 ORDER BY (t.status <> 'CANCELLED') DESC, (t.stage_id IS NOT DISTINCT FROM a.stage_id) DESC, t.id DESC LIMIT 1 FOR NO KEY UPDATE OF t`;
const LOCK_OPEN = `${LOCK(`t.application_id = $2 AND t.stage_id = $4 AND t.status = 'SENT'`)} FOR NO KEY UPDATE OF t`;

/** Locks one take-home until the transaction ends; undefined when the organisation has none of this id. */
export async function lockTakeHome(tx: Tx, takeHomeId: Id): Promise<LockedTakeHome | undefined> {
  const params = [tx.organizationId, takeHomeId, personIdOf(tx.actor)];
  return (await tx.query<LockedTakeHome>('lock-take-home', LOCK_ONE, params))[0];
}

/** Locks the take-home that a candidate's page is about. */
export async function lockTakeHomeOf(tx: Tx, applicationId: Id): Promise<LockedTakeHome | undefined> {
  const params = [tx.organizationId, applicationId, personIdOf(tx.actor)];
  return (await tx.query<LockedTakeHome>('lock-take-home-of-application', LOCK_OF_APPLICATION, params))[0];
}

/** Locks what is open in a stage that a candidate leaves. */
export async function lockOpenTakeHome(tx: Tx, applicationId: Id, stageId: Id): Promise<LockedTakeHome | undefined> {
  const params = [tx.organizationId, applicationId, personIdOf(tx.actor), stageId];
  return (await tx.query<LockedTakeHome>('lock-open-take-home', LOCK_OPEN, params))[0];
}

/** Queues that the candidate does not have to do it any more. */
export function cancelTakeHomeRow(tx: Tx, takeHomeId: Id): void {
  tx.write(
    'cancel-take-home',
    `UPDATE take_homes SET status = 'CANCELLED', version = version + 1 WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, takeHomeId],
  );
}

export function refOf(row: LockedTakeHome): TakeHomeRef {
  return { takeHomeId: row.id, applicationId: row.application_id, postingId: row.posting_id, stageId: row.stage_id };
}

export function contextOf(row: LockedTakeHome): TakeHomeContext {
  return {
    candidate: {
      id: row.candidate_id,
      name: row.candidate_name,
      email: row.candidate_email,
      zone: row.candidate_zone,
      language: row.candidate_language,
    },
    posting: { id: row.posting_id, title: row.posting_title, slug: row.posting_slug },
    stage: { id: row.stage_id, name: row.stage_name },
    linkEpoch: row.link_epoch,
    brief: row.brief,
    effortHours: row.effort_hours,
    dueAt: row.due_at,
    dueZone: row.due_zone,
  };
}
