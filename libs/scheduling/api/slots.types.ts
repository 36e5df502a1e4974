import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Id } from '#libs/kernel/index.js';
import { DateTime, resultUnion } from '#libs/platform/index.js';

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
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
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
  @Field(() => String, {
    description:
      'CORE_HOURS, POSTING_HOURS, ORGANIZATION_HOURS, SHARED_HOURS, CANDIDATE_HOURS, INTERVIEWER_HOURS, BUFFERS, LIMITS or SEAT',
  })
  change: string;
  @Field(() => ID, { nullable: true })
  seatId: Id | null;
  @Field(() => Int)
  count: number;
  @Field(() => String)
  message: string;
}

@ObjectType({ description: 'A rule that says no to a time' })
export class SlotRule {
  @Field(() => String, { description: 'Stable, UPPER_SNAKE_CASE' })
  code: string;
  @Field(() => String, { description: 'In words, without a full stop' })
  message: string;
  @Field(() => ID, { nullable: true, description: 'Whose rule it is; null for a law of all' })
  personId: Id | null;
  @Field(() => DateTime, { nullable: true, description: 'The block or the days that are meant' })
  startsAt: string | null;
  @Field(() => DateTime, { nullable: true })
  endsAt: string | null;
}

@ObjectType({ description: 'The fewest rules that would have to give way together, and what would be possible then' })
export class WayOut {
  @Field(() => [SlotRule])
  rules: SlotRule[];
  @Field(() => Int, { description: 'How many times there would be' })
  count: number;
  @Field(() => DateTime, { description: 'The first of them' })
  firstAt: string;
  @Field(() => String)
  message: string;
}

@ObjectType({ description: 'What keeps one member of a pool from a time' })
export class MemberObstacles {
  @Field(() => ID)
  personId: Id;
  @Field(() => String)
  name: string;
  @Field(() => [SlotRule], { description: 'Empty: nothing keeps them' })
  rules: SlotRule[];
}

@ObjectType()
export class SeatObstacles {
  @Field(() => ID)
  seatId: Id;
  @Field(() => String)
  role: string;
  @Field(() => [MemberObstacles])
  members: MemberObstacles[];
}

@ObjectType({ description: 'Why an interview cannot be at one time' })
export class WhyNotTime {
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => String, { description: 'In words, in the zone that was asked for' })
  said: string;
  @Field(() => Boolean)
  possible: boolean;
  @Field(() => String)
  message: string;
  @Field(() => [SlotRule], { description: 'The fewest that would have to give way; for candidates only what concerns them' })
  rules: SlotRule[];
  @Field(() => [SeatObstacles], { description: 'For the team; empty for candidates' })
  seats: SeatObstacles[];
  @Field(() => [Slot], { description: 'Possible times near it' })
  alternatives: Slot[];
}

@ObjectType({ description: 'Why there is no time' })
export class NoSlots {
  @Field(() => String)
  message: string;
  @Field(() => [SlotBlock], { description: 'For the team; empty for candidates' })
  blocks: SlotBlock[];
  @Field(() => [SlotRelaxation], { description: 'For the team; empty for candidates' })
  relaxations: SlotRelaxation[];
  @Field(() => [WayOut], { description: 'The fewest rules that would have to give way; for the team, empty for candidates' })
  waysOut: WayOut[];
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
export const WhyNotResult = resultUnion('WhyNotResult', () => WhyNotTime);

@ObjectType({ description: 'A round of a loop at one time' })
export class LoopRound {
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
  @Field(() => DateTime)
  startsAt: string;
  @Field(() => DateTime)
  endsAt: string;
  @Field(() => String, { description: 'In words, in the zone of the list' })
  said: string;
  @Field(() => [SlotSeat])
  seats: SlotSeat[];
}

@ObjectType({ description: 'Times for all rounds that are left' })
export class Loop {
  @Field(() => [LoopRound], { description: 'In order' })
  rounds: LoopRound[];
  @Field(() => Int, { description: 'Minutes from the beginning of the first to the end of the last round' })
  spanMin: number;
}

@ObjectType({ description: 'A round of which no time was found' })
export class RoundWithoutTimes {
  @Field(() => ID)
  stageId: Id;
  @Field(() => String)
  stageName: string;
}

@ObjectType({ description: 'Ways of holding all rounds that are left, the shortest first, each beginning on another day' })
export class LoopList {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => String)
  zone: string;
  @Field(() => [Loop], { description: 'At most four' })
  loops: Loop[];
  @Field(() => [RoundWithoutTimes])
  without: RoundWithoutTimes[];
}

export const LoopsResult = resultUnion('LoopsResult', () => LoopList);
