import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { WEEKDAYS, type Interval, type WeeklyRule } from '#libs/kernel/index.js';
import { compile, withBusy } from './compile.js';
import { explainNoSlots } from './explain-no-slots.js';
import { search, searchSlots } from './search-slots.js';
import { defaultCandidateHours, type Seat, type SeatMember, type SlotQuery } from './slot-query.js';

const at = (text: string): number => Date.parse(text);
const MONDAY = at('2025-03-03T00:00Z');
const MINUTE = 60_000;
const WORKDAYS = WEEKDAYS.slice(0, 5);

const hours = (zone: string, start: string, end: string, days = WORKDAYS): WeeklyRule => ({ zone, start, end, days });
const block = (from: string, to: string): Interval => ({ start_ms: at(from), end_ms: at(to) });

function member(interviewerId: string, over: Partial<SeatMember> = {}): SeatMember {
  const free = {
    weeklyHours: [hours('UTC', '09:00', '17:00')],
    busy: [],
    bufferBefore_min: 0,
    bufferAfter_min: 0,
    load: 0,
    target: 4,
  };
  return { interviewerId, ...free, ...over };
}
const seat = (seatId: string, ...members: SeatMember[]): Seat => ({ seatId, members });
function query(over: Partial<SlotQuery> = {}): SlotQuery {
  return {
    coreHours: [hours('UTC', '10:00', '12:00')],
    candidateHours: defaultCandidateHours('UTC'),
    seats: [seat('a', member('ada'))],
    duration_min: 60,
    earliest_ms: MONDAY,
    latest_ms: MONDAY + 24 * 60 * MINUTE,
    ...over,
  };
}
const times = (asked: SlotQuery): string[] =>
  searchSlots(asked).slots.map(({ start_ms }) => new Date(start_ms).toISOString().slice(11, 16));
const people = (asked: SlotQuery): string[][] =>
  searchSlots(asked).slots.map(({ seats }) => seats.map(({ interviewerId }) => interviewerId));

