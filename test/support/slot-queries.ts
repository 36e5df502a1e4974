import fc from 'fast-check';
import { WEEKDAYS, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import { SLOT_LIMITS, type Seat, type SeatMember, type SlotQuery } from '#libs/scheduling/index.js';

type HoursException = NonNullable<SeatMember['exceptions']>[number];
type OnCallTurn = NonNullable<SeatMember['turns']>[number];
type OverlapRule = NonNullable<SlotQuery['overlaps']>[number];

const DAY_MS = 86_400_000;

const clock = fc.integer({ min: 0, max: 287 }).map((n) => {
  const five = n * 5;
  return `${String(Math.floor(five / 60)).padStart(2, '0')}:${String(five % 60).padStart(2, '0')}`;
});
const closing = fc.oneof({ weight: 4, arbitrary: clock }, { weight: 1, arbitrary: fc.constant('24:00') });
const days = fc.subarray([...WEEKDAYS], { minLength: 4 });
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 1, arbitrary }, { weight: 3, arbitrary: fc.constant(otherwise) });
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });

function rule(zones: readonly string[]): fc.Arbitrary<WeeklyRule> {
  return fc.record({ zone: fc.constantFrom(...zones), start: clock, end: closing, days });
}

function rulesIn(zones: readonly string[]): fc.Arbitrary<WeeklyRule[]> {
  return fc.array(rule(zones), { minLength: 1, maxLength: 2 });
}

/** Spans around `from_ms`; `odd` ones do not begin on a whole minute. */
function spansFrom(
  from_ms: number,
  length: { min: number; max: number },
  maxLength: number,
  odd: boolean,
): fc.Arbitrary<Interval[]> {
  return fc.array(
    fc
      .tuple(fc.integer({ min: -60, max: 3 * 1440 }), fc.integer(length), odd ? fc.nat(59_999) : fc.constant(0))
      .map(([start_min, length_min, odd_ms]): Interval => {
        const start_ms = Math.floor(from_ms / 60_000 + start_min) * 60_000 + odd_ms;
        return { start_ms, end_ms: start_ms + length_min * 60_000 };
      }),
    { maxLength },
  );
}

function exceptions(zones: readonly string[], from_ms: number): fc.Arbitrary<HoursException[]> {
  const date = (shift: number): string => new Date(from_ms + shift * DAY_MS).toISOString().slice(0, 10);
  const one = fc
    .tuple(
      fc.constantFrom(...zones),
      fc.integer({ min: -2, max: 3 }),
      fc.nat(2),
      orNull(fc.record({ start: clock, end: closing })),
    )
    .map(([zone, shift, more, hours]): HoursException => ({ zone, from: date(shift), to: date(shift + more), hours }));
  return fc.array(one, { maxLength: 2 });
}

function turns(zones: readonly string[], from_ms: number): fc.Arbitrary<OnCallTurn[]> {
  const one = fc
    .tuple(
      rule(zones),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: -30, max: 5 }),
      fc.constantFrom('BUSY' as const, 'AVOID' as const),
    )
    .map(([weekly, everyWeeks, shift, effect]): OnCallTurn => {
      return { ...weekly, everyWeeks, firstWeek: new Date(from_ms + shift * DAY_MS).toISOString().slice(0, 10), effect };
    });
  return fc.array(one, { maxLength: 2 });
}

function overlaps(zones: readonly string[]): fc.Arbitrary<OverlapRule[]> {
  const one = fc
    .tuple(rule(zones), fc.integer({ min: 0, max: 8 * 60 }))
    .map(([weekly, least_min]): OverlapRule => ({ ...weekly, least_min }));
  return fc.array(one, { maxLength: 1 });
}

function person(zones: readonly string[], from_ms: number): fc.Arbitrary<Omit<SeatMember, 'interviewerId'>> {
  const limits = fc.record({
    zone: fc.constantFrom(...zones),
    perDay: orNull(fc.nat(2)),
    perWeek: orNull(fc.nat(4)),
    rest_min: fc.constantFrom(0, 30, 90),
  });
  return fc.record({
    weeklyHours: orNull(rulesIn(zones)),
    busy: spansFrom(from_ms, { min: -5, max: 400 }, 5, true),
    bufferBefore_min: fc.constantFrom(0, 5, 10, 30),
    bufferAfter_min: fc.constantFrom(0, 5, 15, 45),
    load: fc.nat(4),
    target: fc.constantFrom(1, 2, 4),
    exceptions: sometimes(exceptions(zones, from_ms), []),
    turns: sometimes(turns(zones, from_ms), []),
    limits: sometimes<SeatMember['limits']>(limits, undefined),
    interviews: spansFrom(from_ms, { min: 15, max: 90 }, 3, false),
    rank: fc.constantFrom(0, 0, 1),
  });
}

/** Any query with every kind of rule, in the zones given, within two days of `change_ms`. */
export function queryAround(
  zones: readonly string[],
  change_ms: number,
  grids: readonly number[] = [15, 15, 5, 20, 30, 60],
): fc.Arbitrary<SlotQuery> {
  return fc
    .record({ before_min: fc.integer({ min: 0, max: 2 * 1440 }), length: fc.integer({ min: 1, max: 3 }) })
    .chain(({ before_min, length }) => {
      const earliest_ms = change_ms - before_min * 60_000;
      const people = fc
        .array(person(zones, earliest_ms), { minLength: 4, maxLength: 4 })
        .map((all) => all.map((each, index): SeatMember => ({ interviewerId: `person-${index}`, ...each })));
      const seats = people.chain((all) =>
        fc
          .array(fc.subarray(all, { minLength: 1 }), { minLength: 1, maxLength: 3 })
          .map((pools) => pools.map((members, index): Seat => ({ seatId: `seat-${index}`, members }))),
      );
      return fc.record({
        coreHours: orNull(rulesIn(zones)),
        postingHours: sometimes<WeeklyRule[] | null>(rulesIn(zones), null),
        organizationHours: sometimes<WeeklyRule[] | null>(rulesIn(zones), null),
        overlaps: sometimes(overlaps(zones), []),
        candidateHours: orNull(rulesIn(zones)),
        candidateWindows: sometimes<Interval[] | null>(spansFrom(earliest_ms, { min: 60, max: 1440 }, 4, false), null),
        seats,
        duration_min: fc.constantFrom(15, 25, 45, 60, 90),
        grid_min: fc.constantFrom(...grids),
        earliest_ms: fc.constant(earliest_ms),
        latest_ms: fc.constant(earliest_ms + length * DAY_MS),
        limit: fc.constant(SLOT_LIMITS.limit),
      });
    });
}
