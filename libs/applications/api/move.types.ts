import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import type { ApplicationStatus, TransitionKind } from '#libs/pipeline/index.js';
import { DateTime, UserError, resultUnion } from '#libs/platform/index.js';
import { ApplicationStatusEnum, CommandKindEnum } from './enums.js';

@ObjectType({ description: 'Where one application stands' })
export class ApplicationStanding {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  postingId: Id;
  @Field(() => ID)
  candidateId: Id;
  @Field(() => ApplicationStatusEnum)
  status: ApplicationStatus;
  @Field(() => ID, {
    nullable: true,
    description: 'The present stage; null is received, before the first. An ended one keeps the stage it ended in',
  })
  stageId: Id | null;
  @Field(() => String, { nullable: true })
  stageName: string | null;
  @Field(() => Int, { description: 'How many moves have happened; give it as expectedVersion' })
  version: number;
  @Field(() => DateTime, { description: 'Since when it is in this stage' })
  enteredStageAt: string;
}

@ObjectType({ description: 'One recorded move' })
export class MoveRecord {
  @Field(() => Int)
  version: number;
  @Field(() => CommandKindEnum)
  command: TransitionKind;
  @Field(() => ID, { nullable: true })
  fromStageId: Id | null;
  @Field(() => ID, { nullable: true })
  toStageId: Id | null;
  @Field(() => ApplicationStatusEnum)
  fromStatus: ApplicationStatus;
  @Field(() => ApplicationStatusEnum)
  toStatus: ApplicationStatus;
  @Field(() => DateTime)
  at: string;
  @Field(() => [ID], { description: 'Stages left out on the way' })
  passedOver: readonly Id[];
}

@ObjectType()
export class MovePayload {
  @Field(() => ApplicationStanding)
  application: ApplicationStanding;
  @Field(() => MoveRecord)
  transition: MoveRecord;
  @Field(() => Boolean, { description: 'This hire filled the last opening, so the posting was closed' })
  postingClosed: boolean;
}

@ObjectType({
  implements: () => [UserError],
  description: 'Somebody else moved it first. Nothing was changed; this is where it stands now.',
})
export class ApplicationConflict extends UserError {
  @Field(() => Int)
  presentVersion: number;
  @Field(() => ApplicationStanding)
  application: ApplicationStanding;
}

export const MoveResult = resultUnion(
  'MoveResult',
  () => MovePayload,
  () => ApplicationConflict,
);

/** What every command on an application is given. */
@InputType({ isAbstract: true })
abstract class CommandInput {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => Int, { description: 'The version you saw; another one is answered with ApplicationConflict' })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer and one effect' })
  idempotencyKey?: string | null;
}

@InputType()
export class MoveApplicationInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'Any later stage; without it the next one' })
  stageId?: Id | null;
}

@InputType()
export class SkipStageInput extends CommandInput {
  @Field(() => String)
  reason: string;
  @Field(() => String, { description: 'A link or text that shows why the stage may be skipped' })
  evidence: string;
}

@InputType()
export class SendBackApplicationInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'An earlier stage; without it back to received' })
  stageId?: Id | null;
  @Field(() => String)
  reason: string;
}

@InputType()
export class RejectApplicationInput extends CommandInput {
  @Field(() => ID, { description: 'From rejectionReasons, side WE_REJECTED' })
  reasonId: Id;
  @Field(() => String, { nullable: true, description: 'For the team; the candidate does not see it' })
  note?: string | null;
}

@InputType()
export class WithdrawApplicationInput extends CommandInput {
  @Field(() => String, { nullable: true })
  reason?: string | null;
  @Field(() => ID, { nullable: true, description: 'From rejectionReasons, side THEY_WITHDREW' })
  reasonId?: Id | null;
}

@InputType()
export class ReopenApplicationInput extends CommandInput {
  @Field(() => String)
  reason: string;
}

@InputType()
export class HireApplicationInput extends CommandInput {
  @Field(() => ID)
  openingId: Id;
}

@InputType()
export class RejectRemainingInput {
  @Field(() => ID)
  postingId: Id;
  @Field(() => ID, { description: 'From rejectionReasons, side WE_REJECTED' })
  reasonId: Id;
}

@ObjectType()
export class RejectRemainingPayload {
  @Field(() => Int, { description: 'How many applications were rejected' })
  rejected: number;
  @Field(() => Int, { description: 'How many active ones are left because somebody moved them meanwhile; ask again' })
  left: number;
}

export const RejectRemainingResult = resultUnion('RejectRemainingResult', () => RejectRemainingPayload);
