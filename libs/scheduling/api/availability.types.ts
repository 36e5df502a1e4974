import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Id, Weekday } from '#libs/kernel/index.js';
import { resultUnion } from '#libs/platform/index.js';

@ObjectType({ description: 'Wall-clock hours that come back every week' })
export class WeeklyHours {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { description: 'IANA time zone whose clocks are meant' })
  zone: string;
  @Field(() => [String], { description: 'MON, TUE, WED, THU, FRI, SAT, SUN' })
  days: readonly Weekday[];
  @Field(() => String, { description: 'HH:MM' })
  starts: string;
  @Field(() => String, {
    description: 'HH:MM; 24:00 is midnight at the end of the day, at or before `starts` means the next day',
  })
  ends: string;
}

@ObjectType({ description: 'When a person holds interviews' })
export class Availability {
  @Field(() => ID)
  personId: Id;
  @Field(() => String, { description: 'Their own IANA time zone' })
  zone: string;
  @Field(() => [WeeklyHours], {
    description:
      'Empty while they have not said: then core hours alone bind them, or office hours in their zone where there are none',
  })
  hours: readonly WeeklyHours[];
}

@ObjectType({ description: 'A time at which a person cannot hold interviews' })
export class BusyBlock {
  @Field(() => ID)
  id: Id;
  @Field(() => String, { description: 'ISO 8601' })
  startsAt: string;
  @Field(() => String, { description: 'ISO 8601' })
  endsAt: string;
  @Field(() => String)
  reason: string;
}

@ObjectType()
export class BusyBlocks {
  @Field(() => [BusyBlock])
  blocks: readonly BusyBlock[];
}

@InputType()
export class WeeklyHoursInput {
  @Field(() => String)
  zone: string;
  @Field(() => [String], { description: 'MON, TUE, WED, THU, FRI, SAT, SUN' })
  days: Weekday[];
  @Field(() => String)
  starts: string;
  @Field(() => String)
  ends: string;
}

@InputType()
export class SetWeeklyHoursInput {
  @Field(() => ID, { nullable: true, description: "Oneself if left out; another's for administrators and recruiters" })
  personId?: Id | null;
  @Field(() => [WeeklyHoursInput], { description: 'All of them, at most 50; what was there before is replaced' })
  hours: WeeklyHoursInput[];
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class AddBusyBlockInput {
  @Field(() => ID, { nullable: true, description: "Oneself if left out; another's for administrators and recruiters" })
  personId?: Id | null;
  @Field(() => String, { description: 'ISO 8601 with an offset: 2030-03-05T14:00:00Z' })
  startsAt: string;
  @Field(() => String, { description: 'ISO 8601 with an offset, at most 60 days later' })
  endsAt: string;
  @Field(() => String, { nullable: true })
  reason?: string | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class RemoveBusyBlockInput {
  @Field(() => ID)
  busyBlockId: Id;
}

@ObjectType()
export class AvailabilityPayload {
  @Field(() => ID)
  personId: Id;
}

@ObjectType()
export class BusyBlockPayload {
  @Field(() => ID)
  busyBlockId: Id;
  @Field(() => ID)
  personId: Id;
}

export const BusyBlocksResult = resultUnion('BusyBlocksResult', () => BusyBlocks);
export const SetWeeklyHoursResult = resultUnion('SetWeeklyHoursResult', () => AvailabilityPayload);
export const BusyBlockResult = resultUnion('BusyBlockResult', () => BusyBlockPayload);