describe('searchSlots', () => {
  it('offers every quarter of an hour inside everybody’s hours', () => {
    expect(searchSlots(query()).slots[0]).toEqual({
      start_ms: at('2025-03-03T10:00Z'),
      end_ms: at('2025-03-03T11:00Z'),
      seats: [{ seatId: 'a', interviewerId: 'ada' }],
    });
    expect(times(query())).toEqual(['10:00', '10:15', '10:30', '10:45', '11:00']);
  });

  it('counts all and writes out as many as asked', () => {
    const { slots, count } = searchSlots(query({ limit: 2 }));
    expect([slots.length, count]).toEqual([2, 5]);
    expect(search(compile(query()), 3).slots).toHaveLength(3);
  });

  it('intersects core hours, interviewer and candidate across zones and a clock change', () => {
    const asked = query({
      coreHours: [hours('America/New_York', '10:00', '17:00')],
      candidateHours: defaultCandidateHours('Asia/Kathmandu'),
      seats: [seat('a', member('ada', { weeklyHours: [hours('Europe/Athens', '09:00', '18:00')] }))],
      grid_min: 60,
      duration_min: 30,
      earliest_ms: at('2025-03-07T00:00Z'),
      latest_ms: at('2025-03-11T00:00Z'),
    });
    const found = searchSlots(asked).slots.map(({ start_ms }) => new Date(start_ms).toISOString().slice(0, 16));
    // 10:00 in New York is 15:00 UTC on Friday and 14:00 after the change; Athens closes at 16:00 UTC, Kathmandu's day at 16:15.
    expect(found).toEqual(['2025-03-07T15:00', '2025-03-10T14:00', '2025-03-10T15:00']);
  });

  it('keeps the rest between interviews even where buffers are longer than it', () => {
    const limits = { zone: 'UTC', perDay: null, perWeek: null, rest_min: 30 };
    const ada = member('ada', { limits, bufferAfter_min: 45, interviews: [block('2025-03-03T11:15Z', '2025-03-03T11:30Z')] });
    expect(times(query({ seats: [seat('a', ada)], duration_min: 30 }))).toEqual(['10:00', '10:15']);
  });

  it('keeps buffers free of busy blocks on both sides, and lets them touch', () => {
    const ada = member('ada', {
      busy: [block('2025-03-03T10:00Z', '2025-03-03T10:30Z')],
      bufferBefore_min: 15,
      bufferAfter_min: 0,
    });
    expect(times(query({ seats: [seat('a', ada)] }))).toEqual(['10:45', '11:00']);
    const after = member('ada', { busy: [block('2025-03-03T11:30Z', '2025-03-03T12:00Z')], bufferAfter_min: 20 });
    expect(times(query({ seats: [seat('a', after)] }))).toEqual(['10:00']);
  });

  it('needs every seat, and any member of each', () => {
    const busyAt10 = { busy: [block('2025-03-03T10:00Z', '2025-03-03T11:00Z')] };
    const busyAt11 = { busy: [block('2025-03-03T11:00Z', '2025-03-03T12:00Z')] };
    expect(times(query({ seats: [seat('a', member('ada', busyAt10)), seat('b', member('bob', busyAt11))] }))).toEqual([]);
    const pool = seat('a', member('ada', busyAt10), member('bob', busyAt11));
    expect(people(query({ seats: [pool], grid_min: 60 }))).toEqual([['bob'], ['ada']]);
  });

  it('never seats a person twice, and moves people round to make room', () => {
    const [ada, bob] = [member('ada', { load: 0 }), member('bob', { load: 3 })];
    expect(people(query({ seats: [seat('a', ada), seat('b', ada)] }))).toEqual([]);
    expect(people(query({ seats: [seat('a', ada, bob), seat('b', ada)], grid_min: 60 }))).toEqual([
      ['bob', 'ada'],
      ['bob', 'ada'],
    ]);
  });

  it('chooses the least loaded against their target, and the same on ties', () => {
    const pool = seat(
      'a',
      member('zoe', { load: 1, target: 2 }),
      member('bob', { load: 2, target: 8 }),
      member('ada', { load: 2, target: 8 }),
    );
    expect(people(query({ seats: [pool], limit: 1 }))).toEqual([['ada']]);
    const unwilling = seat('a', member('ada', { target: 0 }), member('zoe', { load: 9, target: 1 }));
    expect(people(query({ seats: [unwilling], limit: 1 }))).toEqual([['zoe']]);
  });

  it('follows the wall clock of the core zone with its grid', () => {
    const asked = { coreHours: [hours('Asia/Kathmandu', '10:00', '13:00')], candidateHours: null, grid_min: 60 };
    const seats = [seat('a', member('ada', { weeklyHours: null }))];
    expect(times(query({ ...asked, seats }))).toEqual(['04:15', '05:15', '06:15']);
    expect(times(query({ ...asked, seats, gridZone: 'UTC' }))).toEqual(['05:00', '06:00']);
  });

  it('without core hours the others’ hours bound the interview; no hours at all is never', () => {
    expect(searchSlots(query({ coreHours: null })).count).toBe(29);
    expect(searchSlots(query({ seats: [seat('a', member('ada', { weeklyHours: [] }))] })).count).toBe(0);
    expect(searchSlots(query({ seats: [seat('a')] })).count).toBe(0);
    expect(searchSlots(query({ seats: [] })).count).toBe(5);
  });

  it('stays inside the range, however it lies to the grid', () => {
    const narrow = { earliest_ms: at('2025-03-03T10:01:30Z'), latest_ms: at('2025-03-03T11:29:59Z') };
    expect(times(query(narrow))).toEqual(['10:15']);
    expect(times(query({ latest_ms: MONDAY }))).toEqual([]);
    expect(times(query({ latest_ms: MONDAY - 1 }))).toEqual([]);
  });

  it('takes the strictest of what different seats say about one person', () => {
    const early = member('ada', { weeklyHours: [hours('UTC', '09:00', '11:00')] });
    const busy = member('ada', { busy: [block('2025-03-03T10:00Z', '2025-03-03T10:15Z')] });
    const bob = member('bob', { load: 9 });
    const asked = query({ seats: [seat('a', early, bob), seat('b', busy)], duration_min: 30 });
    expect(times(asked)).toEqual(['10:15', '10:30']);
  });

  it('throws at questions without meaning', () => {
    const wrong: Partial<SlotQuery>[] = [
      { duration_min: 0 },
      { grid_min: 7 },
      { limit: -1 },
      { latest_ms: MONDAY + 400 * 1440 * MINUTE },
      { earliest_ms: NaN },
      { seats: [seat('a', member('ada')), seat('a', member('bob'))] },
      { seats: [seat('a', member('ada', { bufferAfter_min: -1 }))] },
      { coreHours: [hours('Mars', '10:00', '11:00')] },
    ];
    for (const part of wrong) expect(() => searchSlots(query(part))).toThrow(RangeError);
  });
});

