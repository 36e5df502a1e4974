import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { FixedClock, type Id, newId, ok } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildPosting } from '../../support/builders.js';

interface Told {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('programs elsewhere', () => {
  const clock = new FixedClock(new Date());
  let receiver: Server;
  let host: string;
  const told: Told[] = [];
  /** What a path is answered with, in turn; 204 where nothing is said. */
  const answers = new Map<string, (number | string)[]>();
  let api: TestApi;
  let organizationId: Id;
  let admin: TestPerson;
  let posting: BuiltPosting;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      void text(request).then((body) => {
        told.push({ path: request.url!, headers: request.headers, body });
        const next = answers.get(request.url!)?.shift() ?? 204;
        if (typeof next === 'string') response.writeHead(302, { location: next }).end();
        else response.writeHead(next).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', () => resolve()));
    host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    api = await startTestApi({ clock, config: { webhookHosts: [host] } });
    organizationId = await api.newOrganization();
    admin = await api.newPerson(organizationId, 'ADMIN');
    posting = await buildPosting(api.owner, organizationId, { title: 'R&D <Engineer>' });
  });
  afterAll(async () => {
    await api.close();
    receiver.close();
  });

  const ask = async (document: string, input: object, as = admin) => (await api.graphql(document, { input }, as)).data;
  const add = async (path: string, kind = 'SIGNED', events = ['application.received']) => {
    const answer = await ask(
      'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { ... on WebhookPayload { id } ... on UserError { code } } }',
      { kind, events, url: `http://${host}${path}` },
    );
    return answer.addWebhook.id as Id;
  };
  const endpoint = async (id: Id) => {
    const { data } = await api.graphql('{ webhookEndpoints { id version active events } }', {}, admin);
    return data.webhookEndpoints.find((each: { id: Id }) => each.id === id);
  };
  const key = async (id: Id) => {
    const reveal =
      'mutation ($input: WebhookIdInput!) { revealWebhookKey(input: $input) { ... on WebhookKeyPayload { signingKey } } }';
    return (await ask(reveal, { id })).revealWebhookKey.signingKey as string;
  };
  const log = async (endpointId: Id) => {
    const query =
      'query ($id: ID!) { webhookDeliveries(endpointId: $id) { nodes { id state attempts lastStatus lastProblem } } }';
    return (await api.graphql(query, { id: endpointId }, admin)).data.webhookDeliveries.nodes;
  };
  const happen = (name: string, payload: object) =>
    api.uow.run({ kind: 'system', organizationId, part: 'test' }, async (tx) => ok(tx.emit({ name, subjectId: null, payload })));
  const receive = () =>
    happen('ApplicationReceived', { applicationId: newId(), postingId: posting.id, candidateId: newId(), name: 'Noor' });
  const at = (path: string) => told.filter((each) => each.path === path);
  const until = async <T>(what: string, probe: () => Promise<T | false | undefined> | T | false | undefined) => {
    const end = Date.now() + 15_000;
    for (;;) {
      const found = await probe();
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };

  it('are told what they chose, signed as the reference verifier wants it, without a word about a person or of a confidential posting', async () => {
    const id = await add('/signed');
    await api.owner.query(
      `INSERT INTO webhook_deliveries (organization_id, id, endpoint_id, event_id, type, happened_at, data, state) VALUES ($1, $2, $3, $4, 'posting.opened', now(), '{}', 'FAILED')`,
      [organizationId, newId(Date.now() - 31 * 86_400_000), id, newId()],
    );
    await happen('PostingClosed', { postingId: posting.id });
    const unknown = await buildPosting(api.owner, organizationId, { title: 'Known to its team' });
    await api.owner.query('UPDATE postings SET confidential = true WHERE id = $1', [unknown.id]);
    await happen('ApplicationReceived', { applicationId: newId(), postingId: unknown.id, candidateId: newId() });
    await receive();
    const [call] = await until('the telling', () => at('/signed').length > 0 && at('/signed'));
    const secret = await key(id);
    const body = new Webhook(secret).verify(call!.body, call!.headers as Record<string, string>);
    expect(body).toEqual({
      ...{ type: 'application.received', timestamp: expect.stringMatching(/Z$/) },
      data: { applicationId: expect.any(String), postingId: posting.id, candidateId: expect.any(String) },
    });
    await until('the log', async () => (await log(id))[0]?.state === 'DELIVERED');
    expect(await log(id)).toMatchObject([{ id: call!.headers['webhook-id'], attempts: 1, lastStatus: 204 }]);
    expect(at('/signed')).toHaveLength(1);

    const change = 'mutation ($input: ChangeWebhookInput!) { changeWebhook(input: $input) { ... on UserError { code } } }';
    expect((await ask(change, { id, expectedVersion: 7 })).changeWebhook).toEqual({ code: 'CONFLICT' });
    await ask(change, { id, expectedVersion: 1, rotateSecret: true });
    await receive();
    const next = await until('the next telling', () => at('/signed')[1]);
    for (const each of [secret, await key(id)])
      expect(new Webhook(each).verify(next.body, next.headers as Record<string, string>)).toBeTruthy();
  });

  it('that fail are tried again later with the same id, told again when somebody asks, and ended when they are gone', async () => {
    answers.set('/flaky', [500, 503, 204, 204, 410]);
    const id = await add('/flaky');
    await receive();
    for (const attempts of [1, 2]) {
      await until(`try ${attempts}`, async () => (await log(id))[0]?.attempts === attempts);
      clock.set(new Date(clock.now().getTime() + 400_000));
    }
    const [delivery] = await until('the telling', async () => (await log(id))[0]?.state === 'DELIVERED' && log(id));
    expect(delivery).toMatchObject({ attempts: 3, lastStatus: 204, lastProblem: null });
    const replay = 'mutation ($input: WebhookIdInput!) { replayWebhookDelivery(input: $input) { __typename } }';
    await ask(replay, { id: delivery.id });
    await until('the replay', () => at('/flaky').length === 4);
    expect(new Set(at('/flaky').map(({ headers }) => headers['webhook-id']))).toEqual(new Set([delivery.id]));
    await receive();
    await until('the end', async () => (await endpoint(id)).active === false);
    expect((await log(id))[0]).toMatchObject({ state: 'FAILED', lastStatus: 410 });
  });

  it('are a line in a chat, in which nothing of ours is markup', async () => {
    await add('/chat', 'CHAT', ['application.received', 'posting.opened']);
    await happen('PostingOpened', { postingId: posting.id });
    const [call] = await until('the line', () => at('/chat').length > 0 && at('/chat'));
    const link = `http://localhost:3000/postings/${posting.id}`;
    expect(JSON.parse(call!.body)).toEqual({ text: `R&amp;D &lt;Engineer&gt; is open. <${link}|Open it>` });
    expect(call!.headers).not.toHaveProperty('webhook-signature');
  });

  it('are never inside this network: not by name, by number in any form, nor by a redirect', async () => {
    const mutation = 'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { ... on UserError { code } } }';
    const events = ['application.received'];
    const closed = [
      'http://example.org/x',
      'https://localhost/x',
      'https://127.0.0.1/x',
      'https://2130706433/x',
      'https://0x7f.1/x',
    ];
    const more = [
      'https://[::1]/x',
      'https://[::ffff:127.0.0.1]/x',
      'https://[::ffff:7f00:1]/x',
      'https://169.254.169.254/latest',
      'https://10.0.0.1/',
    ];
    for (const url of [...closed, ...more, 'https://u:p@example.org/', 'ftp://example.org/', 'no address'])
      expect([url, (await ask(mutation, { kind: 'SIGNED', url, events })).addWebhook]).toEqual([url, { code: 'INVALID_INPUT' }]);
    expect(
      (await ask(mutation, { kind: 'SIGNED', url: 'https://example.org/', events: ['person.erased'] })).addWebhook.code,
    ).toBe('INVALID_INPUT');
    answers.set('/away', [`http://${host}/inside`]);
    const id = await add('/away');
    await receive();
    await until('the try', async () => (await log(id))[0]?.attempts === 1);
    expect(at('/inside')).toEqual([]);
    expect((await log(id))[0]).toMatchObject({ state: 'PENDING', lastStatus: null });
    // A name that leads inside is found out when it is called, whatever it said before.
    await api.owner.query(`UPDATE webhook_endpoints SET url = 'https://localhost/x' WHERE id = $1`, [id]);
    await receive();
    await until('the other try', async () => {
      const [latest, ...earlier] = await log(id);
      return latest?.attempts === 1 && earlier.length === 1;
    });
    expect((await log(id))[0].lastProblem).toContain('private network');
    const outsider = await api.newPerson(organizationId, 'RECRUITER');
    expect((await api.graphql('{ webhookEndpoints { id } }', {}, outsider)).errors).toHaveLength(1);
  });
});
