import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import type { ApplicationStatus, CommandKind, TransitionKind } from '#libs/pipeline/index.js';
import { DateTime, PageInfo, resultUnion } from '#libs/platform/index.js';
import type { ResidenceAnswer } from '#libs/postings/index.js';
import type { AttachmentKind } from '../domain/stored-file.js';
import type { WaitingFor, WaitingOn } from '../domain/waiting.js';
import {
  ApplicationStatusEnum,
  AttachmentKindEnum,
  CommandKindEnum,
  ReasonSideEnum,
  ResidenceCheckEnum,
  WaitingForEnum,
  WaitingOnEnum,
} from './enums.js';

@ObjectType({ description: 'Whose turn it is, and to do what' })
export class Waiting {
  @Field(() => WaitingOnEnum)
  on: WaitingOn;
  @Field(() => WaitingForEnum)
  for: WaitingFor;
  @Field(() => DateTime, { nullable: true })
  until: string | null;
}

@ObjectType()
export class CandidateContact {
  @Field(() => ID)
  id: Id;
  @Field(() => Int)
  version: number;
  @Field(() => String)
  name: string;
  @Field(() => String)
  email: string;
  @Field(() => String)
  phone: string;
  @Field(() => String)
  location: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2' })
  country: string | null;
  @Field(() => String, { description: 'IANA' })
  zone: string;
  @Field(() => String, { nullable: true, description: 'In which they want to be written to; null: they have not said' })
  language: string | null;
  @Field(() => [String])
  links: readonly string[];
}

@ObjectType({
  description: 'What was stated with this application and differs from what is known of the person; null where it does not',
})
export class StatedContact {
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => String, { nullable: true })
  phone?: string;
  @Field(() => String, { nullable: true })
  location?: string;
  @Field(() => String, { nullable: true })
  country?: string | null;
  @Field(() => String, { nullable: true })
  zone?: string;
  @Field(() => [String], { nullable: true })
  links?: readonly string[];
}

@ObjectType()
export class AnswerToQuestion {
  @Field(() => ID)
  questionId: string;
  @Field(() => String, { description: 'The question as it was asked' })
  label: string;
  @Field(() => String, { description: 'TEXT, LONG_TEXT, YES_NO or LINK' })
  kind: string;
  @Field(() => String)
  text: string;
}

@ObjectType()
export class ApplicationTransition {
  @Field(() => Int)
  version: number;
  @Field(() => CommandKindEnum)
  command: TransitionKind;
  @Field(() => ApplicationStatusEnum)
  fromStatus: ApplicationStatus;
  @Field(() => ApplicationStatusEnum)
  toStatus: ApplicationStatus;
  @Field(() => ID, { nullable: true })
  fromStageId: Id | null;
  @Field(() => String, { nullable: true, description: 'Null is received; stages of older plans too' })
  fromStageName: string | null;
  @Field(() => ID, { nullable: true })
  toStageId: Id | null;
  @Field(() => String, { nullable: true })
  toStageName: string | null;
  @Field(() => DateTime)
  at: string;
  @Field(() => String, { description: 'staff, candidate or system' })
  actorKind: string;
  @Field(() => String, { nullable: true, description: 'The member of staff' })
  actorName: string | null;
  @Field(() => [ID], { description: 'Stages left out on the way' })
  passedOver: Id[];
  @Field(() => ID, { nullable: true })
  reasonId: Id | null;
  @Field(() => String, { nullable: true, description: 'In their own words' })
  reason: string | null;
  @Field(() => String, { nullable: true, description: 'Why a stage could be skipped' })
  evidence: string | null;
}

@ObjectType()
export class ApplicationNote {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  authorId: Id;
  @Field(() => String)
  authorName: string;
  @Field(() => String)
  text: string;
  @Field(() => DateTime)
  createdAt: string;
}

@ObjectType({ description: 'A file; fetch it from /files/<id>' })
export class Attachment {
  @Field(() => ID)
  id: Id;
  @Field(() => AttachmentKindEnum)
  kind: AttachmentKind;
  @Field(() => String)
  fileName: string;
  @Field(() => String)
  contentType: string;
  @Field(() => Int)
  sizeBytes: number;
  @Field(() => DateTime)
  createdAt: string;
}

