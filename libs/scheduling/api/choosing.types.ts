import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';
import { SlotUnavailable } from './interview.types.js';

@ObjectType({ description: 'A span of time' })
export class TimeWindow {
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
  endsAt: string;
  @Field(() => String, { description: "In words, in the candidate's zone" })
  said: string;
}

@ObjectType({
  description: 'Times that a candidate named because none of those offered suited them; a task until an interview is booked',
})
export class TimeWish {
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
  @Field(() => String)
  zone: string;
  @Field(() => [TimeWindow])
  windows: TimeWindow[];
  @Field(() => String)
  note: string;
  @Field(() => DateTime)
  saidAt: string;
}

@InputType()
export class HoldTimeInput {
  @Field(() => String, { description: 'ISO 8601 with an offset; one of the times that are offered' })
  startsAt: string;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class HeldTime {
  @Field(() => ID)
  interviewId: Id;
  @Field(() => DateTime, { description: 'Then the time is given up' })
  heldUntil: string;
}

@InputType()
export class ReleaseHoldInput {
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class TimeWindowInput {
  @Field(() => String, { description: 'ISO 8601 with an offset' })
  startsAt: string;
  @Field(() => String, { description: 'ISO 8601 with an offset; at most a day later' })
  endsAt: string;
}

@InputType()
export class NameTimesInput {
  @Field(() => String, { description: 'In which zone the candidate means them' })
  zone: string;
  @Field(() => [TimeWindowInput], { description: '1 to 10; they replace those named before' })
  windows: TimeWindowInput[];
  @Field(() => String, { nullable: true, description: 'At most 500 characters' })
  note?: string | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class SettleTimeWishInput {
  @Field(() => ID)
  applicationId: Id;
}

@ObjectType()
export class ChoicePayload {
  @Field(() => ID)
  applicationId: Id;
}

export const HoldTimeResult = resultUnion(
  'HoldTimeResult',
  () => HeldTime,
  () => SlotUnavailable,
);
export const ChoiceResult = resultUnion('ChoiceResult', () => ChoicePayload);
