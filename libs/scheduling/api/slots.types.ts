import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { resultUnion } from '#libs/platform/index.js';

@ObjectType({ description: 'Who would sit in a seat' })
export class SlotSeat {
  @Field(() => ID)
  seatId: Id;
  @Field(() => String, { description: 'As the posting says it' })
  role: string;
  @Field(() => ID)
  personId: Id;
}

@ObjectType({ description: 'A time that suits everybody' })
export class Slot {
  @Field(() => String, { description: 'ISO 8601' })
  startsAt: string;
  @Field(() => String, { description: 'ISO 8601' })
  endsAt: string;
  @Field(() => String, { description: 'In words, in the zone of the list' })
  said: string;
  @Field(() => [SlotSeat], { description: 'Empty for candidates' })
  seats: SlotSeat[];
}

@ObjectType({ description: 'A rule that leaves no time' })
export class SlotBlock {
  @Field(() => String, { description: 'Stable, UPPER_SNAKE_CASE' })
  code: string;
  @Field(() => String)
  message: string;
  @Field(() => ID, { nullable: true })
  seatId: Id | null;
}

@ObjectType({ description: 'One thing to give up, and how many times that alone would open' })
export class SlotRelaxation {
  @Field(() => String, { description: 'CORE_HOURS, CANDIDATE_HOURS, INTERVIEWER_HOURS, BUFFERS or SEAT' })
  change: string;
  @Field(() => ID, { nullable: true })
  seatId: Id | null;
  @Field(() => Int)
  count: number;
  @Field(() => String)
  message: string;
}

@ObjectType({ description: 'Why there is no time' })
export class NoSlots {
  @Field(() => String)
  message: string;
  @Field(() => [SlotBlock], { description: 'For the team; empty for candidates' })
  blocks: SlotBlock[];
  @Field(() => [SlotRelaxation], { description: 'For the team; empty for candidates' })
  relaxations: SlotRelaxation[];
}

@ObjectType({ description: 'The times at which an interview can take place' })
export class SlotList {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => Int)
  durationMin: number;
  @Field(() => String, { description: 'The zone in which `said` is written' })
  zone: string;
  @Field(() => [Slot], { description: 'Earliest first, at most `limit`' })
  slots: Slot[];
  @Field(() => Int, { description: 'How many there are in the whole window' })
  count: number;
  @Field(() => NoSlots, { nullable: true })
  none: NoSlots | null;
  @Field(() => ID, { nullable: true, description: 'The booked interview that one of these times would move' })
  moves: Id | null;
}

export const SlotsResult = resultUnion('SlotsResult', () => SlotList);
