import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Id, type StaffActor, parseInstant } from '#libs/kernel/index.js';
import { Staff, answer, instance, notFound } from '#libs/platform/index.js';
import { Calendars } from '../queries/calendars.js';
import { KeepAvailability } from '../use-cases/availability.js';
import { KeepPersonRules } from '../use-cases/keep-person-rules.js';
import {
  AddBusyBlockInput,
  AddHoursExceptionInput,
  Availability,
  AvailabilityPayload,
  BusyBlockPayload,
  BusyBlockResult,
  BusyBlocks,
  BusyBlocksResult,
  HoursExceptionPayload,
  HoursExceptionResult,
  RemoveBusyBlockInput,
  RemoveHoursExceptionInput,
  SetInterviewLimitsInput,
  SetOnCallTurnsInput,
  SetWeeklyHoursInput,
  SetWeeklyHoursResult,
} from './availability.types.js';

@Resolver()
export class AvailabilityResolver {
  constructor(
    private readonly calendars: Calendars,
    private readonly keep: KeepAvailability,
    private readonly rules: KeepPersonRules,
  ) {}

  @Query(() => Availability, { description: "One's own weekly hours" })
  myAvailability(@Staff() actor: StaffActor): Promise<Availability> {
    return this.availabilityOf(actor, null);
  }

  @Query(() => Availability, { description: "Anybody's weekly hours, for administrators and recruiters" })
  availability(@Staff() actor: StaffActor, @Args('personId', { type: () => ID }) personId: Id): Promise<Availability> {
    return this.availabilityOf(actor, personId);
  }

  @Query(() => BusyBlocksResult, { description: 'Busy times that touch the window, at most 60 days; the next 60 if left out' })
  async busyBlocks(
    @Staff() actor: StaffActor,
    @Args('personId', { type: () => ID, nullable: true }) personId: Id | null,
    @Args('from', { type: () => String, nullable: true }) from: string | null,
    @Args('to', { type: () => String, nullable: true }) to: string | null,
  ) {
    const found = await this.calendars.busyBlocks(actor, personId ?? null, instantOrNull(from), instantOrNull(to));
    return answer(found, (blocks) => instance(BusyBlocks, { blocks }));
  }

  @Mutation(() => SetWeeklyHoursResult, { description: 'Replaces the weekly hours in which a person holds interviews' })
  async setWeeklyHours(@Staff() actor: StaffActor, @Args('input') input: SetWeeklyHoursInput) {
    return answer(await this.keep.setWeeklyHours(actor, input), (value) => instance(AvailabilityPayload, value));
  }

  @Mutation(() => BusyBlockResult, { description: 'Keeps a time free of interviews; those already booked stay' })
  async addBusyBlock(@Staff() actor: StaffActor, @Args('input') input: AddBusyBlockInput) {
    const wanted = { ...input, startsAt: parseInstant(input.startsAt), endsAt: parseInstant(input.endsAt) };
    return answer(await this.keep.addBusyBlock(actor, wanted), (value) => instance(BusyBlockPayload, value));
  }

  @Mutation(() => BusyBlockResult)
  async removeBusyBlock(@Staff() actor: StaffActor, @Args('input') input: RemoveBusyBlockInput) {
    return answer(await this.keep.removeBusyBlock(actor, input.busyBlockId), (value) => instance(BusyBlockPayload, value));
  }

  @Mutation(() => SetWeeklyHoursResult, {
    description: 'How much a person interviews at most, and what they need around an interview',
  })
  async setInterviewLimits(@Staff() actor: StaffActor, @Args('input') input: SetInterviewLimitsInput) {
    return answer(await this.rules.setLimits(actor, input), (value) => instance(AvailabilityPayload, value));
  }

  @Mutation(() => SetWeeklyHoursResult, { description: "Replaces a person's turns of being on call" })
  async setOnCallTurns(@Staff() actor: StaffActor, @Args('input') input: SetOnCallTurnsInput) {
    return answer(await this.rules.setTurns(actor, input), (value) => instance(AvailabilityPayload, value));
  }

  @Mutation(() => HoursExceptionResult, {
    description: 'Leave, a holiday or other hours on some days; interviews already booked stay',
  })
  async addHoursException(@Staff() actor: StaffActor, @Args('input') input: AddHoursExceptionInput) {
    return answer(await this.rules.addException(actor, input), (value) => instance(HoursExceptionPayload, value));
  }

  @Mutation(() => HoursExceptionResult)
  async removeHoursException(@Staff() actor: StaffActor, @Args('input') input: RemoveHoursExceptionInput) {
    return answer(await this.rules.removeException(actor, input.exceptionId), (value) => instance(HoursExceptionPayload, value));
  }

  private async availabilityOf(actor: StaffActor, personId: Id | null): Promise<Availability> {
    const seen = await this.calendars.availability(actor, personId);
    if (!seen) throw notFound('person');
    return instance(Availability, seen);
  }
}

/** Shows what a change of hours left. */
@Resolver(() => AvailabilityPayload)
export class AvailabilityPayloadResolver {
  constructor(private readonly calendars: Calendars) {}

  @ResolveField(() => Availability)
  async availability(@Staff() actor: StaffActor, @Parent() { personId }: AvailabilityPayload): Promise<Availability> {
    const seen = await this.calendars.availability(actor, personId);
    if (!seen) throw notFound('person');
    return instance(Availability, seen);
  }
}

function instantOrNull(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : parseInstant(text);
}
