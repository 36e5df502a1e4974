import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { resultUnion } from '#libs/platform/index.js';

export const PlanMoveOutcomeEnum = { MOVES: 'MOVES', BEGINS: 'BEGINS', STAYS: 'STAYS' } as const;
registerEnumType(PlanMoveOutcomeEnum, {
  name: 'PlanMoveOutcome',
  description:
    'MOVES: stands in the new stage and goes on from there. BEGINS: enters it, its work begins. STAYS: on the plan they entered',
});
export const PlanStayReasonEnum = { NOT_MAPPED: 'NOT_MAPPED', OPEN_WORK: 'OPEN_WORK' } as const;
registerEnumType(PlanStayReasonEnum, {
  name: 'PlanStayReason',
  description: 'NOT_MAPPED: nobody said where their stage leads. OPEN_WORK: an invitation, interview or take-home is not over',
});

@InputType({ description: 'Where those who stand in a stage of an older plan shall stand' })
export class StageMappingInput {
  @Field(() => ID, { nullable: true, description: 'Null is received, before the first stage' })
  fromStageId?: Id | null;
  @Field(() => ID, { nullable: true, description: 'A stage of the present plan; null is received' })
  toStageId?: Id | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Begin the new stage: what is open is cancelled, its work begins, and the candidate is told. Otherwise who has open work stays',
  })
  begins: boolean;
}

@ObjectType({ description: 'Where those who stand in a stage of an older plan shall stand' })
export class StageMapping {
  @Field(() => ID, { nullable: true })
  fromStageId: Id | null;
  @Field(() => ID, { nullable: true })
  toStageId: Id | null;
  @Field(() => Boolean)
  begins: boolean;
}

@ObjectType({ description: 'What becomes of one candidate when the plan changes' })
export class PlanMove {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => String)
  candidateName: string;
  @Field(() => ID, { nullable: true })
  fromStageId: Id | null;
  @Field(() => String, { nullable: true, description: 'Null is received, before the first stage' })
  fromStageName: string | null;
  @Field(() => ID, { nullable: true })
  toStageId: Id | null;
  @Field(() => String, { nullable: true })
  toStageName: string | null;
  @Field(() => PlanMoveOutcomeEnum)
  outcome: 'MOVES' | 'BEGINS' | 'STAYS';
  @Field(() => PlanStayReasonEnum, { nullable: true, description: 'Why they stay' })
  stays: 'NOT_MAPPED' | 'OPEN_WORK' | null;
}

@ObjectType({ description: 'Who would move where; nothing is changed' })
export class PlanMovesPreview {
  @Field(() => Int, { description: 'Of the present plan; send it as `expectedPlanVersion`' })
  planVersion: number;
  @Field(() => [StageMapping], {
    description: 'The one asked for, else what goes without saying: stages of the same kind and name',
  })
  mapping: readonly StageMapping[];
  @Field(() => [PlanMove])
  moves: readonly PlanMove[];
  @Field(() => Boolean, { description: 'There are more than are done at once' })
  more: boolean;
}

@InputType()
export class MoveToPresentPlanInput {
  @Field(() => ID)
  postingId: Id;
  @Field(() => Int, { description: 'The version of the plan you decided on' })
  expectedPlanVersion: number;
  @Field(() => [StageMappingInput], { description: 'Who stands in any other stage stays' })
  mapping: StageMappingInput[];
  @Field(() => String, { nullable: true, description: 'Send the same key again to be sure that it happens once' })
  idempotencyKey?: string | null;
}

@ObjectType()
export class MoveToPresentPlanPayload {
  @Field(() => Int)
  planVersion: number;
  @Field(() => [PlanMove])
  moves: readonly PlanMove[];
  @Field(() => Boolean, { description: 'There are more than are done at once: ask again' })
  more: boolean;
}

export const MoveToPresentPlanResult = resultUnion('MoveToPresentPlanResult', () => MoveToPresentPlanPayload);
