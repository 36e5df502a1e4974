import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id, Weekday } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';

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

@ObjectType({ description: 'Days on which hours are not the usual ones: leave, a holiday, or other hours for once' })
export class HoursException {
  @Field(() => ID)
  id: Id;
  @Field(() => Boolean, { description: 'Whether the days are for the whole organisation' })
  everybody: boolean;
  @Field(() => String, { description: 'YYYY-MM-DD' })
  from: string;
  @Field(() => String, { description: 'YYYY-MM-DD, included' })
  to: string;
  @Field(() => String, { nullable: true, description: 'HH:MM in the zone of whom it concerns; null: away all day' })
  starts: string | null;
  @Field(() => String, { nullable: true })
  ends: string | null;
  @Field(() => String)
  name: string;
}

@ObjectType({ description: 'A turn of being on call' })
export class OnCallTurn {
  @Field(() => ID)
  id: Id;
  @Field(() => String)
  zone: string;
  @Field(() => [String], { description: 'MON, TUE, WED, THU, FRI, SAT, SUN' })
  days: readonly Weekday[];
  @Field(() => String)
  starts: string;
  @Field(() => String, { description: '24:00 is midnight; at or before `starts` means the next day' })
  ends: string;
  @Field(() => Int, { description: 'The turn comes back every so many weeks' })
  everyWeeks: number;
  @Field(() => String, { description: 'The Monday of a week in which it is their turn' })
  firstWeek: string;
  @Field(() => String, { description: 'BUSY: no interviews then. AVOID: only when nobody else can' })
  effect: string;
}

@ObjectType({ description: 'How much a person interviews, and what they need around an interview' })
export class InterviewLimits {
  @Field(() => Int, { nullable: true })
  perDay: number | null;
  @Field(() => Int, { nullable: true, description: 'Weeks begin on Monday in their zone' })
  perWeek: number | null;
  @Field(() => Int, { description: 'Minutes between two interviews, whatever the buffers are' })
  restMin: number;
  @Field(() => Int)
  bufferBeforeMin: number;
  @Field(() => Int)
  bufferAfterMin: number;
  @Field(() => String, { nullable: true, description: 'Where they hold video meetings' })
  meetingUrl: string | null;
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
  @Field(() => [HoursException], { description: 'From today on' })
  exceptions: readonly HoursException[];
  @Field(() => [OnCallTurn])
  turns: readonly OnCallTurn[];
  @Field(() => InterviewLimits)
  limits: InterviewLimits;
}

@ObjectType({ description: 'A time at which a person cannot hold interviews' })
export class BusyBlock {
  @Field(() => ID)
  id: Id;
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
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

@InputType()
export class SetInterviewLimitsInput {
  @Field(() => ID, { nullable: true, description: "Oneself if left out; another's for administrators and recruiters" })
  personId?: Id | null;
  @Field(() => Int, { nullable: true, description: '0 to 20; no limit if left out' })
  perDay?: number | null;
  @Field(() => Int, { nullable: true, description: '0 to 60; no limit if left out' })
  perWeek?: number | null;
  @Field(() => Int, { defaultValue: 0, description: '0 to 480 minutes' })
  restMin: number;
  @Field(() => Int, { nullable: true, description: "0 to 120 minutes; everybody's if left out" })
  bufferBeforeMin?: number | null;
  @Field(() => Int, { nullable: true })
  bufferAfterMin?: number | null;
  @Field(() => String, { nullable: true })
  meetingUrl?: string | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class OnCallTurnInput {
  @Field(() => String)
  zone: string;
  @Field(() => [String])
  days: Weekday[];
  @Field(() => String)
  starts: string;
  @Field(() => String)
  ends: string;
  @Field(() => Int, { defaultValue: 1 })
  everyWeeks: number;
  @Field(() => String, { description: 'Any day of a week in which it is their turn, YYYY-MM-DD' })
  firstWeek: string;
  @Field(() => String, { defaultValue: 'BUSY', description: 'BUSY or AVOID' })
  effect: string;
}

@InputType()
export class SetOnCallTurnsInput {
  @Field(() => ID, { nullable: true, description: "Oneself if left out; another's for administrators and recruiters" })
  personId?: Id | null;
  @Field(() => [OnCallTurnInput], { description: 'All of them, at most 20; what was there before is replaced' })
  turns: OnCallTurnInput[];
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class AddHoursExceptionInput {
  @Field(() => ID, { nullable: true, description: "Oneself if left out; another's for administrators and recruiters" })
  personId?: Id | null;
  @Field(() => Boolean, { defaultValue: false, description: 'For the whole organisation; for administrators and recruiters' })
  everybody: boolean;
  @Field(() => String, { description: 'YYYY-MM-DD' })
  from: string;
  @Field(() => String, { description: 'YYYY-MM-DD, included' })
  to: string;
  @Field(() => String, { nullable: true, description: 'HH:MM: other hours on these days; away all day if left out' })
  starts?: string | null;
  @Field(() => String, { nullable: true })
  ends?: string | null;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class RemoveHoursExceptionInput {
  @Field(() => ID)
  exceptionId: Id;
}

@ObjectType()
export class HoursExceptionPayload {
  @Field(() => ID)
  exceptionId: Id;
  @Field(() => ID, { nullable: true, description: 'Null: the days are for everybody' })
  personId: Id | null;
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
export const HoursExceptionResult = resultUnion('HoursExceptionResult', () => HoursExceptionPayload);
