import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/kernel/index.js';
import type { InterviewPlan, PlanSeat, PlanStage, StageKind } from '#libs/pipeline/index.js';
import { type Tx, UnitOfWork } from '#libs/platform/index.js';

/** Plans held at once in a process; the one unused for longest goes first. A plan is some kilobytes. */
const MOST_PLANS = 2000;

const PLAN = `
SELECT p.version, s.id, s.position, s.name, s.kind, s.duration_min, s.skippable_if, s.target_days, s.take_home, s.self_schedule,
       (SELECT json_agg(json_build_object('id', e.id, 'role', e.role, 'poolId', e.pool_id) ORDER BY e.position) FROM stage_seats e
         WHERE e.organization_id = s.organization_id AND e.stage_id = s.id) AS seats
  FROM interview_plans p JOIN plan_stages s ON s.organization_id = p.organization_id AND s.plan_id = p.id
 WHERE p.organization_id = $1 AND p.id = $2 ORDER BY s.position`;

interface PlanRow {
  version: number;
  id: Id;
  position: number;
  name: string;
  kind: StageKind;
  duration_min: number | null;
  skippable_if: string | null;
  target_days: number | null;
  take_home: PlanStage['takeHome'];
  self_schedule: boolean;
  seats: PlanSeat[] | null;
}

/**
 * Interview plans as the engine reads them. A version in use never changes, so what was read once is kept. Only the pools of its seats may be
 * exchanged: whoever fills seats reads them from `stage_seats`, not from here.
 */
@Injectable()
export class PlanStore {
  private readonly plans = new Map<string, InterviewPlan>();

  constructor(private readonly uow: UnitOfWork) {}

  /** The plan, or null when the organisation has none of this id. Inside a transaction give `tx`, which then does the reading. */
  async get(organizationId: Id, planId: Id, tx?: Tx): Promise<InterviewPlan | null> {
    const key = `${organizationId}/${planId}`;
    const known = this.plans.get(key);
    if (known) {
      // A Map keeps its order of insertion: what is used goes to its end.
      this.plans.delete(key);
      this.plans.set(key, known);
      return known;
    }
    const params = [organizationId, planId];
    const rows = tx
      ? await tx.query<PlanRow>('load-plan', PLAN, params)
      : await this.uow.read<PlanRow>(organizationId, 'load-plan', PLAN, params);
    if (rows.length === 0) return null;
    const plan: InterviewPlan = { id: planId, version: rows[0]!.version, stages: rows.map(toStage) };
    this.plans.set(key, plan);
    if (this.plans.size > MOST_PLANS) this.plans.delete(this.plans.keys().next().value!);
    return plan;
  }
}

function toStage(row: PlanRow): PlanStage {
  return {
    id: row.id,
    position: row.position,
    name: row.name,
    kind: row.kind,
    seats: row.seats ?? [],
    durationMin: row.duration_min,
    skippableIf: row.skippable_if,
    targetDays: row.target_days,
    takeHome: row.take_home,
    selfSchedule: row.self_schedule,
  };
}
