import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WEEKDAYS, type Id, type Interval } from '#libs/kernel/index.js';
import { findLoops, type LoopRules, type Sitting } from './find-loops.js';
import { possibleStarts, roundsOf } from './loop-rounds.js';
import { LoopSeating } from './loop-seating.js';
import type { Interviewer, Meeting } from './meeting.js';
import { NO_RULES } from './scheduling-law.js';
import type { SeatFilled } from './slot-query.js';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 86_400_000;
const MONDAY = Date.parse('2030-03-04T00:00Z');
const NOW = new Date(MONDAY - 10 * DAY_MS);
const WINDOW: Interval = { start_ms: MONDAY, end_ms: MONDAY + 3 * DAY_MS };
/** Core hours, quarter by quarter. */
const [OPENS, CLOSES] = [36, 44];
const IDS = ['a', 'b', 'c', 'd'] as Id[];

const interviewer = (personId: Id): fc.Arbitrary<Interviewer> =>
  fc
    .record({
      perDay: fc.constantFrom(null, 1, 1, 2),
      perWeek: fc.constantFrom(null, null, 1, 2),
      rest_min: fc.constantFrom(0, 0, 45, 90),
      buffer_min: fc.constantFrom(10, 10, 30),
      busy: fc.array(
        fc.record({ day: fc.nat(2), from: fc.integer({ min: OPENS - 2, max: CLOSES }), length: fc.integer({ min: 2, max: 9 }) }),
        {
          maxLength: 3,
        },
      ),
    })
    .map(({ perDay, perWeek, rest_min, buffer_min, busy }) => ({
      ...{ personId, name: personId, zone: 'UTC', weeklyHours: null, interviews: [], load: [], exceptions: [], turns: [] },
      ...{ meetingUrl: null, hasMet: false, limits: { zone: 'UTC', perDay, perWeek, rest_min } },
      buffers: { before_min: buffer_min, after_min: buffer_min },
      blocks: busy.map(({ day, from, length }) => {
        const start_ms = MONDAY + day * DAY_MS + from * QUARTER_MS;
        return { start_ms, end_ms: start_ms + length * QUARTER_MS };
      }),
    }));
