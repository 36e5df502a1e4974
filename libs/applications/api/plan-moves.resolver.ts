import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Staff, answer, idempotencyOf, instance, notFound } from '#libs/platform/index.js';
import type { StageMapping as Mapping } from '../domain/plan-moves.js';
import { PlanMovesQuery } from '../queries/plan-moves.js';
import { MoveToPlan } from '../use-cases/move-to-plan.js';
import {
  MoveToPresentPlanInput,
  MoveToPresentPlanPayload,
  MoveToPresentPlanResult,
  PlanMove,
  PlanMovesPreview,
  StageMapping,
  StageMappingInput,
} from './plan-moves.types.js';

@ArgsType()
class PlanMovesArgs {
  @Field(() => ID)
  postingId: Id;
  @Field(() => [StageMappingInput], { nullable: true, description: 'Left out: what goes without saying' })
  mapping: StageMappingInput[] | null;
}

/** Candidates and the versions of their posting's plan. */
@Resolver()
export class PlanMovesResolver {
  constructor(
    private readonly query: PlanMovesQuery,
    private readonly moves: MoveToPlan,
  ) {}

  @Query(() => PlanMovesPreview, { description: "Who would move where if a posting's candidates were put on its present plan" })
  async planMoves(@Args() { postingId, mapping }: PlanMovesArgs, @Staff() actor: StaffActor): Promise<PlanMovesPreview> {
    const preview = await this.query.read(actor, postingId, mapping ? mapping.map(toMapping) : null);
    if (!preview) throw notFound('posting');
    if (!preview.ok) throw new GraphQLError(preview.refusal.message, { extensions: { code: 'BAD_USER_INPUT' } });
    return instance(PlanMovesPreview, {
      ...preview.value,
      mapping: preview.value.mapping.map((rule) => instance(StageMapping, rule)),
      moves: preview.value.moves.map((move) => instance(PlanMove, move)),
    });
  }

  @Mutation(() => MoveToPresentPlanResult, {
    description: "Puts a posting's active candidates on its present plan, as the preview showed; all that can be, or none",
  })
  async moveToPresentPlan(@Args('input') input: MoveToPresentPlanInput, @Staff() actor: StaffActor) {
    const { postingId, expectedPlanVersion, mapping } = input;
    const given = { postingId, expectedPlanVersion, mapping: mapping.map(toMapping) };
    const result = await this.moves.execute(actor, given, idempotencyOf('moveToPresentPlan', input));
    return answer(result, ({ planVersion, moves, more }) =>
      instance(MoveToPresentPlanPayload, { planVersion, more, moves: moves.map((move) => instance(PlanMove, move)) }),
    );
  }
}

function toMapping({ fromStageId, toStageId, begins }: StageMappingInput): Mapping {
  return { fromStageId: fromStageId ?? null, toStageId: toStageId ?? null, begins };
}
