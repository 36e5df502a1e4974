import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type Id, parseInstant } from '#libs/kernel/index.js';
import { Context, answer, unauthenticated, type RequestContext } from '#libs/platform/index.js';
import { FindSlots } from '../queries/find-slots.js';
import { ExplainTime } from '../queries/why-not.js';
import { toSlotList, toWhyNot } from './show-slots.js';
import { SlotsResult, WhyNotResult } from './slots.types.js';

@Resolver()
export class SlotsResolver {
  constructor(
    private readonly findSlots: FindSlots,
    private readonly explain: ExplainTime,
  ) {}

  @Query(() => SlotsResult, {
    description:
      "Times for the interview of the application's present stage: a day of notice, two weeks unless asked otherwise, at most four. A candidate's link says the application.",
  })
  async slots(
    @Context() { actor }: RequestContext,
    @Args('applicationId', { type: () => ID, nullable: true }) applicationId: Id | null,
    @Args('from', { type: () => String, nullable: true, description: 'ISO 8601' }) from: string | null,
    @Args('to', { type: () => String, nullable: true, description: 'ISO 8601' }) to: string | null,
    @Args('zone', { type: () => String, nullable: true, description: 'Whose wall clock `said` is in' }) zone: string | null,
    @Args('limit', { type: () => Int, nullable: true, description: '1 to 500; 50 if left out' }) limit: number | null,
  ) {
    if (!actor) throw unauthenticated();
    const [fromAt, toAt] = [from, to].map((text) => (text === null || text === undefined ? null : parseInstant(text)));
    return answer(await this.findSlots.execute(actor, { applicationId, from: fromAt, to: toAt, zone, limit }), toSlotList);
  }

  @Query(() => WhyNotResult, {
    description: 'Why the interview of the present stage cannot be at a time, and what is possible near it',
  })
  async whyNotThisTime(
    @Context() { actor }: RequestContext,
    @Args('applicationId', { type: () => ID, nullable: true }) applicationId: Id | null,
    @Args('startsAt', { type: () => String, description: 'ISO 8601' }) startsAt: string,
    @Args('zone', { type: () => String, nullable: true, description: 'Whose wall clock is meant' }) zone: string | null,
  ) {
    if (!actor) throw unauthenticated();
    return answer(await this.explain.execute(actor, { applicationId, startsAt: parseInstant(startsAt), zone }), toWhyNot);
  }
}
