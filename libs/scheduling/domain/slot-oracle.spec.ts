import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockChanges, costOf, oracleSlots } from '../../../test/support/slot-oracle.js';
import { queryAround } from '../../../test/support/slot-queries.js';
import { searchSlots } from './search-slots.js';
import { turnWindows } from './hours.js';
import type { Slot, SlotQuery } from './slot-query.js';

/** Odd offsets, half-hour changes, changes at midnight, in Ramadan, in the other half of the year, and none at all. */
const ODD_ZONES = [
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
];
const ALL_ZONES = Intl.supportedValuesOf('timeZone');
const RUNS = Number(process.env['ROUNDS_ORACLE_RUNS'] ?? 60);
/** How often every zone and clock change is taken; less than one takes a sample spread evenly over them. */
const ROUNDS = Number(process.env['ROUNDS_ORACLE_ROUNDS'] ?? 0);
const CHANGES = ODD_ZONES.flatMap((zone) => clockChanges(zone, 2024, 2035));

/** Compares one search with the oracle. Answers how many starts on the grid were judged, and how many of them were slots. */
function judge(asked: SlotQuery): { starts: number; slots: number } {
  const found = searchSlots(asked);
  const possible = oracleSlots(asked);
  expect(found.slots.map(({ start_ms }) => start_ms)).toEqual(possible.map(({ start_ms }) => start_ms));
  expect(found.count).toBe(possible.length);
  found.slots.forEach((slot, index) => {
    expect(slot.end_ms - slot.start_ms).toBe(asked.duration_min * 60_000);
    expect(new Set(slot.seats.map(({ interviewerId }) => interviewerId)).size).toBe(asked.seats.length);
    expect(costOfFilling(asked, slot)).toBeCloseTo(possible[index]!.leastLoad, 6);
  });
  const length_min = (asked.latest_ms - asked.earliest_ms) / 60_000 - asked.duration_min;
  return { starts: Math.floor(length_min / (asked.grid_min ?? 15)), slots: possible.length };
}

function costOfFilling(asked: SlotQuery, slot: Slot): number {
  return slot.seats.reduce((total, { seatId, interviewerId }) => {
    const seat = asked.seats.find((each) => each.seatId === seatId)!;
    const member = seat.members.find((each) => each.interviewerId === interviewerId)!;
    const avoids = turnWindows(member.turns ?? [], 'AVOID', slot.start_ms, slot.end_ms).length > 0;
    return total + costOf(member, avoids);
  }, 0);
}

describe('slot search against the minute-by-minute oracle', () => {
  it('around clock changes of 2024 to 2035 it offers every possible slot, no other, and the people to be asked first', () => {
    let judged = 0;
    const query = fc
      .record({ zones: fc.subarray(ODD_ZONES, { minLength: 1, maxLength: 3 }), change_ms: fc.constantFrom(...CHANGES) })
      .chain(({ zones, change_ms }) => queryAround(zones, change_ms));
    fc.assert(
      fc.property(query, (asked) => {
        judged += judge(asked).slots;
      }),
      { numRuns: RUNS },
    );
    // Without this a sample that finds nothing anywhere would pass.
    expect(judged).toBeGreaterThan(RUNS * 2);
  }, 120_000);

  it('holds in every zone of the world, at each of its clock changes', () => {
    const total = { queries: 0, starts: 0, slots: 0, zones: 0 };
    const step = ROUNDS >= 1 ? 1 : 40;
    for (let at = 0; at < ALL_ZONES.length; at += step) {
      const zone = ALL_ZONES[at]!;
      const changes = clockChanges(zone, 2024, 2035);
      // A zone that keeps its clocks is looked at anyhow, at some days of those years.
      const around = changes.length > 0 ? changes : [Date.UTC(2024, 1, 28), Date.UTC(2029, 5, 30), Date.UTC(2035, 11, 30)];
      total.zones += 1;
      for (let n = 0; n < around.length; n += ROUNDS >= 1 ? 1 : 12) {
        const other = ODD_ZONES[(at + n) % ODD_ZONES.length]!;
        const asked = queryAround([zone, zone, other], around[n]!, ROUNDS >= 1 ? [5] : [15]);
        for (const query of fc.sample(asked, { numRuns: Math.max(1, ROUNDS), seed: at * 1000 + n })) {
          const { starts, slots } = judge(query);
          total.queries += 1;
          total.starts += starts;
          total.slots += slots;
        }
      }
    }
    if (ROUNDS >= 1) process.stdout.write(`${JSON.stringify({ oracle: 'slots', ...total, wrong: 0, missing: 0 })}\n`);
    expect(total.slots).toBeGreaterThan(total.queries);
  }, 7_200_000);
});
