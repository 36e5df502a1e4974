import { standingIn } from '#libs/identity/index.js';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import type { ApplicationState, Transition } from '#libs/pipeline/index.js';
import { type Tx, actorId } from '#libs/platform/index.js';
import type { OnOlderPlan } from '../domain/plan-moves.js';

/** Applications that one transaction puts on the present plan: few enough that nobody who moves one of them waits long. */
export const MOST_AT_ONCE = 200;

/** A posting with the plan that new candidates enter; `$3` is the person who asks. */
export interface PlanHead {
  readonly plan_id: Id;
  readonly plan_version: number;
  readonly team_roles: TeamRole[] | null;
  /** Stages of all versions of its plan. */
  readonly stage_ids: Id[];
}

export const PLAN_HEAD = `
SELECT l.id AS plan_id, p.plan_version,
       ARRAY(SELECT s.id FROM interview_plans v JOIN plan_stages s ON s.organization_id = $1 AND s.plan_id = v.id
              WHERE v.organization_id = $1 AND v.posting_id = p.id) AS stage_ids,
       ${standingIn('p.id', '$3')} AS team_roles
  FROM postings p JOIN interview_plans l ON l.organization_id = $1 AND l.posting_id = p.id AND l.version = p.plan_version
 WHERE p.organization_id = $1 AND p.id = $2`;

/** Active applications of the posting `$2` on another plan than `$3`, those who wait longest first; one more than is done at once. */
export const ON_OLDER_PLANS = `
SELECT a.id, c.name AS "candidateName", a.plan_id AS "planId", a.stage_id AS "stageId", s.name AS "stageName", s.kind AS "stageKind",
       (EXISTS (SELECT FROM schedule_requests r WHERE r.organization_id = $1 AND r.application_id = a.id AND r.status = 'OPEN')
        OR EXISTS (SELECT FROM interviews i WHERE i.organization_id = $1 AND i.application_id = a.id AND i.state IN ('HELD', 'CONFIRMED'))
        OR EXISTS (SELECT FROM take_homes h WHERE h.organization_id = $1 AND h.application_id = a.id AND h.status = 'SENT')) AS "openWork"
  FROM applications a
  JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
  LEFT JOIN plan_stages s ON s.organization_id = $1 AND s.id = a.stage_id
 WHERE a.organization_id = $1 AND a.posting_id = $2 AND a.status = 'ACTIVE' AND a.plan_id <> $3
 ORDER BY a.applied_at, a.id LIMIT ${MOST_AT_ONCE + 1}`;

/** The posting's present plan, which nobody changes until this transaction ends. */
export async function holdPlanHead(tx: Tx, postingId: Id, personId: Id | null): Promise<PlanHead | undefined> {
  const [head] = await tx.query<PlanHead>('hold-plan-head', `${PLAN_HEAD} FOR SHARE OF p`, [
    tx.organizationId,
    postingId,
    personId,
  ]);
  return head;
}

/** Whom a change of plans is about. Ask again once they are locked: only then does the answer hold. */
export function readOnOlderPlans(tx: Tx, postingId: Id, planId: Id): Promise<OnOlderPlan[]> {
  return tx.query<OnOlderPlan>('on-older-plans', ON_OLDER_PLANS, [tx.organizationId, postingId, planId]);
}

/** Queues the new plan and state with the transition that led to them. The application must be locked by this transaction. */
export function recordPlanChange(tx: Tx, state: ApplicationState, transition: Transition): void {
  const { command, fromStatus, fromStageId, passedOver, reasonId, reason, evidence, openingId, planChange } = transition;
  tx.write(
    'record-plan-change',
    `WITH changed AS (
       UPDATE applications SET plan_id = $3, stage_id = $4, version = $5, entered_stage_at = $6 WHERE organization_id = $1 AND id = $2)
     INSERT INTO transitions (organization_id, application_id, version, command, from_status, to_status, from_stage_id, to_stage_id, at, actor_kind, actor_id, detail)
     VALUES ($1, $2, $5, $7, $8, $8, $9, $4, $10, $11, $12, $13)`,
    [
      ...[tx.organizationId, state.applicationId, state.planId, state.stageId, state.version, state.enteredStageAt],
      ...[command, fromStatus, fromStageId, transition.at, tx.actor.kind, actorId(tx.actor)],
      JSON.stringify({ passedOver, reasonId, reason, evidence, openingId, planChange }),
    ],
  );
}
