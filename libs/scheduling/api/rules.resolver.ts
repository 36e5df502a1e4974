import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor, WeeklyRule } from '#libs/kernel/index.js';
import { Staff, answer, instance, notFound } from '#libs/platform/index.js';
import { KeepRules, type RulesSeen } from '../use-cases/keep-rules.js';
import {
  RuleHours,
  SchedulingRules,
  SchedulingRulesPayload,
  SetSchedulingRulesInput,
  SetSchedulingRulesResult,
  SharedHours,
} from './rules.types.js';

@Resolver()
export class RulesResolver {
  constructor(private readonly keep: KeepRules) {}

  @Query(() => SchedulingRules, {
    description: "When a posting's interviews are held, or the organisation's if no posting is named",
  })
  async schedulingRules(
    @Staff() actor: StaffActor,
    @Args('postingId', { type: () => ID, nullable: true }) postingId: Id | null,
  ): Promise<SchedulingRules> {
    const seen = await this.keep.read(actor, postingId ?? null);
    if (!seen) throw notFound('posting');
    return toRules(seen);
  }

  @Mutation(() => SetSchedulingRulesResult, { description: 'Replaces all of the rules; interviews already booked stay' })
  async setSchedulingRules(@Staff() actor: StaffActor, @Args('input') input: SetSchedulingRulesInput) {
    return answer(await this.keep.set(actor, input), (value) => instance(SchedulingRulesPayload, value));
  }
}

/** Shows what a change of rules left. */
@Resolver(() => SchedulingRulesPayload)
export class RulesPayloadResolver {
  constructor(private readonly keep: KeepRules) {}

  @ResolveField(() => SchedulingRules)
  async rules(@Staff() actor: StaffActor, @Parent() { postingId }: SchedulingRulesPayload): Promise<SchedulingRules> {
    const seen = await this.keep.read(actor, postingId);
    if (!seen) throw notFound('posting');
    return toRules(seen);
  }
}

function toRules({ hours, overlaps, ...rest }: RulesSeen): SchedulingRules {
  const { postingId, version, noticeHours, earliestOn, latestOn, reasonableFrom, reasonableTo, familiarity } = rest;
  return instance(SchedulingRules, {
    postingId,
    version,
    hours: hours.map((rule) => instance(RuleHours, written(rule))),
    overlaps: overlaps.map((rule) => instance(SharedHours, { ...written(rule), leastMin: rule.least_min })),
    documentOverlaps: rest.documentOverlaps.map((rule) => instance(SharedHours, { ...written(rule), leastMin: rule.least_min })),
    noticeHours,
    earliestOn,
    latestOn,
    reasonableFrom,
    reasonableTo,
    familiarity,
    meetingUrlTemplate: rest.meetingUrlTemplate,
  });
}

function written({ zone, days, start, end }: WeeklyRule) {
  return { zone, days, starts: start, ends: end };
}
