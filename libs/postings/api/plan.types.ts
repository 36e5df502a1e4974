import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import type { StageKind } from '#libs/pipeline/index.js';
import { DateTime } from '#libs/platform/index.js';
import { PlanSourceEnum, StageKindEnum } from './enums.js';

@ObjectType({ description: 'How much work a take-home is and how long there is for it' })
export class TakeHomeTerms {
  @Field(() => Float, { nullable: true })
  effortHours: number | null;
  @Field(() => Int, { nullable: true })
  dueDays: number | null;
}

@ObjectType({ description: 'What is rated' })
export class KitAttribute {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'What it means, so that two interviewers mean the same' })
  description: string;
}

@ObjectType({ description: 'What the interviewers of a stage assess' })
export class InterviewKit {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  purpose: string;
  @Field(() => [String])
  questions: readonly string[];
  @Field(() => [KitAttribute])
  attributes: readonly KitAttribute[];
}

@ObjectType({ description: "One interviewer's place in a stage" })
export class StageSeat {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { description: 'Who sits here, as the posting says it' })
  role: string;
  @Field(() => ID, { nullable: true })
  poolId: Id | null;
}

@ObjectType({ description: 'One step of an interview plan' })
export class PlanStage {
  @Field(() => ID)
  id: Id;
  @Field(() => Int, { description: '1 for the first' })
  position: number;
  @Field(() => String)
  name: string;
  @Field(() => StageKindEnum)
  kind: StageKind;
  @Field(() => Int, { nullable: true })
  durationMin: number | null;
  @Field(() => String, { nullable: true, description: 'When it may be skipped; null when it may not' })
  skippableIf: string | null;
  @Field(() => Int, { nullable: true, description: 'In how many days the team means to be done with it' })
  targetDays: number | null;
  @Field(() => TakeHomeTerms, { nullable: true })
  takeHome: TakeHomeTerms | null;
  @Field(() => Boolean, { description: 'The candidate picks the time alone' })
  selfSchedule: boolean;
  @Field(() => [StageSeat])
  seats: readonly StageSeat[];
  @Field(() => InterviewKit, { nullable: true })
  kit: InterviewKit | null;
}

@ObjectType({
  description: "One version of a posting's ordered stages. It never changes; candidates stay on the version they entered.",
})
export class InterviewPlan {
  @Field(() => ID)
  id: Id;
  @Field(() => Int)
  version: number;
  @Field(() => PlanSourceEnum)
  source: 'document' | 'default' | 'edited';
  @Field(() => DateTime)
  createdAt: string;
  @Field(() => [PlanStage])
  stages: PlanStage[];
}
