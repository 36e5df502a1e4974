import { isWallTime, wallToInstant } from '#libs/kernel/index.js';

/** The instant of a day and a time as two fields of a form give them, on the clock of `zone`; an invalid date for anything else. */
export function instantOn(day: string, time: string, zone: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isWallTime(time) || Number.isNaN(Date.parse(day))) return new Date(NaN);
  return new Date(wallToInstant(day, time, zone));
}
