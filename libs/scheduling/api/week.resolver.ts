import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person, peopleLoader, toPerson } from '#libs/identity/index.js';
import { type Id, type Interval, type StaffActor, parseInstant } from '#libs/kernel/index.js';
import { Context, Staff, UnitOfWork, answer, instance, type RequestContext } from '#libs/platform/index.js';
import type { Lane } from '../domain/week-lanes.js';
import { ShowWeek, type WeekShown } from '../queries/show-week.js';
import { SlotSeat } from './slots.types.js';
import { CandidateLane, MemberLane, SchedulingWeek, SchedulingWeekResult, TakenSpan, TimeSpan } from './week.types.js';

@Resolver()
export class WeekResolver {
  constructor(private readonly week: ShowWeek) {}

  @Query(() => SchedulingWeekResult, {
    description: 'Core hours, candidate and interviewers of the present stage beside each other, for at most eight days',
  })
  async schedulingWeek(
    @Staff() actor: StaffActor,
    @Args('applicationId', { type: () => ID }) applicationId: Id,
    @Args('from', { type: () => String, description: 'ISO 8601' }) from: string,
    @Args('to', { type: () => String, description: 'ISO 8601' }) to: string,
  ) {
    return answer(await this.week.execute(actor, applicationId, parseInstant(from), parseInstant(to)), toWeek);
  }
}

/** Who would sit there, by name; all seats of a list in one statement. Candidates are given no seats. */
@Resolver(() => SlotSeat)
export class SlotSeatResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField(() => Person)
  async person(@Parent() seat: SlotSeat, @Context() context: RequestContext): Promise<Person> {
    return toPerson((await peopleLoader(context, this.uow).load(seat.personId))!);
  }
}

function toWeek(shown: WeekShown): SchedulingWeek {
  const { applicationId, version, stageId, stageName, durationMin, zone } = shown;
  return instance(SchedulingWeek, {
    applicationId,
    version,
    stageId,
    stageName,
    durationMin,
    zone,
    noticeUntil: shown.noticeUntil.toISOString(),
    law: shown.law?.map(toSpan) ?? null,
    candidate: instance(CandidateLane, {
      zone: shown.candidateZone,
      hasNamed: shown.candidateHasNamed,
      ...timesOf(shown.candidate),
    }),
    members: shown.members.map(({ personId, name, zone: theirs, roles, load, ...lane }) =>
      instance(MemberLane, { personId, name, zone: theirs, roles, load, ...timesOf(lane) }),
    ),
  });
}

function timesOf({ hours, taken }: Pick<Lane, 'hours' | 'taken'>): Pick<CandidateLane, 'hours' | 'taken'> {
  return {
    hours: hours?.map(toSpan) ?? null,
    taken: taken.map(({ by, ...span }) => instance(TakenSpan, { ...toSpan(span), by })),
  };
}

function toSpan({ start_ms, end_ms }: Interval): TimeSpan {
  return instance(TimeSpan, { startsAt: new Date(start_ms).toISOString(), endsAt: new Date(end_ms).toISOString() });
}
