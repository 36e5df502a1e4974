import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, dateInZone, momentInZone } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { DAY_MS, WORKDAYS, buildWorld, codeOf, doors, valueOf, type World } from './world.js';

const EASTERN = { start: '10:00', end: '17:00', zone: 'America/New_York', days: WORKDAYS };

describe('the slots of an application', () => {
  let api: TestApi;
  const clock = new FixedClock(new Date('2030-03-04T08:00:00Z'));
  beforeAll(async () => {
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  /** First and last start of each day in the candidate's wall clock, by the date there. */
  const days = async (world: World, zone: string): Promise<Record<string, string>> => {
    const to = new Date(clock.now().getTime() + 28 * DAY_MS);
    const { slots, count } = valueOf(await doors(api).find.execute(world.candidate, { to, limit: 500 }));
    expect(count).toBe(slots.length);
    const found = new Map<string, string[]>();
    for (const { startsAt } of slots) {
      const date = dateInZone(startsAt, zone);
      found.set(date, [...(found.get(date) ?? []), momentInZone(startsAt, zone).time]);
    }
    return Object.fromEntries([...found].map(([date, times]) => [date, `${times[0]}–${times.at(-1)}`]));
  };

  it('are right for a candidate in Athens and core hours in New York while America has changed its clocks and Europe has not', async () => {
    clock.set(new Date('2030-03-06T08:00:00Z'));
    const world = await buildWorld(api, {
      coreHours: EASTERN,
      candidateZone: 'Europe/Athens',
      hours: { zone: 'UTC', starts: '00:00', ends: '00:00' },
    });
    const found = await days(world, 'Europe/Athens');
    expect(found['2030-03-08']).toBe('17:00–21:00');
    for (const date of ['2030-03-11', '2030-03-20', '2030-03-29']) expect(found[date]).toBe('16:00–21:00');
    for (const date of ['2030-04-01', '2030-04-02']) expect(found[date]).toBe('17:00–21:00');
    for (const weekend of ['2030-03-09', '2030-03-10', '2030-03-30', '2030-03-31']) expect(found[weekend]).toBeUndefined();
  });

  it('are right in autumn, when Europe goes back a week before America', async () => {
    clock.set(new Date('2030-10-23T08:00:00Z'));
    const world = await buildWorld(api, {
      coreHours: EASTERN,
      candidateZone: 'Europe/Athens',
      hours: { zone: 'UTC', starts: '00:00', ends: '00:00' },
    });
    const found = await days(world, 'Europe/Athens');
    expect(found['2030-10-25']).toBe('17:00–21:00');
    for (const date of ['2030-10-28', '2030-11-01']) expect(found[date]).toBe('16:00–21:00');
    for (const date of ['2030-11-04', '2030-11-19']) expect(found[date]).toBe('17:00–21:00');
  });

  it('keep to a day of notice and two weeks, and to four weeks at most', async () => {
    clock.set(new Date('2030-03-04T11:20:00Z'));
    const world = await buildWorld(api, {});
    const { find } = doors(api);
    const { slots } = valueOf(await find.execute(world.candidate, { limit: 500 }));
    expect(slots[0]!.startsAt).toEqual(new Date('2030-03-05T11:30:00Z'));
    expect(slots.at(-1)!.startsAt).toEqual(new Date('2030-03-19T10:15:00Z'));
    expect(codeOf(await find.execute(world.candidate, { to: new Date('2030-04-02T00:00:00Z') }))).toBe('INVALID_INPUT');
    expect(codeOf(await find.execute(world.candidate, { from: new Date('2031-01-01T00:00:00Z') }))).toBe('INVALID_INPUT');
    expect(codeOf(await find.execute(world.candidate, { to: new Date('2030-03-04T12:00:00Z') }))).toBe('INVALID_INPUT');
    const backwards = { from: new Date('2030-03-10T00:00:00Z'), to: new Date('2030-03-09T00:00:00Z') };
    expect(codeOf(await find.execute(world.candidate, backwards))).toBe('INVALID_INPUT');
    for (const limit of [0, -1, 501, 1.5]) expect(codeOf(await find.execute(world.candidate, { limit }))).toBe('INVALID_INPUT');
    expect(codeOf(await find.execute(world.candidate, { zone: 'Mars/Olympus' }))).toBe('INVALID_INPUT');
    const tokyo = valueOf(await find.execute(world.candidate, { zone: 'Asia/Tokyo', limit: 1 }));
    expect(tokyo.slots.map(({ said }) => said)).toEqual(['Tuesday 5 March 2030, 20:30 UTC+9']);
  });

  it('do not need hours of people who have not said any: core hours bind them, or office hours in their own zone', async () => {
    clock.set(new Date('2030-03-04T08:00:00Z'));
    const bound = await buildWorld(api, { coreHours: EASTERN });
    const free = await buildWorld(api, {});
    await api.owner.query('DELETE FROM weekly_hours');
    await api.owner.query(`UPDATE people SET zone = 'Asia/Tokyo'`);
    expect((await days(bound, 'America/New_York'))['2030-03-06']).toBe('10:00–16:00');
    expect((await days(free, 'Asia/Tokyo'))['2030-03-07']).toBe('16:00–16:00');
  });

  it('are explained to the team when there are none, kindly to the candidate', async () => {
    clock.set(new Date('2030-03-04T08:00:00Z'));
    const world = await buildWorld(api, {
      coreHours: { start: '09:00', end: '10:00', zone: 'Asia/Tokyo', days: WORKDAYS },
      candidateZone: 'Europe/Athens',
    });
    const { find } = doors(api);
    const team = valueOf(await find.execute(world.recruiter.actor, { applicationId: world.application.id }));
    expect(team).toMatchObject({ count: 0, slots: [], none: { blocks: [{ code: 'CORE_AND_CANDIDATE_APART' }] } });
    expect(team.none!.relaxations.map(({ change }) => change)).toContain('CORE_HOURS');
    expect(team.none!.relaxations.map(({ seatId }) => seatId)).not.toContain('candidate');
    const candidate = valueOf(await find.execute(world.candidate, {}));
    expect(candidate.none).toMatchObject({ blocks: [], relaxations: [], message: expect.stringContaining('Your place is kept') });
  });

  it('are refused in words when core hours are shorter than the interview or cannot be read', async () => {
    clock.set(new Date('2030-03-04T08:00:00Z'));
    const { find, book } = doors(api);
    const short = await buildWorld(api, { coreHours: { start: '17:00', end: '17:30', zone: 'UTC', days: WORKDAYS } });
    const found = valueOf(await find.execute(short.recruiter.actor, { applicationId: short.application.id }));
    expect(found.none).toMatchObject({ blocks: [{ code: 'CORE_HOURS_CLOSED' }] });
    const unsound = await buildWorld(api, {
      coreHours: { start: '25:00', end: '17:00', zone: 'Mars/Olympus', days: ['FRI', 'SOMEDAY'] },
    });
    const refused = await find.execute(unsound.recruiter.actor, { applicationId: unsound.application.id });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'CORE_HOURS_UNSOUND' } });
    for (const fault of ['Mars/Olympus', '25:00', 'SOMEDAY']) expect(!refused.ok && refused.refusal.message).toContain(fault);
    const booking = { applicationId: unsound.application.id, startsAt: new Date('2030-03-06T10:00:00Z') };
    expect(codeOf(await book.execute(unsound.recruiter.actor, booking))).toBe('CORE_HOURS_UNSOUND');
    expect(codeOf(await find.execute(unsound.candidate, {}))).toBe('NOT_READY');
  });

  it('count and show the same times whichever week they are in, also over midnight on Sunday', async () => {
    clock.set(new Date('2030-03-04T08:00:00Z'));
    const allDays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
    const world = await buildWorld(api, {
      coreHours: { start: '22:00', end: '02:00', zone: 'UTC', days: allDays },
      candidateZone: 'America/New_York',
      hours: { zone: 'UTC', starts: '00:00', ends: '00:00' },
    });
    await api.owner.query(`UPDATE weekly_hours SET days = $2 WHERE organization_id = $1`, [world.organizationId, allDays]);
    const { slots } = valueOf(
      await doors(api).find.execute(world.recruiter.actor, { applicationId: world.application.id, limit: 500 }),
    );
    const night = slots.filter(
      ({ startsAt }) => startsAt >= new Date('2030-03-10T21:00:00Z') && startsAt < new Date('2030-03-11T03:00:00Z'),
    );
    const quarters = Array.from({ length: 13 }, (_, i) => new Date(Date.parse('2030-03-10T22:00:00Z') + i * 900_000));
    expect(night.map(({ startsAt }) => startsAt)).toEqual(quarters);
  });
});
