import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { newOrganization, newPerson } from '../support/api.js';
import { buildApplication, buildPosting } from '../support/builders.js';
import { createTestDatabase } from '../support/database.js';
import { type Program, freePort, startProgram } from '../support/programs.js';

export interface RestartCounts {
  readonly restarts: number;
  readonly requests: number;
  /** Requests that got no answer, or one that is no success; nobody asked again. */
  readonly failed: readonly string[];
  /** Stops that took longer than ten seconds or did not end well. */
  readonly badEnds: number;
  /** Notes that were acknowledged and are not there, or are there twice. */
  readonly lost: number;
  /** From SIGTERM to the end of the process, the longest. */
  readonly slowestStop_ms: number;
}

const PROCESSES = 2;
const CLIENTS = 6;
/** Between two requests of a client: load enough that one comes at every moment of a stop. */
const BREATH_MS = 10;
/** How often a balancer looks; between two looks it sends to whoever was ready at the last one. */
const LOOK_MS = 25;
const NOTE = `mutation ($input: AddNoteInput!) { result: addNote(input: $input) { __typename ... on UserError { code } } }`;
const BOARD = 'query ($id: ID!) { result: board(postingId: $id) { __typename cards { id } } }';

/** Two API processes behind a balancer that asks who is ready, one after the other stopped by SIGTERM and started again, while clients read and write without asking twice. */
export async function runRestarts(restarts: number): Promise<RestartCounts> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'rounds-restarts-'));
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const ports = await Promise.all(Array.from({ length: PROCESSES }, () => freePort()));
  const environment = {
    ...{ DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1', ROUNDS_HOME: home, LOG_LEVEL: 'silent', HOST: '127.0.0.1' },
    ROUNDS_SECRET: randomBytes(32).toString('base64url'),
  };
  const start = (port: number) => startProgram('apps/api/src/main.js', { ...environment, PORT: String(port) }, /^ready /m);
  const programs: Program[] = [];
  let over = false;
  try {
    const organizationId = await newOrganization(owner, 'restarts');
    const { token } = await newPerson(owner, organizationId, 'ADMIN');
    const posting = await buildPosting(owner, organizationId);
    const { id: applicationId } = await buildApplication(owner, organizationId, posting);
    programs.push(...(await Promise.all(ports.map(start))));

    const ready = ports.map(() => true);
    const looking = ports.map(async (port, at) => {
      while (!over) {
        ready[at] = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
          ({ ok }) => ok,
          () => false,
        );
        await pause(LOOK_MS);
      }
    });
    const failed: string[] = [];
    const noted: string[] = [];
    let requests = 0;
    const working = Array.from({ length: CLIENTS }, async (_, client) => {
      for (let n = 0; !over; n += 1) {
        const up = ports.filter((_port, at) => ready[at]);
        const port = up[(n + client) % Math.max(1, up.length)];
        if (port === undefined) {
          failed.push('nobody is ready');
          await pause(LOOK_MS);
          continue;
        }
        const text = `note ${client} ${n}`;
        const writes = n % 2 === 0;
        const [query, variables] = writes ? [NOTE, { input: { applicationId, text } }] : [BOARD, { id: posting.id }];
        requests += 1;
        const fault = await asked(`http://127.0.0.1:${port}/graphql`, token, query, variables);
        if (fault !== null) failed.push(`${writes ? 'write' : 'read'}: ${fault}`);
        else if (writes) noted.push(text);
        await pause(BREATH_MS);
      }
    });
    let badEnds = 0;
    let slowestStop_ms = 0;
    for (let n = 0; n < restarts; n += 1) {
      const at = n % PROCESSES;
      await pause(150);
      const began_ms = performance.now();
      const code = await programs[at]!.end('SIGTERM');
      const took_ms = performance.now() - began_ms;
      slowestStop_ms = Math.max(slowestStop_ms, Math.round(took_ms));
      if (code !== 0 || took_ms > 12_000) badEnds += 1;
      programs[at] = await start(ports[at]!);
      while (!ready[at]) await pause(LOOK_MS);
    }
    over = true;
    await Promise.all([...working, ...looking]);
    const { rows } = await owner.query<{ lost: number }>(
      `SELECT count(*)::int AS lost FROM unnest($1::text[]) n WHERE (SELECT count(*) FROM application_notes a WHERE a.text = n) <> 1`,
      [noted],
    );
    return { restarts, requests, failed, badEnds, lost: rows[0]!.lost, slowestStop_ms };
  } finally {
    over = true;
    await Promise.all(programs.map((program) => program.end('SIGKILL')));
    await owner.end();
    await database.drop();
    await rm(home, { recursive: true, force: true });
  }
}

/** What went wrong with a request; null when it was answered as it should be. */
async function asked(url: string, token: string, query: string, variables: object): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data?: { result?: { __typename?: string } }; errors?: unknown };
    const typename = data?.result?.__typename;
    if (response.status === 200 && !errors && (typename === 'Board' || typename?.endsWith('Payload'))) return null;
    return `${response.status} ${JSON.stringify({ errors, data }).slice(0, 200)}`;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return `${message} ${cause?.code ?? ''}`;
  }
}
