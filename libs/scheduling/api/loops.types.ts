import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, Conflict, InvalidInput, Refused, resultUnion } from '#libs/platform/index.js';
import { RequestInterviewPayload, SlotUnavailable } from './interview.types.js';

@InputType()
export class RequestLoopInput {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => String, { nullable: true, description: 'ANY, SAME_DAY or SPREAD (each on a day of its own)' })
  pace?: string | null;
  @Field(() => Int, { nullable: true, description: '1 to 28: the whole loop within so many days' })
  longestDays?: number | null;
  @Field(() => Int, { nullable: true, description: "The application's version that you saw" })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class BookLoopInput {
  @Field(() => ID, { nullable: true, description: "For the team; a candidate's link says it" })
  applicationId?: Id | null;
  @Field(() => [String], {
    description:
      'ISO 8601 with an offset: one time for each round that is left, in order; a round that has its time already is named with it',
  })
  startsAt: string[];
  @Field(() => Int, { nullable: true, description: "The application's version that you saw" })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class HoldLoopInput {
  @Field(() => [String], { description: 'As for bookLoop' })
  startsAt: string[];
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class LoopPayload {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => [ID], { description: 'Of the rounds that got a time, in order' })
  interviewIds: readonly Id[];
  @Field(() => DateTime, { nullable: true, description: 'Until when the times are only kept. Null: they are booked' })
  heldUntil: string | null;
}

export const RequestLoopResult = resultUnion('RequestLoopResult', () => RequestInterviewPayload);
export const BookLoopResult = createUnionType({
  name: 'BookLoopResult',
  types: () => [LoopPayload, SlotUnavailable, Refused, InvalidInput, Conflict] as const,
  resolveType: (value: object) => value.constructor as never,
});
