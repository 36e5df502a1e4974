import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { isId, type Id, type StaffActor } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import type { CalendarKind } from '../domain/calendar-address.js';

/** A connected calendar: where it is, how old what is known of it is, and what is wrong; never its address. */
export interface CalendarSeen {
  readonly id: Id;
  readonly kind: CalendarKind;
  readonly name: string;
  readonly host: string;
  readonly createdAt: Date;
  readonly triedAt: Date | null;
  readonly fetchedAt: Date | null;
  readonly nextAt: Date;
  readonly failures: number;
  readonly problem: string | null;
  readonly busyTimes: number;
}

/** A private address that was given out; its token is not kept and cannot be shown again. */
export interface FeedSeen {
  readonly id: Id;
  readonly postingId: Id | null;
  readonly createdAt: Date;
}

@Injectable()
export class CalendarSources {
  constructor(private readonly uow: UnitOfWork) {}

  /** A person's connected calendars; null when they are not the actor's to see. */
  async ofPerson(actor: StaffActor, personId: Id | null): Promise<CalendarSeen[] | null> {
    const owner = personId ?? actor.personId;
    if (!isId(owner) || (owner !== actor.personId && !may(actor, 'pools.manage'))) return null;
    // A person without calendars answers one row without any, nobody answers none.
    const rows = await this.uow.read<CalendarSeen | { readonly id: null }>(
      actor.organizationId,
      'calendar-sources',
      `SELECT s.id, s.kind, s.name, s.host, s.created_at AS "createdAt", s.tried_at AS "triedAt", s.fetched_at AS "fetchedAt", s.next_at AS "nextAt",
              s.failures, s.problem,
              (SELECT count(*)::integer FROM calendar_busy b WHERE b.organization_id = $1 AND b.source_id = s.id) AS "busyTimes"
         FROM people p LEFT JOIN calendar_sources s ON s.organization_id = $1 AND s.person_id = p.id
        WHERE p.organization_id = $1 AND p.id = $2 ORDER BY s.created_at, s.id`,
      [actor.organizationId, owner],
    );
    return rows.length === 0 ? null : rows.filter((row): row is CalendarSeen => row.id !== null);
  }

  /** The addresses that one has made for oneself. */
  async feeds(actor: StaffActor): Promise<FeedSeen[]> {
    return this.uow.read<FeedSeen>(
      actor.organizationId,
      'calendar-feeds',
      `SELECT id, posting_id AS "postingId", created_at AS "createdAt" FROM calendar_feeds WHERE organization_id = $1 AND owner_id = $2 ORDER BY created_at, id`,
      [actor.organizationId, actor.personId],
    );
  }
}
