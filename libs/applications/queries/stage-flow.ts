import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** How applications went through one stage; stages of all versions of the plan with the same name and kind are one. */
export interface StageFlowRow {
  /** Null is received, before the first stage. */
  readonly name: string | null;
  readonly kind: string | null;
  /** Applications that ever stood here. */
  readonly reached: number;
  /** Of these, how many went on to another stage or were hired out of it, and were not sent back to it since. */
  readonly wentOn: number;
  readonly rejected: number;
  readonly withdrew: number;
  /** Active here now. */
  readonly present: number;
  /** Middle of the stays that are over, in days; null while none is. */
  readonly medianDays: number | null;
}

/**
 * Every stay of every application in a stage, from the log of its moves: it begins with applying or with the move into the stage and ends with the next move, wherever
 * that leads. What an application did last in a stage is what counts for it, so that somebody who was reopened or sent back is counted once.
 */
const STAGE_FLOW = `
WITH stays AS (
  SELECT a.id, NULL::uuid AS stage_id, a.applied_at AS began, 0 AS version FROM applications a WHERE a.organization_id = $1 AND a.posting_id = $2
  UNION ALL
  SELECT a.id, t.to_stage_id, t.at, t.version FROM applications a JOIN transitions t ON t.organization_id = $1 AND t.application_id = a.id
   WHERE a.organization_id = $1 AND a.posting_id = $2 AND t.to_status = 'ACTIVE'
), ended AS (
  SELECT s.id, s.stage_id, s.began, s.version, t.at AS over_at, t.to_status, t.to_stage_id
    FROM stays s LEFT JOIN transitions t ON t.organization_id = $1 AND t.application_id = s.id AND t.version = s.version + 1
), named AS (
  SELECT e.*, p.name, p.kind, p.position, row_number() OVER (PARTITION BY e.id, p.name, p.kind ORDER BY e.version DESC) AS latest
    FROM ended e LEFT JOIN plan_stages p ON p.organization_id = $1 AND p.id = e.stage_id
)
SELECT n.name, n.kind, count(DISTINCT n.id)::int AS reached,
       count(*) FILTER (WHERE n.latest = 1 AND (n.to_status = 'HIRED' OR (n.to_status = 'ACTIVE' AND n.to_stage_id IS DISTINCT FROM n.stage_id)))::int AS "wentOn",
       count(*) FILTER (WHERE n.latest = 1 AND n.to_status = 'REJECTED')::int AS rejected,
       count(*) FILTER (WHERE n.latest = 1 AND n.to_status = 'WITHDRAWN')::int AS withdrew,
       count(*) FILTER (WHERE n.latest = 1 AND n.over_at IS NULL)::int AS present,
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM n.over_at - n.began)) FILTER (WHERE n.over_at IS NOT NULL) / 86400)::numeric, 1)::float8 AS "medianDays"
  FROM named n GROUP BY n.name, n.kind ORDER BY min(coalesce(n.position, 0)), n.name`;

/** The stages of a posting and how applications went through them. Who may see the board may see this: the caller has asked. None while nobody has applied. */
export function readStageFlow(uow: UnitOfWork, organizationId: Id, postingId: Id): Promise<StageFlowRow[]> {
  return uow.read<StageFlowRow>(organizationId, 'stage-flow', STAGE_FLOW, [organizationId, postingId]);
}
