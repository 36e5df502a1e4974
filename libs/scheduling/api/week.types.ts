import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';

@ObjectType({ description: 'From one instant to another' })
export class TimeSpan {
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
  endsAt: string;
}

@ObjectType({ description: 'Time that cannot be had. What a calendar says about it stays its owner’s' })
export class TakenSpan {
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
  endsAt: string;
  @Field(() => String, { description: 'CALENDAR, INTERVIEW (with its buffers), ON_CALL, LIMIT or REST' })
  by: string;
}

@ObjectType({ description: 'The candidate’s time' })
export class CandidateLane {
  @Field(() => String)
  zone: string;
  @Field(() => Boolean, { description: 'Whether they named times; otherwise reasonable hours of their day stand in' })
  hasNamed: boolean;
  @Field(() => [TimeSpan], { nullable: true, description: 'null: nothing binds them' })
  hours: TimeSpan[] | null;
  @Field(() => [TakenSpan])
  taken: TakenSpan[];
}

@ObjectType({ description: 'The time of somebody who could sit in the interview' })
export class MemberLane {
  @Field(() => ID)
  personId: Id;
  @Field(() => String)
  name: string;
  @Field(() => String)
  zone: string;
  @Field(() => [String], { description: 'Seats whose pool they are in, as the posting says them' })
  roles: readonly string[];
  @Field(() => Int, { description: 'Interviews of theirs in this week' })
  load: number;
  @Field(() => [TimeSpan], { nullable: true, description: 'When they hold interviews; null: only the law binds them' })
  hours: TimeSpan[] | null;
  @Field(() => [TakenSpan])
  taken: TakenSpan[];
}

@ObjectType({ description: 'Some days of all who would meet in the present stage, as the search sees them' })
export class SchedulingWeek {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => Int, { description: 'Of the application; for the commands' })
  version: number;
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => Int)
  durationMin: number;
  @Field(() => String, { description: 'The zone of the core hours, else the organisation’s' })
  zone: string;
  @Field(() => DateTime, { description: 'Nobody is asked to come sooner' })
  noticeUntil: string;
  @Field(() => [TimeSpan], {
    nullable: true,
    description: 'Where core hours and all other laws of posting and organisation let an interview be; null: there are none',
  })
  law: TimeSpan[] | null;
  @Field(() => CandidateLane)
  candidate: CandidateLane;
  @Field(() => [MemberLane], { description: 'In the order of the seats' })
  members: MemberLane[];
}

export const SchedulingWeekResult = resultUnion('SchedulingWeekResult', () => SchedulingWeek);
