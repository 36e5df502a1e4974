import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WEEKDAYS, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import { clockChanges, oracleSlots } from '../../../test/support/slot-oracle.js';
import { searchSlots } from './search-slots.js';
import { SLOT_LIMITS, type Seat, type SeatMember, type SlotQuery } from './slot-query.js';

/** Odd offsets, half-hour changes, changes at midnight, in Ramadan, in the other half of the year, and none at all. */
const ZONES = [
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
const RUNS = Number(process.env['ROUNDS_ORACLE_RUNS'] ?? 90);
const HOUR_MS = 3_600_000;
const CHANGES = ZONES.flatMap((zone) => clockChanges(zone, 2024, 2035));

const clock = fc.integer({ min: 0, max: 287 }).map((n) => {
  const five = n * 5;
  return `${String(Math.floor(five / 60)).padStart(2, '0')}:${String(five % 60).padStart(2, '0')}`;
});
const rulesIn = (zones: readonly string[]): fc.Arbitrary<WeeklyRule[]> =>
  fc.array(
    fc.record({
      zone: fc.constantFrom(...zones),
      start: clock,
      end: fc.oneof({ weight: 4, arbitrary: clock }, { weight: 1, arbitrary: fc.constant('24:00') }),
      days: fc.subarray([...WEEKDAYS], { minLength: 4 }),
    }),
    { minLength: 1, maxLength: 2 },
  );
const sometimesNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });

const busyFrom = (earliest_ms: number): fc.Arbitrary<Interval[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -60, max: 3 * 1440 }), fc.integer({ min: -5, max: 400 }), fc.integer({ min: 0, max: 59_999 }))
      .map(([start_min, length_min, odd_ms]): Interval => {
        const start_ms = earliest_ms + start_min * 60_000 + odd_ms;
        return { start_ms, end_ms: start_ms + length_min * 60_000 };
      }),
    { maxLength: 6 },
  );

const query: fc.Arbitrary<SlotQuery> = fc
  .record({
    zones: fc.subarray(ZONES, { minLength: 1, maxLength: 3 }),
    change_ms: fc.constantFrom(...CHANGES),
    before_min: fc.integer({ min: 0, max: 2 * 1440 }),
    days: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ zones, change_ms, before_min, days }) => {
    const earliest_ms = change_ms - before_min * 60_000;
    const person = fc.record({
      weeklyHours: sometimesNull(rulesIn(zones)),
      busy: busyFrom(earliest_ms),
      bufferBefore_min: fc.constantFrom(0, 5, 10, 30),
      bufferAfter_min: fc.constantFrom(0, 5, 15, 45),
      load: fc.nat(4),
      target: fc.constantFrom(1, 2, 4),
    });
    const people = fc
      .array(person, { minLength: 4, maxLength: 4 })
      .map((all) => all.map((each, index): SeatMember => ({ interviewerId: `person-${index}`, ...each })));
    const seats = people.chain((all) =>
      fc
        .array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 3 })
        .map((pools) => pools.map((members, index): Seat => ({ seatId: `seat-${index}`, members }))),
    );
    return fc.record({
      coreHours: sometimesNull(rulesIn(zones)),
      candidateHours: sometimesNull(rulesIn(zones)),
      seats,
      duration_min: fc.constantFrom(15, 25, 45, 60, 90),
      grid_min: fc.constantFrom(15, 15, 5, 20, 30, 60),
      earliest_ms: fc.constant(earliest_ms),
      latest_ms: fc.constant(earliest_ms + days * 24 * HOUR_MS),
      limit: fc.constant(SLOT_LIMITS.limit),
    });
  });

describe('slot search against the minute-by-minute oracle', () => {
  it('around clock changes of 2024 to 2035 it offers every possible slot, no other, and the least loaded people', () => {
    let judged = 0;
    fc.assert(
      fc.property(query, (asked) => {
        const found = searchSlots(asked);
        const possible = oracleSlots(asked);
        judged += possible.length;
        expect(found.slots.map(({ start_ms }) => start_ms)).toEqual(possible.map(({ start_ms }) => start_ms));
        expect(found.count).toBe(possible.length);
        found.slots.forEach((slot, index) => {
          expect(slot.end_ms - slot.start_ms).toBe(asked.duration_min * 60_000);
          expect(new Set(slot.seats.map(({ interviewerId }) => interviewerId)).size).toBe(asked.seats.length);
          const sum = slot.seats.reduce((total, { seatId, interviewerId }) => {
            const seat = asked.seats.find((each) => each.seatId === seatId)!;
            const member = seat.members.find((each) => each.interviewerId === interviewerId)!;
            return total + (member.load + 1) / member.target;
          }, 0);
          expect(sum).toBeCloseTo(possible[index]!.leastLoad, 9);
        });
      }),
      { numRuns: RUNS },
    );
    // Without this a sample that finds nothing anywhere would pass.
    expect(judged).toBeGreaterThan(RUNS * 5);
  }, 120_000);
});
