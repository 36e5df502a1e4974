import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, instance, resultUnion } from '#libs/platform/index.js';
import { TAKE_HOME_STATUSES, type TakeHomeStatus, isLate } from '../domain/take-home.js';
import type { MyTakeHomeView } from '../queries/load-my-take-home.js';
import type { TakeHomeRow } from '../queries/take-homes.js';

const TakeHomeStatusEnum = Object.fromEntries(TAKE_HOME_STATUSES.map((status) => [status, status])) as {
  [S in TakeHomeStatus]: S;
};
registerEnumType(TakeHomeStatusEnum, {
  name: 'TakeHomeStatus',
  description: 'SENT is with the candidate; SUBMITTED was handed in and stays; CANCELLED is not wanted any more',
});

@ObjectType({ description: 'An assignment to one candidate, as the team and its reviewers see it' })
export class TakeHome {
  @Field(() => ID)
  id: Id;
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => Int, { description: 'Give it as expectedVersion' })
  version: number;
  @Field(() => TakeHomeStatusEnum)
  status: TakeHomeStatus;
  @Field(() => String, { description: 'The assignment, as the candidate reads it' })
  brief: string;
  @Field(() => Float, { nullable: true, description: 'How long it should take' })
  effortHours: number | null;
  @Field(() => DateTime)
  sentAt: Date;
  @Field(() => DateTime)
  dueAt: Date;
  @Field(() => String, { description: 'The candidate’s IANA zone: the due date is the end of a day there' })
  dueZone: string;
  @Field(() => Int, { description: 'How often it was extended' })
  extensions: number;
  @Field(() => DateTime, { nullable: true, description: 'When the present work was handed in' })
  submittedAt: Date | null;
  @Field(() => Boolean, { description: 'The present work came after it was due' })
  late: boolean;
  @Field(() => String, { nullable: true, description: 'http or https, written by the candidate' })
  submissionUrl: string | null;
  @Field(() => ID, { nullable: true, description: 'The file handed in' })
  submissionAttachmentId: Id | null;
  @Field(() => String, { nullable: true })
  submissionFileName: string | null;
  @Field(() => String)
  submissionNote: string;

  /** Not in the schema: `reviewers` is resolved from it. */
  reviewerIds: readonly Id[];
}

@ObjectType({ description: 'An assignment as its candidate sees it' })
export class MyTakeHome {
  @Field(() => ID)
  id: Id;
  @Field(() => Int)
  version: number;
  @Field(() => String)
  postingTitle: string;
  @Field(() => String)
  stageName: string;
  @Field(() => TakeHomeStatusEnum)
  status: TakeHomeStatus;
  @Field(() => String)
  brief: string;
  @Field(() => Float, { nullable: true, description: 'How long it should take' })
  effortHours: number | null;
  @Field(() => DateTime)
  sentAt: Date;
  @Field(() => DateTime)
  dueAt: Date;
  @Field(() => String, { description: 'The IANA zone in which the due date is the end of a day' })
  dueZone: string;
  @Field(() => DateTime, { nullable: true })
  submittedAt: Date | null;
  @Field(() => Boolean, { description: 'It came after it was due, and was accepted all the same' })
  late: boolean;
  @Field(() => String, { nullable: true })
  submissionUrl: string | null;
  @Field(() => String, { nullable: true })
  submissionFileName: string | null;
  @Field(() => String)
  submissionNote: string;
  @Field(() => Boolean, { description: 'Whether work may be handed in now, for the first time or anew' })
  canSubmit: boolean;
}

/** The whitelist: what of a row the team sees. */
export function toTakeHome(row: TakeHomeRow): TakeHome {
  return instance(TakeHome, {
    id: row.id,
    applicationId: row.application_id,
    stageId: row.stage_id,
    stageName: row.stage_name,
    version: row.version,
    status: row.status,
    brief: row.brief,
    effortHours: row.effort_hours,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    dueZone: row.due_zone,
    extensions: row.extensions,
    submittedAt: row.submitted_at,
    late: isLate(row.submitted_at, row.due_at),
    submissionUrl: row.submission_url,
    submissionAttachmentId: row.submission_attachment_id,
    submissionFileName: row.submission_file_name,
    submissionNote: row.submission_note,
    reviewerIds: row.reviewer_ids,
  });
}

export function toMyTakeHome(view: MyTakeHomeView): MyTakeHome {
  return instance(MyTakeHome, view);
}

@ObjectType()
export class TakeHomePayload {
  @Field(() => TakeHome)
  takeHome: TakeHome;
}

export const TakeHomeResult = resultUnion('TakeHomeResult', () => TakeHomePayload);

@ObjectType()
export class SubmitTakeHomePayload {
  @Field(() => MyTakeHome)
  takeHome: MyTakeHome;
  @Field(() => Boolean, { description: 'It replaced what was handed in before' })
  resubmitted: boolean;
}

export const SubmitTakeHomeResult = resultUnion('SubmitTakeHomeResult', () => SubmitTakeHomePayload);

/** What every change is given. */
@InputType({ isAbstract: true })
abstract class ChangeInput {
  @Field(() => ID)
  takeHomeId: Id;
  @Field(() => Int, { description: 'The version you saw; another one is answered with Conflict' })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer and one effect' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Either dueAt or days' })
export class ExtendTakeHomeInput extends ChangeInput {
  @Field(() => DateTime, { nullable: true, description: 'Later than the present due date' })
  dueAt?: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Whole days after the day it is due, or after today when that is past; due at 23:59 in the candidate’s zone',
  })
  days?: number | null;
}

@InputType()
export class CancelTakeHomeInput extends ChangeInput {}

@InputType()
export class SetTakeHomeBriefInput extends ChangeInput {
  @Field(() => String, { description: '1 to 20,000 characters; the candidate sees it at once' })
  brief: string;
}

@InputType()
export class ReviewerInput {
  @Field(() => ID)
  takeHomeId: Id;
  @Field(() => ID)
  personId: Id;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A link, a file, or both' })
export class SubmitTakeHomeInput {
  @Field(() => String, {
    nullable: true,
    description: 'http or https, at most 2,000 characters, without a user name or password',
  })
  url?: string | null;
  @Field(() => ID, { nullable: true, description: 'A file uploaded through the candidate’s page for this application' })
  attachmentId?: Id | null;
  @Field(() => String, { nullable: true, description: 'At most 10,000 characters' })
  note?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version you saw' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}
