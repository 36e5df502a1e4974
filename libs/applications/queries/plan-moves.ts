import { Injectable } from '@nestjs/common';
import { type BadInput, type Id, type Result, type StaffActor, bad, isId, ok } from '#libs/kernel/index.js';
import { may } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { PlanStore } from '#libs/postings/index.js';
import {
  type OnOlderPlan,
  type PlanMove,
  type StageMapping,
  decidePlanMoves,
  suggestedMapping,
  unfitMapping,
} from '../domain/plan-moves.js';
import { MOST_AT_ONCE, ON_OLDER_PLANS, PLAN_HEAD, type PlanHead } from '../persistence/plan-change-rows.js';

/** Who would move where if a posting's candidates were put on its present plan. */
export interface PlanMovesPreview {
  readonly planVersion: number;
  /** The mapping that it was computed by: the one asked for, else what goes without saying. */
  readonly mapping: readonly StageMapping[];
  readonly moves: readonly PlanMove[];
  /** There are more than are done at once. */
  readonly more: boolean;
}

@Injectable()
export class PlanMovesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlanStore,
  ) {}

  /** The preview; null when there is no such posting or the actor may not move its candidates. Nothing is changed. */
  async read(
    actor: StaffActor,
    postingId: Id,
    mapping: readonly StageMapping[] | null,
  ): Promise<Result<PlanMovesPreview, BadInput> | null> {
    if (!isId(postingId)) return null;
    const { organizationId, personId } = actor;
    const [head] = await this.uow.read<PlanHead>(organizationId, 'plan-head', PLAN_HEAD, [organizationId, postingId, personId]);
    if (!head || !may(actor, 'application.move', { teamRoles: head.team_roles })) return null;
    const [plan, applications] = await Promise.all([
      this.plans.get(organizationId, head.plan_id),
      this.uow.read<OnOlderPlan>(organizationId, 'would-change-plans', ON_OLDER_PLANS, [organizationId, postingId, head.plan_id]),
    ]);
    const unfit = unfitMapping(mapping ?? [], head.stage_ids, plan!.stages);
    if (unfit) return bad(unfit.at, unfit.message);
    const shown = applications.slice(0, MOST_AT_ONCE);
    const used = mapping ?? suggestedMapping(shown, plan!.stages);
    return ok({
      planVersion: head.plan_version,
      mapping: used,
      moves: decidePlanMoves(shown, plan!.stages, used),
      more: applications.length > MOST_AT_ONCE,
    });
  }
}
