import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import { DateTime, PageInfo } from '#libs/platform/index.js';
import type { PoolStanding } from '../domain/pool-standing.js';
import type { FactField } from '../domain/posting-document.js';
import type { QuestionKind } from '../domain/posting-question.js';
import type { PostingStatus } from '../domain/posting-status.js';
import {
  OpeningStatusEnum,
  PoolStandingEnum,
  PostingFieldEnum,
  PostingStatusEnum,
  ProblemSeverityEnum,
  QuestionKindEnum,
  TeamRoleEnum,
} from './enums.js';
import { CoreHours, Salary } from './reading.types.js';

@ObjectType({ description: 'What a posting asks of those who apply' })
export class PostingQuestion {
  @Field(() => String)
  id: string;
  @Field(() => String)
  label: string;
  @Field(() => Boolean)
  required: boolean;
  @Field(() => QuestionKindEnum)
  kind: QuestionKind;
}

@ObjectType({ description: 'The public document for a job, with its facts' })
export class Posting {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { description: 'Stands in the address of its careers page' })
  slug: string;
  @Field(() => PostingStatusEnum)
  status: PostingStatus;
  @Field(() => Int, { description: 'Send it as `expectedVersion` with a change' })
  version: number;
  @Field(() => Int, { description: 'Which document this is, from 1' })
  revision: number;
  @Field(() => String, { nullable: true, description: 'Null while a draft whose document names none waits for a person' })
  title: string | null;
  @Field(() => String, { nullable: true })
  company: string | null;
  @Field(() => String, { nullable: true })
  category: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Null when the document does not say' })
  remote: boolean | null;
  @Field(() => [String])
  locations: readonly string[];
  @Field(() => [String], { description: 'ISO 3166 codes, and the names of regions as written' })
  residence: readonly string[];
  @Field(() => [String])
  employmentTypes: readonly string[];
  @Field(() => Salary, {
    nullable: true,
    description: 'For those who lead the hiring; null for others, and when the document names none',
  })
  salary: Salary | null;
  @Field(() => CoreHours, { nullable: true })
  coreHours: CoreHours | null;
  @Field(() => String, { nullable: true })
  onCall: string | null;
  @Field(() => String, { nullable: true })
  processDuration: string | null;
  @Field(() => [PostingQuestion])
  questions: readonly PostingQuestion[];
  @Field(() => [String], { description: 'Names of the shared sections that its document pulls in' })
  includes: readonly string[];
  @Field(() => String, {
    nullable: true,
    description:
      'The file that `rounds posting sync` keeps it equal to: what is revised elsewhere is put back. Null for one that is kept by hand',
  })
  sourcePath: string | null;
  @Field(() => Boolean, { description: 'Only its hiring team, whoever has a seat in it and the candidates know of it' })
  confidential: boolean;
  @Field(() => [TeamRoleEnum], { description: 'What you are in its hiring team' })
  myTeamRoles: readonly TeamRole[];
  @Field(() => DateTime)
  createdAt: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was first open' })
  openedAt: string | null;
  @Field(() => DateTime, { nullable: true })
  closedAt: string | null;
  /** Not shown: whether the reader may see the salary, and its text and its revisions. */
  maySeeSalary: boolean;
  mayManage: boolean;
}

@ObjectType()
export class PostingConnection {
  @Field(() => [Posting])
  nodes: Posting[];
  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@ObjectType({ description: 'One seat to fill under a posting' })
export class Opening {
  @Field(() => ID)
  id: Id;
  @Field(() => Int)
  number: number;
  @Field(() => OpeningStatusEnum)
  status: 'OPEN' | 'FILLED' | 'CANCELLED';
  @Field(() => DateTime, { nullable: true })
  filledAt: string | null;
}

@ObjectType()
export class HiringTeamMember {
  @Field(() => ID)
  personId: Id;
  @Field(() => TeamRoleEnum)
  teamRole: TeamRole;
}

@ObjectType({ description: 'One document of a posting' })
export class PostingRevision {
  @Field(() => Int)
  number: number;
  @Field(() => String)
  fileName: string;
  @Field(() => ID, { nullable: true })
  createdById: Id | null;
  @Field(() => DateTime)
  createdAt: string;
}

@ObjectType({ description: 'What stands in the way of publishing' })
export class PublishProblem {
  @Field(() => String, { description: 'Stable, UPPER_SNAKE_CASE' })
  code: string;
  @Field(() => ProblemSeverityEnum)
  severity: 'REFUSES' | 'WARNS';
  @Field(() => String)
  message: string;
  @Field(() => Int, { nullable: true, description: 'Line of the document' })
  line: number | null;
  @Field(() => PostingFieldEnum, { nullable: true, description: 'The field to correct or confirm' })
  field: FactField | null;
  @Field(() => ID, { nullable: true })
  stageId: Id | null;
}

@ObjectType()
export class PoolMember {
  @Field(() => ID)
  personId: Id;
  @Field(() => Int, { description: 'How many interviews a week they mean to hold' })
  targetPerWeek: number;
  @Field(() => PoolStandingEnum)
  standing: PoolStanding;
}

@ObjectType({ description: 'People of whom any one can take a seat' })
export class InterviewerPool {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  name: string;
  @Field(() => [PoolMember])
  members: readonly PoolMember[];
}
