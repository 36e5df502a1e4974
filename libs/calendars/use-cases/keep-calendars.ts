import { Inject, Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { isId, newId, ok, refuse, type Clock, type Id, type Refusal, type Result, type StaffActor } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, UnitOfWork, type RunningConfig } from '#libs/platform/index.js';
import { checkAddress, type AddressRefusal } from '../domain/calendar-address.js';
import { seal } from '../persistence/sealed.js';
import { countSources, insertSource } from '../persistence/source-rows.js';
import { keep, placeOf, RefreshCalendar } from './refresh-calendar.js';

export interface Connecting {
  readonly kind: string;
  readonly name?: string | null;
  readonly address: string;
  readonly username?: string | null;
  readonly password?: string | null;
}

export type ConnectingRefusal = AddressRefusal | Refusal<'NOT_FOUND' | 'CALENDAR_UNREADABLE' | 'TOO_MANY'>;

const MOST = 10;
/** How soon a calendar may be read again because somebody asks. */
const AGAIN_MS = 30_000;
const NO_SUCH_CALENDAR = refuse('NOT_FOUND', 'There is no such calendar, or it is not yours.');

/** The calendars elsewhere by which people are known to be busy. Only their owner connects one; its address is never shown again. */
@Injectable()
export class KeepCalendars {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
    private readonly refresh: RefreshCalendar,
  ) {}

  /** Reads the calendar and keeps it if it can be read; so nobody finds out later that it never was. */
  async connect(actor: StaffActor, wanted: Connecting): Promise<Result<{ calendarId: Id }, ConnectingRefusal>> {
    const { organizationId, personId } = actor;
    const { kind, username = null, password = null } = wanted;
    const address = checkAddress(kind, wanted.address, username || null, password, this.config.calendarHosts ?? []);
    if (!address.ok) return address;
    const name = (wanted.name ?? '').trim();
    if (name.length > 120 || /\p{Cc}/u.test(name))
      return refuse('INVALID_INPUT', 'A name has at most 120 characters.', { field: 'input.name' });
    const [owner] = await this.uow.read<{ zone: string; calendars: number }>(
      organizationId,
      'calendar-owner',
      `SELECT p.zone, (SELECT count(*)::integer FROM calendar_sources s WHERE s.organization_id = $1 AND s.person_id = p.id) AS calendars
         FROM people p WHERE p.organization_id = $1 AND p.id = $2`,
      [organizationId, personId],
    );
    if (!owner) return NO_SUCH_CALENDAR;
    if (owner.calendars >= MOST) return TOO_MANY;
    const found = await this.refresh.look(address.value, null, owner.zone);
    if (!found.ok) return refuse('CALENDAR_UNREADABLE', `${found.problem} Nothing was connected.`);
    const id = newId(this.clock.now().getTime());
    const sealed = seal(this.config.secret, placeOf(organizationId, id), address.value);
    return this.uow.run(actor, async (tx) => {
      if (((await countSources(tx, personId)) ?? MOST) >= MOST) return TOO_MANY;
      const host = new URL(address.value.url).host;
      insertSource(tx, { id, personId, kind: address.value.kind, name, host, sealed }, tx.now);
      keep(tx, { id, personId, failures: 0 }, found);
      tx.audit('calendar.connect', 'person', personId, { calendarId: id, kind });
      return ok({ calendarId: id });
    });
  }

  /** Forgets a calendar and what it said. Its owner may, and who keeps everybody's hours. */
  async disconnect(actor: StaffActor, calendarId: Id): Promise<Result<{ calendarId: Id }, Refusal<'NOT_FOUND'>>> {
    if (!isId(calendarId)) return NO_SUCH_CALENDAR;
    return this.uow.run(actor, async (tx) => {
      const [row] = await tx.query<{ person_id: Id }>(
        'calendar-to-disconnect',
        'SELECT person_id FROM calendar_sources WHERE organization_id = $1 AND id = $2 FOR UPDATE',
        [tx.organizationId, calendarId],
      );
      if (!row || !mayKeep(actor, row.person_id)) return NO_SUCH_CALENDAR;
      tx.write('disconnect-calendar', 'DELETE FROM calendar_sources WHERE organization_id = $1 AND id = $2', [
        tx.organizationId,
        calendarId,
      ]);
      tx.audit('calendar.disconnect', 'person', row.person_id, { calendarId });
      return ok({ calendarId });
    });
  }

  /** Reads a calendar now, not more often than every half minute. */
  async readAgain(actor: StaffActor, calendarId: Id): Promise<Result<{ calendarId: Id }, Refusal<'NOT_FOUND'>>> {
    const source = isId(calendarId) ? await this.refresh.source(actor.organizationId, calendarId) : null;
    if (!source || !mayKeep(actor, source.personId)) return NO_SUCH_CALENDAR;
    const [tried] = await this.uow.read<{ recently: boolean }>(
      actor.organizationId,
      'calendar-tried',
      'SELECT coalesce(tried_at > $3, false) AS recently FROM calendar_sources WHERE organization_id = $1 AND id = $2',
      [actor.organizationId, calendarId, new Date(this.clock.now().getTime() - AGAIN_MS)],
    );
    if (tried?.recently === false) await this.refresh.readNow(actor.organizationId, { ...source, etag: null });
    return ok({ calendarId });
  }
}

const TOO_MANY = refuse('TOO_MANY', `You have ${MOST} calendars already. Disconnect one that is not needed any more.`);

/** One's own, or anybody's for who keeps hours. */
export function mayKeep(actor: StaffActor, personId: Id): boolean {
  return actor.personId === personId || may(actor, 'pools.manage');
}
