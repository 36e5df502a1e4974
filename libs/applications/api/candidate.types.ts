import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import type { ApplicationStatus } from '#libs/pipeline/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';
import { Attachment, CandidateContact, Waiting } from './application.types.js';
import { ContactDetailsInput } from './apply.types.js';
import { ApplicationStatusEnum } from './enums.js';

@ObjectType({ description: "One of a person's applications" })
export class CandidateApplication {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  postingTitle: string;
  @Field(() => ApplicationStatusEnum)
  status: ApplicationStatus;
  @Field(() => String, { nullable: true })
  stageName: string | null;
  @Field(() => DateTime)
  appliedAt: string;
}

@ObjectType({ description: 'A person who has applied' })
export class CandidateProfile extends CandidateContact {
  @Field(() => DateTime)
  createdAt: string;
  @Field(() => ID, { nullable: true, description: 'The record this one was merged into' })
  mergedIntoId: Id | null;
  @Field(() => [CandidateApplication], { description: 'Those you may see, newest first' })
  applications: CandidateApplication[];
  @Field(() => [Attachment])
  attachments: Attachment[];
}

@ObjectType()
export class CandidateHit {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  name: string;
  @Field(() => String)
  email: string;
  @Field(() => String)
  location: string;
  @Field(() => [CandidateApplication], { description: 'The newest three' })
  applications: CandidateApplication[];
}

@InputType()
export class UpdateCandidateInput {
  @Field(() => ID)
  candidateId: Id;
  @Field(() => Int)
  expectedVersion: number;
  @Field(() => ContactDetailsInput)
  contact: ContactDetailsInput;
}

@ObjectType()
export class UpdateCandidatePayload {
  @Field(() => ID)
  candidateId: Id;
  @Field(() => Int)
  version: number;
}

export const UpdateCandidateResult = resultUnion('UpdateCandidateResult', () => UpdateCandidatePayload);

@InputType()
export class MergeCandidatesInput {
  @Field(() => ID, { description: 'The record that stays' })
  keepId: Id;
  @Field(() => ID, { description: 'The record whose applications and files go to the other' })
  mergeId: Id;
}

@ObjectType()
export class MergeCandidatesPayload {
  @Field(() => ID)
  keptId: Id;
  @Field(() => ID)
  mergedId: Id;
  @Field(() => Int, { description: 'Moved' })
  applications: number;
  @Field(() => Int, { description: 'Moved' })
  attachments: number;
}

export const MergeCandidatesResult = resultUnion('MergeCandidatesResult', () => MergeCandidatesPayload);

@InputType()
export class EraseCandidateInput {
  @Field(() => ID)
  candidateId: Id;
  @Field(() => Int, { description: 'The version you saw' })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer and one effect' })
  idempotencyKey?: string | null;
}

@ObjectType()
export class EraseCandidatePayload {
  @Field(() => ID)
  candidateId: Id;
  @Field(() => Int, { description: 'Emptied; ids, dates, stages and marks stay for the charts' })
  applications: number;
  @Field(() => Int, { description: 'Removed' })
  files: number;
}

export const EraseCandidateResult = resultUnion('EraseCandidateResult', () => EraseCandidatePayload);

export const OwnStageStateEnum = { DONE: 'DONE', PRESENT: 'PRESENT', AHEAD: 'AHEAD' } as const;
registerEnumType(OwnStageStateEnum, { name: 'OwnStageState', description: 'Where a stage lies from the candidate' });

@ObjectType()
export class OwnStage {
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'SCREEN, TAKE_HOME, TECHNICAL, PANEL, INTERVIEW or OFFER' })
  kind: string;
  @Field(() => OwnStageStateEnum)
  state: keyof typeof OwnStageStateEnum;
}

@ObjectType({ description: 'What a candidate sees of their own application, by their signed link' })
export class OwnApplication {
  @Field(() => String)
  organization: string;
  @Field(() => String)
  postingTitle: string;
  @Field(() => String)
  postingSlug: string;
  @Field(() => String)
  candidateName: string;
  @Field(() => String, { description: 'The IANA zone that times are told in' })
  zone: string;
  @Field(() => ApplicationStatusEnum)
  status: ApplicationStatus;
  @Field(() => String, { nullable: true, description: 'The real stage; null is received' })
  stageName: string | null;
  @Field(() => String, { nullable: true })
  stageKind: string | null;
  @Field(() => DateTime)
  enteredStageAt: string;
  @Field(() => DateTime)
  appliedAt: string;
  @Field(() => Waiting)
  waiting: Waiting;
  @Field(() => DateTime, { nullable: true, description: 'By when the team means to be done with this stage' })
  expectedBy: string | null;
  @Field(() => [OwnStage])
  stages: OwnStage[];
}

@InputType()
export class WithdrawMyApplicationInput {
  @Field(() => String, { nullable: true, description: 'Only if you like; the team sees it' })
  reason?: string | null;
}

@ObjectType()
export class WithdrawMyApplicationPayload {
  @Field(() => ApplicationStatusEnum)
  status: ApplicationStatus;
}

export const WithdrawMyApplicationResult = resultUnion('WithdrawMyApplicationResult', () => WithdrawMyApplicationPayload);
