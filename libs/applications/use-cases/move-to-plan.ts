import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { may, personIdOf } from '#libs/identity/index.js';
import { type InterviewPlan, changePlan } from '#libs/pipeline/index.js';
import {
  type ConflictRefusal,
  type Idempotency,
  type IdempotencyRefusal,
  type InvalidInputRefusal,
  type Tx,
  UnitOfWork,
} from '#libs/platform/index.js';
import { PlanStore } from '#libs/postings/index.js';
import type { ApplicationMoved } from '../domain/application-events.js';
import { type PlanMove, type StageMapping, decidePlanMoves, unfitMapping } from '../domain/plan-moves.js';
import { type LockedApplication, lockApplications, stateOf } from '../persistence/lock-application.js';
import { MOST_AT_ONCE, holdPlanHead, readOnOlderPlans, recordPlanChange } from '../persistence/plan-change-rows.js';
import { contextOf } from './move-application.js';

export interface MovedToPlan {
  readonly planVersion: number;
  readonly moves: readonly PlanMove[];
  /** There are more than are done at once: ask again. */
  readonly more: boolean;
}

export type MoveToPlanRefusal = Refusal<'NOT_FOUND'> | ConflictRefusal | InvalidInputRefusal | IdempotencyRefusal;

/**
 * Puts a posting's active candidates on its present plan, by a mapping of the stages they are in. It is deliberate: who stands in a stage that is not mapped stays on the
 * plan they entered, and so does who has open work, unless that shall be cancelled and the new stage begun.
 */
@Injectable()
export class MoveToPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlanStore,
  ) {}

  async execute(
    actor: Actor,
    input: { postingId: Id; expectedPlanVersion: number; mapping: readonly StageMapping[] },
    idempotency?: Idempotency,
  ): Promise<Result<MovedToPlan, MoveToPlanRefusal>> {
    return this.uow.run<MovedToPlan, MoveToPlanRefusal>(actor, (tx) => this.within(tx, input), idempotency);
  }

  private async within(
    tx: Tx,
    { postingId, expectedPlanVersion, mapping }: { postingId: Id; expectedPlanVersion: number; mapping: readonly StageMapping[] },
  ): Promise<Result<MovedToPlan, MoveToPlanRefusal>> {
    const head = isId(postingId) ? await holdPlanHead(tx, postingId, personIdOf(tx.actor)) : undefined;
    if (!head || !may(tx.actor, 'application.move', { teamRoles: head.team_roles }))
      return refuse('NOT_FOUND', 'There is no such posting, or you may not move its candidates. Nothing was changed.');
    const { plan_id: planId, plan_version: planVersion } = head;
    if (planVersion !== expectedPlanVersion)
      return refuse('CONFLICT', 'The plan has another version now; nobody was moved. Look at it and decide again.', {
        presentVersion: planVersion,
      });
    const plan = (await this.plans.get(tx.organizationId, planId, tx))!;
    const unfit = unfitMapping(mapping, head.stage_ids, plan.stages);
    if (unfit) return refuse('INVALID_INPUT', `${unfit.message}. Nobody was moved.`, { field: `input.${unfit.at}` });
    const concerned = (await readOnOlderPlans(tx, postingId, planId)).map(({ id }) => id);
    const locked = await lockApplications(tx, concerned.slice(0, MOST_AT_ONCE), null, tx.actor);
    const rows = new Map(locked.map((row) => [row.id, row]));
    // Read again under the locks: where they stand and what is open holds from here on.
    const applications = (await readOnOlderPlans(tx, postingId, planId)).filter(({ id }) => rows.has(id));
    const moves = decidePlanMoves(applications, plan.stages, mapping);
    for (const move of moves) if (move.outcome !== 'STAYS') await this.change(tx, rows.get(move.applicationId)!, plan, move);
    const moved = moves.filter(({ outcome }) => outcome !== 'STAYS').length;
    tx.audit('posting.move-to-plan', 'posting', postingId, { planVersion, moved });
    return ok({ planVersion, moves, more: concerned.length > MOST_AT_ONCE });
  }

  private async change(tx: Tx, locked: LockedApplication, to: InterviewPlan, move: PlanMove): Promise<void> {
    const from = (await this.plans.get(tx.organizationId, locked.plan_id, tx))!;
    const target = { stageId: move.toStageId, begins: move.outcome === 'BEGINS' };
    const changed = changePlan(from, to, stateOf(locked), target, tx.now);
    if (!changed.ok) throw new Error(`${changed.refusal.code}: ${changed.refusal.message}`);
    const { state, transition, effects } = changed.value;
    recordPlanChange(tx, state, transition);
    const { version, command, fromStageId, toStageId, fromStatus, toStatus, passedOver } = transition;
    const { id: applicationId, posting_id: postingId, candidate_id: candidateId } = locked;
    const step = { version, command, fromStageId, toStageId, fromStatus, toStatus, passedOver };
    const payload: ApplicationMoved = { applicationId, postingId, candidateId, ...step, effects };
    const transient = contextOf(to, locked, toStageId);
    tx.emit({ name: 'ApplicationMoved', subjectId: applicationId, payload, transient });
    tx.audit('application.move', 'application', applicationId, { command, version });
  }
}
