import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#libs/kernel/index.js';
import { PlanStore } from '#libs/postings/index.js';
import { type GraphqlAnswer, type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { buildCandidate } from '../../support/builders.js';
import { DOCUMENT, change, imported, readPosting } from './postings-api.js';

describe('how a posting hires', () => {
  let api: TestApi;
  let organizationId: string;
  let recruiter: TestPerson;
  let posting: GraphqlAnswer['data'];
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER', { name: 'Rui' });
    posting = await imported(api, recruiter, DOCUMENT);
  });

  describe('plans', () => {
    const stagesOf = (data: GraphqlAnswer['data']) =>
      data.plan.stages.map(({ id, name, kind, durationMin, seats, selfSchedule, takeHome }: GraphqlAnswer['data']) => ({
        ...{ fromStageId: id, name, kind, durationMin, selfSchedule, takeHome },
        seats: seats.map(({ role, poolId }: { role: string; poolId: string }) => ({ role, poolId })),
      }));
    const edit = (stages: object[], expectedVersion = 1) =>
      change(api, recruiter, 'editPlan', { postingId: posting.id, expectedVersion, stages });

    it('get a next version, with the kits of the stages they come from, and candidates stay on theirs', async () => {
      const candidateId = await buildCandidate(api.owner, organizationId);
      const applicationId = newId();
      await api.owner.query(
        'INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, consented_at) VALUES ($1, $2, $3, $4, $5, now())',
        [organizationId, applicationId, posting.id, candidateId, posting.plan.id],
      );
      const screen = posting.plan.stages[0];
      await change(api, recruiter, 'editKit', {
        stageId: screen.id,
        purpose: 'Ours',
        questions: [],
        attributes: [{ name: 'Sea legs' }],
      });
      const [first, second] = stagesOf(posting);
      const edited = await edit([
        second,
        { ...first, name: 'First talk', durationMin: 20 },
        { name: 'Offer', kind: 'OFFER', seats: [], selfSchedule: false },
      ]);
      expect(edited).toMatchObject({
        __typename: 'PostingPayload',
        posting: { version: 2, plan: { version: 2, source: 'EDITED' } },
      });
      expect(edited.posting.plan.stages).toMatchObject([
        { position: 1, name: second.name, kind: 'TAKE_HOME', kit: { attributes: [{ name: 'Correctness' }, {}, {}, {}] } },
        { position: 2, name: 'First talk', durationMin: 20, kit: { purpose: 'Ours', attributes: [{ name: 'Sea legs' }] } },
        { position: 3, kind: 'OFFER' },
      ]);
      const { rows } = await api.owner.query('SELECT plan_id FROM applications WHERE id = $1', [applicationId]);
      expect(rows[0].plan_id).toBe(posting.plan.id);
      const plans = new PlanStore(api.uow);
      expect((await plans.get(organizationId, posting.plan.id))!.stages).toHaveLength(5);
      expect((await plans.get(organizationId, edited.posting.plan.id))!.stages.map(({ name }) => name)).toEqual([
        second.name,
        'First talk',
        'Offer',
      ]);
    });

    it.each([
      ['no stages', () => [], 'input.stages'],
      [
        'an offer before the end',
        () => [
          { name: 'Offer', kind: 'OFFER', seats: [], selfSchedule: false },
          { name: 'Talk', kind: 'SCREEN', seats: [], selfSchedule: true },
        ],
        'input.stages[0].kind',
      ],
      [
        'a stage of two minutes',
        () => [{ name: 'Talk', kind: 'SCREEN', durationMin: 2, seats: [], selfSchedule: true }],
        'input.stages[0].durationMin',
      ],
      ['a stage without a name', () => [{ name: ' ', kind: 'SCREEN', seats: [], selfSchedule: true }], 'input.stages[0].name'],
      [
        'a take-home in a meeting',
        () => [{ name: 'Talk', kind: 'SCREEN', seats: [], selfSchedule: true, takeHome: { dueDays: 3 } }],
        'input.stages[0].takeHome',
      ],
      [
        'a pool that is not there',
        () => [{ name: 'Talk', kind: 'SCREEN', seats: [{ role: 'x', poolId: newId() }], selfSchedule: true }],
        'input.stages[0].seats[0].poolId',
      ],
      [
        'a kit of a stage that is not there',
        () => [{ fromStageId: newId(), name: 'Talk', kind: 'SCREEN', seats: [], selfSchedule: true }],
        'input.stages[0].fromStageId',
      ],
    ] as const)('are not saved with %s', async (_, stages, field) => {
      expect(await edit(stages() as object[])).toMatchObject({ __typename: 'InvalidInput', field });
      expect((await readPosting(api, recruiter, posting.id)).data.posting).toMatchObject({ version: 1, plan: { version: 1 } });
    });

    it('let a seat be filled from another pool, which later revisions keep', async () => {
      const seat = posting.plan.stages[0].seats[0];
      const { pool } = await change(api, recruiter, 'createPool', { name: 'Captains' });
      const assigned = await change(api, recruiter, 'assignSeatPool', { seatId: seat.id, poolId: pool.id });
      expect(assigned.posting.plan.stages[0].seats[0]).toMatchObject({ id: seat.id, pool: { name: 'Captains' } });
      const document = DOCUMENT.replace('(60 minutes)', '(75 minutes)');
      const revised = await change(api, recruiter, 'revisePosting', { postingId: posting.id, expectedVersion: 1, document });
      expect(revised.posting.plan).toMatchObject({
        version: 2,
        stages: [{ seats: [{ role: seat.role, pool: { name: 'Captains' } }] }, {}, { durationMin: 75 }, {}, {}],
      });
      expect(await change(api, recruiter, 'assignSeatPool', { seatId: seat.id, poolId: newId() })).toMatchObject({
        field: 'input.poolId',
      });
      expect(await change(api, recruiter, 'assignSeatPool', { seatId: newId(), poolId: pool.id })).toMatchObject({
        code: 'NOT_FOUND',
      });
      const freed = await change(api, recruiter, 'assignSeatPool', {
        seatId: revised.posting.plan.stages[0].seats[0].id,
        poolId: null,
      });
      expect(freed.posting.plan.stages[0].seats[0].pool).toBeNull();
    });
  });

  it('keeps attributes that somebody has been rated by, while the kit changes around them', async () => {
    const stage = posting.plan.stages[0];
    const [rated, other] = stage.kit.attributes;
    const candidateId = await buildCandidate(api.owner, organizationId);
    const [applicationId, scorecardId] = [newId(), newId()];
    await api.owner.query('INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, consented_at) VALUES ($1, $2, $3, $4, $5, now())', [organizationId, applicationId, posting.id, candidateId, posting.plan.id]); // prettier-ignore
    await api.owner.query('INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, now(), now())', [organizationId, scorecardId, applicationId, stage.id, recruiter.id]); // prettier-ignore
    await api.owner.query('INSERT INTO scorecard_ratings (organization_id, scorecard_id, attribute_id, rating) VALUES ($1, $2, $3, 4)', [organizationId, scorecardId, rated.id]); // prettier-ignore
    const edit = (attributes: object[]) =>
      change(api, recruiter, 'editKit', { stageId: stage.id, purpose: 'Why', questions: ['How?'], attributes });

    const edited = await edit([{ name: 'New' }, { id: other.id, name: 'Renamed', description: 'better' }]);
    expect(edited.kept).toEqual([{ name: rated.name }]);
    expect(edited.kit).toMatchObject({ purpose: 'Why', questions: ['How?'] });
    expect(edited.kit.attributes).toMatchObject([
      { name: 'New' },
      { id: other.id, name: 'Renamed', description: 'better' },
      { id: rated.id, name: rated.name },
    ]);
    const [fresh] = edited.kit.attributes;
    const reordered = await edit([
      { id: rated.id, name: rated.name },
      { id: other.id, name: 'Renamed' },
      { id: fresh.id, name: 'New' },
    ]);
    expect(reordered.kit.attributes.map(({ id }: { id: string }) => id)).toEqual([rated.id, other.id, fresh.id]);
    expect(await edit([{ id: rated.id, name: 'Something else' }])).toMatchObject({ code: 'ATTRIBUTE_RATED' });
    expect(await edit([{ id: newId(), name: 'Strange' }])).toMatchObject({ code: 'ATTRIBUTE_UNKNOWN' });
    expect(await edit([{ name: 'a' }, { name: 'A' }])).toMatchObject({ code: 'ATTRIBUTE_TWICE' });
    expect(await edit(Array.from({ length: 21 }, (_, i) => ({ name: `n${i}` })))).toMatchObject({ field: 'input.attributes' });
  });

  it('adds openings and cancels those that nobody was hired into', async () => {
    const added = await change(api, recruiter, 'addOpenings', { postingId: posting.id, expectedVersion: 1, count: 2 });
    expect(added.posting.openings.map(({ number, status }: GraphqlAnswer['data']) => [number, status])).toEqual([[1, 'OPEN'], [2, 'OPEN'], [3, 'OPEN']]); // prettier-ignore
    const [first, second, third] = added.posting.openings.map(({ id }: { id: string }) => id);
    const cancel = (openingId: string, expectedVersion: number) =>
      change(api, recruiter, 'cancelOpening', { postingId: posting.id, expectedVersion, openingId });
    await api.owner.query(`UPDATE openings SET status = 'FILLED', filled_at = now() WHERE id = $1`, [first]);
    expect(await cancel(first, 2)).toMatchObject({ code: 'OPENING_FILLED' });
    await cancel(second, 2);
    expect(await cancel(second, 3)).toMatchObject({ code: 'OPENING_CANCELLED' });
    expect(await cancel(newId(), 3)).toMatchObject({ code: 'NOT_FOUND' });
    await cancel(third, 3);
    const refused = await change(api, recruiter, 'publishPosting', { postingId: posting.id, expectedVersion: 4, confirm: true });
    expect(refused.problems).toContainEqual(expect.objectContaining({ code: 'NO_OPENING', severity: 'REFUSES' }));
    expect(await change(api, recruiter, 'addOpenings', { postingId: posting.id, expectedVersion: 4, count: 51 })).toMatchObject({
      field: 'input.count',
    });
  });

  it('has a team, whose members see the posting as far as their role goes', async () => {
    const [manager, interviewer] = [
      await api.newPerson(organizationId, 'INTERVIEWER', { name: 'Mia' }),
      await api.newPerson(organizationId, 'INTERVIEWER'),
    ];
    const listed = async (person: TestPerson) =>
      (await api.graphql('{ postings(first: 10) { nodes { id } } }', {}, person)).data.postings.nodes;
    expect(await listed(interviewer)).toEqual([]);
    expect((await readPosting(api, interviewer, posting.id, 'id')).errors![0]!.extensions!.code).toBe('NOT_FOUND');

    const add = (personId: string, teamRole: string) =>
      change(api, recruiter, 'addTeamMember', { postingId: posting.id, personId, teamRole });
    await add(interviewer.id, 'INTERVIEWER');
    await add(manager.id, 'HIRING_MANAGER');
    const twice = await add(manager.id, 'HIRING_MANAGER');
    expect(twice.posting.team).toEqual([
      { teamRole: 'HIRING_MANAGER', person: { id: manager.id, name: 'Mia' } },
      { teamRole: 'RECRUITER', person: { id: recruiter.id, name: 'Rui' } },
      { teamRole: 'INTERVIEWER', person: { id: interviewer.id, name: 'INTERVIEWER person' } },
    ]);
    expect(await listed(interviewer)).toEqual([{ id: posting.id }]);

    const fields = 'salary { min } document reading { salary { min } facts { field } } revisions { number } myTeamRoles';
    const theirs = (await readPosting(api, interviewer, posting.id, fields)).data.posting;
    expect(theirs).toEqual({ salary: null, document: null, reading: null, revisions: [], myTeamRoles: ['INTERVIEWER'] });
    expect((await readPosting(api, manager, posting.id, fields)).data.posting).toMatchObject({
      salary: { min: 60000 },
      document: DOCUMENT,
      myTeamRoles: ['HIRING_MANAGER'],
    });
    expect(await change(api, interviewer, 'closePosting', { postingId: posting.id, expectedVersion: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await change(api, manager, 'correctPosting', { postingId: posting.id, expectedVersion: 1, corrections: { remote: false } }),
    ).toMatchObject({ posting: { remote: false } });

    const removed = await change(api, manager, 'removeTeamMember', {
      postingId: posting.id,
      personId: manager.id,
      teamRole: 'HIRING_MANAGER',
    });
    expect(removed).toEqual({ __typename: 'PostingPayload', posting: null });
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    for (const personId of [stranger.id, newId(), 'x'])
      expect(await add(personId, 'INTERVIEWER')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has pools that are made, named, filled and emptied by those who may', async () => {
    const { pool } = await change(api, recruiter, 'createPool', { name: ' Captains ' });
    expect(pool).toMatchObject({ name: 'Captains', members: [] });
    expect(await change(api, recruiter, 'createPool', { name: 'CAPTAINS' })).toMatchObject({ code: 'POOL_NAME_TAKEN' });
    const person = await api.newPerson(organizationId, 'INTERVIEWER', { name: 'Ivo' });
    const put = (personId: string, targetPerWeek?: number) =>
      change(api, recruiter, 'addPoolMember', { poolId: pool.id, personId, targetPerWeek });
    expect((await put(person.id)).pool.members).toEqual([{ targetPerWeek: 5, person: { id: person.id, name: 'Ivo' } }]);
    expect((await put(person.id, 2)).pool.members).toMatchObject([{ targetPerWeek: 2 }]);
    expect(await put(person.id, 51)).toMatchObject({ field: 'input.targetPerWeek' });
    expect(await put(newId())).toMatchObject({ code: 'NOT_FOUND' });
    expect((await change(api, recruiter, 'renamePool', { poolId: pool.id, name: 'Masters' })).pool.name).toBe('Masters');
    expect(await change(api, recruiter, 'renamePool', { poolId: pool.id, name: 'recruiter' })).toMatchObject({
      code: 'POOL_NAME_TAKEN',
    });
    expect((await change(api, recruiter, 'removePoolMember', { poolId: pool.id, personId: person.id })).pool.members).toEqual([]);
    expect(await change(api, person, 'createPool', { name: 'Mine' })).toMatchObject({ code: 'FORBIDDEN' });
    const { data } = await api.graphql('{ interviewerPools { name members { person { name } } } }', {}, person);
    expect(data.interviewerPools.map(({ name }: { name: string }) => name)).toContain('Masters');
  });

  it('starts the pool of "CTO or CEO" with the people of both', async () => {
    const people = [await api.newPerson(organizationId, 'INTERVIEWER'), await api.newPerson(organizationId, 'INTERVIEWER')];
    for (const [i, name] of ['Chef de Cuisine', 'Head Baker'].entries()) {
      const { pool } = await change(api, recruiter, 'createPool', { name });
      await change(api, recruiter, 'addPoolMember', { poolId: pool.id, personId: people[i]!.id, targetPerWeek: 3 });
    }
    const rounds = [
      {
        name: 'Last talk',
        kind: 'INTERVIEW',
        durationMin: 45,
        seats: [{ role: 'Chef or Baker', pool: ['chef de cuisine', 'HEAD BAKER'] }],
      },
    ];
    const cook = await imported(api, recruiter, '# Data Engineer\n\nCooks.\n', { corrections: { rounds } });
    expect(cook.plan.stages[0]).toMatchObject({
      name: 'Last talk',
      seats: [{ role: 'Chef or Baker', pool: { name: 'Chef or Baker' } }],
    });
    expect(cook.plan.stages[0].seats[0].pool.members).toHaveLength(2);
    const problems = (await readPosting(api, recruiter, cook.id, 'publishProblems { code }')).data.posting.publishProblems;
    expect(problems).toEqual([]);
    expect(await change(api, recruiter, 'publishPosting', { postingId: cook.id, expectedVersion: 1 })).toMatchObject({
      posting: { status: 'OPEN' },
      warnings: [],
    });
  });

  it('asks its questions, at most twenty, each under an id of its own', async () => {
    const ask = (questions: object[], expectedVersion: number) =>
      change(api, recruiter, 'setPostingQuestions', { postingId: posting.id, expectedVersion, questions });
    const question = { id: 'boats', label: 'Which boats have you mended?', required: true, kind: 'LONG_TEXT' };
    expect((await ask([question], 1)).posting.questions).toEqual([question]);
    expect(await ask([question, question], 2)).toMatchObject({ field: 'input.questions[1].id' });
    expect(await ask([{ ...question, id: 'a b' }], 2)).toMatchObject({ field: 'input.questions[0].id' });
    expect(await ask([{ ...question, label: '' }], 2)).toMatchObject({ field: 'input.questions[0].label' });
    expect(
      await ask(
        Array.from({ length: 21 }, (_, i) => ({ ...question, id: `q${i}` })),
        2,
      ),
    ).toMatchObject({ field: 'input.questions' });
    expect((await ask([], 2)).posting.questions).toEqual([]);
  });
});
