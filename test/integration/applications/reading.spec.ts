import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import { signLink } from '#libs/identity/index.js';
import { APP_DATA_SOURCE, poolOf } from '#libs/platform/index.js';
import { type GraphqlAnswer, type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import {
  type BuiltPosting,
  buildApplication,
  buildCandidate,
  buildPlan,
  buildPosting,
  buildRejectionReason,
  buildTeamMember,
} from '../../support/builders.js';

const BOARD = `query ($id: ID!) { board(postingId: $id) { postingId title slug status ended { hired rejected withdrawn }
  columns { stageId name kind targetDays planVersion count }
  cards { id candidateId candidateName stageId status version enteredStageAt appliedAt residenceCheck waitingOn waitingFor waitingUntil } } }`;

/** What surrounds every statement of a request. */
const AROUND = /^(scope|scope-of-read|begin|commit|authenticate-session)$/;

describe('reading applications', () => {
  let api: TestApi;
  let organizationId: Id;
  let recruiter: TestPerson;
  let posting: BuiltPosting;
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
    posting = await buildPosting(api.owner, organizationId, {
      stages: [
        { name: 'Screening call', kind: 'SCREEN', selfSchedule: true, targetDays: 5 },
        { name: 'Task', kind: 'TAKE_HOME' },
        { name: 'Offer', kind: 'OFFER' },
      ],
    });
  });
  afterAll(() => api.close());

  /** The statements that the application's pool sends beside those. */
  const statementsOf = async (work: () => Promise<unknown>) => {
    const pool = poolOf(api.app.get(APP_DATA_SOURCE));
    const names: string[] = [];
    const original = pool.connect.bind(pool);
    const spy = async () => {
      const client = await original();
      const query = client.query.bind(client);
      client.query = ((config: { statements?: { name: string }[] }, ...rest: unknown[]) => {
        names.push(...(config.statements ?? []).map(({ name }) => name).filter((name) => !AROUND.test(name)));
        return (query as (...args: unknown[]) => unknown)(config, ...rest);
      }) as never;
      const release = client.release.bind(client);
      client.release = (error) => {
        client.query = query;
        client.release = release;
        release(error);
      };
      return client;
    };
    pool.connect = spy as never;
    try {
      await work();
    } finally {
      pool.connect = original as never;
    }
    return names;
  };

  it('holds every one of 1,200 cards in one statement', async () => {
    const big = await buildPosting(api.owner, organizationId);
    await api.owner.query(
      `WITH people AS (INSERT INTO candidates (organization_id, id, name, email)
         SELECT $1, gen_random_uuid(), 'Person ' || i, 'person-' || i || '@mail.example' FROM generate_series(1, 1200) i RETURNING id)
       INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, consented_at)
       SELECT $1, gen_random_uuid(), $2, id, $3, now() FROM people`,
      [organizationId, big.id, big.planId],
    );
    let board: { cards: unknown[]; columns: { count: number }[] } | undefined;
    const names = await statementsOf(async () => {
      board = (await api.graphql(BOARD, { id: big.id }, recruiter)).data.board;
    });
    expect(board!.cards).toHaveLength(1200);
    expect(board!.columns[0]).toMatchObject({ stageId: null, name: 'Received', count: 1200 });
    expect(names).toEqual(['board']);
  });

  it('says whose turn it is, counts the ended, and keeps people on the plan they entered', async () => {
    const [screen, task, offer] = posting.stages;
    const at = (stageId: Id | null) => buildApplication(api.owner, organizationId, posting, { stageId });
    const [received, choosing, meeting, met, working, offered] = [
      ...[
        await at(null),
        await at(screen!.id),
        await at(screen!.id),
        await at(screen!.id),
        await at(task!.id),
        await at(offer!.id),
      ],
    ];
    const db = api.owner;
    await db.query(
      `INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, created_at, expires_at)
       VALUES ($1, $2, $3, $4, 1, now(), '2099-01-02T03:04:05Z')`,
      [organizationId, newId(), choosing!.id, screen!.id],
    );
    const interview = (application: { id: Id; candidateId: Id }, from: string) =>
      db.query(
        `INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, created_at)
         VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', tstzrange($6::timestamptz, $6::timestamptz + interval '1 hour'), 'UTC', 'UTC', '2025b', now())`,
        [organizationId, newId(), application.id, application.candidateId, screen!.id, from],
      );
    await interview(meeting!, '2099-03-01T10:00:00Z');
    await interview(met!, '2020-03-01T10:00:00Z');
    await db.query(
      `INSERT INTO take_homes (organization_id, id, application_id, stage_id, transition_version, sent_at, due_at, due_zone)
       VALUES ($1, $2, $3, $4, 1, now(), '2099-05-06T07:08:09Z', 'UTC')`,
      [organizationId, newId(), working!.id, task!.id],
    );
    for (const status of ['REJECTED', 'REJECTED', 'WITHDRAWN']) {
      const { id } = await at(null);
      await db.query(`UPDATE applications SET status = $2, ended_at = now() WHERE id = $1`, [id, status]);
    }
    await buildPlan(db, organizationId, posting.id, [{ name: 'Only talk', kind: 'INTERVIEW' }], 2);
    await db.query('UPDATE postings SET plan_version = 2 WHERE id = $1', [posting.id]);
    const { board } = (await api.graphql(BOARD, { id: posting.id }, recruiter)).data;
    const said = new Map<string, string>(
      board.cards.map((card: { id: string; waitingOn: string; waitingFor: string; waitingUntil: string }) => [
        card.id,
        `${card.waitingOn} ${card.waitingFor} ${card.waitingUntil}`,
      ]),
    );
    expect(said.get(received!.id)).toBe('TEAM REVIEW null');
    expect(said.get(choosing!.id)).toBe('CANDIDATE TIME_CHOICE 2099-01-02T03:04:05Z');
    expect(said.get(meeting!.id)).toBe('BOTH INTERVIEW 2099-03-01T10:00:00Z');
    expect(said.get(met!.id)).toBe('TEAM FEEDBACK null');
    expect(said.get(working!.id)).toBe('CANDIDATE TAKE_HOME 2099-05-06T07:08:09Z');
    expect(said.get(offered!.id)).toBe('TEAM OFFER null');
    expect(said.size).toBe(6);
    expect(board.ended).toEqual({ hired: 0, rejected: 2, withdrawn: 1 });
    expect(
      board.columns.map(
        ({ name, planVersion, count }: { name: string; planVersion: number; count: number }) => `${name} ${planVersion} ${count}`,
      ),
    ).toEqual(['Received 0 1', 'Only talk 2 0', 'Screening call 1 3', 'Task 1 1', 'Offer 1 1']);
    await db.query('UPDATE postings SET plan_version = 1 WHERE id = $1', [posting.id]);
  });

  it('shows a board to its coordinators and to nobody else, and says the same of every other id', async () => {
    const lead = await api.newPerson(organizationId, 'INTERVIEWER');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const ask = async (id: string, as: TestPerson) => (await api.graphql(BOARD, { id }, as)).errors?.[0];
    const refused = await ask(posting.id, lead);
    expect(refused).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await ask(posting.id, stranger)).toEqual(refused);
    expect(await ask(newId(), recruiter)).toEqual(refused);
    expect(await ask('not an id', recruiter)).toEqual(refused);
    await buildTeamMember(api.owner, organizationId, posting.id, lead.id, 'COORDINATOR');
    expect(await ask(posting.id, lead)).toBeUndefined();
  });

  it('shows one application with its candidate, plan, history, notes and what may be asked of it, in one statement', async () => {
    const { id } = await buildApplication(api.owner, organizationId, posting);
    const reasonId = await buildRejectionReason(api.owner, organizationId, 'Somebody else fits better');
    const run = (query: string, input: object) => api.graphql(query, { input }, recruiter);
    await run(`mutation ($input: MoveApplicationInput!) { moveApplication(input: $input) { __typename } }`, {
      applicationId: id,
      expectedVersion: 0,
    });
    const note = await run(
      `mutation ($input: AddNoteInput!) { addNote(input: $input) { ... on AddNotePayload { noteId } ... on UserError { code } } }`,
      { applicationId: id, text: 'Speaks clearly.' },
    );
    expect(note.data.addNote.noteId).toBeDefined();
    await run(`mutation ($input: RejectApplicationInput!) { rejectApplication(input: $input) { __typename } }`, {
      ...{ applicationId: id, expectedVersion: 1, reasonId, note: 'next time' },
    });
    const query = `query ($id: ID!) { application(id: $id) { status stageName version possibleCommands reason { label } waiting { on for until }
      candidate { name email version } stages { position name kind } notes { authorName text }
      transitions { version command actorName reason passedOver } attachments { id } answers { text } } }`;
    let answer = await api.graphql(query, { id }, recruiter);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.application).toMatchObject({
      ...{ status: 'REJECTED', stageName: 'Screening call', version: 2, possibleCommands: ['REOPEN'] },
      ...{ reason: { label: 'Somebody else fits better' }, waiting: { on: 'NOBODY', for: 'NOTHING', until: null } },
      notes: [{ authorName: 'RECRUITER person', text: 'Speaks clearly.' }],
      transitions: [
        { version: 1, command: 'ADVANCE', actorName: 'RECRUITER person', reason: null, passedOver: [] },
        { version: 2, command: 'REJECT', actorName: 'RECRUITER person', reason: 'next time' },
      ],
    });
    expect(await statementsOf(() => api.graphql(query, { id }, recruiter))).toEqual(['application']);
    const interviewer = await api.newPerson(organizationId, 'INTERVIEWER');
    answer = await api.graphql(query, { id }, interviewer);
    expect(answer.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('pages through a posting’s applications by filter, each once', async () => {
    const many = await buildPosting(api.owner, organizationId);
    const built = [];
    for (let i = 0; i < 7; i += 1) built.push(await buildApplication(api.owner, organizationId, many));
    await api.owner.query(`UPDATE applications SET status = 'REJECTED', ended_at = now() WHERE id = ANY ($1)`, [
      built.slice(0, 2).map(({ id }) => id),
    ]);
    const query = `query ($id: ID!, $after: String, $filter: ApplicationFilterInput) {
      applications(postingId: $id, first: 2, after: $after, filter: $filter) { nodes { id status candidateName } pageInfo { hasNextPage endCursor } } }`;
    const all = async (filter?: object) => {
      const found: { id: string; status: string }[] = [];
      for (let after: string | null = null, more = true; more;) {
        const answer: GraphqlAnswer = await api.graphql(query, { id: many.id, after, filter }, recruiter);
        found.push(...answer.data.applications.nodes);
        ({ hasNextPage: more, endCursor: after } = answer.data.applications.pageInfo);
      }
      return found;
    };
    expect((await all()).map(({ id }) => id)).toEqual(built.map(({ id }) => id).reverse());
    expect(await all({ statuses: ['REJECTED'] })).toHaveLength(2);
    expect(await all({ stageId: many.stages[0]!.id })).toHaveLength(0);
    expect((await api.graphql(query, { id: many.id, after: 'bm9wZQ' }, recruiter)).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('shows a candidate only with the applications that one may see', async () => {
    const candidateId = await buildCandidate(api.owner, organizationId, { name: 'Two Postings' });
    const other = await buildPosting(api.owner, organizationId, { title: 'Designer' });
    await buildApplication(api.owner, organizationId, posting, { candidateId });
    await buildApplication(api.owner, organizationId, other, { candidateId });
    const lead = await api.newPerson(organizationId, 'INTERVIEWER');
    const ask = async (as: TestPerson) => {
      const answer = await api.graphql(
        `query ($id: ID!) { candidate(id: $id) { name applications { postingTitle } } }`,
        { id: candidateId },
        as,
      );
      return (
        answer.errors?.[0]?.extensions?.code ??
        answer.data.candidate.applications.map(({ postingTitle }: { postingTitle: string }) => postingTitle)
      );
    };
    expect(await ask(lead)).toBe('NOT_FOUND');
    await buildTeamMember(api.owner, organizationId, other.id, lead.id, 'HIRING_MANAGER');
    expect(await ask(lead)).toEqual(['Designer']);
    expect(await ask(recruiter)).toEqual(['Designer', 'Backend Engineer']);
  });

  it('shows candidates their true stage by their link, with nothing internal, and lets them withdraw', async () => {
    const { id } = await buildApplication(api.owner, organizationId, posting, { stageId: posting.stages[0]!.id });
    const token = signLink(api.config.secret, {
      ...{ purpose: 'application', organizationId, subjectId: id, epoch: 0, expiresAt: new Date(Date.now() + 60_000) },
    });
    const link = { link: ['application', token] as const };
    const query = `{ myApplication { organization postingTitle status stageName stageKind expectedBy waiting { on for } stages { name state } } }`;
    const { myApplication } = (await api.graphql(query, {}, link)).data;
    expect(myApplication).toMatchObject({
      ...{ postingTitle: 'Backend Engineer', status: 'ACTIVE', stageName: 'Screening call', stageKind: 'SCREEN' },
      ...{ expectedBy: expect.any(String), waiting: { on: 'TEAM', for: 'SCHEDULING' } },
      stages: [
        { name: 'Screening call', state: 'PRESENT' },
        { name: 'Task', state: 'AHEAD' },
        { name: 'Offer', state: 'AHEAD' },
      ],
    });
    const withdraw = `mutation { withdrawMyApplication(input: { reason: "another job" }) { ... on WithdrawMyApplicationPayload { status } ... on UserError { code } } }`;
    expect((await api.graphql(withdraw, {}, link)).data.withdrawMyApplication).toEqual({ status: 'WITHDRAWN' });
    expect((await api.graphql(withdraw, {}, link)).data.withdrawMyApplication).toEqual({ code: 'APPLICATION_ENDED' });
    expect((await api.graphql(query)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await api.graphql(query, {}, recruiter)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('keeps sources and reasons, disables a reason, and lets recruiters alone change them', async () => {
    const manager = await api.newPerson(organizationId, 'HIRING_MANAGER');
    const add = (label: string, as: TestPerson) =>
      api.graphql(
        `mutation ($input: AddRejectionReasonInput!) { result: addRejectionReason(input: $input) { ... on RejectionReason { id active } ... on UserError { code } } }`,
        { input: { label, side: 'WE_REJECTED' } },
        as,
      );
    const { result } = (await add('Not enough time together', recruiter)).data;
    expect(result).toMatchObject({ active: true });
    expect((await add('Not enough time together', recruiter)).data.result).toEqual({ code: 'NAME_TAKEN' });
    expect((await add('Mine', manager)).data.result).toEqual({ code: 'NOT_FOUND' });
    await api.graphql(
      `mutation ($input: SetRejectionReasonActiveInput!) { setRejectionReasonActive(input: $input) { __typename } }`,
      { input: { reasonId: result.id, active: false } },
      recruiter,
    );
    const { id } = await buildApplication(api.owner, organizationId, posting);
    const reject = await api.graphql(
      `mutation ($input: RejectApplicationInput!) { result: rejectApplication(input: $input) { ... on InvalidInput { field } } }`,
      { input: { applicationId: id, expectedVersion: 0, reasonId: result.id } },
      recruiter,
    );
    expect(reject.data.result).toEqual({ field: 'input.reasonId' });
    const source = `mutation ($input: AddSourceInput!) { result: addSource(input: $input) { ... on Source { name } ... on UserError { code } } }`;
    expect((await api.graphql(source, { input: { name: 'Job board' } }, recruiter)).data.result).toEqual({ name: 'Job board' });
    expect((await api.graphql('{ sources { name } rejectionReasons { label active } }', {}, manager)).data).toMatchObject({
      sources: [{ name: 'Job board' }],
      rejectionReasons: expect.arrayContaining([{ label: 'Not enough time together', active: false }]),
    });
  });
});
