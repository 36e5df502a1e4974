import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { isId, newId, ok, refuse, wallMinutes, type Id, type Result, type StaffActor } from '#libs/kernel/index.js';
import { UnitOfWork, type Tx } from '#libs/platform/index.js';
import { invalid, type HoursRow, type InvalidRefusal } from '../domain/availability.js';
import { checkDays, checkTurns, RULE_LIMITS, whole } from '../domain/check-rules.js';
import { checkMeetingUrl } from '../domain/choosing.js';
import type { OnCallTurn } from '../domain/hours.js';
import { calendarOwner, NO_SUCH_CALENDAR } from '../queries/calendars.js';
import { lockPerson, type AvailabilityRefusal } from './availability.js';
import { idempotency } from './idempotency.js';

export interface LimitsWanted {
  readonly personId?: Id | null;
  readonly perDay?: number | null;
  readonly perWeek?: number | null;
  readonly restMin: number;
  /** Null: as many minutes as everybody. */
  readonly bufferBeforeMin?: number | null;
  readonly bufferAfterMin?: number | null;
  readonly meetingUrl?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface ExceptionWanted {
  readonly personId?: Id | null;
  /** A day for everybody: a public holiday, a company's day off. */
  readonly everybody?: boolean | null;
  readonly from: string;
  readonly to: string;
  /** Both or neither: other hours on these days, or away. */
  readonly starts?: string | null;
  readonly ends?: string | null;
  readonly name?: string | null;
  readonly idempotencyKey?: string | null;
}

export interface TurnsWanted {
  readonly personId?: Id | null;
  /** All of them; what was there before is replaced. */
  readonly turns: readonly (HoursRow & { readonly everyWeeks: number; readonly firstWeek: string; readonly effect: string })[];
  readonly idempotencyKey?: string | null;
}

type Kept = Result<{ personId: Id }, AvailabilityRefusal>;
type KeptException = Result<{ exceptionId: Id; personId: Id | null }, AvailabilityRefusal>;

/** How much people interview, and the days and turns on which they do not. Booked interviews stay as they are. */
@Injectable()
export class KeepPersonRules {
  constructor(private readonly uow: UnitOfWork) {}

  async setLimits(actor: StaffActor, wanted: LimitsWanted): Promise<Kept> {
    const personId = calendarOwner(actor, wanted.personId);
    if (personId === null) return NO_SUCH_CALENDAR;
    const checked = checkLimits(wanted);
    if (!checked.ok) return checked;
    const key = idempotency(wanted.idempotencyKey, 'setInterviewLimits', [personId, checked.value]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => setLimits(tx, personId, checked.value), key.value);
  }

  async setTurns(actor: StaffActor, wanted: TurnsWanted): Promise<Kept> {
    const personId = calendarOwner(actor, wanted.personId);
    if (personId === null) return NO_SUCH_CALENDAR;
    const turns = checkTurns(wanted.turns);
    if (!turns.ok) return turns;
    const key = idempotency(wanted.idempotencyKey, 'setOnCallTurns', [personId, turns.value]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => setTurns(tx, personId, turns.value), key.value);
  }

  async addException(actor: StaffActor, wanted: ExceptionWanted): Promise<KeptException> {
    const everybody = wanted.everybody === true;
    const personId = everybody ? null : calendarOwner(actor, wanted.personId);
    if (everybody ? !may(actor, 'pools.manage') : personId === null) return NO_SUCH_CALENDAR;
    const checked = checkException(wanted);
    if (!checked.ok) return checked;
    const key = idempotency(wanted.idempotencyKey, 'addHoursException', [personId, checked.value]);
    if (!key.ok) return key;
    return this.uow.run(actor, (tx) => addException(tx, personId, checked.value), key.value);
  }

