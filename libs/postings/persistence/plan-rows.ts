import type { Id } from '#libs/kernel/index.js';
import type { PlanStage } from '#libs/pipeline/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { StatedStage } from '../domain/posting-document.js';

export interface KitRow {
  readonly id: Id;
  readonly purpose: string;
  readonly questions: readonly string[];
  readonly attributes: readonly { readonly id: Id; readonly name: string; readonly description: string }[];
}

/** A stage with its kit, as it is stored and shown. */
export interface StageRow extends PlanStage {
  readonly kit: KitRow | null;
}

export interface PlanRow {
  readonly id: Id;
  readonly posting_id: Id;
  readonly version: number;
  readonly source: 'document' | 'default' | 'edited';
  readonly created_at: Date;
  readonly stages: readonly StageRow[];
}

/** A stored plan as front matter would state it. */
export function statedPlan({ stages }: Pick<PlanRow, 'stages'>, poolNames: ReadonlyMap<Id, string>): StatedStage[] {
  return stages.map(({ name, kind, durationMin, seats, skippableIf, targetDays, takeHome, selfSchedule, kit }) => ({
    ...{ name, kind, skippableIf, targetDays, selfSchedule },
    durationMin: kind === 'TAKE_HOME' || kind === 'OFFER' ? null : durationMin,
    seats: seats.map(({ role, poolId }) => ({ role, pool: [role], poolName: (poolId && poolNames.get(poolId)) ?? null })),
    takeHome: kind === 'TAKE_HOME' ? (takeHome ?? { effortHours: null, dueDays: null }) : null,
    kit: kit && {
      purpose: kit.purpose,
      questions: kit.questions,
      attributes: kit.attributes.map((attribute) => ({ name: attribute.name, description: attribute.description })),
    },
  }));
}

/** Everything of the plans that `WHERE` names, in one statement: stages, seats, kits, attributes. `l` is the plan. */
export const PLANS = `
SELECT l.id, l.posting_id, l.version, l.source, l.created_at,
  (SELECT json_agg(json_build_object('id', s.id, 'position', s.position, 'name', s.name, 'kind', s.kind, 'durationMin', s.duration_min,
            'skippableIf', s.skippable_if, 'targetDays', s.target_days, 'takeHome', s.take_home, 'selfSchedule', s.self_schedule,
            'seats', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'role', e.role, 'poolId', e.pool_id) ORDER BY e.position), '[]')
                        FROM stage_seats e WHERE e.organization_id = $1 AND e.stage_id = s.id),
            'kit', (SELECT json_build_object('id', k.id, 'purpose', k.purpose, 'questions', k.questions, 'attributes',
                             (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'description', a.description) ORDER BY a.position), '[]')
                                FROM kit_attributes a WHERE a.organization_id = $1 AND a.kit_id = k.id))
                      FROM interview_kits k WHERE k.organization_id = $1 AND k.stage_id = s.id)) ORDER BY s.position)
     FROM plan_stages s WHERE s.organization_id = $1 AND s.plan_id = l.id) AS stages
  FROM interview_plans l`;

/** The present plans of postings, for those who make the next ones. */
export async function presentPlans(tx: Tx, postingIds: readonly Id[]): Promise<Map<Id, PlanRow>> {
  const rows = await tx.query<PlanRow>(
    'present-plans',
    `${PLANS} JOIN postings p ON p.organization_id = l.organization_id AND p.id = l.posting_id AND p.plan_version = l.version
      WHERE l.organization_id = $1 AND l.posting_id = ANY ($2::uuid[])`,
    [tx.organizationId, postingIds],
  );
  return new Map(rows.map((row) => [row.posting_id, row]));
}

/** Queues a plan with all that belongs to it: five statements, whatever its size. */
export function insertPlan(tx: Tx, plan: Omit<PlanRow, 'created_at'>): void {
  const { organizationId } = tx;
  tx.write(
    'insert-plan',
    'INSERT INTO interview_plans (organization_id, id, posting_id, version, source, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [organizationId, plan.id, plan.posting_id, plan.version, plan.source, tx.now],
  );
  tx.write(
    'insert-stages',
    `INSERT INTO plan_stages (organization_id, id, plan_id, position, name, kind, duration_min, skippable_if, target_days, take_home, self_schedule)
     SELECT $1, s.id, $2, s.position, s.name, s.kind, s."durationMin", s."skippableIf", s."targetDays", s."takeHome", s."selfSchedule"
       FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, position integer, name text, kind text, "durationMin" integer, "skippableIf" text,
                                                "targetDays" integer, "takeHome" jsonb, "selfSchedule" boolean)`,
    [organizationId, plan.id, JSON.stringify(plan.stages)],
  );
  const seats = plan.stages.flatMap((stage) => stage.seats.map((seat, position) => ({ ...seat, stageId: stage.id, position })));
  tx.write(
    'insert-seats',
    `INSERT INTO stage_seats (organization_id, id, stage_id, position, role, pool_id)
     SELECT $1, e.id, e."stageId", e.position, e.role, e."poolId"
       FROM jsonb_to_recordset($2::jsonb) AS e (id uuid, "stageId" uuid, position integer, role text, "poolId" uuid)`,
    [organizationId, JSON.stringify(seats)],
  );
  const kits = plan.stages.flatMap(({ id, kit }) => (kit ? [{ ...kit, stageId: id }] : []));
  tx.write(
    'insert-kits',
    `INSERT INTO interview_kits (organization_id, id, stage_id, purpose, questions)
     SELECT $1, k.id, k."stageId", k.purpose, k.questions
       FROM jsonb_to_recordset($2::jsonb) AS k (id uuid, "stageId" uuid, purpose text, questions text[])`,
    [organizationId, JSON.stringify(kits)],
  );
  insertAttributes(
    tx,
    kits.flatMap(({ id, attributes }) => attributes.map((attribute, position) => ({ ...attribute, kitId: id, position }))),
  );
}

/** Queues attributes of kits; those that are there stay as they are. */
export function insertAttributes(
  tx: Tx,
  attributes: readonly { id: Id; kitId: Id; position: number; name: string; description: string }[],
): void {
  tx.write(
    'insert-kit-attributes',
    `INSERT INTO kit_attributes (organization_id, id, kit_id, position, name, description)
     SELECT $1, a.id, a."kitId", a.position, a.name, a.description
       FROM jsonb_to_recordset($2::jsonb) AS a (id uuid, "kitId" uuid, position integer, name text, description text)
     ON CONFLICT (organization_id, id) DO NOTHING`,
    [tx.organizationId, JSON.stringify(attributes)],
  );
}
