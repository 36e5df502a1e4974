import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import type { StageKind } from '#libs/pipeline/index.js';
import { resultUnion } from '#libs/platform/index.js';
import type { QuestionKind } from '../domain/posting-question.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import { PoolStandingEnum, QuestionKindEnum, StageKindEnum, TeamRoleEnum } from './enums.js';
import { InterviewKit, KitAttribute } from './plan.types.js';
import { PostingChangeInput } from './posting-input.types.js';
import { InterviewerPool } from './posting.types.js';

@InputType({ description: 'A change that may be sent twice' })
export class HiringChangeInput {
  @Field(() => String, { nullable: true, description: 'Send the same key again to be sure that it happens once' })
  idempotencyKey?: string | null;
}

@InputType()
export class SeatInput {
  @Field(() => String, { description: 'Who sits here' })
  role: string;
  @Field(() => ID, { nullable: true })
  poolId?: Id | null;
}

@InputType()
export class TakeHomeTermsInput {
  @Field(() => Float, { nullable: true })
  effortHours?: number | null;
  @Field(() => Int, { nullable: true })
  dueDays?: number | null;
}

@InputType()
export class StageInput {
  @Field(() => ID, { nullable: true, description: 'Whose kit it takes over; without it, that of the stage of its kind and name' })
  fromStageId?: Id | null;
  @Field(() => String)
  name: string;
  @Field(() => StageKindEnum)
  kind: StageKind;
  @Field(() => Int, { nullable: true })
  durationMin?: number | null;
  @Field(() => [SeatInput])
  seats: SeatInput[];
  @Field(() => String, { nullable: true })
  skippableIf?: string | null;
  @Field(() => Int, { nullable: true })
  targetDays?: number | null;
  @Field(() => TakeHomeTermsInput, { nullable: true })
  takeHome?: TakeHomeTermsInput | null;
  @Field(() => Boolean, { description: 'The candidate picks the time alone' })
  selfSchedule: boolean;
}

@InputType()
export class EditPlanInput extends PostingChangeInput {
  @Field(() => [StageInput], { description: 'All stages of the next version, in order' })
  stages: StageInput[];
}

@InputType()
export class AssignSeatPoolInput extends HiringChangeInput {
  @Field(() => ID)
  seatId: Id;
  @Field(() => ID, { nullable: true, description: 'Null takes the pool away' })
  poolId?: Id | null;
}

@InputType()
export class KitAttributeInput {
  @Field(() => ID, { nullable: true, description: 'Leave it out for a new one' })
  id?: Id | null;
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true })
  description?: string | null;
}

@InputType()
export class EditKitInput extends HiringChangeInput {
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  purpose: string;
  @Field(() => [String])
  questions: string[];
  @Field(() => [KitAttributeInput])
  attributes: KitAttributeInput[];
}

@ObjectType()
export class EditKitPayload {
  @Field(() => InterviewKit, { nullable: true })
  kit: InterviewKit | null;
  @Field(() => [KitAttribute], { description: 'Left out, yet kept, since somebody has been rated by them' })
  kept: KitAttribute[];
}

@InputType()
export class AddOpeningsInput extends PostingChangeInput {
  @Field(() => Int, { defaultValue: 1, description: '1 to 50' })
  count: number;
}

@InputType()
export class CancelOpeningInput extends PostingChangeInput {
  @Field(() => ID)
  openingId: Id;
}

@InputType()
export class TeamMemberInput extends HiringChangeInput {
  @Field(() => ID)
  postingId: Id;
  @Field(() => ID)
  personId: Id;
  @Field(() => TeamRoleEnum)
  teamRole: TeamRole;
}

@InputType()
export class PostingQuestionInput {
  @Field(() => String, { description: 'Letters, digits, hyphens and underscores; keep it while the question means the same' })
  id: string;
  @Field(() => String)
  label: string;
  @Field(() => Boolean)
  required: boolean;
  @Field(() => QuestionKindEnum)
  kind: QuestionKind;
}

@InputType()
export class SetPostingConfidentialInput extends PostingChangeInput {
  @Field(() => Boolean)
  confidential: boolean;
}
@InputType()
export class SetPostingQuestionsInput extends PostingChangeInput {
  @Field(() => [PostingQuestionInput], { description: 'At most 20, in order' })
  questions: PostingQuestionInput[];
}

@InputType()
export class CreatePoolInput extends HiringChangeInput {
  @Field(() => String)
  name: string;
}

@InputType()
export class RenamePoolInput extends CreatePoolInput {
  @Field(() => ID)
  poolId: Id;
}

@InputType()
export class PoolMemberInput extends HiringChangeInput {
  @Field(() => ID)
  poolId: Id;
  @Field(() => ID)
  personId: Id;
}

@InputType()
export class AddPoolMemberInput extends PoolMemberInput {
  @Field(() => Int, { defaultValue: 5, description: 'How many interviews a week they mean to hold, 0 to 50' })
  targetPerWeek: number;
  @Field(() => PoolStandingEnum, { defaultValue: 'TRAINED' })
  standing: PoolStanding;
}

@ObjectType()
export class PoolPayload {
  @Field(() => InterviewerPool)
  pool: InterviewerPool;
}

export const EditKitResult = resultUnion('EditKitResult', () => EditKitPayload);
export const PoolResult = resultUnion('PoolResult', () => PoolPayload);
