import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Id, type Interval, type SystemActor } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, UnitOfWork, type RunningConfig, type Tx } from '#libs/platform/index.js';
import { busyTimes } from '../domain/busy-times.js';
import { nextReading, type CalendarAddress } from '../domain/calendar-address.js';
import { unseal } from '../persistence/sealed.js';
import { keepFailure, keepReading, SOURCE, type SourceRow } from '../persistence/source-rows.js';
import { Unreachable } from '../remote/guarded-fetch.js';
import { readCalendar } from '../remote/read-calendar.js';

/** What a calendar holds for the days in which interviews are looked for. */
export type CalendarFound =
  | {
      readonly ok: true;
      readonly busy: readonly Interval[] | null;
      readonly etag: string | null;
      readonly problem: string | null;
    }
  | { readonly ok: false; readonly problem: string };

const DAY_MS = 86_400_000;
const PAST_DAYS = 8;
const AHEAD_DAYS = 60;
const WHOLE_HOUR = 3;

/** Reads calendars elsewhere, each by a timer of its own. What was read before stays until something newer has been read. */
@Injectable()
export class RefreshCalendar {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  /** The timer: reads when it is time. Rings again without effect, since each reading sets the time of the next. */
  async due(organizationId: Id, sourceId: Id): Promise<void> {
    const source = await this.source(organizationId, sourceId);
    if (source && source.nextAt <= this.clock.now()) await this.readNow(organizationId, source);
  }

  async source(organizationId: Id, sourceId: Id): Promise<SourceRow | null> {
    const [row] = await this.uow.read<SourceRow>(organizationId, 'calendar-source', SOURCE, [organizationId, sourceId]);
    return row ?? null;
  }

  async readNow(organizationId: Id, source: SourceRow): Promise<void> {
    const address = unseal<CalendarAddress>(this.config.secret, placeOf(organizationId, source.id), source.sealed);
    const found: CalendarFound = address
      ? await this.look(address, this.isDaily() ? null : source.etag, source.zone)
      : {
          ok: false,
          problem: 'The address cannot be opened any more, since the installation’s secret has changed. Connect it anew.',
        };
    const actor: SystemActor = { kind: 'system', organizationId, part: 'worker' };
    await this.uow.run(actor, async (tx) => {
      // Disconnected meanwhile: there is nothing to keep and nothing to wait for.
      const [present] = await tx.query(
        'lock-calendar-source',
        'SELECT FROM calendar_sources WHERE organization_id = $1 AND id = $2 FOR UPDATE',
        [organizationId, source.id],
      );
      if (present) keep(tx, source, found);
      return ok(null);
    });
  }

  /** An unchanged file says other things about other days: once a day it is read whole, so that what comes back is followed further. */
  private isDaily(): boolean {
    return this.clock.now().getUTCHours() === WHOLE_HOUR;
  }

  /** Reads a calendar over the network; every fault becomes words for its owner. */
  async look(address: CalendarAddress, etag: string | null, zone: string): Promise<CalendarFound> {
    const now_ms = this.clock.now().getTime();
    const window = { start_ms: now_ms - PAST_DAYS * DAY_MS, end_ms: now_ms + AHEAD_DAYS * DAY_MS };
    try {
      const read = await readCalendar(address, etag, window, this.config.calendarHosts ?? []);
      if (read === 'UNCHANGED') return { ok: true, busy: null, etag, problem: null };
      const found = busyTimes(read.text, { ...window, zone });
      if (!found.ok) return { ok: false, problem: found.refusal.message };
      const { busy, unreadable } = found.value;
      const problem =
        unreadable === 0
          ? null
          : `${unreadable === 1 ? 'One event comes' : `${unreadable} events come`} back in a way that cannot be followed and is not counted.`;
      return { ok: true, busy, etag: read.etag, problem };
    } catch (error) {
      if (error instanceof Unreachable) return { ok: false, problem: error.message };
      throw error;
    }
  }
}

/** What a sealed address is bound to. */
export function placeOf(organizationId: Id, sourceId: Id): string {
  return `${organizationId}/${sourceId}`;
}

/** Keeps a reading and sets the timer of the next. */
export function keep(tx: Tx, source: Pick<SourceRow, 'id' | 'personId' | 'failures'>, found: CalendarFound): void {
  const nextAt = nextReading(tx.now, found.ok ? 0 : source.failures + 1);
  if (found.ok) {
    const { busy, etag, problem } = found;
    keepReading(tx, { sourceId: source.id, personId: source.personId, busy, etag, problem, nextAt });
  } else {
    keepFailure(tx, source.id, found.problem, nextAt);
  }
  tx.emit({ name: 'CalendarDue', subjectId: source.personId, payload: { calendarId: source.id }, notBefore: nextAt });
}
