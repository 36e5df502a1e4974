import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import { MoveApplication } from '#libs/applications/index.js';
import { Reactions, type StoredEvent } from '#libs/platform/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import {
  type BuiltPosting,
  buildApplication,
  buildPosting,
  buildRejectionReason,
  buildTeamMember,
} from '../../support/builders.js';

const RESULT = `__typename
  ... on MovePayload { application { id status stageId stageName version } transition { version command fromStageId toStageId passedOver } postingClosed }
  ... on ApplicationConflict { code message presentVersion application { version stageId status } }
  ... on UserError { code message }
  ... on InvalidInput { field }`;
const mutation = (name: string, type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`) =>
  `mutation ($input: ${type}) { result: ${name}(input: $input) { ${RESULT} } }`;

describe('moving an application', () => {
  let api: TestApi;
  let organizationId: Id;
  let recruiter: TestPerson;
  let posting: BuiltPosting;
  let reasonId: Id;
  const seen: StoredEvent[] = [];

  beforeAll(async () => {
    api = await startTestApi();
    api.app.get(Reactions).on('ApplicationMoved', 8, async (_, event) => void seen.push(event));
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
    reasonId = await buildRejectionReason(api.owner, organizationId);
  });
  beforeEach(async () => {
    posting = await buildPosting(api.owner, organizationId, {
      openings: 2,
      stages: [
        { name: 'Screening call', kind: 'SCREEN' },
        { name: 'Assessment', kind: 'TECHNICAL', skippableIf: 'open-source contributions' },
        { name: 'Offer', kind: 'OFFER', durationMin: null },
      ],
    });
    seen.length = 0;
  });
  afterAll(() => api.close());

  const move = async (name: string, input: object, as: TestPerson = recruiter) => {
    const answer = await api.graphql(mutation(name), { input }, as);
    expect(answer.errors).toBeUndefined();
    return answer.data.result;
  };
  const stored = async (id: Id) =>
    (await api.owner.query('SELECT status, stage_id, version, opening_id, ended_at FROM applications WHERE id = $1', [id]))
      .rows[0];
  const transitions = async (id: Id) =>
    (
      await api.owner.query(
        'SELECT version, command, actor_id, detail FROM transitions WHERE application_id = $1 ORDER BY version',
        [id],
      )
    ).rows;

  it('walks every command, and the history leads to the state', async () => {
    const { id: applicationId } = await buildApplication(api.owner, organizationId, posting);
    const [screen, assessment, offer] = posting.stages.map(({ id }) => id);
    let expectedVersion = 0;
    const step = async (name: string, more: object = {}) => {
      const result = await move(name, { applicationId, expectedVersion, ...more });
      expect(result).toMatchObject({ __typename: 'MovePayload', application: { version: expectedVersion + 1 } });
      expectedVersion += 1;
      return result.application;
    };
    expect(await step('moveApplication')).toMatchObject({ stageId: screen, stageName: 'Screening call' });
    expect(await step('moveApplication', { stageId: assessment })).toMatchObject({ stageId: assessment });
    expect(await step('skipStage', { reason: 'known', evidence: 'https://code.example/pr/1' })).toMatchObject({ stageId: offer });
    expect(await step('sendBackApplication', { stageId: screen, reason: 'a second talk' })).toMatchObject({ stageId: screen });
    expect(await step('sendBackApplication', { reason: 'wrong posting' })).toMatchObject({ stageId: null, stageName: null });
    expect(await step('rejectApplication', { reasonId, note: 'not yet' })).toMatchObject({ status: 'REJECTED' });
    expect(await step('reopenApplication', { reason: 'we were wrong' })).toMatchObject({ status: 'ACTIVE' });
    expect(await step('withdrawApplication', { reason: 'moved away' })).toMatchObject({ status: 'WITHDRAWN' });
    expect(await step('reopenApplication', { reason: 'back again' })).toMatchObject({ status: 'ACTIVE' });
    expect(await step('hireApplication', { openingId: posting.openingIds[0] })).toMatchObject({ status: 'HIRED' });
    expect(await stored(applicationId)).toMatchObject({ status: 'HIRED', version: 10, opening_id: posting.openingIds[0] });
    const history = await transitions(applicationId);
    expect(history.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(history[5]).toMatchObject({ command: 'REJECT', actor_id: recruiter.id, detail: { reasonId, reason: 'not yet' } });
    const { rows } = await api.owner.query(
      `SELECT (SELECT count(*)::int FROM outbox_events WHERE subject_id = $1 AND name = 'ApplicationMoved') AS events,
              (SELECT count(*)::int FROM audit_events WHERE subject_id = $1 AND action = 'application.move') AS audits`,
      [applicationId],
    );
    expect(rows[0]).toEqual({ events: 10, audits: 10 });
  });

  it('tells reactions what was read anyway, and stores nothing personal of it', async () => {
    const { id: applicationId, candidateId } = await buildApplication(api.owner, organizationId, posting);
    await move('moveApplication', { applicationId, expectedVersion: 0 });
    expect(seen).toHaveLength(1);
    expect(seen[0]!.transient).toMatchObject({
      candidate: { id: candidateId, email: expect.stringContaining('@mail.example'), zone: 'UTC' },
      posting: { id: posting.id, title: 'Backend Engineer', slug: posting.slug },
      stage: { name: 'Screening call', kind: 'SCREEN' },
      linkEpoch: 0,
    });
    const { rows } = await api.owner.query('SELECT payload FROM outbox_events WHERE subject_id = $1', [applicationId]);
    expect(Object.keys(rows[0].payload).sort()).toEqual(
      'applicationId candidateId command effects fromStageId fromStatus passedOver postingId toStageId toStatus version'.split(
        ' ',
      ),
    );
    expect(JSON.stringify(rows)).not.toContain('mail.example');
  });

  it('lets one of two at once win and shows the other where it stands now', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id: applicationId } = await buildApplication(api.owner, organizationId, posting);
      const results = await Promise.all([
        move('moveApplication', { applicationId, expectedVersion: 0 }),
        move('rejectApplication', { applicationId, expectedVersion: 0, reasonId }),
      ]);
      const won = results.find(({ __typename }) => __typename === 'MovePayload');
      const lost = results.find(({ __typename }) => __typename === 'ApplicationConflict');
      expect(lost).toMatchObject({
        code: 'CONFLICT',
        presentVersion: 1,
        application: { version: 1, stageId: won.application.stageId, status: won.application.status },
      });
      expect(await transitions(applicationId)).toHaveLength(1);
    }
  });

  it('hires one of two into one opening, frees it on reopening, and closes the posting with the last', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => buildApplication(api.owner, organizationId, posting)));
    const openingId = posting.openingIds[0];
    const results = await Promise.all(
      [first!, second!].map(({ id }) => move('hireApplication', { applicationId: id, expectedVersion: 0, openingId })),
    );
    expect(results.map((result) => result.code ?? result.application.status).sort()).toEqual(['HIRED', 'OPENING_FILLED']);
    const hired = results[0].application ? first! : second!;
    const other = hired === first ? second! : first!;
    await move('reopenApplication', { applicationId: hired.id, expectedVersion: 1, reason: 'declined' });
    const openings = async () =>
      (await api.owner.query('SELECT status FROM openings WHERE posting_id = $1 ORDER BY number', [posting.id])).rows.map(
        ({ status }) => status,
      );
    expect(await openings()).toEqual(['OPEN', 'OPEN']);
    const both = await Promise.all([
      move('hireApplication', { applicationId: hired.id, expectedVersion: 2, openingId }),
      move('hireApplication', { applicationId: other.id, expectedVersion: 0, openingId: posting.openingIds[1] }),
    ]);
    expect(both.map(({ postingClosed }) => postingClosed).sort()).toEqual([false, true]);
    expect(await openings()).toEqual(['FILLED', 'FILLED']);
    const { rows } = await api.owner.query(
      `SELECT p.status, (SELECT count(*)::int FROM outbox_events e WHERE e.subject_id = p.id AND e.name = 'PostingClosed') AS events FROM postings p WHERE id = $1`,
      [posting.id],
    );
    expect(rows[0]).toEqual({ status: 'CLOSED', events: 1 });
  });

  it('rejects those who are left when a posting is closed, and nobody while it is open', async () => {
    for (let i = 0; i < 60; i += 1) await buildApplication(api.owner, organizationId, posting);
    const ask = () =>
      api.graphql(
        `mutation ($input: RejectRemainingInput!) { result: rejectRemaining(input: $input) { ... on RejectRemainingPayload { rejected left } ... on UserError { code } } }`,
        { input: { postingId: posting.id, reasonId } },
        recruiter,
      );
    expect((await ask()).data.result).toEqual({ code: 'POSTING_NOT_CLOSED' });
    await api.owner.query(`UPDATE postings SET status = 'CLOSED' WHERE id = $1`, [posting.id]);
    expect((await ask()).data.result).toEqual({ rejected: 60, left: 0 });
    expect((await ask()).data.result).toEqual({ rejected: 0, left: 0 });
    expect(seen.filter(({ payload }) => (payload as { command: string }).command === 'REJECT')).toHaveLength(60);
  });

  it('does one effect for one idempotency key and answers the same again', async () => {
    const { id: applicationId } = await buildApplication(api.owner, organizationId, posting);
    const input = { applicationId, expectedVersion: 0, idempotencyKey: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => move('moveApplication', input)));
    expect(answers[0].__typename).toBe('MovePayload');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await transitions(applicationId)).toHaveLength(1);
    expect(await move('moveApplication', { ...input, expectedVersion: 1 })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('answers a stale version with the present state and changes nothing', async () => {
    const { id: applicationId } = await buildApplication(api.owner, organizationId, posting, { stageId: posting.stages[1]!.id });
    expect(await move('moveApplication', { applicationId, expectedVersion: 0 })).toMatchObject({
      __typename: 'ApplicationConflict',
      presentVersion: 1,
      application: { stageId: posting.stages[1]!.id },
    });
    expect(await transitions(applicationId)).toHaveLength(1);
  });

  it('answers the same for what is not there, not theirs and not their role, and moves for leads of the team only', async () => {
    const { id: applicationId } = await buildApplication(api.owner, organizationId, posting);
    const elsewhere = await api.newOrganization();
    const stranger = await api.newPerson(elsewhere, 'ADMIN');
    const interviewer = await api.newPerson(organizationId, 'INTERVIEWER');
    const lead = await api.newPerson(organizationId, 'HIRING_MANAGER');
    const answers = [
      await move('moveApplication', { applicationId: newId(), expectedVersion: 0 }),
      await move('moveApplication', { applicationId, expectedVersion: 0 }, stranger),
      await move('moveApplication', { applicationId, expectedVersion: 0 }, interviewer),
      await move('moveApplication', { applicationId, expectedVersion: 7 }, lead),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ __typename: 'Refused', code: 'NOT_FOUND' });
    await buildTeamMember(api.owner, organizationId, posting.id, lead.id, 'HIRING_MANAGER');
    await buildTeamMember(api.owner, organizationId, posting.id, interviewer.id, 'INTERVIEWER');
    expect(await move('moveApplication', { applicationId, expectedVersion: 0 }, interviewer)).toEqual(answers[0]);
    expect(await move('moveApplication', { applicationId, expectedVersion: 0 }, lead)).toMatchObject({
      __typename: 'MovePayload',
    });
    const nobody = await api.graphql(mutation('moveApplication'), { input: { applicationId, expectedVersion: 1 } });
    expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('refuses foreign openings, foreign reasons and ids that are none, each with what to do', async () => {
    const { id: applicationId } = await buildApplication(api.owner, organizationId, posting);
    const other = await buildPosting(api.owner, organizationId);
    const elsewhere = await api.newOrganization();
    const foreignReason = await buildRejectionReason(api.owner, elsewhere);
    const base = { applicationId, expectedVersion: 0 };
    const invalid = { __typename: 'InvalidInput', code: 'INVALID_INPUT' };
    expect(await move('hireApplication', { ...base, openingId: other.openingIds[0] })).toMatchObject({
      ...invalid,
      field: 'input.openingId',
    });
    expect(await move('hireApplication', { ...base, openingId: newId() })).toMatchObject({
      ...invalid,
      field: 'input.openingId',
    });
    expect(await move('rejectApplication', { ...base, reasonId: foreignReason })).toMatchObject({
      ...invalid,
      field: 'input.reasonId',
    });
    expect(await move('withdrawApplication', { ...base, reasonId })).toMatchObject({ ...invalid, field: 'input.reasonId' });
    expect(await move('moveApplication', { ...base, stageId: "'; DROP TABLE applications; --" })).toMatchObject({
      ...invalid,
      field: 'input.stageId',
    });
    expect(await move('moveApplication', { ...base, stageId: other.stages[0]!.id })).toMatchObject({ code: 'STAGE_NOT_IN_PLAN' });
    expect(await stored(applicationId)).toMatchObject({ version: 0, status: 'ACTIVE' });
  });

  it('does not reopen beside another active application of the same person', async () => {
    const ended = await buildApplication(api.owner, organizationId, posting);
    await move('rejectApplication', { applicationId: ended.id, expectedVersion: 0, reasonId });
    await buildApplication(api.owner, organizationId, posting, { candidateId: ended.candidateId });
    expect(await move('reopenApplication', { applicationId: ended.id, expectedVersion: 1, reason: 'again' })).toMatchObject({
      code: 'ALREADY_ACTIVE',
    });
    expect(await stored(ended.id)).toMatchObject({ status: 'REJECTED', version: 1 });
  });

  it('lets a candidate withdraw by the link to their own application, and no other', async () => {
    const mine = await buildApplication(api.owner, organizationId, posting);
    const theirs = await buildApplication(api.owner, organizationId, posting);
    const moving = api.app.get(MoveApplication);
    const actor = { kind: 'candidate', organizationId, applicationId: mine.id, candidateId: mine.candidateId } as const;
    const withdraw = (applicationId: Id) =>
      moving.execute(actor, { applicationId, expectedVersion: null, command: { kind: 'WITHDRAW', reason: 'another job' } });
    expect(await withdraw(theirs.id)).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(
      await moving.execute(actor, { applicationId: mine.id, expectedVersion: null, command: { kind: 'ADVANCE' } }),
    ).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
    expect(await withdraw(mine.id)).toMatchObject({ ok: true, value: { application: { status: 'WITHDRAWN' } } });
  });
});
