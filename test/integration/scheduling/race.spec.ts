import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type CandidateActor, type Result } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildPosting } from '../../support/builders.js';
import { buildWorld, codeOf, doors, doubleBookings, newApplicant, valueOf, type World } from './world.js';

const NOW = new Date('2030-03-04T08:00:00Z');
const TIMES = ['09:30', '11:00', '13:00', '15:00'].map((time) => new Date(`2030-03-06T${time}:00Z`));

describe('bookings that race', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: new FixedClock(NOW), config: { processes: 'api', databasePool: 24 } });
  });
  afterAll(() => api.close());

  /** Candidates of two postings whose panels name the same pools in opposite order. */
  async function applicants(world: World, count: number): Promise<CandidateActor[]> {
    const seats = [...world.poolIds].reverse().map((poolId, at) => ({ role: `mirror ${at}`, poolId }));
    const posting = await buildPosting(api.owner, world.organizationId, {
      stages: [{ name: 'Mirror', kind: 'PANEL', durationMin: 60, selfSchedule: true, seats }],
    });
    const mirror = { organizationId: world.organizationId, posting, stageId: posting.stages[0]!.id };
    const all: CandidateActor[] = [];
    for (let i = 0; i < count; i += 1) all.push((await newApplicant(api, i % 2 === 0 ? world : mirror)).candidate);
    return all;
  }

  const tally = (results: readonly Result<unknown>[]): Record<string, number> => {
    const codes: Record<string, number> = {};
    for (const result of results) codes[codeOf(result)] = (codes[codeOf(result)] ?? 0) + 1;
    return codes;
  };
  it('fills every time as often as the pools allow and not once more; each loser is told that it is taken', async () => {
    const world = await buildWorld(api, { pools: [3, 2] });
    const candidates = await applicants(world, 200);
    const { book } = doors(api);
    const results = await Promise.all(candidates.map((actor, i) => book.execute(actor, { startsAt: TIMES[i % TIMES.length]! })));
    // Two panels at once, as the smaller pool has two members, at four times.
    expect(tally(results)).toEqual({ ok: 8, SLOT_TAKEN: 192 });
    expect(await doubleBookings(api)).toBe(0);
    const booked = await api.owner.query(
      `SELECT lower(during) AS at, count(*)::integer FROM interviews WHERE organization_id = $1 AND state = 'CONFIRMED' GROUP BY 1 ORDER BY 1`,
      [world.organizationId],
    );
    expect(booked.rows).toEqual(TIMES.map((at) => ({ at, count: 2 })));
    const events = await api.owner.query(
      `SELECT name, count(*)::integer FROM outbox_events WHERE organization_id = $1 GROUP BY 1 ORDER BY 1`,
      [world.organizationId],
    );
    expect(events.rows).toEqual([
      { name: 'InterviewBooked', count: 8 },
      { name: 'InterviewEnded', count: 8 },
      { name: 'InterviewSoon', count: 8 },
    ]);
  }, 60_000);

  it('books every time that is offered, unless somebody was quicker, which is said by its name', async () => {
    const world = await buildWorld(api, { pools: [2, 2] });
    const { find, book, cancel } = doors(api);
    const random = mulberry32(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    for (let n = 0; n < 6; n += 1) {
      const { startsAt } = pick(valueOf(await find.execute(world.candidate, { limit: 500 })).slots);
      const { interviewId } = valueOf(await book.execute(world.candidate, { startsAt }));
      if (n < 5) valueOf(await cancel.execute(world.candidate, { interviewId }));
    }
    const candidates = await applicants(world, 12);
    const lists = await Promise.all(candidates.map((actor) => find.execute(actor, { limit: 500 })));
    // Few of the times, so that many want the same.
    const wanted = lists.map((list) => pick(valueOf(list).slots.slice(0, 6)).startsAt);
    const codes = tally(await Promise.all(candidates.map((actor, at) => book.execute(actor, { startsAt: wanted[at]! }))));
    expect(Object.keys(codes).sort()).toEqual(['SLOT_TAKEN', 'ok']);
    expect(await doubleBookings(api)).toBe(0);
  }, 60_000);

  it('stays whole in a storm of bookings, moves and cancellations by several at once', async () => {
    const world = await buildWorld(api, { pools: [3, 3] });
    // One person in both pools, so that panels also compete for who sits where.
    await api.owner.query('INSERT INTO interviewer_pool_members (organization_id, pool_id, person_id) VALUES ($1, $2, $3)', [
      world.organizationId,
      world.poolIds[1],
      world.pools[0]![0]!.id,
    ]);
    const candidates = await applicants(world, 24);
    const { book, reschedule, cancel } = doors(api);
    const random = mulberry32(7);
    const anyTime = () => TIMES[Math.floor(random() * TIMES.length)]!;
    const story = async (actor: CandidateActor): Promise<Result<unknown>[]> => {
      const results: Result<unknown>[] = [];
      for (let step = 0; step < 6; step += 1) {
        const booked = await book.execute(actor, { startsAt: anyTime() });
        results.push(booked);
        if (!booked.ok) continue;
        const { interviewId } = booked.value;
        const both = [
          reschedule.execute(actor, { interviewId, startsAt: anyTime() }),
          reschedule.execute(actor, { interviewId, startsAt: anyTime() }),
        ];
        results.push(...(await Promise.all(both)));
        if (random() < 0.7) results.push(await cancel.execute(actor, { interviewId }));
      }
      return results;
    };
    const results = (await Promise.all(candidates.map(story))).flat();
    const codes = tally(results);
    expect(Object.keys(codes).filter((code) => !['ok', 'SLOT_TAKEN', 'ALREADY_BOOKED', 'INVALID_INPUT'].includes(code))).toEqual(
      [],
    );
    expect(codes.ok).toBeGreaterThan(TIMES.length);
    expect(await doubleBookings(api)).toBe(0);
    const torn = await api.owner.query(
      `SELECT i.id FROM interviews i LEFT JOIN interview_seats s ON s.interview_id = i.id AND s.state = i.state
        WHERE i.organization_id = $1 AND i.state = 'CONFIRMED' GROUP BY i.id
       HAVING count(s.id) <> 2 OR count(DISTINCT s.person_id) <> 2 OR bool_or(lower(s.during) <> lower(i.during) - interval '10 minutes')`,
      [world.organizationId],
    );
    expect(torn.rows).toEqual([]);
  }, 60_000);
});

/** A small random generator with a seed, so that a failure can be seen again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
