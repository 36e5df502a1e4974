// @needs redis-server
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type MailSink, startMailSink } from '#libs/platform/embedded/index.js';
import { newOrganization, newPerson, send, type TestPerson } from '../support/api.js';
import { type BuiltPosting, buildPosting, buildTeamMember } from '../support/builders.js';
import { type TestDatabase, createTestDatabase } from '../support/database.js';
import { type Program, freePort, startProgram } from '../support/programs.js';
import { type TestRedis, startRedis } from '../support/redis.js';

const APPLICANTS = 60;
const APPLY = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { __typename ... on UserError { code message } } }`;
const BOARD = 'query ($id: ID!) { board(postingId: $id) { cards { id version candidateName } } }';
const MOVE = `mutation ($input: MoveApplicationInput!) { moveApplication(input: $input) { __typename ... on UserError { code message } } }`;

describe('Two API and two worker processes on PostgreSQL, Redis and SMTP', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let sink: MailSink;
  let owner: pg.Client;
  let home: string;
  let environment: Record<string, string>;
  const apis: { url: string; program: Program }[] = [];
  const workers: Program[] = [];
  let manager: TestPerson;
  let posting: BuiltPosting;

  const startApi = async () => {
    const port = await freePort();
    const program = await startProgram('apps/api/src/main.js', { ...environment, PORT: String(port) }, /^ready /m);
    return { url: `http://127.0.0.1:${port}`, program };
  };
  const startWorker = () => startProgram('apps/worker/src/main.js', environment, /^working/m);

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rounds-many-'));
    [database, redis, sink] = await Promise.all([createTestDatabase(), startRedis(), startMailSink({ home })]);
    environment = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      SMTP_URL: sink.url,
      // News of applications would be gathered for minutes.
      MAIL_HOLD: '0',
      ROUNDS_HOME: home,
      ROUNDS_SECRET: randomBytes(32).toString('base64url'),
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
    };
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const organizationId = await newOrganization(owner, 'many');
    manager = await newPerson(owner, organizationId, 'HIRING_MANAGER');
    posting = await buildPosting(owner, organizationId);
    await buildTeamMember(owner, organizationId, posting.id, manager.id, 'HIRING_MANAGER');
    apis.push(...(await Promise.all([startApi(), startApi()])));
    workers.push(...(await Promise.all([startWorker(), startWorker()])));
  }, 60_000);

  afterAll(async () => {
    await Promise.all([...apis.map(({ program }) => program.end('SIGKILL')), ...workers.map((worker) => worker.end('SIGKILL'))]);
    await owner?.end();
    await Promise.all([database?.drop(), redis?.stop(), sink?.stop()]);
    await rm(home, { recursive: true, force: true });
  });

  const mailsTo = async (prefix: string) => (await sink.messages()).filter(({ to }) => to.startsWith(prefix));
  const eventually = async (check: () => Promise<boolean>, within_ms: number) => {
    for (const deadline_ms = Date.now() + within_ms; !(await check());) {
      if (Date.now() > deadline_ms) return false;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return true;
  };

  it('share the work, and lose no mail when a worker is killed in the middle of it', async () => {
    const apply = async (i: number) => {
      const contact = { name: `Applicant ${i}`, email: `applicant-${i}@mail.example` };
      const input = { organization: 'many', posting: posting.slug, contact, consent: true };
      const answer = await send(apis[i % 2]!.url, APPLY, { input });
      expect(answer.data.applyToPosting).toEqual({ __typename: 'ApplyPayload' });
    };
    const applying = Promise.all(Array.from({ length: APPLICANTS }, (_, i) => apply(i)));
    await eventually(async () => (await mailsTo('applicant-')).length > 0, 20_000);
    await workers[0]!.end('SIGKILL');
    await applying;
    workers.push(await startWorker());
    const all = await eventually(
      async () => new Set((await mailsTo('applicant-')).map(({ to }) => to)).size === APPLICANTS,
      60_000,
    );
    expect(all).toBe(true);
    const { rows } = await owner.query<{ state: string }>(
      `SELECT DISTINCT state FROM mails WHERE template = 'application-received'`,
    );
    expect(
      await eventually(async () => (await states(owner)).every((state) => state === 'SENT' || state === 'SKIPPED'), 30_000),
    ).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    // What the killed worker had sent without writing it down comes again under the same Message-ID, which mailboxes show once.
    const ids = (await mailsTo('applicant-')).map(({ headers }) => JSON.stringify(headers['message-id']));
    expect(new Set(ids).size).toBe(APPLICANTS);
  }, 120_000);

  it('let one of two who move the same card win, whichever process they ask', async () => {
    const { data } = await send(apis[0]!.url, BOARD, { id: posting.id }, manager);
    const card = data.board.cards[0];
    const input = { applicationId: card.id, expectedVersion: card.version };
    const answers = await Promise.all(apis.map(({ url }) => send(url, MOVE, { input }, manager)));
    expect(answers.map(({ data: moved }) => moved.moveApplication.__typename).sort()).toEqual([
      'ApplicationConflict',
      'MovePayload',
    ]);
  });

  it('answer what is under way before they stop', async () => {
    const { url, program } = apis[0]!;
    const asked = Array.from({ length: 40 }, () => send(url, BOARD, { id: posting.id }, manager));
    await Promise.race(asked);
    program.child.kill('SIGTERM');
    for (const answer of await Promise.all(asked)) expect(answer.data.board.cards.length).toBe(APPLICANTS);
    expect(await program.gone).toBe(0);
    expect((await send(apis[1]!.url, BOARD, { id: posting.id }, manager)).data.board.cards.length).toBe(APPLICANTS);
    expect(await workers[1]!.end('SIGTERM')).toBe(0);
  }, 30_000);
});

async function states(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ state: string }>('SELECT DISTINCT state FROM mails');
  return rows.map(({ state }) => state);
}
