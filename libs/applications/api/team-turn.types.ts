import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime } from '#libs/platform/index.js';
import type { WaitingFor } from '../domain/waiting.js';
import { WaitingForEnum } from './enums.js';

@ObjectType({ description: 'An application that waits for the team' })
export class WaitingApplication {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  postingTitle: string;
  @Field(() => String)
  candidateName: string;
  @Field(() => String, { nullable: true, description: 'Null is received, before the first stage' })
  stageName: string | null;
  @Field(() => WaitingForEnum)
  waitingFor: WaitingFor;
  @Field(() => DateTime, { description: 'When it entered the stage' })
  since: string;
  @Field(() => Int, { nullable: true, description: 'Whole days beyond the target of the stage; null within it' })
  lateDays: number | null;
}

@ObjectType({ description: 'A posting in numbers' })
export class PostingTurn {
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  title: string;
  @Field(() => String)
  status: string;
  @Field(() => Int, { description: 'Active applications' })
  active: number;
  @Field(() => Int, { description: 'Of these, those that wait for the team' })
  waiting: number;
}

@ObjectType({ description: 'What waits for the team, over all open and closed postings whose board one may see' })
export class TeamTurn {
  @Field(() => Int)
  count: number;
  @Field(() => [WaitingApplication], { description: 'Longest over their target first, at most `first`' })
  applications: readonly WaitingApplication[];
  @Field(() => [PostingTurn], { description: 'By title' })
  postings: readonly PostingTurn[];
}
