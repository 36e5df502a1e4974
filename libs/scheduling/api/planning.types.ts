import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';
import { SlotSeat } from './slots.types.js';

@ObjectType({ description: 'How much of a week a candidate of one zone could meet the team, at a reasonable time of day' })
export class ZoneCoverage {
  @Field(() => String, { description: 'IANA time zone' })
  zone: string;
  @Field(() => Float, { description: 'In the present week' })
  hours: number;
  @Field(() => DateTime, { nullable: true, description: 'When clocks change next, there or where the hours are read' })
  changesAt: string | null;
  @Field(() => Float, { description: 'In the first whole week after that' })
  hoursAfter: number;
}

@ObjectType({ description: 'An interview of a batch at one time' })
export class BatchInterview {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
  endsAt: string;
  @Field(() => String, { description: 'In words, in the zone of the batch' })
  said: string;
  @Field(() => [SlotSeat])
  seats: SlotSeat[];
}

@ObjectType()
export class LeftOutOfBatch {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => String)
  message: string;
}

@ObjectType({ description: 'Times for the interviews of many candidates, found together; nothing is booked' })
export class Batch {
  @Field(() => String)
  zone: string;
  @Field(() => [BatchInterview], { description: 'Earliest first' })
  interviews: BatchInterview[];
  @Field(() => [LeftOutOfBatch])
  without: LeftOutOfBatch[];
  @Field(() => Int, { description: 'No plan gives more of them an interview' })
  bound: number;
}

export const BatchResult = resultUnion('BatchResult', () => Batch);
