import { type Refusal, type Result, dateInZone, isZone, ok, refuse, wallToInstant } from '#libs/kernel/index.js';

const DAY_MS = 24 * 3600 * 1000;

/** When a stage does not say how long the candidate has. */
export const USUAL_DUE_DAYS = 7;
/** How long before the due date the candidate is reminded. */
export const REMIND_BEFORE_MS = DAY_MS;
/** A due date lies at most this far ahead. */
export const LONGEST_DUE_DAYS = 365;

/** The last minute of a day belongs to the candidate: 23:59 on their clock, whatever the clocks do that night. */
const END_OF_DAY = '23:59';

/** The candidate's zone, or UTC where what they stated is none. */
export function zoneOf(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}

/** 23:59 in `zone` on the day that is `days` after today there. */
export function dueIn(now: Date, days: number, zone: string): Date {
  return endOfDay(plusDays(dateInZone(now, zone), days), zone);
}

/** The due date moved by whole days, counted from the day it was due or, when that is past, from today. */
export function dueLater(dueAt: Date, days: number, zone: string, now: Date): Date {
  const from = dueAt.getTime() > now.getTime() ? dueAt : now;
  return endOfDay(plusDays(dateInZone(from, zone), days), zone);
}

/** When to remind of a due date; null when that moment is past. */
export function remindAt(dueAt: Date, now: Date): Date | null {
  const at_ms = dueAt.getTime() - REMIND_BEFORE_MS;
  return at_ms > now.getTime() ? new Date(at_ms) : null;
}

/** Either an instant or whole days, as the person gave it. */
export interface Extension {
  readonly dueAt?: Date | null;
  readonly days?: number | null;
}

export type ExtensionRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string };

/** The new due date, later than the present one and in the future. */
export function extend(present: { dueAt: Date; zone: string }, extension: Extension, now: Date): Result<Date, ExtensionRefusal> {
  const { dueAt = null, days = null } = extension;
  if ((dueAt === null) === (days === null)) return bad('input', 'Give either "dueAt" or "days".');
  if (days !== null) {
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_DUE_DAYS)
      return bad('input.days', `An extension has 1 to ${LONGEST_DUE_DAYS} days.`);
    return within(dueLater(present.dueAt, days, present.zone, now), 'input.days', now);
  }
  if (Number.isNaN(dueAt!.getTime()))
    return bad('input.dueAt', 'This is not an instant. Write one such as 2030-03-05T22:59:00Z.');
  if (dueAt!.getTime() <= Math.max(present.dueAt.getTime(), now.getTime())) {
    return bad(
      'input.dueAt',
      `The new due date has to be later than the present one (${present.dueAt.toISOString()}) and than now.`,
    );
  }
  return within(dueAt!, 'input.dueAt', now);
}

function within(dueAt: Date, field: string, now: Date): Result<Date, ExtensionRefusal> {
  if (dueAt.getTime() <= now.getTime() + (LONGEST_DUE_DAYS + 1) * DAY_MS) return ok(dueAt);
  return bad(field, `A due date lies at most ${LONGEST_DUE_DAYS} days ahead.`);
}

function bad(field: string, message: string) {
  return refuse('INVALID_INPUT', `${message} Nothing was changed.`, { field });
}

function endOfDay(date: string, zone: string): Date {
  return new Date(wallToInstant(date, END_OF_DAY, zone));
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
