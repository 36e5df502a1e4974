import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import type { ApplicationStatus } from '#libs/pipeline/index.js';
import { DateTime } from '#libs/platform/index.js';
import type { ResidenceAnswer } from '#libs/postings/index.js';
import type { WaitingFor, WaitingOn } from '../domain/waiting.js';
import { ApplicationStatusEnum, ResidenceCheckEnum, WaitingForEnum, WaitingOnEnum } from './enums.js';

@ObjectType({ description: 'One active application on the board' })
export class BoardCard {
  @Field(() => ID, { description: "The application's id" })
  id: Id;
  @Field(() => ID)
  candidateId: Id;
  @Field(() => String)
  candidateName: string;
  @Field(() => ID, { nullable: true, description: 'Null is received, before the first stage' })
  stageId: Id | null;
  @Field(() => ApplicationStatusEnum)
  status: ApplicationStatus;
  @Field(() => Int, { description: 'Give it as expectedVersion when you move it' })
  version: number;
  @Field(() => DateTime)
  enteredStageAt: string;
  @Field(() => DateTime)
  appliedAt: string;
  @Field(() => ResidenceCheckEnum)
  residenceCheck: ResidenceAnswer;
  @Field(() => WaitingOnEnum)
  waitingOn: WaitingOn;
  @Field(() => WaitingForEnum)
  waitingFor: WaitingFor;
  @Field(() => DateTime, { nullable: true, description: 'When the meeting begins or the work is due' })
  waitingUntil: string | null;
}

@ObjectType({ description: 'A stage of the plan; first comes received' })
export class BoardColumn {
  @Field(() => ID, { nullable: true, description: 'Null is received, before the first stage' })
  stageId: Id | null;
  @Field(() => String)
  name: string;
  @Field(() => String, { nullable: true, description: 'SCREEN, TAKE_HOME, TECHNICAL, PANEL, INTERVIEW or OFFER' })
  kind: string | null;
  @Field(() => Int, { nullable: true, description: 'In how many days the team means to be done with it' })
  targetDays: number | null;
  @Field(() => Int, { description: 'The version of the plan; older ones are shown while somebody is in them' })
  planVersion: number;
  @Field(() => Int, { description: 'How many cards are in it' })
  count: number;
}

@ObjectType({ description: 'How many applications have ended, and how' })
export class EndedCounts {
  @Field(() => Int)
  hired: number;
  @Field(() => Int)
  rejected: number;
  @Field(() => Int)
  withdrawn: number;
}

@ObjectType({ description: 'Every active application of a posting; nothing is cut' })
export class Board {
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  title: string;
  @Field(() => String)
  slug: string;
  @Field(() => String, { description: "The posting's status" })
  status: string;
  @Field(() => [BoardColumn])
  columns: BoardColumn[];
  /** A field of the resolver: there may be thousands. */
  cards: BoardCard[];
  @Field(() => EndedCounts)
  ended: EndedCounts;
}

@ObjectType({
  description:
    'How applications went through one stage, from the log of their moves; stages of the same name and kind in other versions of the plan count with it',
})
export class StageFlow {
  @Field(() => String, { nullable: true, description: 'Null is received, before the first stage' })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'SCREEN, TAKE_HOME, TECHNICAL, PANEL, INTERVIEW or OFFER' })
  kind: string | null;
  @Field(() => Int, { description: 'Applications that ever stood here' })
  reached: number;
  @Field(() => Int, {
    description: 'Of these, how many left it for another stage or were hired out of it; what each did last counts',
  })
  wentOn: number;
  @Field(() => Int)
  rejected: number;
  @Field(() => Int)
  withdrew: number;
  @Field(() => Int, { description: 'Active here now' })
  present: number;
  @Field(() => Float, { nullable: true, description: 'Middle of the stays that are over, in days; null while none is' })
  medianDays: number | null;
}

@ObjectType({ description: 'Something on the board changed: read it again' })
export class BoardChange {
  @Field(() => ID)
  postingId: Id;
  @Field(() => DateTime)
  at: string;
}