// ── laws ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const clock = fc
  .nat(95)
  .map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
const rule: fc.Arbitrary<WeeklyRule> = fc.record({
  zone: fc.constantFrom('UTC', 'Europe/Athens', 'America/New_York', 'Pacific/Chatham', 'Australia/Lord_Howe'),
  start: clock,
  end: clock,
  days: fc.subarray([...WEEKDAYS], { minLength: 3 }),
});
const rules = fc.option(fc.array(rule, { minLength: 1, maxLength: 2 }), { freq: 2 });
const busy = fc
  .tuple(fc.integer({ min: -100, max: 6 * 1440 }), fc.integer({ min: 1, max: 600 }))
  .map(([start_min, length_min]): Interval => ({
    start_ms: MONDAY + start_min * MINUTE,
    end_ms: MONDAY + (start_min + length_min) * MINUTE,
  }));
const person = fc.record({
  interviewerId: fc.constantFrom('ada', 'bob', 'cleo', 'dan', 'eve'),
  weeklyHours: rules,
  busy: fc.array(busy, { maxLength: 8 }),
  bufferBefore_min: fc.constantFrom(0, 10, 30),
  bufferAfter_min: fc.constantFrom(0, 5, 45),
  load: fc.nat(3),
  target: fc.nat(3),
});
const anyQuery: fc.Arbitrary<SlotQuery> = fc.record({
  coreHours: rules,
  candidateHours: rules,
  seats: fc
    .array(fc.array(person, { maxLength: 3 }), { minLength: 1, maxLength: 4 })
    .map((pools) => pools.map((members, index) => ({ seatId: `seat-${index}`, members }))),
  duration_min: fc.constantFrom(15, 40, 60),
  grid_min: fc.constantFrom(15, 20, 60),
  earliest_ms: fc.constant(MONDAY),
  latest_ms: fc.constant(MONDAY + 6 * 1440 * MINUTE),
  limit: fc.constant(10_000),
});

