import { Module, type OnModuleInit } from '@nestjs/common';
import type { Id } from '#libs/kernel/index.js';
import { Reactions } from '#libs/platform/index.js';
import { CalendarsResolver } from './api/calendars.resolver.js';
import { FeedController } from './api/feed.controller.js';
import { CalendarSources } from './queries/calendar-sources.js';
import { ReadFeed } from './queries/read-feed.js';
import { KeepCalendars } from './use-cases/keep-calendars.js';
import { KeepFeeds } from './use-cases/keep-feeds.js';
import { RefreshCalendar } from './use-cases/refresh-calendar.js';

const doors = [CalendarSources, KeepCalendars, KeepFeeds, ReadFeed, RefreshCalendar];

/** Calendars elsewhere that are read, and private ones that are given out. */
@Module({ providers: [...doors, CalendarsResolver], controllers: [FeedController], exports: doors })
export class CalendarsModule implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly refresh: RefreshCalendar,
  ) {}

  onModuleInit(): void {
    this.reactions.handle('CalendarDue', 'read-calendar', async ({ organizationId, payload }) => {
      await this.refresh.due(organizationId, (payload as { calendarId: Id }).calendarId);
    });
  }
}
