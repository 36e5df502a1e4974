import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type CandidateActor, type StaffActor, parseInstant } from '#libs/kernel/index.js';
import { Candidate, Staff, answer, instance } from '#libs/platform/index.js';
import { TimeWishes } from '../queries/time-wishes.js';
import { HoldTime } from '../use-cases/hold-time.js';
import { NameTimes } from '../use-cases/name-times.js';
import {
  ChoicePayload,
  ChoiceResult,
  HeldTime,
  HoldTimeInput,
  HoldTimeResult,
  NameTimesInput,
  ReleaseHoldInput,
  SettleTimeWishInput,
  TimeWindow,
  TimeWish,
} from './choosing.types.js';
import { slotUnavailable } from './show-interview.js';

/** What comes before a booking: holding a time, and naming one's own. */
@Resolver()
export class ChoosingResolver {
  constructor(
    private readonly holds: HoldTime,
    private readonly naming: NameTimes,
    private readonly wishes: TimeWishes,
  ) {}

  @Query(() => [TimeWish], { description: 'Times that candidates named and that wait for the team, oldest first' })
  async timeWishes(@Staff() actor: StaffActor): Promise<TimeWish[]> {
    const open = await this.wishes.open(actor);
    return open.map((one) => {
      const windows = one.windows.map((window) => instance(TimeWindow, { ...window }));
      return instance(TimeWish, { ...one, windows });
    });
  }

  @Mutation(() => HoldTimeResult, {
    description: 'Keeps a time for the candidate for some minutes; a time held before is given up',
  })
  async holdTime(@Candidate() actor: CandidateActor, @Args('input') input: HoldTimeInput) {
    const held = await this.holds.hold(actor, { ...input, startsAt: parseInstant(input.startsAt) });
    return slotUnavailable(held) ?? answer(held, (value) => instance(HeldTime, value));
  }

  @Mutation(() => ChoiceResult, { description: 'Gives the held time up' })
  async releaseHold(@Candidate() actor: CandidateActor, @Args('input') input: ReleaseHoldInput) {
    return answer(await this.holds.release(actor, input.idempotencyKey), (value) => instance(ChoicePayload, value));
  }

  @Mutation(() => ChoiceResult, {
    description: 'None of the times suits: the candidate names their own, and the team has a task until an interview is booked',
  })
  async nameTimes(@Candidate() actor: CandidateActor, @Args('input') input: NameTimesInput) {
    const windows = input.windows.map(({ startsAt, endsAt }) => ({
      startsAt: parseInstant(startsAt),
      endsAt: parseInstant(endsAt),
    }));
    return answer(await this.naming.execute(actor, { ...input, windows }), (value) => instance(ChoicePayload, value));
  }

  @Mutation(() => ChoiceResult, { description: 'The times a candidate named were dealt with by another way than a booking' })
  async settleTimeWish(@Staff() actor: StaffActor, @Args('input') input: SettleTimeWishInput) {
    return answer(await this.naming.settle(actor, input.applicationId), (value) => instance(ChoicePayload, value));
  }
}
