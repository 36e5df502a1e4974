import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type CandidateActor, type Id, type StaffActor, parseInstant } from '#libs/kernel/index.js';
import { Candidate, Context, Staff, answer, instance, unauthenticated, type RequestContext } from '#libs/platform/index.js';
import { FindLoops } from '../queries/find-loops.js';
import { BookLoop } from '../use-cases/book-loop.js';
import { RequestLoop } from '../use-cases/request-loop.js';
import { RequestInterviewPayload } from './interview.types.js';
import { BookLoopInput, BookLoopResult, HoldLoopInput, LoopPayload, RequestLoopInput, RequestLoopResult } from './loops.types.js';
import { slotUnavailable } from './show-interview.js';
import { toLoopList } from './show-slots.js';
import { LoopsResult } from './slots.types.js';

/** All rounds that are left, as one. */
@Resolver()
export class LoopsResolver {
  constructor(
    private readonly find: FindLoops,
    private readonly request: RequestLoop,
    private readonly booking: BookLoop,
  ) {}

  @Query(() => LoopsResult, {
    description:
      'Times for all rounds that an application has before it, as one: shortest first, with the days of take-homes between them. For candidates who were asked to choose them, by their link and as they were asked',
  })
  async loops(
    @Context() { actor }: RequestContext,
    @Args('applicationId', { type: () => ID, nullable: true }) applicationId: Id | null,
    @Args('pace', { type: () => String, nullable: true, description: 'ANY, SAME_DAY or SPREAD (each on a day of its own)' })
    pace: string | null,
    @Args('longestDays', { type: () => Int, nullable: true, description: '1 to 28: the whole loop within so many days' })
    longestDays: number | null,
    @Args('zone', { type: () => String, nullable: true, description: 'Whose wall clock `said` is in' }) zone: string | null,
  ) {
    if (!actor) throw unauthenticated();
    return answer(await this.find.execute(actor, { applicationId, pace, longestDays, zone }), toLoopList);
  }

  @Mutation(() => RequestLoopResult, { description: 'Asks the candidate to choose times for all rounds that are left, as one' })
  async requestLoop(@Staff() actor: StaffActor, @Args('input') input: RequestLoopInput) {
    return answer(await this.request.execute(actor, input), (value) => instance(RequestInterviewPayload, value));
  }

  @Mutation(() => BookLoopResult, { description: 'Books all rounds that are left: all of them or none' })
  async bookLoop(@Context() { actor }: RequestContext, @Args('input') input: BookLoopInput) {
    if (!actor) throw unauthenticated();
    const booked = await this.booking.book(actor, { ...input, startsAt: input.startsAt.map(parseInstant) });
    return slotUnavailable(booked) ?? answer(booked, (value) => instance(LoopPayload, value));
  }

  @Mutation(() => BookLoopResult, {
    description: 'Keeps the times of a whole loop for the candidate for some minutes; what was held before is given up',
  })
  async holdLoop(@Candidate() actor: CandidateActor, @Args('input') input: HoldLoopInput) {
    const held = await this.booking.hold(actor, { ...input, startsAt: input.startsAt.map(parseInstant) });
    return slotUnavailable(held) ?? answer(held, (value) => instance(LoopPayload, value));
  }
}
