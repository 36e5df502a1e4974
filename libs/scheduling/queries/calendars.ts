import { Inject, Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { isId, ok, refuse, type Clock, type Id, type Refusal, type Result, type StaffActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { invalid, NO_INSTANT, type HoursRow, type InvalidRefusal } from '../domain/availability.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';

export interface BusyRow {
  readonly id: Id;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: string;
}

export interface AvailabilitySeen {
  readonly personId: Id;
  readonly zone: string;
  /** Empty: has not said. */
  readonly hours: readonly (HoursRow & { readonly id: Id })[];
  /** Days from today on that are not as usual, those for everybody included. */
  readonly exceptions: readonly {
    readonly id: Id;
    readonly everybody: boolean;
    readonly from: string;
    readonly to: string;
    readonly starts: string | null;
    readonly ends: string | null;
    readonly name: string;
  }[];
  readonly turns: readonly (HoursRow & {
    readonly id: Id;
    readonly everyWeeks: number;
    readonly firstWeek: string;
    readonly effect: string;
  })[];
  readonly limits: {
    readonly perDay: number | null;
    readonly perWeek: number | null;
    readonly restMin: number;
    readonly bufferBeforeMin: number;
    readonly bufferAfterMin: number;
    readonly meetingUrl: string | null;
  };
}

/** The one answer for a person who is not there and one whose calendar is not the actor's to read or keep. */
export const NO_SUCH_CALENDAR = refuse(
  'NOT_FOUND',
  "There is no such person, or their hours are not yours to keep. You can keep your own; administrators and recruiters everybody's.",
);

/** Whose availability is meant: one's own, or anybody's for administrators and recruiters; null for nobody. */
export function calendarOwner(actor: StaffActor, personId: Id | null | undefined): Id | null {
  const wanted = personId ?? actor.personId;
  return isId(wanted) && (wanted === actor.personId || may(actor, 'pools.manage')) ? wanted : null;
}

/** Reads of hours and busy times. */
@Injectable()
export class Calendars {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async availability(actor: StaffActor, personId: Id | null): Promise<AvailabilitySeen | null> {
    const owner = calendarOwner(actor, personId);
    if (owner === null) return null;
    const [row] = await this.uow.read<AvailabilitySeen>(
      actor.organizationId,
      'availability',
      `SELECT pe.id AS "personId", pe.zone,
              (SELECT coalesce(json_agg(json_build_object('id', h.id, 'zone', h.zone, 'days', h.days, 'starts', h.starts, 'ends', h.ends) ORDER BY h.id), '[]')
                 FROM weekly_hours h WHERE h.organization_id = $1 AND h.person_id = pe.id) AS hours,
              (SELECT coalesce(json_agg(json_build_object('id', e.id, 'everybody', e.person_id IS NULL, 'from', e.from_on, 'to', e.to_on, 'starts', e.starts,
                                                          'ends', e.ends, 'name', e.name) ORDER BY e.from_on, e.id), '[]')
                 FROM hours_exceptions e WHERE e.organization_id = $1 AND (e.person_id = pe.id OR e.person_id IS NULL) AND e.to_on >= $3::timestamptz::date - 1) AS exceptions,
              (SELECT coalesce(json_agg(json_build_object('id', t.id, 'zone', t.zone, 'days', t.days, 'starts', t.starts, 'ends', t.ends,
                                                          'everyWeeks', t.every_weeks, 'firstWeek', t.first_week, 'effect', t.effect) ORDER BY t.id), '[]')
                 FROM on_call_turns t WHERE t.organization_id = $1 AND t.person_id = pe.id) AS turns,
              json_build_object('perDay', l.per_day, 'perWeek', l.per_week, 'restMin', coalesce(l.rest_min, 0), 'bufferBeforeMin', coalesce(l.buffer_before_min, $4),
                                'bufferAfterMin', coalesce(l.buffer_after_min, $4), 'meetingUrl', l.meeting_url) AS limits
         FROM people pe LEFT JOIN interviewer_limits l ON l.organization_id = $1 AND l.person_id = pe.id
        WHERE pe.organization_id = $1 AND pe.id = $2`,
      [actor.organizationId, owner, this.clock.now(), SCHEDULING.buffer_min],
    );
    return row ?? null;
  }

  /** Busy times that touch the window (the next 60 days if left out), earliest first. */
  async busyBlocks(
    actor: StaffActor,
    personId: Id | null,
    from: Date | null,
    to: Date | null,
  ): Promise<Result<BusyRow[], Refusal<'NOT_FOUND'> | InvalidRefusal>> {
    const owner = calendarOwner(actor, personId);
    if (owner === null) return NO_SUCH_CALENDAR;
    const start = from ?? this.clock.now();
    const end = to ?? new Date(start.getTime() + SCHEDULING.longestBusy_ms);
    if (Number.isNaN(start.getTime())) return invalid('from', NO_INSTANT);
    if (Number.isNaN(end.getTime())) return invalid('to', NO_INSTANT);
    if (start >= end) return invalid('to', 'The window ends before it begins. Exchange or correct the two times.');
    if (end.getTime() - start.getTime() > SCHEDULING.longestBusy_ms) return invalid('to', 'Ask for at most 60 days at once.');
    // A person without busy times answers one row without a block, nobody answers none.
    const rows = await this.uow.read<{ id: Id | null; starts_at: Date; ends_at: Date; reason: string }>(
      actor.organizationId,
      'busy-blocks',
      `SELECT b.id, lower(b.during) AS starts_at, upper(b.during) AS ends_at, b.reason
         FROM people pe LEFT JOIN busy_blocks b ON b.organization_id = $1 AND b.person_id = pe.id AND b.during && tstzrange($3, $4)
        WHERE pe.organization_id = $1 AND pe.id = $2 ORDER BY lower(b.during), b.id LIMIT $5`,
      [actor.organizationId, owner, start, end, SCHEDULING.busyBlocks],
    );
    if (rows.length === 0) return NO_SUCH_CALENDAR;
    const blocks = rows.filter((row): row is typeof row & { id: Id } => row.id !== null);
    return ok(
      blocks.map(({ id, starts_at, ends_at, reason }) => ({
        id,
        startsAt: starts_at.toISOString(),
        endsAt: ends_at.toISOString(),
        reason,
      })),
    );
  }
}