@ObjectType()
export class ApplicationStage {
  @Field(() => ID)
  id: Id;
  @Field(() => Int, { description: 'From 1' })
  position: number;
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'SCREEN, TAKE_HOME, TECHNICAL, PANEL, INTERVIEW or OFFER' })
  kind: string;
  @Field(() => String, { nullable: true, description: "The posting's words for when it may be skipped" })
  skippableIf: string | null;
  @Field(() => Int, { nullable: true })
  targetDays: number | null;
}

@ObjectType()
export class RejectionReason {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  label: string;
  @Field(() => ReasonSideEnum)
  side: 'WE_REJECTED' | 'THEY_WITHDREW';
  @Field(() => Boolean, { description: 'Whether it can be chosen' })
  active: boolean;
}

@ObjectType()
export class EndReason {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  label: string;
}

@ObjectType({ description: 'One person for one posting, with all that the team knows of it' })
export class Application {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  postingTitle: string;
  @Field(() => CandidateContact)
  candidate: CandidateContact;
  @Field(() => ApplicationStatusEnum)
  status: ApplicationStatus;
  @Field(() => ID, { nullable: true })
  stageId: Id | null;
  @Field(() => String, { nullable: true })
  stageName: string | null;
  @Field(() => Int)
  version: number;
  @Field(() => DateTime)
  enteredStageAt: string;
  @Field(() => DateTime)
  appliedAt: string;
  @Field(() => DateTime, { nullable: true })
  endedAt: string | null;
  @Field(() => DateTime, { description: 'When the person agreed that their data are kept' })
  consentedAt: string;
  @Field(() => String, { nullable: true })
  source: string | null;
  @Field(() => String, { nullable: true, description: 'Where they said they live, ISO 3166-1 alpha-2' })
  country: string | null;
  @Field(() => [String], { description: "The posting's residence" })
  residence: string[];
  @Field(() => ResidenceCheckEnum)
  residenceCheck: ResidenceAnswer;
  @Field(() => [AnswerToQuestion])
  answers: AnswerToQuestion[];
  @Field(() => StatedContact, { nullable: true })
  statedContact: StatedContact | null;
  @Field(() => ID, { nullable: true, description: 'The opening filled by the hire' })
  openingId: Id | null;
  @Field(() => EndReason, { nullable: true })
  reason: EndReason | null;
  @Field(() => Waiting)
  waiting: Waiting;
  @Field(() => [CommandKindEnum], { description: 'What you may ask of it now' })
  possibleCommands: CommandKind[];
  @Field(() => [ApplicationStage], { description: 'The plan the candidate entered' })
  stages: ApplicationStage[];
  @Field(() => [ApplicationTransition], { description: 'Oldest first' })
  transitions: ApplicationTransition[];
  @Field(() => [ApplicationNote], { description: 'Oldest first' })
  notes: ApplicationNote[];
  @Field(() => [Attachment])
  attachments: Attachment[];
}

@ObjectType()
export class ApplicationSummary {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  candidateId: Id;
  @Field(() => String)
  candidateName: string;
  @Field(() => ApplicationStatusEnum)
  status: ApplicationStatus;
  @Field(() => ID, { nullable: true })
  stageId: Id | null;
  @Field(() => String, { nullable: true })
  stageName: string | null;
  @Field(() => Int)
  version: number;
  @Field(() => DateTime)
  enteredStageAt: string;
  @Field(() => DateTime)
  appliedAt: string;
  @Field(() => DateTime, { nullable: true })
  endedAt: string | null;
  @Field(() => ResidenceCheckEnum)
  residenceCheck: ResidenceAnswer;
}

@ObjectType()
export class ApplicationConnection {
  @Field(() => [ApplicationSummary])
  nodes: ApplicationSummary[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@InputType()
export class ApplicationFilterInput {
  @Field(() => [ApplicationStatusEnum], { nullable: true, description: 'Any of these; all without it' })
  statuses?: ApplicationStatus[] | null;
  @Field(() => ID, { nullable: true })
  stageId?: Id | null;
  @Field(() => ResidenceCheckEnum, { nullable: true })
  residenceCheck?: ResidenceAnswer | null;
}

@InputType()
export class AddNoteInput {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => String)
  text: string;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class AddNotePayload {
  @Field(() => ID)
  noteId: Id;
}

export const AddNoteResult = resultUnion('AddNoteResult', () => AddNotePayload);
