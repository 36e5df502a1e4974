import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, newId } from '#libs/kernel/index.js';
import { ExplainTime, KeepPersonRules, KeepRules } from '#libs/scheduling/index.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { seeded } from '../../faults/seeded.js';
import {
  DAY_MS,
  MINUTE_MS,
  WORKDAYS,
  buildWorld,
  codeOf,
  doors,
  doubleBookings,
  newApplicant,
  valueOf,
  type World,
} from './world.js';

const ZONES = [
  'America/New_York',
  'Europe/Athens',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'America/St_Johns',
];
/** Shortly before clock changes. */
const NOWS = ['2030-03-06T08:00:00Z', '2030-03-28T20:00:00Z', '2030-10-24T03:00:00Z'];
const ROUNDS = Number(process.env.OFFERED_ROUNDS ?? 6);

describe('under rules of every kind', () => {
  let api: TestApi;
  const clock = new FixedClock(new Date(NOWS[0]!));
  beforeAll(async () => {
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  /** A panel of two whose people have hours, leave, turns, limits and other interviews by chance. */
  const world = async (below: (count: number) => number): Promise<World & { readonly candidateZone: string }> => {
    const zone = (): string => ZONES[below(ZONES.length)]!;
    const hours = (least: number) => ({
      zone: zone(),
      starts: `0${6 + below(4)}:00`,
      ends: `${least + below(4)}:30`,
      days: WORKDAYS,
    });
    const { starts: start, ends: end, zone: coreZone, days } = hours(19);
    const candidateZone = zone();
    const built = await buildWorld(api, { pools: [2, 3], coreHours: { start, end, zone: coreZone, days }, candidateZone });
    await api.owner.query('DELETE FROM weekly_hours WHERE organization_id = $1', [built.organizationId]);
    const overlaps = below(2) === 0 ? [{ ...hours(18), leastMin: 60 * below(4) }] : [];
    const rules = { postingId: built.posting.id, hours: [], overlaps, noticeHours: below(60), expectedVersion: 0 };
    valueOf(await api.app.get(KeepRules).set(built.recruiter.actor, rules));
    const keep = api.app.get(KeepPersonRules);
    for (const { id, actor } of built.pools.flat()) {
      const { zone: own, starts, ends, days: on } = hours(20);
      await api.owner.query(
        'INSERT INTO weekly_hours (organization_id, id, person_id, zone, days, starts, ends) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [built.organizationId, newId(), id, own, on, starts, ends],
      );
      valueOf(await keep.setLimits(actor, { perDay: 1 + below(2), perWeek: 2 + below(3), restMin: 30 * below(4) }));
      const turn = { ...hours(14), everyWeeks: 1 + below(2), firstWeek: '2030-01-02', effect: below(2) === 0 ? 'BUSY' : 'AVOID' };
      valueOf(await keep.setTurns(actor, { turns: [turn] }));
      const from = new Date(clock.now().getTime() + below(10) * DAY_MS).toISOString().slice(0, 10);
      valueOf(await keep.addException(actor, { from, to: from, name: 'Leave' }));
    }
    return { ...built, candidateZone };
  };

  it('every time that is offered books, every other is refused by name, and what is taken meanwhile is said to be', async () => {
    const counted = { offered: 0, refused: 0, taken: 0 };
    const { find, book, cancel } = doors(api);
    const whyNot = new Set<string>();
    for (let n = 0; n < ROUNDS; n += 1) {
      clock.set(new Date(NOWS[n % NOWS.length]!));
      const random = seeded(41 + n);
      const below = (count: number): number => Math.floor(random() * count);
      const built = await world(below);
      const list = valueOf(await find.execute(built.candidate, { limit: 500 }));
      const starts = list.slots.map(({ startsAt }) => startsAt.getTime());
      const chosen =
        starts.length === 0 ? [] : [starts[0]!, starts.at(-1)!, ...[1, 2, 3].map(() => starts[below(starts.length)]!)];
      for (const start_ms of chosen) {
        const { interviewId } = valueOf(await book.execute(built.candidate, { startsAt: new Date(start_ms) }));
        valueOf(await cancel.execute(built.candidate, { interviewId }));
        counted.offered += 1;
      }
      const offered = new Set(starts);
      const [from, to] = [starts[0] ?? clock.now().getTime() + 3 * DAY_MS, starts.at(-1) ?? clock.now().getTime() + 9 * DAY_MS];
      for (let look = 0; look < 4; look += 1) {
        const at = from + below(Math.max(1, (to - from) / (15 * MINUTE_MS))) * 15 * MINUTE_MS;
        if (offered.has(at)) continue;
        const startsAt = new Date(at);
        expect(codeOf(await book.execute(built.candidate, { startsAt }))).toBe('TIME_NOT_OFFERED');
        const why = valueOf(
          await api.app.get(ExplainTime).execute(built.recruiter.actor, { applicationId: built.application.id, startsAt }),
        );
        expect(why.possible).toBe(false);
        expect(why.rules.length).toBeGreaterThan(0);
        for (const { code } of why.rules) whyNot.add(code);
        counted.refused += 1;
      }
      counted.taken += await takenMeanwhile(built, starts);
    }
    expect(counted.offered).toBeGreaterThan(ROUNDS * 2);
    expect(counted.refused).toBeGreaterThan(ROUNDS);
    expect(counted.taken).toBeGreaterThan(0);
    expect(whyNot.size).toBeGreaterThan(2);
    expect(await doubleBookings(api)).toBe(0);
  }, 60_000);

  /** Three of the same zone want one time that is offered; how many were told that it is gone. Two panels at once are the most that a pool of two fills. */
  const takenMeanwhile = async (
    built: World & { readonly candidateZone: string },
    starts: readonly number[],
  ): Promise<number> => {
    if (starts.length === 0) return 0;
    const startsAt = new Date(starts[0]!);
    const others = [];
    for (let n = 0; n < 3; n += 1) others.push(await newApplicant(api, built, built.candidateZone));
    const answers = await Promise.all(others.map(({ candidate }) => doors(api).book.execute(candidate, { startsAt })));
    const codes = answers.map(codeOf).sort();
    expect(codes).toContain('ok');
    expect(codes.every((code) => code === 'ok' || code === 'SLOT_TAKEN')).toBe(true);
    expect(codes[0]).toBe('SLOT_TAKEN');
    return codes.filter((code) => code === 'SLOT_TAKEN').length;
  };
});
