import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Id, Weekday } from '#libs/kernel/index.js';
import { resultUnion } from '#libs/platform/index.js';
import { WeeklyHoursInput } from './availability.types.js';

@ObjectType({ description: 'Wall-clock hours that bind interviews' })
export class RuleHours {
  @Field(() => String, { description: 'IANA time zone whose clocks are meant' })
  zone: string;
  @Field(() => [String], { description: 'MON, TUE, WED, THU, FRI, SAT, SUN' })
  days: readonly Weekday[];
  @Field(() => String)
  starts: string;
  @Field(() => String, { description: '24:00 is midnight; at or before `starts` means the next day' })
  ends: string;
}

@ObjectType({
  description: 'Hours that the candidate has to share: interviews lie in what is shared, on days on which it is enough',
})
export class SharedHours extends RuleHours {
  @Field(() => Int, { description: "How many minutes of these hours the candidate's own have to cover before a day counts" })
  leastMin: number;
}

@ObjectType({
  description: 'When interviews are held, as a posting or the organisation says it. Both bind: times lie in what both allow',
})
export class SchedulingRules {
  @Field(() => ID, { nullable: true, description: "Null: the organisation's" })
  postingId: Id | null;
  @Field(() => Int, { description: '0 while nothing has been said' })
  version: number;
  @Field(() => [RuleHours], {
    description: "Several add up. They bind besides the core hours of the posting's document; none: no bound",
  })
  hours: readonly RuleHours[];
  @Field(() => [SharedHours], { description: 'Each of them binds' })
  overlaps: readonly SharedHours[];
  @Field(() => [SharedHours], { description: "What the posting's document asks for besides; corrected in the posting" })
  documentOverlaps: readonly SharedHours[];
  @Field(() => Int, { nullable: true, description: 'A day if nobody says anything; the longer one where both do' })
  noticeHours: number | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' })
  earliestOn: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, included' })
  latestOn: string | null;
  @Field(() => String, {
    nullable: true,
    description: "In the candidate's zone, while they have named no times; 07:00 if nobody says anything",
  })
  reasonableFrom: string | null;
  @Field(() => String, { nullable: true, description: '22:00 if nobody says anything' })
  reasonableTo: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'CONTINUITY: who has met the candidate is asked first. FRESH_EYES: who has not',
  })
  familiarity: string | null;
  @Field(() => String, { nullable: true, description: '{interview} and {day} stand for its id and date' })
  meetingUrlTemplate: string | null;
}

@InputType()
export class SharedHoursInput extends WeeklyHoursInput {
  @Field(() => Int, { description: '0 to 1440' })
  leastMin: number;
}

@InputType()
export class SetSchedulingRulesInput {
  @Field(() => ID, { nullable: true, description: "The organisation's if left out" })
  postingId?: Id | null;
  @Field(() => Int, { description: 'The version that was seen; 0 while nothing has been said' })
  expectedVersion: number;
  @Field(() => [WeeklyHoursInput], { defaultValue: [] })
  hours: WeeklyHoursInput[];
  @Field(() => [SharedHoursInput], { defaultValue: [] })
  overlaps: SharedHoursInput[];
  @Field(() => Int, { nullable: true })
  noticeHours?: number | null;
  @Field(() => String, { nullable: true })
  earliestOn?: string | null;
  @Field(() => String, { nullable: true })
  latestOn?: string | null;
  @Field(() => String, { nullable: true })
  reasonableFrom?: string | null;
  @Field(() => String, { nullable: true })
  reasonableTo?: string | null;
  @Field(() => String, { nullable: true })
  familiarity?: string | null;
  @Field(() => String, { nullable: true })
  meetingUrlTemplate?: string | null;
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class SchedulingRulesPayload {
  @Field(() => ID, { nullable: true })
  postingId: Id | null;
}

export const SetSchedulingRulesResult = resultUnion('SetSchedulingRulesResult', () => SchedulingRulesPayload);