describe('laws of slot search', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('another busy block never adds a slot, and takes only those it touches', () => {
    fc.assert(
      fc.property(anyQuery, busy, fc.nat(), (asked, more, pick) => {
        const members = asked.seats.flatMap((each) => each.members);
        fc.pre(members.length > 0);
        const who = members[pick % members.length]!;
        const seats = asked.seats.map((each) => ({
          ...each,
          members: each.members.map((one) => (one === who ? { ...one, busy: [...one.busy, more] } : one)),
        }));
        const before = searchSlots(asked).slots.map(({ start_ms }) => start_ms);
        const after = new Set(searchSlots({ ...asked, seats }).slots.map(({ start_ms }) => start_ms));
        expect([...after].every((start_ms) => before.includes(start_ms))).toBe(true);
        const reach_ms = 75 * MINUTE;
        for (const start_ms of before) {
          const far = start_ms + asked.duration_min * MINUTE + reach_ms <= more.start_ms || start_ms - reach_ms >= more.end_ms;
          if (far) expect(after.has(start_ms)).toBe(true);
        }
      }),
    );
  });

  it('buffers hold: nobody who is chosen has a busy block within them', () => {
    fc.assert(
      fc.property(anyQuery, (asked) => {
        for (const slot of searchSlots(asked).slots) {
          for (const { seatId, interviewerId } of slot.seats) {
            const members = asked.seats.find((each) => each.seatId === seatId)!.members;
            for (const one of members.filter((each) => each.interviewerId === interviewerId)) {
              const from_ms = slot.start_ms - one.bufferBefore_min * MINUTE;
              const to_ms = slot.end_ms + one.bufferAfter_min * MINUTE;
              expect(one.busy.filter(({ start_ms, end_ms }) => start_ms < to_ms && end_ms > from_ms)).toEqual([]);
            }
          }
        }
      }),
    );
  });

  it('the order of rules, days, seats, members and busy blocks does not matter', () => {
    const turn = (list: readonly WeeklyRule[] | null): WeeklyRule[] | null =>
      list === null ? null : [...list].reverse().map((each) => ({ ...each, days: [...each.days].reverse() }));
    fc.assert(
      fc.property(anyQuery, (asked) => {
        const turned: SlotQuery = {
          ...asked,
          coreHours: turn(asked.coreHours),
          candidateHours: turn(asked.candidateHours),
          seats: [...asked.seats].reverse().map((each) => ({
            ...each,
            members: [...each.members]
              .reverse()
              .map((one) => ({ ...one, weeklyHours: turn(one.weeklyHours), busy: [...one.busy].reverse() })),
          })),
        };
        expect(searchSlots(turned)).toEqual(searchSlots(asked));
      }),
    );
  });

  it('the zone of the machine is never asked', () => {
    const local = ['getTimezoneOffset', 'getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes'] as const;
    for (const name of local) {
      jest.spyOn(Date.prototype, name).mockImplementation(() => {
        throw new Error(`${name} depends on the machine`);
      });
    }
    // Who names no zone gets the machine's.
    const { DateTimeFormat } = Intl;
    jest.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (locale, options) {
      if (options?.timeZone === undefined) throw new Error('a format without a zone depends on the machine');
      return new DateTimeFormat(locale, options);
    } as typeof DateTimeFormat);
    fc.assert(fc.property(anyQuery, (asked) => expect(() => [searchSlots(asked), explainNoSlots(asked)]).not.toThrow()));
  });

  it('nothing passed in is changed, and asking twice answers the same', () => {
    fc.assert(
      fc.property(anyQuery, (asked) => {
        const before = JSON.stringify(asked);
        const compiled = compile(asked);
        expect(search(compiled)).toEqual(search(compiled));
        expect(JSON.stringify(asked)).toBe(before);
      }),
    );
  });

  it('putting calendars in later is the same as having them from the start', () => {
    fc.assert(
      fc.property(anyQuery, (asked) => {
        const empty = asked.seats.map((each) => ({ ...each, members: each.members.map((one) => ({ ...one, busy: [] })) }));
        const calendars = new Map<string, Interval[]>();
        for (const one of asked.seats.flatMap((each) => each.members)) {
          calendars.set(one.interviewerId, [...(calendars.get(one.interviewerId) ?? []), ...one.busy]);
        }
        expect(search(withBusy(compile({ ...asked, seats: empty }), calendars))).toEqual(searchSlots(asked));
      }),
    );
  });

  it('either there are slots or the reason is named, never both; and what is said to help does', () => {
    fc.assert(
      fc.property(anyQuery, (asked) => {
        const why = explainNoSlots(asked);
        expect(why === null).toBe(searchSlots(asked).count > 0);
        if (why === null) return;
        expect(why.blocks.length).toBeGreaterThan(0);
        for (const { message } of why.blocks) expect(message).toMatch(/\.$/);
        for (const { change, seatId, count } of why.relaxations) {
          expect(count).toBeGreaterThan(0);
          if (change !== 'SEAT') continue;
          const left = asked.seats.filter((each) => each.seatId !== seatId);
          expect(searchSlots({ ...asked, seats: left }).count).toBe(count);
        }
      }),
    );
  });
});
