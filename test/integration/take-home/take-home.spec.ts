import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { signLink } from '#libs/identity/index.js';
import { FixedClock, type Id, newId } from '#libs/kernel/index.js';
import { Reactions, type StoredEvent } from '#libs/platform/index.js';
import { TakeHomes } from '#libs/take-home/index.js';
import { type Credentials, type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import {
  type BuiltPosting,
  type StageFields,
  buildApplication,
  buildCandidate,
  buildPool,
  buildPosting,
  buildRejectionReason,
  buildTeamMember,
} from '../../support/builders.js';

const START = new Date('2030-03-28T12:00:00Z');
const DAY_MS = 86_400_000;
const MOVE = (
  name: string,
) => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) {
  __typename ... on MovePayload { application { version stageId } } ... on UserError { code message } } }`;
const FIELDS = `id version status brief effortHours dueAt dueZone extensions submittedAt late submissionUrl submissionAttachmentId submissionFileName
  submissionNote stageName reviewers { id name }`;
const MINE =
  'id version status brief dueAt dueZone submittedAt late submissionUrl submissionFileName submissionNote canSubmit stageName postingTitle';
const CHANGE = (name: string, type: string) => `mutation ($input: ${type}!) { result: ${name}(input: $input) {
  __typename ... on TakeHomePayload { takeHome { ${FIELDS} } } ... on UserError { code message } ... on Conflict { presentVersion } ... on InvalidInput { field } } }`;
const SUBMIT = `mutation ($input: SubmitTakeHomeInput!) { result: submitTakeHome(input: $input) {
  __typename ... on SubmitTakeHomePayload { resubmitted takeHome { ${MINE} } } ... on UserError { code message } ... on InvalidInput { field } } }`;

describe('a take-home', () => {
  let api: TestApi;
  let clock: FixedClock;
  let organizationId: Id;
  let recruiter: TestPerson;
  let manager: TestPerson;
  let reviewer: TestPerson;
  let stranger: TestPerson;
  let posting: BuiltPosting;
  let application: { id: Id; candidateId: Id };
  let failing = false;

  beforeAll(async () => {
    clock = new FixedClock(START);
    api = await startTestApi({ clock, config: { processes: 'api' } });
    api.app.get(Reactions).on('TakeHomeSent', 8, async () => {
      if (failing) throw new Error('a template is broken');
    });
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
    manager = await api.newPerson(organizationId, 'HIRING_MANAGER');
    reviewer = await api.newPerson(organizationId, 'INTERVIEWER', { name: 'Rafe Viewer' });
    stranger = await api.newPerson(organizationId, 'INTERVIEWER');
    await api.owner.query(`UPDATE sessions SET expires_at = '2040-01-01'`);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    clock.set(START);
    await newApplication();
  });

  async function newApplication(takeHome: StageFields = {}, pool: Id[] = [reviewer.id]) {
    const poolId = pool.length > 0 ? await buildPool(api.owner, organizationId, `Pool ${newId()}`, pool) : null;
    posting = await buildPosting(api.owner, organizationId, {
      stages: [
        { name: 'Screening call', kind: 'SCREEN' },
        { name: 'Contribute a feature', kind: 'TAKE_HOME', seats: [{ role: 'engineer', poolId }], ...takeHome },
        { name: 'Panel', kind: 'PANEL' },
      ],
    });
    await buildTeamMember(api.owner, organizationId, posting.id, manager.id, 'HIRING_MANAGER');
    const candidateId = await buildCandidate(api.owner, organizationId, { zone: 'Europe/Athens' });
    application = await buildApplication(api.owner, organizationId, posting, { candidateId, stageId: posting.stages[0]!.id });
  }

  const run = async (query: string, input: object, as: Credentials) => {
    const answer = await api.graphql(query, { input }, as);
    expect(answer.errors).toBeUndefined();
    return answer.data.result;
  };
  const version = async () =>
    (await api.owner.query('SELECT version FROM applications WHERE id = $1', [application.id])).rows[0].version as number;
  const move = async (name: string, more: object = {}) =>
    run(MOVE(name), { applicationId: application.id, expectedVersion: await version(), ...more }, recruiter);
  const enter = async () => {
    expect(await move('moveApplication', { stageId: posting.stages[1]!.id })).toMatchObject({ __typename: 'MovePayload' });
    return (await rows()).at(-1)!;
  };
  const rows = async () =>
    (await api.owner.query('SELECT * FROM take_homes WHERE application_id = $1 ORDER BY id', [application.id])).rows;
  const events = async (name?: string) =>
    (
      await api.owner.query(
        `SELECT id, name, payload, not_before, organization_id FROM outbox_events
          WHERE payload->>'applicationId' = $1 AND name LIKE 'TakeHome%' AND name = coalesce($2, name) ORDER BY id`,
        [application.id, name ?? null],
      )
    ).rows;
  const link = (purpose: 'application' | 'schedule' | 'take-home', applicationId = application.id): Credentials => {
    const expiresAt = new Date('2040-01-01');
    return {
      link: [purpose, signLink(api.config.secret, { purpose, organizationId, subjectId: applicationId, epoch: 0, expiresAt })],
    };
  };
  const submit = (input: object, as = link('take-home')) => run(SUBMIT, input, as);
  const extend = (input: object, as: Credentials = recruiter) => run(CHANGE('extendTakeHome', 'ExtendTakeHomeInput'), input, as);
  const cancel = (input: object, as: Credentials = recruiter) => run(CHANGE('cancelTakeHome', 'CancelTakeHomeInput'), input, as);
  /** Until another connection waits for a row. */
  const waitForLock = async () => {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (let i = 0; i < 200; i += 1) {
      if ((await api.owner.query(waiting)).rowCount) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('nobody waits: the row is not locked');
  };
  /** What the worker does when a timer is due. */
  const ring = async (timer: Record<string, unknown>) => {
    const event = { ...timer, organizationId: timer.organization_id, subjectId: application.id } as unknown as StoredEvent;
    for (const handle of api.app.get(Reactions).handlersOf('TakeHomeDueSoon')) await handle(event);
  };

  describe('when the candidate enters the stage', () => {
    it('is sent in the transaction of the move, due at the end of a day on the candidate’s clock, to be reviewed by the stage’s pool', async () => {
      const takeHome = await enter();
      expect(takeHome).toMatchObject({
        ...{
          status: 'SENT',
          version: 1,
          transition_version: 2,
          due_zone: 'Europe/Athens',
          brief: 'What to find out',
          effort_hours: '4.0',
        },
        ...{ sent_at: START, due_at: new Date('2030-04-04T20:59:00Z') },
      });
      const { rows: reviewers } = await api.owner.query('SELECT person_id FROM take_home_reviewers WHERE take_home_id = $1', [
        takeHome.id,
      ]);
      expect(reviewers).toEqual([{ person_id: reviewer.id }]);
      const ref = {
        takeHomeId: takeHome.id,
        applicationId: application.id,
        postingId: posting.id,
        stageId: posting.stages[1]!.id,
      };
      const [sent, dueSoon] = await events();
      // At once: by the database's clock, where a process's own is ahead of it.
      expect(sent.not_before.getTime()).toBeLessThanOrEqual(Date.now());
      expect([sent, dueSoon]).toMatchObject([
        { name: 'TakeHomeSent', payload: ref },
        {
          name: 'TakeHomeDueSoon',
          payload: { ...ref, dueAt: '2030-04-04T20:59:00.000Z' },
          not_before: new Date('2030-04-03T20:59:00Z'),
        },
      ]);
    });

    it('tells those who write the mail all that they need, and stores none of it with the event', async () => {
      const told: StoredEvent[] = [];
      const once = async (_: unknown, event: StoredEvent) => void told.push(event);
      api.app.get(Reactions).on('TakeHomeSent', 8, once);
      const takeHome = await enter();
      expect(told.at(-1)?.transient).toMatchObject({
        candidate: { id: application.candidateId, zone: 'Europe/Athens', email: expect.stringContaining('@mail.example') },
        posting: { id: posting.id, title: 'Backend Engineer', slug: posting.slug },
        stage: { name: 'Contribute a feature' },
        ...{ brief: takeHome.brief, dueAt: takeHome.due_at, dueZone: 'Europe/Athens', effortHours: 4, linkEpoch: 0 },
      });
      const [stored] = await events('TakeHomeSent');
      expect(Object.keys(stored.payload).sort()).toEqual(['applicationId', 'postingId', 'stageId', 'takeHomeId']);
    });

    it('is reviewed by the hiring managers when nobody fills the seats, and is due after seven days when the stage does not say', async () => {
      await newApplication({ takeHome: { effortHours: null, dueDays: null as unknown as number } }, []);
      const takeHome = await enter();
      expect(takeHome.due_at).toEqual(new Date('2030-04-04T20:59:00Z'));
      const { rows: reviewers } = await api.owner.query('SELECT person_id FROM take_home_reviewers WHERE take_home_id = $1', [
        takeHome.id,
      ]);
      expect(reviewers).toEqual([{ person_id: manager.id }]);
    });

    it('sets no reminder when there is no day left to be reminded in', async () => {
      await newApplication({ takeHome: { effortHours: 1, dueDays: 0 } });
      await enter();
      expect((await events()).map(({ name }) => name)).toEqual(['TakeHomeSent']);
    });

    it('is not sent and the candidate is not moved when the mail cannot be decided', async () => {
      failing = true;
      const answer = await api.graphql(
        MOVE('moveApplication'),
        { input: { applicationId: application.id, expectedVersion: 1, stageId: posting.stages[1]!.id } },
        recruiter,
      );
      failing = false;
      expect(answer.errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
      expect(await rows()).toEqual([]);
      expect(await version()).toBe(1);
      expect(await events()).toEqual([]);
    });
  });

  describe('when the candidate leaves the stage', () => {
    it('is cancelled while nothing was handed in, and sent anew on coming back', async () => {
      await enter();
      await move('moveApplication');
      expect((await rows()).map(({ status }) => status)).toEqual(['CANCELLED']);
      expect(await events('TakeHomeCancelled')).toHaveLength(1);
      expect(await submit({ url: 'https://code.example/work' })).toMatchObject({ code: 'TAKE_HOME_CLOSED' });
      await move('sendBackApplication', { stageId: posting.stages[1]!.id, reason: 'Asked for another try' });
      expect((await rows()).map(({ status }) => status)).toEqual(['CANCELLED', 'SENT']);
      expect(await submit({ url: 'https://code.example/work' })).toMatchObject({ takeHome: { status: 'SUBMITTED' } });
    });

    it('keeps what was handed in, also through rejection and reopening', async () => {
      await enter();
      await submit({ url: 'https://code.example/work' });
      await move('rejectApplication', { reasonId: await buildRejectionReason(api.owner, organizationId) });
      expect(await submit({ url: 'https://code.example/other' })).toMatchObject({ code: 'TAKE_HOME_CLOSED' });
      await move('reopenApplication', { reason: 'By mistake' });
      expect(await rows()).toMatchObject([{ status: 'SUBMITTED', submission_url: 'https://code.example/work' }]);
      expect(await events('TakeHomeSent')).toHaveLength(1);
    });

    it('is either handed in or cancelled when both happen at once, never both and never neither', async () => {
      for (let round = 0; round < 5; round += 1) {
        await newApplication();
        await enter();
        const [submitted] = await Promise.all([submit({ url: 'https://code.example/work' }), move('moveApplication')]);
        const [row] = await rows();
        expect(row.status).toBe(submitted.__typename === 'SubmitTakeHomePayload' ? 'SUBMITTED' : 'CANCELLED');
        expect(await events(row.status === 'SUBMITTED' ? 'TakeHomeCancelled' : 'TakeHomeSubmitted')).toEqual([]);
      }
    });

    it.each([
      [
        'the stage is left',
        `UPDATE take_homes SET status = 'CANCELLED' WHERE application_id = $1 AND $2::uuid IS NOT NULL`,
        'TAKE_HOME_CLOSED',
      ],
      [
        'a scorecard is handed in',
        `WITH work AS (SELECT * FROM take_homes WHERE application_id = $1 FOR SHARE)
         INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, state, recommendation, created_at, updated_at, submitted_at)
         SELECT organization_id, gen_random_uuid(), application_id, stage_id, $2, 'SUBMITTED', 'YES', now(), now(), now() FROM work`,
        'ALREADY_REVIEWED',
      ],
    ])('is not replaced when %s while the candidate waits', async (_, change, code) => {
      await enter();
      if (code === 'ALREADY_REVIEWED') await submit({ url: 'https://code.example/first' });
      const other = new pg.Client({ connectionString: api.database.url });
      await other.connect();
      try {
        await other.query('BEGIN');
        await other.query(change, [application.id, reviewer.id]);
        const submitting = submit({ url: 'https://code.example/second' });
        await waitForLock();
        await other.query('COMMIT');
        expect(await submitting).toMatchObject({ code });
      } finally {
        await other.end();
      }
      expect((await rows())[0].submission_url).not.toBe('https://code.example/second');
    });
  });

  describe('for the candidate', () => {
    it('opens by the links for it and for the application, by no other, and for nobody else', async () => {
      expect((await api.graphql(`{ myTakeHome { ${MINE} } }`, {}, link('application'))).data).toEqual({ myTakeHome: null });
      await enter();
      for (const purpose of ['application', 'take-home'] as const) {
        const { data } = await api.graphql(`{ myTakeHome { ${MINE} } }`, {}, link(purpose));
        expect(data.myTakeHome).toMatchObject({
          status: 'SENT',
          canSubmit: true,
          late: false,
          dueZone: 'Europe/Athens',
          stageName: 'Contribute a feature',
        });
      }
      expect((await api.graphql('{ myTakeHome { id } }', {}, link('schedule'))).data).toEqual({ myTakeHome: null });
      expect(await submit({ url: 'https://code.example/work' }, link('schedule'))).toMatchObject({ code: 'NOT_FOUND' });
      const other = await buildApplication(api.owner, organizationId, posting);
      expect((await api.graphql('{ myTakeHome { id } }', {}, link('take-home', other.id))).data).toEqual({ myTakeHome: null });
      expect(await submit({ url: 'https://code.example/work' }, link('take-home', other.id))).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect((await api.graphql('{ myTakeHome { id } }', {}, recruiter)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      expect(await rows()).toMatchObject([{ status: 'SENT', version: 1 }]);
    });

    it('takes a link with a note and tells everybody concerned once', async () => {
      const takeHome = await enter();
      const input = { url: 'https://code.example/pull/7', note: 'Tests are in spec/', idempotencyKey: 'hand-in-1' };
      const first = await submit(input);
      expect(first).toMatchObject({
        __typename: 'SubmitTakeHomePayload',
        resubmitted: false,
        takeHome: { late: false, canSubmit: true, version: 2 },
      });
      expect(await submit(input)).toEqual(first);
      expect(await events('TakeHomeSubmitted')).toMatchObject([
        { payload: { takeHomeId: takeHome.id, late: false, resubmitted: false } },
      ]);
    });

    it('refuses what cannot be opened or is not theirs, and changes nothing', async () => {
      await enter();
      const other = await buildApplication(api.owner, organizationId, posting);
      const [theirs, cv] = await Promise.all([attach(other, 'TAKE_HOME'), attach(application, 'CV')]);
      const bad: [object, string][] = [
        [{}, 'input.url'],
        [{ url: 'javascript:alert(1)' }, 'input.url'],
        [{ url: 'https://me:pw@code.example' }, 'input.url'],
        [{ url: `https://code.example/${'a'.repeat(2000)}` }, 'input.url'],
        [{ url: 'https://code.example', note: 'a'.repeat(10_001) }, 'input.note'],
        [{ attachmentId: 'nonsense' }, 'input.attachmentId'],
        [{ attachmentId: newId() }, 'input.attachmentId'],
        [{ attachmentId: theirs }, 'input.attachmentId'],
        [{ attachmentId: cv }, 'input.attachmentId'],
      ];
      for (const [input, field] of bad) expect(await submit(input)).toMatchObject({ __typename: 'InvalidInput', field });
      expect(await rows()).toMatchObject([{ status: 'SENT', version: 1 }]);
    });

    it('takes a file that was uploaded for it', async () => {
      await enter();
      const attachmentId = await attach(application, 'TAKE_HOME');
      expect(await submit({ attachmentId })).toMatchObject({ takeHome: { submissionFileName: 'work.pdf', submissionUrl: null } });
    });

    it('takes work that comes late and says so, until the stage is left', async () => {
      await enter();
      clock.set(new Date('2030-04-04T20:59:01Z'));
      expect(await submit({ url: 'https://code.example/late' })).toMatchObject({ takeHome: { late: true, status: 'SUBMITTED' } });
      expect(await events('TakeHomeSubmitted')).toMatchObject([{ payload: { late: true } }]);
      await move('moveApplication');
      expect(await submit({ url: 'https://code.example/later' })).toMatchObject({ code: 'TAKE_HOME_CLOSED' });
      expect(await rows()).toMatchObject([{ submission_url: 'https://code.example/late' }]);
    });

    it('is replaced by handing in again until a scorecard is in, and the audit log has both', async () => {
      const takeHome = await enter();
      await submit({ url: 'https://code.example/1', note: 'first' });
      clock.advance_ms(DAY_MS);
      expect(await submit({ url: 'https://code.example/2', expectedVersion: 1 })).toMatchObject({ code: 'CONFLICT' });
      expect(await submit({ url: 'https://code.example/2', expectedVersion: 2 })).toMatchObject({ resubmitted: true });
      expect(await rows()).toMatchObject([{ version: 3, submission_url: 'https://code.example/2', submission_note: '' }]);
      await api.owner.query(
        `INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, state, recommendation, created_at, updated_at, submitted_at)
         VALUES ($1, $2, $3, $4, $5, 'SUBMITTED', 'YES', now(), now(), now())`,
        [organizationId, newId(), application.id, posting.stages[1]!.id, reviewer.id],
      );
      expect(await submit({ url: 'https://code.example/3' })).toMatchObject({ code: 'ALREADY_REVIEWED' });
      expect((await api.graphql('{ myTakeHome { canSubmit } }', {}, link('application'))).data.myTakeHome).toEqual({
        canSubmit: false,
      });
      const { rows: audits } = await api.owner.query(
        'SELECT action, actor_kind FROM audit_events WHERE subject_id = $1 ORDER BY id',
        [takeHome.id],
      );
      expect(audits).toEqual([
        { action: 'take-home.send', actor_kind: 'staff' },
        { action: 'take-home.submit', actor_kind: 'candidate' },
        { action: 'take-home.resubmit', actor_kind: 'candidate' },
      ]);
    });
  });

  describe('and its reminder', () => {
    it('is due once, however often the timer rings', async () => {
      const takeHome = await enter();
      const [timer] = await events('TakeHomeDueSoon');
      await Promise.all([ring(timer), ring(timer)]);
      await ring(timer);
      expect(await events('TakeHomeReminderDue')).toMatchObject([
        {
          payload: {
            takeHomeId: takeHome.id,
            applicationId: application.id,
            postingId: posting.id,
            stageId: posting.stages[1]!.id,
          },
        },
      ]);
    });

    it('is not sent for work that was handed in or is not wanted any more', async () => {
      await enter();
      await submit({ url: 'https://code.example/work' });
      await ring((await events('TakeHomeDueSoon'))[0]);
      expect(await events('TakeHomeReminderDue')).toEqual([]);
      await newApplication();
      await enter();
      await move('moveApplication');
      await ring((await events('TakeHomeDueSoon'))[0]);
      expect(await events('TakeHomeReminderDue')).toEqual([]);
    });

    it('moves with the due date', async () => {
      const takeHome = await enter();
      expect(await extend({ takeHomeId: takeHome.id, days: 3, expectedVersion: 1 })).toMatchObject({
        takeHome: { dueAt: '2030-04-07T20:59:00.000Z', extensions: 1, version: 2 },
      });
      const [old, present] = await events('TakeHomeDueSoon');
      expect(present.not_before).toEqual(new Date('2030-04-06T20:59:00Z'));
      await ring(old);
      expect(await events('TakeHomeReminderDue')).toEqual([]);
      await ring(present);
      expect(await events('TakeHomeReminderDue')).toHaveLength(1);
      expect(await events('TakeHomeExtended')).toHaveLength(1);
    });
  });

  describe('for the team', () => {
    it('is changed by one of two who saw the same version; the other is told', async () => {
      const takeHome = await enter();
      const input = { takeHomeId: takeHome.id, days: 2, expectedVersion: 1 };
      const both = await Promise.all([extend(input), cancel({ takeHomeId: takeHome.id, expectedVersion: 1 })]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'TakeHomePayload']);
      expect(both.find(({ __typename }) => __typename === 'Conflict')).toMatchObject({ presentVersion: 2 });
      expect(await extend(input)).toMatchObject({ code: 'CONFLICT', presentVersion: 2 });
    });

    it('has a brief that can be written anew until work is handed in', async () => {
      const takeHome = await enter();
      const setBrief = (input: object) =>
        run(CHANGE('setTakeHomeBrief', 'SetTakeHomeBriefInput'), { takeHomeId: takeHome.id, ...input }, recruiter);
      expect(await setBrief({ brief: '', expectedVersion: 1 })).toMatchObject({ field: 'input.brief' });
      expect(await setBrief({ brief: 'Fix one open bug.', expectedVersion: 1 })).toMatchObject({
        takeHome: { brief: 'Fix one open bug.', version: 2 },
      });
      await submit({ url: 'https://code.example/work' });
      for (const answer of [
        await setBrief({ brief: 'Fix two.', expectedVersion: 3 }),
        await extend({ takeHomeId: takeHome.id, days: 2, expectedVersion: 3 }),
        await cancel({ takeHomeId: takeHome.id, expectedVersion: 3 }),
      ])
        expect(answer).toMatchObject({ code: 'TAKE_HOME_NOT_OPEN' });
    });

    it('is not there for those who do not manage it, nor for another organisation', async () => {
      const takeHome = await enter();
      const elsewhere = await api.newPerson(await api.newOrganization(), 'ADMIN');
      await api.owner.query(`UPDATE sessions SET expires_at = '2040-01-01'`);
      const coordinator = await api.newPerson(organizationId, 'INTERVIEWER');
      await api.owner.query(`UPDATE sessions SET expires_at = '2040-01-01'`);
      await buildTeamMember(api.owner, organizationId, posting.id, coordinator.id, 'COORDINATOR');
      const input = { takeHomeId: takeHome.id, expectedVersion: 1 };
      for (const as of [reviewer, stranger, elsewhere]) {
        expect(await cancel(input, as)).toMatchObject({ code: 'NOT_FOUND' });
        expect(await extend({ ...input, days: 1 }, as)).toMatchObject({ code: 'NOT_FOUND' });
        const person = { takeHomeId: takeHome.id, personId: stranger.id };
        expect(await run(CHANGE('assignReviewer', 'ReviewerInput'), person, as)).toMatchObject({ code: 'NOT_FOUND' });
        expect(await run(CHANGE('removeReviewer', 'ReviewerInput'), person, as)).toMatchObject({ code: 'NOT_FOUND' });
      }
      expect(await cancel({ ...input, takeHomeId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await cancel({ ...input, takeHomeId: 'nonsense' })).toMatchObject({ code: 'NOT_FOUND' });
      expect(
        (
          await api.graphql(
            `mutation ($input: CancelTakeHomeInput!) { cancelTakeHome(input: $input) { __typename } }`,
            { input },
            link('application'),
          )
        ).errors?.[0]?.extensions?.code,
      ).toBe('UNAUTHENTICATED');
      expect(await rows()).toMatchObject([{ status: 'SENT', version: 1 }]);
      expect(await extend({ ...input, days: 1 }, coordinator)).toMatchObject({ __typename: 'TakeHomePayload' });
      expect(await cancel({ ...input, expectedVersion: 2 }, manager)).toMatchObject({ takeHome: { status: 'CANCELLED' } });
    });

    it('is read by the team and its reviewers and nobody else', async () => {
      const takeHome = await enter();
      await submit({ url: 'https://code.example/work', note: 'Look at spec/' });
      const read = async (as: Credentials) => {
        const answer = await api.graphql(`query ($id: ID!) { takeHome(id: $id) { ${FIELDS} } }`, { id: takeHome.id }, as);
        return answer.data?.takeHome ?? answer.errors?.[0]?.extensions?.code;
      };
      for (const as of [recruiter, manager, reviewer]) {
        expect(await read(as)).toMatchObject({
          submissionUrl: 'https://code.example/work',
          reviewers: [{ name: 'Rafe Viewer' }],
        });
      }
      expect(await read(stranger)).toBe('NOT_FOUND');
      expect(await read(link('application'))).toBe('UNAUTHENTICATED');
    });

    it('is shown with its application, to those who may read that', async () => {
      await enter();
      await move('moveApplication');
      await move('sendBackApplication', { stageId: posting.stages[1]!.id, reason: 'Once more' });
      const query = 'query ($id: ID!) { application(id: $id) { takeHomes { status stageName reviewers { id } } } }';
      const { data } = await api.graphql(query, { id: application.id }, reviewer);
      const common = { stageName: 'Contribute a feature', reviewers: [{ id: reviewer.id }] };
      expect(data.application.takeHomes).toEqual([
        { status: 'CANCELLED', ...common },
        { status: 'SENT', ...common },
      ]);
      const elsewhere = await api.newPerson(await api.newOrganization(), 'ADMIN');
      await api.owner.query(`UPDATE sessions SET expires_at = '2040-01-01'`);
      for (const as of [stranger, elsewhere]) {
        expect((await api.graphql(query, { id: application.id }, as)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
        expect(await api.app.get(TakeHomes).ofApplications(as.actor, [application.id])).toEqual(new Map());
      }
    });

    it('gets and loses reviewers, but not one whose scorecard is in', async () => {
      const takeHome = await enter();
      const assign = (personId: Id) =>
        run(CHANGE('assignReviewer', 'ReviewerInput'), { takeHomeId: takeHome.id, personId }, recruiter);
      const remove = (personId: Id) =>
        run(CHANGE('removeReviewer', 'ReviewerInput'), { takeHomeId: takeHome.id, personId }, recruiter);
      const elsewhere = await api.newPerson(await api.newOrganization(), 'ADMIN');
      for (const personId of [newId(), elsewhere.id, 'nonsense'])
        expect(await assign(personId)).toMatchObject({ field: 'input.personId' });
      await assign(stranger.id);
      const twice = await assign(stranger.id);
      expect(twice.takeHome.reviewers.map(({ id }: { id: Id }) => id).sort()).toEqual([reviewer.id, stranger.id].sort());
      expect(await events('TakeHomeReviewerAssigned')).toHaveLength(1);
      expect((await remove(reviewer.id)).takeHome.reviewers).toMatchObject([{ id: stranger.id }]);
      await api.owner.query(
        `INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, state, recommendation, created_at, updated_at, submitted_at)
         VALUES ($1, $2, $3, $4, $5, 'SUBMITTED', 'YES', now(), now(), now())`,
        [organizationId, newId(), application.id, posting.stages[1]!.id, stranger.id],
      );
      expect(await remove(stranger.id)).toMatchObject({ code: 'ALREADY_REVIEWED' });
    });
  });

  async function attach(to: { id: Id; candidateId: Id }, kind: 'CV' | 'TAKE_HOME'): Promise<Id> {
    const id = newId();
    await api.owner.query(
      `INSERT INTO attachments (organization_id, id, candidate_id, application_id, kind, file_name, content_type, size_bytes, sha256, storage_key)
       VALUES ($1, $2, $3, $4, $5, 'work.pdf', 'application/pdf', 10, '\\x00', 'key')`,
      [organizationId, id, to.candidateId, to.id, kind],
    );
    return id;
  }
});
