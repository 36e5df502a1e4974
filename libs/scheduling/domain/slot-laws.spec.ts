import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInZone, type Interval } from '#libs/kernel/index.js';
import { queryAround } from '../../../test/support/slot-queries.js';
import { askedWindow, searchedWindow } from './choosing.js';
import { NO_RULES } from './scheduling-law.js';
import { SCHEDULING } from './scheduling-rules.js';
import { searchSlots } from './search-slots.js';
import type { SeatMember, SlotQuery } from './slot-query.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Athens goes forward, Lord Howe back by half an hour, a week later. */
const CHANGE = Date.parse('2030-03-31T01:00Z');
const query = fc
  .constantFrom(['Europe/Athens'], ['Australia/Lord_Howe', 'UTC'], ['America/St_Johns', 'Asia/Kathmandu'])
  .chain((zones) => queryAround(zones, CHANGE));

function memberOf(asked: SlotQuery, seatId: string, interviewerId: string): SeatMember {
  return asked.seats.find((seat) => seat.seatId === seatId)!.members.find((one) => one.interviewerId === interviewerId)!;
}

/** The Monday of a date, counted on fingers. */
function mondayOf(date: string): number {
  const day = Date.parse(date) / DAY_MS;
  return day - ((day + 3) % 7);
}

describe('slots that are offered', () => {
  it('never ask anybody for more than they take in a day or a week, nor without the rest they need', () => {
    let [limited, rested] = [0, 0];
    fc.assert(
      fc.property(query, (asked) => {
        for (const { start_ms, end_ms, seats } of searchSlots(asked).slots) {
          for (const { seatId, interviewerId } of seats) {
            const { limits, interviews = [] } = memberOf(asked, seatId, interviewerId);
            if (limits === undefined) continue;
            const dates = interviews.map((one) => dateInZone(one.start_ms, limits.zone));
            const date = dateInZone(start_ms, limits.zone);
            if (limits.perDay !== null) {
              limited += 1;
              expect(dates.filter((one) => one === date).length).toBeLessThan(limits.perDay);
            }
            if (limits.perWeek !== null)
              expect(dates.filter((one) => mondayOf(one) === mondayOf(date)).length).toBeLessThan(limits.perWeek);
            const rest_ms = limits.rest_min * MINUTE_MS;
            if (rest_ms === 0) continue;
            rested += interviews.length;
            for (const one of interviews) expect(start_ms - one.end_ms >= rest_ms || one.start_ms - end_ms >= rest_ms).toBe(true);
          }
        }
      }),
      { numRuns: 120, seed: 11 },
    );
    expect(Math.min(limited, rested)).toBeGreaterThan(30);
  });

  it('are the same however the days that are looked at are cut, and from wherever they begin', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        query,
        fc.integer({ min: 0, max: 2 * 1440 * 60 }),
        fc.integer({ min: 0, max: 1440 }),
        (asked, late_s, less_min) => {
          const { earliest_ms, latest_ms, duration_min } = asked;
          const from_ms = Math.min(earliest_ms + late_s * 1000, latest_ms);
          const to_ms = Math.max(from_ms, latest_ms - less_min * MINUTE_MS);
          const part = searchSlots({ ...asked, earliest_ms: from_ms, latest_ms: to_ms }).slots;
          const inside = searchSlots(asked).slots.filter(
            ({ start_ms }) => start_ms >= from_ms && start_ms + duration_min * MINUTE_MS <= to_ms,
          );
          kept += inside.length;
          expect(part).toEqual(inside);
        },
      ),
      { numRuns: 60, seed: 12 },
    );
    expect(kept).toBeGreaterThan(50);
  });

  it('keep the notice, the four weeks and what was asked, whatever of it is said', () => {
    const now = new Date(CHANGE);
    const hours = fc.option(fc.integer({ min: -100, max: 800 }), { freq: 4 });
    let [windows, refused] = [0, 0];
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 0, max: 400 }), (from, to, notice) => {
        const at = (hour: number | null) => (hour === null ? null : new Date(CHANGE + hour * HOUR_MS));
        const asked = askedWindow(at(from), at(to), now);
        const law = { ...NO_RULES, notice_ms: notice * HOUR_MS };
        const searched = asked.ok ? searchedWindow(asked.value, at(to), law, now) : asked;
        if (!searched.ok) {
          refused += 1;
          expect(searched.refusal.message).toMatch(/\.$/);
          return;
        }
        windows += 1;
        const { start_ms, end_ms } = searched.value;
        expect(start_ms).toBe(Math.max(CHANGE + notice * HOUR_MS, CHANGE, at(from)?.getTime() ?? 0));
        expect(end_ms).toBeGreaterThan(start_ms);
        expect(end_ms).toBeLessThanOrEqual(Math.min(CHANGE + SCHEDULING.longestHorizon_ms, at(to)?.getTime() ?? Infinity));
      }),
      { numRuns: 300, seed: 13 },
    );
    expect(Math.min(windows, refused)).toBeGreaterThan(20);
  });

  it('spread one interview after the other within a twentieth of the evenest that there is', () => {
    const shares: number[] = [];
    for (let seed = 1; seed <= 8; seed += 1) shares.push(unevenness(seed));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1.05);
  });
});

const TARGETS = [3, 3, 4, 5, 6];
const INTERVIEWS = 210;

/** The highest share of their target that anybody is given, against the least that any spreading of the same interviews can have. */
function unevenness(seed: number): number {
  const random = sequence(seed);
  const load = TARGETS.map(() => 0);
  /** How many interviews only people of this set (bits) could hold. */
  const only = new Map<number, number>();
  for (let n = 0; n < INTERVIEWS; n += 1) {
    let free = 0;
    while (free === 0) for (const at of TARGETS.keys()) if (random() < 0.5) free |= 1 << at;
    only.set(free, (only.get(free) ?? 0) + 1);
    const [slot] = searchSlots(oneSlot(load, (at) => (free & (1 << at)) === 0)).slots;
    load[Number(slot!.seats[0]!.interviewerId)]! += 1;
  }
  let least = 0;
  // By Hall: what only these people can hold is spread over them at best.
  for (let set = 1; set < 1 << TARGETS.length; set += 1) {
    const target = TARGETS.reduce((sum, each, at) => sum + ((set & (1 << at)) === 0 ? 0 : each), 0);
    const theirs = [...only].reduce((sum, [free, count]) => sum + ((free & ~set) === 0 ? count : 0), 0);
    least = Math.max(least, theirs / target);
  }
  return Math.max(...load.map((held, at) => held / TARGETS[at]!)) / least;
}

function oneSlot(load: readonly number[], isBusy: (at: number) => boolean): SlotQuery {
  const hour: Interval = { start_ms: CHANGE, end_ms: CHANGE + HOUR_MS };
  const members = TARGETS.map((target, at) => ({
    interviewerId: String(at),
    weeklyHours: null,
    busy: isBusy(at) ? [hour] : [],
    bufferBefore_min: 0,
    bufferAfter_min: 0,
    load: load[at]!,
    target,
  }));
  const window = { earliest_ms: hour.start_ms, latest_ms: hour.end_ms };
  return { coreHours: null, candidateHours: null, seats: [{ seatId: 'seat', members }], duration_min: 60, ...window };
}

/** Numerical Recipes' linear congruential generator. */
function sequence(seed: number): () => number {
  let state = seed;
  for (let warm = 0; warm < 8; warm += 1) state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
