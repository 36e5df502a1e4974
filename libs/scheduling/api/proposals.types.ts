import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime } from '#libs/platform/index.js';

@ObjectType({
  description: 'Another time that an interviewer proposes; a task until the interview is moved or somebody sets it aside',
})
export class TimeProposal {
  @Field(() => ID)
  interviewSeatId: Id;
  @Field(() => ID)
  interviewId: Id;
  @Field(() => Int, { description: "The interview's; give it as expectedVersion when moving it" })
  version: number;
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  postingTitle: string;
  @Field(() => String)
  candidateName: string;
  @Field(() => String)
  stageName: string;
  @Field(() => String, { description: 'Who proposes it' })
  personName: string;
  @Field(() => DateTime, { description: 'When the interview is at present' })
  startsAt: string;
  @Field(() => DateTime, { description: 'When it would be' })
  proposedAt: string;
  @Field(() => String, { description: "When it would be, in words, in the posting's zone" })
  said: string;
  @Field(() => String)
  note: string;
}

@InputType()
export class ProposeTimeInput {
  @Field(() => ID, { description: "One's own seat in an interview to come" })
  interviewSeatId: Id;
  @Field(() => String, { description: 'ISO 8601 with an offset: 2030-03-05T14:00:00Z' })
  startsAt: string;
  @Field(() => String, { nullable: true, description: 'At most 500 characters' })
  note?: string | null;
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer and one effect' })
  idempotencyKey?: string | null;
}

@InputType()
export class SettleTimeProposalInput {
  @Field(() => ID)
  interviewSeatId: Id;
}