const pool = fc.subarray(IDS, { minLength: 1, maxLength: 3 });
const world = fc.record({
  people: fc.tuple(...IDS.map(interviewer)),
  rounds: fc.array(fc.record({ duration_min: fc.constantFrom(30, 45), pools: fc.array(pool, { minLength: 1, maxLength: 2 }) }), {
    minLength: 2,
    maxLength: 3,
  }),
  rules: fc.record({
    zone: fc.constant('UTC'),
    pace: fc.constantFrom('ANY' as const, 'ANY' as const, 'SAME_DAY' as const, 'SPREAD' as const),
    longest_min: fc.constantFrom(null, null, 1500),
  }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function meetingsOf({ people, rounds }: World): Meeting[] {
  return rounds.map(({ duration_min, pools }, at) => ({
    ...{
      applicationId: 'application' as Id,
      postingId: 'posting' as Id,
      candidateId: 'candidate' as Id,
      status: 'ACTIVE',
      version: 1,
    },
    stage: { id: `round-${at}` as Id, name: `Round ${at}`, kind: 'INTERVIEW', duration_min, selfSchedule: true },
    coreHours: { zone: 'UTC', days: WEEKDAYS, start: '09:00', end: '11:00' },
    law: { ...NO_RULES, notice_ms: 0 },
    ...{ candidateWindows: null, zone: 'UTC', candidateZone: 'UTC', candidateBusy: [], request: null, interview: null },
    seats: pools.map((ids, seat) => ({
      ...{ seatId: `seat-${at}-${seat}` as Id, role: 'engineer', poolId: null, trainees: [] },
      members: ids.map((personId) => ({ personId, target: 1 })),
    })),
    interviewers: new Map(people.filter(({ personId }) => pools.flat().includes(personId)).map((one) => [one.personId, one])),
  }));
}

/** A round that has its time and its people. */
interface Held {
  readonly start_ms: number;
  readonly end_ms: number;
  readonly ids: readonly Id[];
}

/** Whether a person may sit at this time beside what they hold, read off one rule after the other. */
function maySit(
  { blocks, buffers, limits, personId }: Interviewer,
  { start_ms, end_ms }: Interval,
  held: readonly Held[],
): boolean {
  const from_ms = start_ms - buffers.before_min * MINUTE_MS;
  const to_ms = end_ms + buffers.after_min * MINUTE_MS;
  if (blocks.some((one) => one.start_ms < to_ms && from_ms < one.end_ms)) return false;
  const mine = held.filter(({ ids }) => ids.includes(personId));
  const gap_ms = Math.max(buffers.before_min + buffers.after_min, limits.rest_min) * MINUTE_MS;
  if (mine.some((one) => start_ms < one.end_ms + gap_ms)) return false;
  const day = (at_ms: number) => Math.floor(at_ms / DAY_MS);
  const today = mine.filter((one) => day(one.start_ms) === day(start_ms)).length;
  return today < (limits.perDay ?? Infinity) && mine.length < (limits.perWeek ?? Infinity);
}

/** Whether rounds held so are a loop as the rules want it. */
function lawful(held: readonly Held[], { pace, longest_min }: LoopRules): boolean {
  const days = held.map(({ start_ms }) => Math.floor(start_ms / DAY_MS));
  for (let r = 1; r < held.length; r += 1) {
    if (held[r]!.start_ms < held[r - 1]!.end_ms + 20 * MINUTE_MS) return false;
    if (pace === 'SPREAD' ? days[r]! <= days[r - 1]! : pace === 'SAME_DAY' && days[r] !== days[0]) return false;
  }
  return longest_min === null || held.at(-1)!.end_ms - held[0]!.start_ms <= longest_min * MINUTE_MS;
}

/** The shortest span of all times and all ways of filling seats. */
function shortestByTrying({ people, rounds, rules }: World): number | null {
  let shortest: number | null = null;
  const choose = (held: readonly Held[]): void => {
    if (!lawful(held.length === 0 ? [{ start_ms: 0, end_ms: 0, ids: [] }] : held, rules)) return;
    const span = held.length === 0 ? 0 : held.at(-1)!.end_ms - held[0]!.start_ms;
    if (shortest !== null && span >= shortest) return;
    if (held.length === rounds.length) {
      shortest = span;
      return;
    }
    const { duration_min, pools } = rounds[held.length]!;
    for (let day = 0; day < 3; day += 1)
      for (let quarter = OPENS; quarter * 15 + duration_min <= CLOSES * 15; quarter += 1) {
        const start_ms = MONDAY + day * DAY_MS + quarter * QUARTER_MS;
        const time = { start_ms, end_ms: start_ms + duration_min * MINUTE_MS };
        if (held.length > 0 && start_ms < held.at(-1)!.end_ms) continue;
        const able = pools.map((ids) => ids.filter((id) => maySit(people[IDS.indexOf(id)]!, time, held)));
        for (const one of able[0]!)
          for (const ids of able.length === 1 ? [[one]] : able[1]!.filter((two) => two !== one).map((two) => [one, two]))
            choose([...held, { ...time, ids }]);
      }
  };
  choose([]);
  return shortest;
}

/** Whether everybody may sit where they are said to. */
function stands(
  { people, rounds, rules }: World,
  starts_ms: readonly number[],
  seatings: readonly (readonly SeatFilled[])[],
): boolean {
  const held: Held[] = [];
  for (const [round, start_ms] of starts_ms.entries()) {
    const ids = seatings[round]!.map(({ interviewerId }) => interviewerId as Id);
    const time = { start_ms, end_ms: start_ms + rounds[round]!.duration_min * MINUTE_MS };
    if (new Set(ids).size < ids.length || !ids.every((id, seat) => rounds[round]!.pools[seat]!.includes(id))) return false;
    if (!ids.every((id) => maySit(people[IDS.indexOf(id)]!, time, held))) return false;
    held.push({ ...time, ids });
  }
  return lawful(held, rules);
}

describe('who sits in the rounds of a loop', () => {
  it('is chosen so that the loop is as short as trying all times and all people finds', () => {
    const counted = { found: 0, none: 0, byChoice: 0 };
    fc.assert(
      fc.property(world, (asked) => {
        const meetings = meetingsOf(asked);
        const stages = meetings.map(({ stage }, position) => ({ ...stage!, position, dueDays: null }));
        const rounds = roundsOf(meetings, stages, NOW, (meeting, from_ms) => possibleStarts(meeting, WINDOW, from_ms, NOW));
        const seating = new LoopSeating(meetings);
        const find = (sitting: Sitting) => findLoops(rounds, asked.rules, 2, seating.binds ? sitting : null);
        const [first, ...others] = find(seating);
        const shortest = shortestByTrying(asked);
        expect(first?.span_ms ?? null).toBe(shortest);
        if (first === undefined) {
          counted.none += 1;
          return;
        }
        counted.found += 1;
        for (const { starts_ms } of [first, ...others]) expect(stands(asked, starts_ms, seating.all(starts_ms)!)).toBe(true);
        // One round after the other is not always enough.
        const oneByOne = { leavesChoice: false, soonest: (at: readonly number[]) => seating.soonest(at), ways: seating.ways };
        if (find(oneByOne)[0]?.span_ms !== shortest) counted.byChoice += 1;
      }),
      { numRuns: Number(process.env.LOOP_RUNS ?? 100), seed: 6 },
    );
    expect(counted.found).toBeGreaterThan(40);
    expect(counted.none).toBeGreaterThan(10);
    expect(counted.byChoice).toBeGreaterThan(1);
  });
});
