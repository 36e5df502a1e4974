import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import { createRequire } from 'node:module';
import { type Id, newId } from '#libs/kernel/index.js';
import { Metrics } from '#libs/platform/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPosting } from '../../support/builders.js';

// The API's own implementation, which comes without types; Node 20 has none built in.
const WebSocket: unknown = createRequire(import.meta.url)('ws');

const CHANGED = 'subscription ($id: ID!) { boardChanged(postingId: $id) { postingId at } }';

describe('live boards', () => {
  let api: TestApi;
  let organizationId: Id;
  let recruiter: TestPerson;
  let posting: BuiltPosting;
  const clients: Client[] = [];
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
    posting = await buildPosting(api.owner, organizationId);
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await api.close();
  });

  const connect = (as: TestPerson | null) => {
    const client = createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: as ? { authorization: `Bearer ${as.token}` } : {},
      retryAttempts: 0,
    });
    clients.push(client);
    return client;
  };
  const first = async (client: Client, query: string, id: string) => {
    for await (const answer of client.iterate({ query, variables: { id } })) return answer;
    return undefined;
  };
  const watching = async () => (await api.app.get(Metrics).live.get()).values[0]?.value ?? 0;
  const until = async (condition: () => Promise<boolean>) => {
    for (let i = 0; i < 200; i += 1) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('waited in vain');
  };
  const move = async () => {
    const { id } = await buildApplication(api.owner, organizationId, posting);
    const answer = await api.graphql(
      `mutation ($input: MoveApplicationInput!) { moveApplication(input: $input) { __typename } }`,
      { input: { applicationId: id, expectedVersion: 0 } },
      recruiter,
    );
    expect(answer.data.moveApplication.__typename).toBe('MovePayload');
  };

  it('tell of a move soon after it, and are forgotten when they close', async () => {
    const changes = connect(recruiter).iterate({ query: CHANGED, variables: { id: posting.id } });
    const next = changes.next();
    await until(async () => (await watching()) === 1);
    await move();
    expect((await next).value).toEqual({ data: { boardChanged: { postingId: posting.id, at: expect.stringMatching(/Z$/) } } });
    await changes.return!();
    await until(async () => (await watching()) === 0);
  });

  it('tell everybody to look again after the listening connection was lost', async () => {
    const changes = connect(recruiter).iterate({ query: CHANGED, variables: { id: posting.id } });
    const next = changes.next();
    await until(async () => (await watching()) === 1);
    const { rowCount } = await api.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rounds-live' AND datname = current_database()`,
    );
    expect(rowCount).toBe(1);
    expect((await next).value).toMatchObject({ data: { boardChanged: { postingId: posting.id } } });
    const again = changes.next();
    await move();
    expect((await again).value).toMatchObject({ data: { boardChanged: { postingId: posting.id } } });
    await changes.return!();
  });

  it('are closed to those who may not see the board, and say the same of every other id', async () => {
    const interviewer = await api.newPerson(organizationId, 'INTERVIEWER');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const code = async (as: TestPerson | null, id: string = posting.id) => {
      const answer = (await first(connect(as), CHANGED, id)) as { errors?: { extensions?: { code?: string } }[] } | undefined;
      return answer?.errors?.[0]?.extensions?.code;
    };
    expect(await code(interviewer)).toBe('NOT_FOUND');
    expect(await code(stranger)).toBe('NOT_FOUND');
    expect(await code(recruiter, newId())).toBe('NOT_FOUND');
    expect(await code(null)).toBe('UNAUTHENTICATED');
    expect(await watching()).toBe(0);
  });

  it('hear subscriptions only, within the limits of every operation', async () => {
    const refusal = (query: string) =>
      first(connect(recruiter), query, posting.id).then(String, (errors: { message: string }[]) => errors[0]!.message);
    expect(await refusal('query { viewer { name } }')).toMatch(/Only subscriptions/);
    expect(
      await refusal(
        `subscription ($id: ID!) { boardChanged(postingId: $id) { ${Array.from({ length: 60 }, (_, i) => `a${i}: at`).join(' ')} } }`,
      ),
    ).toMatch(/aliases/);
    expect(await refusal('subscription { boardChanged')).toMatch(/Syntax Error/);
  });
});
