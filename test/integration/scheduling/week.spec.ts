import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '#libs/kernel/index.js';
import { FindSlots, ShowWeek } from '#libs/scheduling/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { buildApplication, buildCandidate, buildPool, buildPosting, buildTeamMember } from '../../support/builders.js';
import { World, at } from '../pages/world.js';
import { codeOf, valueOf } from './world.js';

const OSLO = { start: '09:00', end: '16:00', zone: 'Europe/Oslo', days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] };
/** Monday. */
const NOW = new Date('2030-03-04T08:00:00Z');
const FROM = new Date('2030-03-04T00:00:00Z');
const TO = new Date('2030-03-11T00:00:00Z');

describe('a week before the eyes of whoever looks for a time', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: new FixedClock(NOW), config: { processes: 'api' } });
  });
  afterAll(() => api.close());

  const build = async () => {
    const organizationId = await api.newOrganization();
    const recruiter = await api.newPerson(organizationId, 'RECRUITER');
    const manager = await api.newPerson(organizationId, 'HIRING_MANAGER');
    const ivo = await api.newPerson(organizationId, 'INTERVIEWER', { name: 'Ivo', zone: 'Europe/Oslo' });
    const hours = { zone: 'Europe/Oslo', starts: '10:00', ends: '14:00' };
    const poolId = await buildPool(api.owner, organizationId, 'Engineers', [ivo.id], hours);
    const posting = await buildPosting(api.owner, organizationId, {
      coreHours: OSLO,
      stages: [
        { name: 'Screen', kind: 'SCREEN', durationMin: 30, seats: [{ role: 'engineer', poolId }] },
        { name: 'Offer', kind: 'OFFER', durationMin: null },
      ],
    });
    await buildTeamMember(api.owner, organizationId, posting.id, ivo.id, 'INTERVIEWER');
    await api.owner.query(
      `INSERT INTO busy_blocks (organization_id, id, person_id, during, reason) VALUES ($1, gen_random_uuid(), $2, '[2030-03-06T09:00Z,2030-03-06T12:00Z)', 'the dentist')`,
      [organizationId, ivo.id],
    );
    const at = async (stage: number) => {
      const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'Asia/Kathmandu' });
      return buildApplication(api.owner, organizationId, posting, { candidateId, stageId: posting.stages[stage]!.id });
    };
    return { recruiter, manager, ivo, at };
  };
  const week = () => api.app.get(ShowWeek);

  it('shows law, candidate and interviewer so that every time that is offered lies in all of them', async () => {
    const { recruiter, ivo, at } = await build();
    const { id } = await at(0);
    const shown = valueOf(await week().execute(recruiter.actor, id, FROM, TO));
    expect(shown).toMatchObject({
      stageName: 'Screen',
      durationMin: 30,
      candidateZone: 'Asia/Kathmandu',
      candidateHasNamed: false,
    });
    expect(shown.law).toHaveLength(5);
    expect(shown.members).toMatchObject([{ name: 'Ivo', roles: ['engineer'], load: 0, taken: [{ by: 'CALENDAR' }] }]);
    const { slots } = valueOf(
      await api.app.get(FindSlots).execute(recruiter.actor, { applicationId: id, from: NOW, to: TO, limit: 500 }),
    );
    expect(slots.length).toBeGreaterThan(20);
    const inside = (set: readonly { start_ms: number; end_ms: number }[] | null, from: Date, to: Date) =>
      set!.some(({ start_ms, end_ms }) => start_ms <= from.getTime() && to.getTime() <= end_ms);
    for (const { startsAt, endsAt, seats } of slots) {
      const lane = shown.members.find(({ personId }) => personId === seats[0]!.personId)!;
      expect(inside(shown.law, startsAt, endsAt) && inside(lane.hours, startsAt, endsAt)).toBe(true);
      expect(inside(shown.candidate.hours, startsAt, endsAt)).toBe(true);
      expect(lane.taken.some(({ start_ms, end_ms }) => start_ms < endsAt.getTime() && startsAt.getTime() < end_ms)).toBe(false);
    }
    expect(lane(shown.members, ivo.id).hours).toHaveLength(5);
  });

  it('says that somebody is away, and not why', async () => {
    const { recruiter, at } = await build();
    const { id } = await at(0);
    await api.owner.query(`UPDATE sessions SET expires_at = '2040-01-01'`);
    const query = `query ($id: ID!, $from: String!, $to: String!) { schedulingWeek(applicationId: $id, from: $from, to: $to) {
      __typename ... on SchedulingWeek { members { name taken { startsAt by } } } } }`;
    const answer = await api.graphql(query, { id, from: FROM.toISOString(), to: TO.toISOString() }, recruiter);
    expect(JSON.stringify(answer)).toContain('"startsAt":"2030-03-06T09:00:00.000Z","by":"CALENDAR"');
    expect(JSON.stringify(answer)).not.toContain('dentist');
  });

  it('is refused to who does not schedule, where nobody meets, and for days that nobody can choose', async () => {
    const { recruiter, manager, ivo, at } = await build();
    const { id } = await at(0);
    for (const { actor } of [manager, ivo]) expect(codeOf(await week().execute(actor, id, FROM, TO))).toBe('NOT_FOUND');
    const { id: atOffer } = await at(1);
    expect(codeOf(await week().execute(recruiter.actor, atOffer, FROM, TO))).toBe('NO_MEETING_HERE');
    const later = new Date('2030-05-01T00:00:00Z');
    expect(codeOf(await week().execute(recruiter.actor, id, later, new Date(later.getTime() + 1000)))).toBe('INVALID_INPUT');
    expect(codeOf(await week().execute(recruiter.actor, id, FROM, later))).toBe('INVALID_INPUT');
    expect(codeOf(await week().execute(recruiter.actor, id, TO, FROM))).toBe('INVALID_INPUT');
    expect(codeOf(await week().execute(recruiter.actor, id, new Date(NaN), TO))).toBe('INVALID_INPUT');
  });
});

describe('how interviews are spread', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  it('is counted for the posting and for all together, for who sees the board', async () => {
    const LOADS = `query ($id: ID!) { interviewerLoad(postingId: $id) { name held heldHere coming comingHere targetPerWeek } }`;
    const ask = (as: TestPerson, id = world.posting.id) => world.api.graphql(LOADS, { id }, as);
    const elsewhere = world.posting.id;
    const inOther = await world.application(world.technical);
    await world.interview(inOther, world.technical, at(-24 * 3), 'COMPLETED');
    await world.interview(inOther, world.technical, at(-24 * 40), 'COMPLETED');
    await world.renewPosting();
    const here = await world.application(world.technical);
    await world.interview(here, world.technical, at(24 * 2));
    await world.interview(here, world.screen, at(24 * 3), 'CANCELLED');
    const { data } = await ask(world.manager);
    expect(data.interviewerLoad).toEqual([
      { name: 'Ivo Interviewer', held: 1, heldHere: 0, coming: 1, comingHere: 1, targetPerWeek: 5 },
    ]);
    expect((await ask(world.recruiter, elsewhere)).data.interviewerLoad).toMatchObject([{ heldHere: 1, comingHere: 0 }]);
    for (const as of [world.interviewer, world.stranger, world.outsider])
      expect((await ask(as)).errors![0]!.extensions!.code).toBe('NOT_FOUND');
  });
});

function lane<T extends { readonly personId: string }>(lanes: readonly T[], personId: string): T {
  return lanes.find((one) => one.personId === personId)!;
}
