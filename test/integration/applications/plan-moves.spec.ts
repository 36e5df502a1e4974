import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '#libs/kernel/index.js';
import { Reactions, type StoredEvent } from '#libs/platform/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPlan, buildPosting } from '../../support/builders.js';

const MOVES = 'moves { applicationId fromStageName toStageName outcome stays }';

describe('a plan that changes while candidates are on the way', () => {
  let api: TestApi;
  let organizationId: Id;
  let recruiter: TestPerson;
  let posting: BuiltPosting;
  let now: Awaited<ReturnType<typeof buildPlan>>;
  const seen: StoredEvent[] = [];
  const moveOn = (applicationId: Id, expectedVersion: number) =>
    api.graphql(
      `mutation ($input: MoveApplicationInput!) { result: moveApplication(input: $input) { __typename ... on MovePayload { application { stageName version } } ... on UserError { message } } }`,
      { input: { applicationId, expectedVersion } },
      recruiter,
    );
  const preview = async (mapping?: object[]) => {
    const query = `query ($id: ID!, $mapping: [StageMappingInput!]) { planMoves(postingId: $id, mapping: $mapping) { planVersion more mapping { fromStageId toStageId begins } ${MOVES} } }`;
    const { data, errors } = await api.graphql(query, { id: posting.id, mapping }, recruiter);
    expect(errors).toBeUndefined();
    return data.planMoves;
  };
  const change = async (mapping: object[], more: object = {}, as = recruiter) => {
    const query = `mutation ($input: MoveToPresentPlanInput!) { result: moveToPresentPlan(input: $input) { __typename ... on MoveToPresentPlanPayload { planVersion more ${MOVES} }
      ... on UserError { code message } ... on Conflict { presentVersion } ... on InvalidInput { field } } }`;
    const input = { postingId: posting.id, expectedPlanVersion: 2, mapping, ...more };
    const answer = await api.graphql(query, { input }, as);
    expect(answer.errors).toBeUndefined();
    return answer.data.result;
  };
  const stored = async (id: Id) =>
    (await api.owner.query('SELECT plan_id, stage_id, version, status FROM applications WHERE id = $1', [id])).rows[0];
  /** Somebody whom the API itself moved to the first stage, so that a time is being asked for. */
  const invited = async () => {
    const { id } = await buildApplication(api.owner, organizationId, posting);
    expect((await moveOn(id, 0)).data.result.application.version).toBe(1);
    return id;
  };

  beforeAll(async () => {
    api = await startTestApi();
    api.app.get(Reactions).on('ApplicationMoved', 8, async (_, event) => void seen.push(event));
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    posting = await buildPosting(api.owner, organizationId);
    const stages = [
      { name: 'Screening call', kind: 'SCREEN' as const },
      {
        name: 'Exercise',
        kind: 'TAKE_HOME' as const,
        durationMin: null,
        takeHome: { effortHours: 2, dueDays: 5 },
        selfSchedule: false,
      },
      { name: 'Work together', kind: 'TECHNICAL' as const },
      { name: 'Offer', kind: 'OFFER' as const, durationMin: null },
    ];
    now = await buildPlan(api.owner, organizationId, posting.id, stages, 2);
    await api.owner.query('UPDATE postings SET plan_version = 2 WHERE id = $1', [posting.id]);
    seen.length = 0;
  });

  it('shows who would move where before anything is moved: who has open work stays', async () => {
    const received = (await buildApplication(api.owner, organizationId, posting)).id;
    const met = (await buildApplication(api.owner, organizationId, posting, { stageId: posting.stages[1]!.id })).id;
    const asked = await invited();
    const shown = await preview();
    expect(shown).toMatchObject({ planVersion: 2, more: false });
    expect(shown.moves).toEqual([
      { applicationId: received, fromStageName: null, toStageName: null, outcome: 'MOVES', stays: null },
      { applicationId: met, fromStageName: 'Technical interview', toStageName: 'Work together', outcome: 'MOVES', stays: null },
      { applicationId: asked, fromStageName: 'Screening call', toStageName: null, outcome: 'STAYS', stays: 'OPEN_WORK' },
    ]);
    expect((await stored(met)).plan_id).toBe(posting.planId);
    expect((await preview([])).moves.map(({ stays }: { stays: string }) => stays)).toEqual([
      'NOT_MAPPED',
      'NOT_MAPPED',
      'NOT_MAPPED',
    ]);
  });

  it('moves them as it showed, quietly, and they go on by the new plan; the timeline keeps the old names', async () => {
    const met = (await buildApplication(api.owner, organizationId, posting, { stageId: posting.stages[1]!.id })).id;
    const { mapping, moves } = await preview();
    expect((await change(mapping)).moves).toEqual(moves);
    expect(await stored(met)).toMatchObject({ plan_id: now.planId, stage_id: now.stages[2]!.id, version: 2, status: 'ACTIVE' });
    expect(seen.map(({ payload }) => (payload as { command: string; effects: unknown[] }).effects)).toEqual([[]]);
    expect((await preview()).moves).toEqual([]);
    const { data } = await api.graphql(
      'query ($id: ID!, $posting: ID!) { application(id: $id) { transitions { command fromStageName toStageName } } board(postingId: $posting) { columns { name planVersion count } } }',
      { id: met, posting: posting.id },
      recruiter,
    );
    expect(data.application.transitions).toEqual([
      { command: 'MOVE_TO_STAGE', fromStageName: null, toStageName: 'Technical interview' },
      { command: 'CHANGE_PLAN', fromStageName: 'Technical interview', toStageName: 'Work together' },
    ]);
    expect(data.board.columns.find(({ name }: { name: string }) => name === 'Work together')).toMatchObject({
      planVersion: 2,
      count: 1,
    });
    expect((await moveOn(met, 2)).data.result).toMatchObject({ application: { stageName: 'Offer', version: 3 } });
    expect((await moveOn(met, 2)).data.result.__typename).toBe('ApplicationConflict');
  });

  it('begins the new stage where that is asked: what was open is cancelled, and its work is asked for', async () => {
    const asked = await invited();
    const other = await invited();
    const [screen] = posting.stages;
    const result = await change([{ fromStageId: screen!.id, toStageId: now.stages[1]!.id, begins: true }]);
    expect(result.moves.map(({ outcome, toStageName }: Record<string, string>) => [outcome, toStageName])).toEqual([['BEGINS', 'Exercise'], ['BEGINS', 'Exercise']]); // prettier-ignore
    for (const id of [asked, other]) {
      const { rows } = await api.owner.query(
        `SELECT (SELECT json_agg(status) FROM schedule_requests WHERE application_id = $1) AS requests, (SELECT json_agg(status) FROM take_homes WHERE application_id = $1) AS work`,
        [id],
      );
      expect(rows[0]).toEqual({ requests: ['CANCELLED'], work: ['SENT'] });
    }
  });

  it('refuses another version, stages of other plans, doubles, and those who may not; nobody moves then', async () => {
    const { id } = await buildApplication(api.owner, organizationId, posting);
    const mapping = [{ fromStageId: null, toStageId: null }];
    expect(await change(mapping, { expectedPlanVersion: 1 })).toMatchObject({ __typename: 'Conflict', presentVersion: 2 });
    expect(await change([{ fromStageId: null, toStageId: posting.stages[0]!.id }])).toMatchObject({
      field: 'input.mapping[0].toStageId',
    });
    expect(await change([...mapping, ...mapping])).toMatchObject({ field: 'input.mapping[1].fromStageId' });
    const interviewer = await api.newPerson(organizationId, 'INTERVIEWER');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    for (const person of [interviewer, stranger]) expect(await change(mapping, {}, person)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await stored(id)).plan_id).toBe(posting.planId);
  });

  it('moves each of them once, however many ask at once and whoever else moves them', async () => {
    const ids: Id[] = [];
    for (let count = 0; count < 6; count += 1) ids.push((await buildApplication(api.owner, organizationId, posting)).id);
    const mapping = [{ fromStageId: null, toStageId: null }];
    await Promise.all([change(mapping), change(mapping), ...ids.slice(0, 3).map((id) => moveOn(id, 0))]);
    const { rows } = await api.owner.query(
      `SELECT a.id, a.version, count(t.*)::int AS transitions, count(t.*) FILTER (WHERE t.command = 'CHANGE_PLAN')::int AS changes
         FROM applications a LEFT JOIN transitions t ON t.application_id = a.id WHERE a.posting_id = $1 GROUP BY a.id, a.version`,
      [posting.id],
    );
    for (const { version, transitions, changes } of rows) {
      expect(transitions).toBe(version);
      expect(changes).toBeLessThanOrEqual(1);
    }
    // Whoever was moved on first has an invitation and stays; all others are on the new plan.
    const there = await api.owner.query(
      'SELECT count(*)::int AS count FROM applications WHERE posting_id = $1 AND plan_id = $2',
      [posting.id, now.planId],
    );
    expect(there.rows[0].count).toBeGreaterThanOrEqual(3);
  });
});
