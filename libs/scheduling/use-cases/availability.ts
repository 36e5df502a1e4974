import { Injectable } from '@nestjs/common';
import { isId, newId, ok, refuse, type Id, type Refusal, type Result, type StaffActor } from '#libs/kernel/index.js';
import { UnitOfWork, type IdempotencyRefusal, type Tx } from '#libs/platform/index.js';
import { checkBusyBlock, checkWeeklyHours, type HoursRow, type InvalidRefusal } from '../domain/availability.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';
import { calendarOwner, NO_SUCH_CALENDAR } from '../queries/calendars.js';
import { idempotency } from './idempotency.js';

export type AvailabilityRefusal = Refusal<'NOT_FOUND' | 'TOO_MANY'> | InvalidRefusal | IdempotencyRefusal;

export interface HoursWanted {
  readonly personId?: Id | null;
  /** All of them; what was there before is replaced. None: "has not said". */
  readonly hours: readonly HoursRow[];
  readonly idempotencyKey?: string | null;
}

export interface BusyWanted {
  readonly personId?: Id | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason?: string | null;
  readonly idempotencyKey?: string | null;
}

/** When people hold interviews, and when they are away. Booked interviews stay as they are, whatever hours say later. */
@Injectable()
export class KeepAvailability {
  constructor(private readonly uow: UnitOfWork) {}

  async setWeeklyHours(actor: StaffActor, wanted: HoursWanted): Promise<Result<{ personId: Id }, AvailabilityRefusal>> {
    const personId = calendarOwner(actor, wanted.personId);
    if (personId === null) return NO_SUCH_CALENDAR;
    const hours = checkWeeklyHours(wanted.hours);
    if (!hours.ok) return hours;
    const key = idempotency(wanted.idempotencyKey, 'setWeeklyHours', [personId, hours.value]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => setWeeklyHours(tx, personId, hours.value), key.value);
  }

  async addBusyBlock(
    actor: StaffActor,
    wanted: BusyWanted,
  ): Promise<Result<{ busyBlockId: Id; personId: Id }, AvailabilityRefusal>> {
    const personId = calendarOwner(actor, wanted.personId);
    if (personId === null) return NO_SUCH_CALENDAR;
    const key = idempotency(wanted.idempotencyKey, 'addBusyBlock', [
      personId,
      wanted.startsAt,
      wanted.endsAt,
      wanted.reason ?? '',
    ]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => addBusyBlock(tx, personId, wanted), key.value);
  }

  async removeBusyBlock(
    actor: StaffActor,
    busyBlockId: Id,
  ): Promise<Result<{ busyBlockId: Id; personId: Id }, Refusal<'NOT_FOUND'>>> {
    return this.uow.run(actor, (tx) => removeBusyBlock(tx, actor, busyBlockId));
  }
}

/** Locks the person, so that two changes of their calendar come one after the other; false when the organisation has no such person. */
export async function lockPerson(tx: Tx, personId: Id): Promise<boolean> {
  const rows = await tx.query(
    'lock-person-calendar',
    'SELECT id FROM people WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [tx.organizationId, personId],
  );
  return rows.length > 0;
}

async function setWeeklyHours(
  tx: Tx,
  personId: Id,
  hours: readonly HoursRow[],
): Promise<Result<{ personId: Id }, Refusal<'NOT_FOUND'>>> {
  if (!(await lockPerson(tx, personId))) return NO_SUCH_CALENDAR;
  tx.write('clear-weekly-hours', 'DELETE FROM weekly_hours WHERE organization_id = $1 AND person_id = $2', [
    tx.organizationId,
    personId,
  ]);
  const rows = hours.map((rule) => ({ ...rule, id: newId(tx.now.getTime()) }));
  tx.write(
    'insert-weekly-hours',
    `INSERT INTO weekly_hours (organization_id, id, person_id, zone, days, starts, ends)
     SELECT $1, h.id, $2, h.zone, h.days, h.starts, h.ends
       FROM jsonb_to_recordset($3::jsonb) AS h (id uuid, zone text, days text[], starts text, ends text)`,
    [tx.organizationId, personId, JSON.stringify(rows)],
  );
  tx.audit('availability.hours', 'person', personId, { rules: hours.length });
  return ok({ personId });
}

async function addBusyBlock(
  tx: Tx,
  personId: Id,
  wanted: BusyWanted,
): Promise<Result<{ busyBlockId: Id; personId: Id }, AvailabilityRefusal>> {
  const checked = checkBusyBlock(wanted.startsAt, wanted.endsAt, wanted.reason ?? '', tx.now);
  if (!checked.ok) return checked;
  if (!(await lockPerson(tx, personId))) return NO_SUCH_CALENDAR;
  const [coming] = await tx.query<{ count: number }>(
    'count-busy-blocks',
    'SELECT count(*)::integer AS count FROM busy_blocks WHERE organization_id = $1 AND person_id = $2 AND upper(during) > $3',
    [tx.organizationId, personId, tx.now],
  );
  if (coming!.count >= SCHEDULING.busyBlocks) {
    return refuse('TOO_MANY', `There are ${coming!.count} busy times ahead already. Remove some, or join those that touch.`);
  }
  const busyBlockId = newId(tx.now.getTime());
  const { start_ms, end_ms, reason } = checked.value;
  tx.write(
    'insert-busy-block',
    'INSERT INTO busy_blocks (organization_id, id, person_id, during, reason) VALUES ($1, $2, $3, tstzrange($4, $5), $6)',
    [tx.organizationId, busyBlockId, personId, new Date(start_ms), new Date(end_ms), reason],
  );
  tx.audit('availability.busy', 'person', personId, { busyBlockId });
  return ok({ busyBlockId, personId });
}

async function removeBusyBlock(
  tx: Tx,
  actor: StaffActor,
  busyBlockId: Id,
): Promise<Result<{ busyBlockId: Id; personId: Id }, Refusal<'NOT_FOUND'>>> {
  const none = refuse('NOT_FOUND', 'There is no such busy time, or it is not yours to remove.');
  if (!isId(busyBlockId)) return none;
  const [block] = await tx.query<{ person_id: Id }>(
    'busy-block-to-remove',
    'SELECT person_id FROM busy_blocks WHERE organization_id = $1 AND id = $2 FOR UPDATE',
    [tx.organizationId, busyBlockId],
  );
  if (!block || calendarOwner(actor, block.person_id) === null) return none;
  tx.write('delete-busy-block', 'DELETE FROM busy_blocks WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    busyBlockId,
  ]);
  tx.audit('availability.free', 'person', block.person_id, { busyBlockId });
  return ok({ busyBlockId, personId: block.person_id });
}