  async removeException(actor: StaffActor, exceptionId: Id): Promise<KeptException> {
    return this.uow.run(actor, (tx) => removeException(tx, actor, exceptionId));
  }
}

type Limits = Required<Pick<LimitsWanted, 'restMin'>> & {
  readonly perDay: number | null;
  readonly perWeek: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly meetingUrl: string | null;
};

function checkLimits(wanted: LimitsWanted): Result<Limits, InvalidRefusal> {
  const { perDay = null, perWeek = null, restMin, bufferBeforeMin: before = null, bufferAfterMin: after = null } = wanted;
  if (perDay !== null && !whole(perDay, 0, 20)) return invalid('input.perDay', 'At most 0 to 20 interviews a day.');
  if (perWeek !== null && !whole(perWeek, 0, 60)) return invalid('input.perWeek', 'At most 0 to 60 interviews a week.');
  if (!whole(restMin, 0, 480)) return invalid('input.restMin', 'Rest between interviews is 0 to 480 minutes.');
  for (const [field, minutes] of [
    ['input.bufferBeforeMin', before],
    ['input.bufferAfterMin', after],
  ] as const)
    if (minutes !== null && !whole(minutes, 0, 120))
      return invalid(field, 'Around an interview 0 to 120 minutes can be kept free.');
  const meetingUrl = checkMeetingUrl(wanted.meetingUrl ?? null);
  if (!meetingUrl.ok) return meetingUrl;
  return ok({ perDay, perWeek, restMin, before, after, meetingUrl: meetingUrl.value });
}

async function setLimits(tx: Tx, personId: Id, limits: Limits): Promise<Kept> {
  if (!(await lockPerson(tx, personId))) return NO_SUCH_CALENDAR;
  tx.write(
    'set-interviewer-limits',
    `INSERT INTO interviewer_limits (organization_id, person_id, per_day, per_week, rest_min, buffer_before_min, buffer_after_min, meeting_url)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (organization_id, person_id) DO UPDATE SET per_day = excluded.per_day, per_week = excluded.per_week, rest_min = excluded.rest_min,
       buffer_before_min = excluded.buffer_before_min, buffer_after_min = excluded.buffer_after_min, meeting_url = excluded.meeting_url`,
    [tx.organizationId, personId, limits.perDay, limits.perWeek, limits.restMin, limits.before, limits.after, limits.meetingUrl],
  );
  tx.audit('availability.limits', 'person', personId);
  return ok({ personId });
}

async function setTurns(tx: Tx, personId: Id, turns: readonly OnCallTurn[]): Promise<Kept> {
  if (!(await lockPerson(tx, personId))) return NO_SUCH_CALENDAR;
  tx.write('clear-on-call-turns', 'DELETE FROM on_call_turns WHERE organization_id = $1 AND person_id = $2', [
    tx.organizationId,
    personId,
  ]);
  const rows = turns.map((turn) => ({ ...turn, id: newId(tx.now.getTime()) }));
  tx.write(
    'insert-on-call-turns',
    `INSERT INTO on_call_turns (organization_id, id, person_id, zone, days, starts, ends, every_weeks, first_week, effect)
     SELECT $1, t.id, $2, t.zone, t.days, t.start, t."end", t."everyWeeks", t."firstWeek", t.effect
       FROM jsonb_to_recordset($3::jsonb)
         AS t (id uuid, zone text, days text[], start text, "end" text, "everyWeeks" integer, "firstWeek" date, effect text)`,
    [tx.organizationId, personId, JSON.stringify(rows)],
  );
  tx.audit('availability.on-call', 'person', personId, { turns: turns.length });
  return ok({ personId });
}

interface Exception {
  readonly from: string;
  readonly to: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly name: string;
}

function checkException(wanted: ExceptionWanted): Result<Exception, InvalidRefusal> {
  const { from, to, starts = null, ends = null } = wanted;
  const days = checkDays(from, to, ['input.from', 'input.to']);
  if (!days.ok) return days;
  if (Date.parse(to) - Date.parse(from) > 366 * 86_400_000) return invalid('input.to', 'At most a year at once.');
  if ((starts === null) !== (ends === null))
    return invalid('input.ends', 'Say from when until when, or neither for the whole day.');
  for (const [field, time] of [
    ['input.starts', starts],
    ['input.ends', ends],
  ] as const)
    if (time !== null && !isTimeOfDay(time, field === 'input.ends')) return invalid(field, 'Write a time of day such as 09:30.');
  const name = (wanted.name ?? '').trim();
  if (name.length > 120 || name.includes('\0')) return invalid('input.name', 'A name has at most 120 characters.');
  return ok({ from, to, starts, ends, name });
}

function isTimeOfDay(time: string, mayBeMidnight: boolean): boolean {
  try {
    return wallMinutes(time) < 1440 || mayBeMidnight;
  } catch {
    return false;
  }
}

async function addException(tx: Tx, personId: Id | null, { from, to, starts, ends, name }: Exception): Promise<KeptException> {
  if (personId !== null && !(await lockPerson(tx, personId))) return NO_SUCH_CALENDAR;
  const [ahead] = await tx.query<{ count: number }>(
    'count-hours-exceptions',
    `SELECT count(*)::integer AS count FROM hours_exceptions
      WHERE organization_id = $1 AND person_id IS NOT DISTINCT FROM $2 AND to_on >= $3::timestamptz::date`,
    [tx.organizationId, personId, tx.now],
  );
  if (ahead!.count >= RULE_LIMITS.exceptions)
    return refuse('TOO_MANY', `There are ${ahead!.count} such days ahead already. Remove some, or join those that touch.`);
  const exceptionId = newId(tx.now.getTime());
  tx.write(
    'insert-hours-exception',
    `INSERT INTO hours_exceptions (organization_id, id, person_id, from_on, to_on, starts, ends, name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.organizationId, exceptionId, personId, from, to, starts, ends, name],
  );
  tx.audit('availability.exception', personId === null ? 'organization' : 'person', personId ?? tx.organizationId, {
    exceptionId,
  });
  return ok({ exceptionId, personId });
}

async function removeException(tx: Tx, actor: StaffActor, exceptionId: Id): Promise<KeptException> {
  const none = refuse('NOT_FOUND', 'There are no such days, or they are not yours to remove.');
  if (!isId(exceptionId)) return none;
  const [row] = await tx.query<{ person_id: Id | null }>(
    'hours-exception-to-remove',
    'SELECT person_id FROM hours_exceptions WHERE organization_id = $1 AND id = $2 FOR UPDATE',
    [tx.organizationId, exceptionId],
  );
  if (!row || (row.person_id === null ? !may(actor, 'pools.manage') : calendarOwner(actor, row.person_id) === null)) return none;
  tx.write('delete-hours-exception', 'DELETE FROM hours_exceptions WHERE organization_id = $1 AND id = $2', [
    tx.organizationId,
    exceptionId,
  ]);
  tx.audit(
    'availability.exception-removed',
    row.person_id === null ? 'organization' : 'person',
    row.person_id ?? tx.organizationId,
    {
      exceptionId,
    },
  );
  return ok({ exceptionId, personId: row.person_id });
}
