import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WEEKDAYS, type WeeklyRule } from '#libs/kernel/index.js';
import { compile } from './compile.js';
import { relaxed } from './relax.js';
import { search, searchSlots } from './search-slots.js';
import type { Seat, SeatMember, SlotQuery } from './slot-query.js';
import { frameOf } from './starts.js';
import { commonViolations, personalViolations, type Violation } from './violations.js';
import { fewestToGiveWay, whyNotAt } from './why-not.js';

const MONDAY = Date.parse('2025-03-03T00:00Z');
const HOUR_MS = 3_600_000;
const hours = (start: string, end: string): WeeklyRule => ({ zone: 'UTC', start, end, days: WEEKDAYS });
const at = (hour: number): number => MONDAY + hour * HOUR_MS;
const span = (from: number, to: number) => ({ start_ms: at(from), end_ms: at(to) });

function member(interviewerId: string, over: Partial<SeatMember> = {}): SeatMember {
  return { interviewerId, weeklyHours: null, busy: [], bufferBefore_min: 0, bufferAfter_min: 0, load: 0, target: 4, ...over };
}
const seat = (seatId: string, ...members: SeatMember[]): Seat => ({ seatId, name: seatId, members });
const query = (over: Partial<SlotQuery>): SlotQuery => ({
  coreHours: [hours('10:00', '12:00')],
  candidateHours: [hours('09:00', '18:00')],
  seats: [seat('cto', member('ada'))],
  duration_min: 60,
  grid_min: 60,
  earliest_ms: MONDAY,
  latest_ms: at(24),
  ...over,
});
const told = ({ rule, interviewerId, during }: Violation): string =>
  [rule, interviewerId, during && (during.start_ms - MONDAY) / HOUR_MS].filter((part) => part !== null).join(' ');

const clock = fc.integer({ min: 8, max: 15 });
const window = fc
  .tuple(clock, fc.integer({ min: 1, max: 5 }))
  .map(([start, length]) => [hours(`${String(start).padStart(2, '0')}:00`, `${String(start + length).padStart(2, '0')}:00`)]);
const person = (interviewerId: string): fc.Arbitrary<SeatMember> =>
  fc.record({
    interviewerId: fc.constant(interviewerId),
    weeklyHours: fc.option(window, { freq: 2 }),
    busy: fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 8, max: 18 }), fc.integer({ min: 1, max: 6 }))
        .map(([from, length]) => span(from, from + length)),
      { maxLength: 2, selector: ({ start_ms, end_ms }) => `${start_ms}-${end_ms}` },
    ),
    bufferBefore_min: fc.constantFrom(0, 30),
    bufferAfter_min: fc.constantFrom(0, 30),
    load: fc.constant(0),
    target: fc.constant(4),
    exceptions: fc.constantFrom([], [{ zone: 'UTC', from: '2025-03-03', to: '2025-03-03', hours: null }]),
    turns: fc.constantFrom([], [{ ...hours('12:00', '24:00'), everyWeeks: 1, firstWeek: '2025-03-03', effect: 'BUSY' as const }]),
  });
