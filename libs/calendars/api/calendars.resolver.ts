import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Staff, answer, instance, notFound } from '#libs/platform/index.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import { KeepCalendars } from '../use-cases/keep-calendars.js';
import { KeepFeeds } from '../use-cases/keep-feeds.js';
import {
  CalendarFeed,
  CalendarFeedPayload,
  CalendarFeedResult,
  CalendarInput,
  CalendarPayload,
  CalendarResult,
  CalendarSource,
  CloseCalendarFeedInput,
  ConnectCalendarInput,
  OpenCalendarFeedInput,
} from './calendars.types.js';

/** Calendars that are read, and calendars that are given out. */
@Resolver()
export class CalendarsResolver {
  constructor(
    private readonly sources: CalendarSources,
    private readonly calendars: KeepCalendars,
    private readonly feeds: KeepFeeds,
  ) {}

  @Query(() => [CalendarSource], { description: "One's own connected calendars; another's for administrators and recruiters" })
  async calendarSources(
    @Staff() actor: StaffActor,
    @Args('personId', { type: () => ID, nullable: true }) personId: Id | null,
  ): Promise<CalendarSource[]> {
    const found = await this.sources.ofPerson(actor, personId ?? null);
    if (!found) throw notFound('person');
    return found.map(({ createdAt, triedAt, fetchedAt, nextAt, ...rest }) =>
      instance(CalendarSource, {
        ...rest,
        createdAt: createdAt.toISOString(),
        triedAt: triedAt && triedAt.toISOString(),
        fetchedAt: fetchedAt && fetchedAt.toISOString(),
        nextAt: nextAt.toISOString(),
      }),
    );
  }

  @Query(() => [CalendarFeed], { description: 'Private addresses that one has made; what they are is not kept' })
  async calendarFeeds(@Staff() actor: StaffActor): Promise<CalendarFeed[]> {
    const feeds = await this.sources.feeds(actor);
    return feeds.map(({ id, postingId, createdAt }) =>
      instance(CalendarFeed, { id, postingId, createdAt: createdAt.toISOString() }),
    );
  }

  @Mutation(() => CalendarResult, { description: "Connects a calendar of one's own, once it could be read" })
  async connectCalendar(@Staff() actor: StaffActor, @Args('input') input: ConnectCalendarInput) {
    return answer(await this.calendars.connect(actor, input), (value) => instance(CalendarPayload, value));
  }

  @Mutation(() => CalendarResult, { description: 'Forgets a calendar and what it said' })
  async disconnectCalendar(@Staff() actor: StaffActor, @Args('input') input: CalendarInput) {
    return answer(await this.calendars.disconnect(actor, input.calendarId), (value) => instance(CalendarPayload, value));
  }

  @Mutation(() => CalendarResult, { description: 'Reads a calendar now rather than within a quarter of an hour' })
  async refreshCalendar(@Staff() actor: StaffActor, @Args('input') input: CalendarInput) {
    return answer(await this.calendars.readAgain(actor, input.calendarId), (value) => instance(CalendarPayload, value));
  }

  @Mutation(() => CalendarFeedResult, { description: 'Makes a private address of interviews; one made before for the same ends' })
  async openCalendarFeed(@Staff() actor: StaffActor, @Args('input') input: OpenCalendarFeedInput) {
    return answer(await this.feeds.open(actor, input.postingId ?? null), (value) => instance(CalendarFeedPayload, value));
  }

  @Mutation(() => CalendarFeedResult)
  async closeCalendarFeed(@Staff() actor: StaffActor, @Args('input') input: CloseCalendarFeedInput) {
    return answer(await this.feeds.close(actor, input.feedId), ({ feedId }) =>
      instance(CalendarFeedPayload, { feedId, address: null }),
    );
  }
}
