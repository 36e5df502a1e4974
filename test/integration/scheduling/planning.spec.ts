import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#libs/kernel/index.js';
import { Coverage, KeepPersonRules, PlanBatches } from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildWorld, codeOf, doors, doubleBookings, newApplicant, valueOf, WORKDAYS } from './world.js';

describe('planning', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: new FixedClock(new Date('2030-03-04T08:00:00Z')), config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  it('a batch gives as many candidates a time as can have one, each of which books; the others are named, and the bound is met', async () => {
    const world = await buildWorld(api, { pools: [2], hours: { zone: 'UTC', starts: '09:00', ends: '13:00' } });
    for (const { actor } of world.pools[0]!)
      valueOf(await api.app.get(KeepPersonRules).setLimits(actor, { perDay: 1, perWeek: 2, restMin: 0 }));
    const applicants = [world.candidate];
    for (let i = 0; i < 11; i += 1) applicants.push((await newApplicant(api, world)).candidate);
    const applicationIds = applicants.map(({ applicationId }) => applicationId);
    const { actor } = world.recruiter;
    const plan = valueOf(await api.app.get(PlanBatches).execute(actor, { applicationIds }));
    // Two people: two interviews in each of two weeks, and one on the Monday after.
    expect([plan.interviews.length, plan.bound, plan.without.length]).toEqual([10, 10, 2]);
    const { book } = doors(api);
    for (const { applicationId, startsAt } of plan.interviews) valueOf(await book.execute(actor, { applicationId, startsAt }));
    expect(await doubleBookings(api)).toBe(0);
    const late = (await newApplicant(api, world)).candidate.applicationId;
    const full = valueOf(
      await api.app.get(PlanBatches).execute(actor, { applicationIds: [late, plan.interviews[0]!.applicationId] }),
    );
    expect(full).toMatchObject({ interviews: [], bound: 0 });
    expect(full.without.map(({ message }) => message)).toEqual([
      expect.stringContaining('its time already'),
      expect.stringContaining('No time is left'),
    ]);
    const outsider = await api.newPerson(world.organizationId, 'INTERVIEWER');
    expect(codeOf(await api.app.get(PlanBatches).execute(outsider.actor, { applicationIds }))).toBe('NOT_FOUND');
    expect(codeOf(await api.app.get(PlanBatches).execute(actor, { applicationIds: [] }))).toBe('INVALID_INPUT');
  });

  it('coverage tells which zones of the world a posting’s hours leave', async () => {
    const coreHours = { start: '14:00', end: '20:00', zone: 'UTC', days: [...WORKDAYS] };
    const world = await buildWorld(api, { coreHours });
    const covered = (await api.app.get(Coverage).ofPosting(world.recruiter.actor, world.posting.id))!;
    expect(covered.length).toBeGreaterThan(400);
    const of = (zone: string) => covered.find((one) => one.zone === zone);
    expect(of('America/New_York')).toMatchObject({ minutes: 30 * 60, minutesAfter: 30 * 60 });
    // 03:00 to 09:00 in Auckland, an hour earlier once its summer time has ended.
    expect(of('Pacific/Auckland')).toMatchObject({ minutes: 10 * 60, minutesAfter: 5 * 60 });
    const outsider = await api.newPerson(await api.newOrganization(), 'ADMIN');
    expect(await api.app.get(Coverage).ofPosting(outsider.actor, world.posting.id)).toBeNull();
  });
});
