import fc from 'fast-check';
import { searchSlots, type SlotQuery } from '#libs/scheduling/index.js';
import { clockChanges, costOf, oracleSlots, type OracleSlot } from './slot-oracle.js';
import { queryAround } from './slot-queries.js';

/** Odd offsets, half-hour changes, changes at midnight, in Ramadan, in the other half of the year, and none at all. */
export const ODD_ZONES = [
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'America/New_York',
  'Europe/Athens',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Beirut',
  'America/Santiago',
  'Asia/Kolkata',
  'UTC',
] as const;

/** What a search and the oracle say of the same question. */
export interface Judged {
  /** Starts on the grid that were looked at. */
  readonly starts: number;
  readonly slots: number;
  /** Offered where the oracle has none; not offered where it has one; offered with people who are not those to be asked first. */
  readonly wrong: number;
  readonly missing: number;
  readonly costly: number;
}

/** Compares one search with the oracle. */
export function judge(asked: SlotQuery): Judged {
  const found = searchSlots(asked);
  const possible = new Map(oracleSlots(asked).map((slot) => [slot.start_ms, slot]));
  let [wrong, costly] = [0, 0];
  for (const slot of found.slots) {
    const right = possible.get(slot.start_ms);
    const people = new Set(slot.seats.map(({ interviewerId }) => interviewerId));
    const sound = slot.end_ms - slot.start_ms === asked.duration_min * 60_000 && people.size === asked.seats.length;
    if (right === undefined || !sound) wrong += 1;
    else if (Math.abs(costOfFilling(asked, slot.seats, right) - right.leastLoad) > 1e-6) costly += 1;
  }
  const missing = possible.size - (found.slots.length - wrong) + Math.abs(found.count - found.slots.length);
  const length_min = (asked.latest_ms - asked.earliest_ms) / 60_000 - asked.duration_min;
  const starts = Math.max(0, Math.floor(length_min / (asked.grid_min ?? 15)));
  return { starts, slots: found.count, wrong, missing, costly };
}

function costOfFilling(
  asked: SlotQuery,
  seats: readonly { readonly seatId: string; readonly interviewerId: string }[],
  { avoids }: OracleSlot,
): number {
  return seats.reduce((total, { seatId, interviewerId }) => {
    const seat = asked.seats.find((each) => each.seatId === seatId)!;
    const member = seat.members.find((each) => each.interviewerId === interviewerId)!;
    return total + costOf(member, avoids(member));
  }, 0);
}

/** Days around which a zone is looked at: its clock changes of 2024 to 2035, or some days of those years where it has none. */
export function momentsOf(zone: string): readonly number[] {
  const changes = clockChanges(zone, 2024, 2035);
  return changes.length > 0 ? changes : [Date.UTC(2024, 1, 28), Date.UTC(2029, 5, 30), Date.UTC(2035, 11, 30)];
}

/** Questions around the n-th of a zone's moments, together with an odd zone; the same seed asks the same. */
export function questionsAround(zone: string, n: number, count: number, seed: number, grid_min: number): SlotQuery[] {
  const other = ODD_ZONES[seed % ODD_ZONES.length]!;
  return fc.sample(queryAround([zone, zone, other], momentsOf(zone)[n]!, [grid_min]), { numRuns: count, seed });
}