const blocked: fc.Arbitrary<SlotQuery> = fc
  .tuple(person('ada'), person('bob'), person('cleo'))
  .chain((people) =>
    fc.record({
      coreHours: fc.option(window, { freq: 2 }),
      candidateHours: window,
      organizationHours: fc.option(window, { freq: 2 }),
      overlaps: fc.constantFrom([], [{ ...hours('09:00', '11:00'), least_min: 60 }]),
      seats: fc
        .array(fc.subarray(people, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
        .map((pools) => pools.map((members, index) => seat(`seat-${index}`, ...members))),
      duration_min: fc.constantFrom(60, 120),
      grid_min: fc.constant(60),
      earliest_ms: fc.constant(MONDAY),
      latest_ms: fc.constant(at(24)),
    }),
  )
  .filter((asked) => searchSlots(asked).count === 0);

/** Every rule of the query, as the search for the fewest sees them. */
function allRules(asked: SlotQuery): Violation[] {
  const frame = frameOf(asked);
  const people = new Map(asked.seats.flatMap(({ members }) => members).map((one) => [one.interviewerId, one]));
  return [...commonViolations(asked, frame), ...[...people.values()].flatMap((one) => personalViolations([one], asked, frame))];
}

/** By trying all sets of rules, smaller ones first; null when more than `most` are needed. */
function leastByTrying(asked: SlotQuery, most: number): number | null {
  const rules = allRules(asked);
  const opens = (size: number, from: number, chosen: Violation[]): boolean => {
    if (size === 0) return search(compile(relaxed(asked, chosen)), 0).count > 0;
    for (let i = from; i <= rules.length - size; i++) if (opens(size - 1, i + 1, [...chosen, rules[i]!])) return true;
    return false;
  };
  for (let size = 1; size <= most; size++) if (opens(size, 0, [])) return size;
  return null;
}

describe('the fewest rules that have to give way', () => {
  it('are as few as trying every set of rules finds, and what they are said to open is open then', () => {
    let told = 0;
    fc.assert(
      fc.property(blocked, (asked) => {
        const ways = fewestToGiveWay(asked);
        const least = leastByTrying(asked, 3);
        if (ways.length === 0) expect(least).toBeNull();
        for (const { rules, count, first_ms } of ways) {
          told += 1;
          if (least !== null || rules.length <= 3) expect(rules).toHaveLength(least ?? -1);
          const found = searchSlots({ ...relaxed(asked, rules), limit: 500 });
          expect(found.count).toBe(count);
          expect(found.slots.map(({ start_ms }) => start_ms)).toContain(first_ms);
        }
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(60);
  });

  it('names the one block that would have to move, and how many times that opens', () => {
    const ada = member('ada', { busy: [span(8, 11), span(11, 18)] });
    const ways = fewestToGiveWay(query({ seats: [seat('cto', ada, member('bob', { weeklyHours: [] }))] }));
    expect(ways.map(({ rules, count }) => [rules.map(told).join(), count])).toEqual([
      ['OWN_HOURS bob', 2],
      ['BUSY ada 8', 1],
      ['BUSY ada 11', 1],
    ]);
  });

  it('has nothing to say when there are slots, nobody to ask, or one person for two seats', () => {
    expect(fewestToGiveWay(query({}))).toEqual([]);
    expect(fewestToGiveWay(query({ seats: [seat('cto')] }))).toEqual([]);
    const ada = member('ada');
    expect(fewestToGiveWay(query({ seats: [seat('cto', ada), seat('ceo', ada)] }))).toEqual([]);
  });

  it('takes limits, rest, leave and turns for rules of their own', () => {
    const limits = { zone: 'UTC', perDay: 1, perWeek: null, rest_min: 120 };
    const ada = member('ada', { limits, interviews: [span(13, 14)], busy: [span(13, 14)] });
    const asked = query({ seats: [seat('cto', ada)] });
    expect(fewestToGiveWay(asked).map(({ rules }) => rules.map(told).sort().join())).toEqual(['DAY_FULL ada']);
    const near = query({ seats: [seat('cto', ada)], coreHours: [hours('12:00', '13:00')] });
    expect(whyNotAt(near, at(12)).seats[0]!.members[0]!.rules.map(told)).toEqual(['REST ada', 'DAY_FULL ada']);
  });
});

describe('why not this time', () => {
  it('tells every law and each member’s own reasons, and the fewest that would do', () => {
    const asked = query({
      seats: [
        seat('cto', member('ada', { busy: [span(8, 9.5)], weeklyHours: [hours('10:00', '18:00')] })),
        seat('designer', member('bob', { busy: [span(9.25, 9.5)] }), member('cleo')),
      ],
    });
    const why = whyNotAt(asked, at(9));
    expect(why.laws.map(told)).toEqual(['CORE_HOURS']);
    expect(why.seats.map(({ members }) => members.map(({ rules }) => rules.map(told)))).toEqual([
      [['OWN_HOURS ada', 'BUSY ada 8']],
      [['BUSY bob 9.25'], []],
    ]);
    expect(why.fewest!.map(told)).toEqual(['CORE_HOURS', 'OWN_HOURS ada', 'BUSY ada 8']);
  });

  it('has no rule to name for a time that is possible, also off the grid, and none that helps a seat without people', () => {
    expect(whyNotAt(query({}), at(10) + 7 * 60_000)).toMatchObject({ laws: [], fewest: [] });
    expect(whyNotAt(query({ seats: [seat('cto')] }), at(10)).fewest).toBeNull();
  });
});
