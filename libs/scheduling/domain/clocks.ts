import { isZone, offsetMinutes, type Id } from '#libs/kernel/index.js';
import type { Meeting } from './meeting.js';

/** What clocks show at an instant: minutes ahead of UTC, by zone. */
export type Clocks = Readonly<Record<string, number>>;

/** A zone whose clocks show another time at an instant than was told; minutes ahead of UTC. */
export interface ClockShift {
  readonly zone: string;
  readonly told_min: number;
  readonly now_min: number;
}

/** What everybody's clocks show when an interview begins: the posting's, the candidate's, those of the people in it. */
export function clocksOf(
  { zone, candidateZone, interviewers }: Pick<Meeting, 'zone' | 'candidateZone' | 'interviewers'>,
  start_ms: number,
  taken: readonly { readonly interviewerId: Id }[],
): Clocks {
  const theirs = taken.flatMap(({ interviewerId }) => interviewers.get(interviewerId)?.zone ?? []);
  return clocksAt([zone, candidateZone, ...theirs], start_ms);
}

/** In zones that this machine knows. */
export function clocksAt(zones: readonly string[], at_ms: number): Clocks {
  const known = [...new Set(zones)].filter(isZone).sort();
  return Object.fromEntries(known.map((zone) => [zone, offsetMinutes(at_ms, zone)]));
}

/** Where clocks show another time at the instant than what was told, by the rules of zones that this machine has now. */
export function shiftsSince(told: Clocks, at_ms: number): ClockShift[] {
  const now = clocksAt(Object.keys(told), at_ms);
  return Object.entries(now)
    .filter(([zone, now_min]) => now_min !== told[zone])
    .map(([zone, now_min]) => ({ zone, told_min: told[zone]!, now_min }));
}

/** Whether one version of the time zone database is before another; unknown ones are before none, and none is before them. */
export function isOlder(version: string, than: string): boolean {
  return isVersion(version) && isVersion(than) && version < than;
}

/** "2026b": a year and a letter, so that they sort as text. */
export function isVersion(version: string): boolean {
  return /^\d{4}[a-z]$/.test(version);
}

/** What the clocks of a shifted zone were told to show when an interview begins, and what they show: "14:00" and "15:00". */
export function facesOf({ told_min, now_min }: ClockShift, start_ms: number): { readonly told: string; readonly shown: string } {
  const face = (offset_min: number): string => new Date(start_ms + offset_min * 60_000).toISOString().slice(11, 16);
  return { told: face(told_min), shown: face(now_min) };
}
