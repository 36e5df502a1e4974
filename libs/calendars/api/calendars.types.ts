import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';
import { CALENDAR_KINDS, type CalendarKind } from '../domain/calendar-address.js';

export const CalendarKindEnum = Object.fromEntries(CALENDAR_KINDS.map((kind) => [kind, kind])) as { [K in CalendarKind]: K };
registerEnumType(CalendarKindEnum, {
  name: 'CalendarKind',
  description: 'ICS is the address of a file; CALDAV that of a calendar on a server, opened with user and password',
});

@ObjectType({ description: 'A calendar elsewhere whose busy times keep interviews away; its address is not shown' })
export class CalendarSource {
  @Field(() => ID)
  id: Id;
  @Field(() => CalendarKindEnum)
  kind: CalendarKind;
  @Field(() => String)
  name: string;
  @Field(() => String, { description: 'The server' })
  host: string;
  @Field(() => DateTime)
  createdAt: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was last tried' })
  triedAt: string | null;
  @Field(() => DateTime, { nullable: true, description: 'How old what is known of it is' })
  fetchedAt: string | null;
  @Field(() => DateTime, { description: 'When it is read next' })
  nextAt: string;
  @Field(() => Int, { description: 'Tries that failed since it was last read' })
  failures: number;
  @Field(() => String, { nullable: true, description: 'What is wrong with it, for its owner' })
  problem: string | null;
  @Field(() => Int, { description: 'Busy times in the next two months' })
  busyTimes: number;
}

@ObjectType({ description: 'A private address at which a calendar reads interviews; it was shown once' })
export class CalendarFeed {
  @Field(() => ID)
  id: Id;
  @Field(() => ID, { nullable: true, description: "Of this posting; null: one's own interviews" })
  postingId: Id | null;
  @Field(() => DateTime)
  createdAt: string;
}

@InputType()
export class ConnectCalendarInput {
  @Field(() => CalendarKindEnum)
  kind: CalendarKind;
  @Field(() => String, { nullable: true, description: 'What to call it' })
  name?: string | null;
  @Field(() => String, { description: 'https:// or webcal://' })
  address: string;
  @Field(() => String, { nullable: true })
  username?: string | null;
  @Field(() => String, { nullable: true, description: 'Best one made for this program alone' })
  password?: string | null;
}

@InputType()
export class CalendarInput {
  @Field(() => ID)
  calendarId: Id;
}

@InputType()
export class OpenCalendarFeedInput {
  @Field(() => ID, { nullable: true, description: "A posting's interviews; one's own if left out" })
  postingId?: Id | null;
}

@InputType()
export class CloseCalendarFeedInput {
  @Field(() => ID)
  feedId: Id;
}

@ObjectType()
export class CalendarPayload {
  @Field(() => ID)
  calendarId: Id;
}

@ObjectType()
export class CalendarFeedPayload {
  @Field(() => ID)
  feedId: Id;
  @Field(() => String, {
    nullable: true,
    description: 'Shown this once; whoever knows it reads the interviews until it is closed',
  })
  address: string | null;
}

export const CalendarResult = resultUnion('CalendarResult', () => CalendarPayload);
export const CalendarFeedResult = resultUnion('CalendarFeedResult', () => CalendarFeedPayload);
