import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Id } from '#libs/kernel/index.js';
import { FindLoops } from '#libs/scheduling/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildApplication, buildCandidate, buildPool, buildPosting } from '../../support/builders.js';
import { codeOf, valueOf } from './world.js';

const EASTERN = { start: '10:00', end: '17:00', zone: 'America/New_York', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] };

describe('a whole loop', () => {
  let api: TestApi;
  // Thursday; New York changes its clocks on the Sunday after it.
  const clock = new FixedClock(new Date('2030-03-07T14:00:00Z'));
  beforeAll(async () => {
    api = await startTestApi({ clock, config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  /** A process of about a week: a screen, an assessment at home, the engineering manager, and the CTO or the CEO. */
  const build = async (dueDays: number) => {
    const organizationId = await api.newOrganization();
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const pool = async (name: string, size: number): Promise<Id> => {
      const people = await Promise.all(Array.from({ length: size }, () => api.newPerson(organizationId, 'INTERVIEWER')));
      const ids = people.map(({ id }) => id);
      return buildPool(api.owner, organizationId, name, ids, { zone: 'America/New_York', starts: '09:00', ends: '18:00' });
    };
    const round = (name: string, poolId: Id) => ({ name, durationMin: 45, seats: [{ role: name, poolId }] });
    const posting = await buildPosting(api.owner, organizationId, {
      coreHours: EASTERN,
      stages: [
        { ...round('Screen', await pool('Recruiters', 1)), kind: 'SCREEN' },
        { name: 'Assessment', kind: 'TAKE_HOME', durationMin: null, takeHome: { effortHours: 1, dueDays } },
        round('Engineering manager', await pool('Managers', 1)),
        round('CTO or CEO', await pool('Founders', 2)),
        { name: 'Offer', kind: 'OFFER', durationMin: null },
      ],
    });
    const at = async (stage: number) => {
      const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'Europe/Athens' });
      return buildApplication(api.owner, organizationId, posting, { candidateId, stageId: posting.stages[stage]!.id });
    };
    return { recruiter, at };
  };
  const find = () => api.app.get(FindLoops);

  it('is offered at once: in order, the take-home’s days between, within core hours on both sides of a clock change', async () => {
    const { recruiter, at } = await build(3);
    const application = await at(0);
    const { loops, without } = valueOf(await find().execute(recruiter.actor, { applicationId: application.id, longestDays: 7 }));
    expect(without).toEqual([]);
    expect(loops[0]!.rounds.map(({ stageName, startsAt }) => `${stageName} ${startsAt.toISOString().slice(0, 16)}`)).toEqual([
      // Friday in winter time, Monday in summer time: three whole days after 15:45 UTC, 14:00 UTC is too early.
      'Screen 2030-03-08T15:00',
      'Engineering manager 2030-03-11T15:45',
      'CTO or CEO 2030-03-11T17:00',
    ]);
    expect(loops[0]!.spanMin).toBe(3 * 1440 + 165);
    const days = loops.map(({ rounds }) => rounds[0]!.startsAt.toISOString().slice(0, 10));
    expect(new Set(days).size).toBe(days.length);
    for (const { rounds } of loops) for (const { seats } of rounds) expect(seats).toHaveLength(1);
  });

  it('is all on one day or each round on its own, as asked, once the assessment was skipped', async () => {
    const { recruiter, at } = await build(3);
    const { id: applicationId } = await at(2);
    const oneDay = valueOf(await find().execute(recruiter.actor, { applicationId, pace: 'SAME_DAY' }));
    expect(oneDay.loops[0]).toMatchObject({ spanMin: 45 + 30 + 45 });
    const spread = valueOf(await find().execute(recruiter.actor, { applicationId, pace: 'SPREAD' }));
    const dates = spread.loops[0]!.rounds.map(({ startsAt }) => startsAt.toISOString().slice(0, 10));
    expect(new Set(dates).size).toBe(2);
  });

  it('says which round has no time, and refuses what makes no sense', async () => {
    const { recruiter, at } = await build(60);
    const { id: applicationId } = await at(0);
    const found = valueOf(await find().execute(recruiter.actor, { applicationId }));
    expect(found).toMatchObject({ loops: [], without: [] });
    const { id: atOffer } = await at(4);
    expect(codeOf(await find().execute(recruiter.actor, { applicationId: atOffer }))).toBe('NOTHING_LEFT');
    expect(codeOf(await find().execute(recruiter.actor, { applicationId, pace: 'FAST' }))).toBe('INVALID_INPUT');
    expect(codeOf(await find().execute(recruiter.actor, { applicationId, longestDays: 0 }))).toBe('INVALID_INPUT');
    await api.owner.query('DELETE FROM weekly_hours');
    await api.owner.query(`UPDATE postings SET core_hours = '{"start":"00:00","end":"00:30","zone":"UTC","days":["MON"]}'`);
    const none = valueOf(await find().execute(recruiter.actor, { applicationId }));
    expect(none.without.map(({ stageName }) => stageName)).toEqual(['Screen', 'Engineering manager', 'CTO or CEO']);
  });
});
