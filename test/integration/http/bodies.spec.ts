import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { type TestApi, startTestApi } from '../../support/api.js';
import { buildPosting } from '../../support/builders.js';
import { processor_ms } from '../../support/processor.js';
import { ask, post, pour } from './raw-request.js';

/** The part of `ws` that is used here; the package has no types of its own. */
interface Socket {
  on(event: string, listener: (value: never) => void): void;
  once(event: string, listener: (value: never) => void): void;
  send(data: string | Buffer, options?: { binary: boolean }): void;
  close(): void;
}
const WebSocket = createRequire(import.meta.url)('ws') as new (url: string, protocol: string) => Socket;

const GIB = 1024 ** 3;
const JSON_TYPE = { 'content-type': 'application/json' };

describe('a body', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
  }, 60_000);
  afterAll(() => api.close());

  const head = (length: string) => `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
  const alive = async () => (await ask(api.url, 'GET', '/health/live')).status;

  it('of 1 GiB is refused by its length before it is read', async () => {
    const { answer, poured_bytes } = await pour(api.url, head(`Content-Length: ${GIB}`), Buffer.alloc(65_536, 'x'), GIB);
    expect(answer).toMatch(/^(HTTP\/1\.1 413 |$)/);
    expect(poured_bytes).toBeLessThan(64 * 1024 ** 2);
    // The head alone is answered, before any of the body.
    expect((await pour(api.url, head(`Content-Length: ${GIB}`), Buffer.alloc(0), 0)).answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(await alive()).toBe(200);
  });

  it('without an end is refused where the limit is, and is not kept', async () => {
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'x'), Buffer.from('\r\n')]);
    // A client that stops sending reads the answer; one that never stops is cut off and may not.
    const polite = await pour(api.url, head('Transfer-Encoding: chunked'), chunk, 2.6 * 1024 ** 2);
    expect(polite.answer).toMatch(/^HTTP\/1\.1 413 /);
    const before_bytes = process.memoryUsage().rss;
    const { answer, poured_bytes } = await pour(api.url, head('Transfer-Encoding: chunked'), chunk, GIB);
    expect(answer).toMatch(/^(HTTP\/1\.1 413 |$)/);
    expect(poured_bytes).toBeLessThan(64 * 1024 ** 2);
    expect(process.memoryUsage().rss - before_bytes).toBeLessThan(128 * 1024 ** 2);
    expect(await alive()).toBe(200);
  });

  it('that is longer than it says is a bad second request, and one that is shorter is waited for without harm', async () => {
    const { answer } = await pour(api.url, head('Content-Length: 2'), Buffer.from('{}xxxxxxxxxxxxxxxx\r\n\r\n'), 20);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    const waiting = pour(api.url, head('Content-Length: 100'), Buffer.from('{}'), 2);
    expect(await alive()).toBe(200);
    expect((await waiting).answer).toBe('');
    for (const length of [
      'Content-Length: -1',
      'Content-Length: 1e9',
      'Content-Length: 2\r\nContent-Length: 3',
      'Content-Length: 2\r\nTransfer-Encoding: chunked',
    ])
      expect((await pour(api.url, head(length), Buffer.from('{}'), 2)).answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('that is not UTF-8, no JSON, or no operation is a bad request', async () => {
    const latin1 = Buffer.concat([
      Buffer.from('{"query":"{ __typename }","variables":{"a":"'),
      Buffer.from([0xe9, 0xff]),
      Buffer.from('"}}'),
    ]);
    const overlong = Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')]);
    for (const body of [
      latin1,
      overlong,
      Buffer.from('\ufeff{', 'utf16le'),
      '',
      '{',
      'null',
      '7',
      '"x"',
      '[]',
      '{}',
      '{"query":7}',
      '{"query":{}}',
      '{"query":"{ __typename }","variables":"x"}',
      '{"query":"{ __typename }","variables":[1]}',
      '{"__proto__":{"query":"{ __typename }"}}',
      '{"query":"\\ud800"}',
      '\0',
    ]) {
      const answer = await ask(api.url, 'POST', '/graphql', JSON_TYPE, body);
      expect([String(body), answer.status]).toEqual([String(body), 400]);
      expect(answer.body).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
    }
    const utf16 = { 'content-type': 'application/json; charset=utf-16le' };
    const inUtf16 = await ask(api.url, 'POST', '/graphql', utf16, Buffer.from('{"query":"{ __typename }"}', 'utf16le'));
    expect([400, 415]).toContain(inUtf16.status);
  });

  it('with compressed bytes, or of a type that a form of another site can send, is refused', async () => {
    const query = JSON.stringify({ query: 'mutation { signOut { message } }' });
    const types = [
      undefined,
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'text/plain; application/json',
    ];
    for (const type of types) {
      const { status, body } = await ask(api.url, 'POST', '/graphql', type === undefined ? {} : { 'content-type': type }, query);
      expect([type, [400, 415].includes(status), body.includes('signed out')]).toEqual([type, true, false]);
    }
    const compressed = await ask(
      api.url,
      'POST',
      '/graphql',
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      Buffer.from([0x1f, 0x8b, 8, 0]),
    );
    expect([400, 415]).toContain(compressed.status);
  });

  it('asks one operation: batches are refused', async () => {
    const answer = await ask(
      api.url,
      'POST',
      '/graphql',
      JSON_TYPE,
      JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    );
    expect(answer.status).toBe(400);
    const two = await post(api.url, 'query A { __typename } query B { __typename }');
    expect(two.status).toBe(400);
    const both =
      'query A($id: ID!) { board(postingId: $id) { cards { id } } } mutation B { addSource(input: { name: "Fair" }) { __typename } }';
    const organizationId = await api.newOrganization();
    const admin = await api.newPerson(organizationId, 'ADMIN');
    const posting = await buildPosting(api.owner, organizationId);
    const as = { authorization: `Bearer ${admin.token}` };
    for (const operationName of ['A', 'B', 'A']) {
      const answer = await post(api.url, both, { operationName, variables: { id: posting.id } }, as);
      expect(answer.body).toBe(
        operationName === 'A' ? '{"data":{"board":{"cards":[]}}}\n' : '{"data":{"addSource":{"__typename":"Source"}}}\n',
      );
    }
  });

  it('may not change anything by GET, and not be asked without a preflight', async () => {
    const mutation = encodeURIComponent('mutation { signOut { message } }');
    const changed = await ask(api.url, 'GET', `/graphql?query=${mutation}`, { 'apollo-require-preflight': '1' });
    expect(changed.status).toBe(405);
    const simple = await ask(api.url, 'GET', `/graphql?query=${encodeURIComponent('{ __typename }')}`);
    expect(simple.status).toBe(400);
  });
});

describe('an operation', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
  }, 60_000);
  afterAll(() => api.close());

  const chain = (length: number, width: number) =>
    `query { ...f0 } ${Array.from({ length }, (_, at) => `fragment f${at} on Query { ${`...f${at + 1} `.repeat(width)} }`).join(' ')} fragment f${length} on Query { __typename }`;
  const bombs: Record<string, string> = {
    'of 10,000 levels': `{ ${'viewer { '.repeat(10_000)} name ${'}'.repeat(10_000)} }`,
    'of 10,000 levels without an end': `{ ${'viewer { '.repeat(10_000)}`,
    'of 10,000 lists in an argument': `{ posting(id: ${'['.repeat(10_000)}${']'.repeat(10_000)}) { id } }`,
    'of 10,000 objects in an argument': `{ posting(id: ${'{a:'.repeat(10_000)}1${'}'.repeat(10_000)}) { id } }`,
    'of 10,000 lists in a type': `query ($a: ${'['.repeat(10_000)}ID${']'.repeat(10_000)}) { __typename }`,
    'with 100 aliases': `{ ${Array.from({ length: 100 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
    'with 5,000 aliases': `{ ${Array.from({ length: 5000 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
    'with a field 5,000 times': `{ ${'__typename '.repeat(5000)} }`,
    'with 5,000 directives': `{ __typename ${'@include(if: true) '.repeat(5000)} }`,
    'with 1,000 unknown directives': `{ __typename ${'@x '.repeat(1000)} }`,
    'whose fragments double thirty times': chain(30, 2),
    'whose fragments follow each other 500 times': chain(500, 1),
    'whose fragments form a circle': 'query { ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
    'whose fragment is its own': 'query { viewer { ...a } } fragment a on Person { ...a name }',
    'with many roots': `{ ${Array.from({ length: 40 }, (_, at) => `...on Query { a${at}: viewer { id } }`).join(' ')} }`,
    'of 2 MB of blanks and commas': `{ ${', '.repeat(1_000_000)} __typenam }`,
    'with a name of 2 MB': `{ ${'a'.repeat(2_000_000)} }`,
    'with a cost above all limits': `{ postings(first: 100) { nodes { ${Array.from({ length: 40 }, (_, at) => `p${at}: plans { stages { seats { pool { members { person { name } } } } } }`).join(' ')} } } }`,
    'introspecting in circles': `{ __schema { types { ${'fields { type { '.repeat(20)} name ${'} }'.repeat(20)} } } }`,
  };
  it.each(Object.entries(bombs))('%s is refused with one clear error, at once', async (_, query) => {
    const started_ms = processor_ms();
    const { status, body } = await post(api.url, query);
    expect(status).toBe(400);
    const { errors, data } = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[]; data?: unknown };
    expect(errors).toHaveLength(1);
    expect(errors[0]!.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(data ?? null).toBeNull();
    expect(body.length).toBeLessThan(3000);
    expect(processor_ms() - started_ms).toBeLessThan(3000);
  });

  const variables: Record<string, unknown> = {
    'a list of a million': Array.from({ length: 1_000_000 }, () => 1),
    '100,000 levels': JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    'a text of 2 MB': 'x'.repeat(2_000_000),
    '50,000 unknown fields': Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`f${at}`, at])),
  };
  it.each(Object.entries(variables))('with %s as a variable is refused, and the answer stays small', async (_, value) => {
    const started_ms = processor_ms();
    const raw = rawJson(value);
    for (const [type, field] of [
      ['ID!', 'posting(id: $v) { id }'],
      ['ImportPostingInput!', 'importPosting(input: $v) { __typename }'],
    ] as const) {
      const kind = type === 'ID!' ? 'query' : 'mutation';
      const payload = `{"query":${JSON.stringify(`${kind} ($v: ${type}) { ${field} }`)},"variables":{"v":${raw}}}`;
      const { status, body } = await ask(api.url, 'POST', '/graphql', JSON_TYPE, payload);
      expect([200, 400, 413]).toContain(status);
      expect(body).not.toContain('INTERNAL_SERVER_ERROR');
      expect(body.length).toBeLessThan(5000);
    }
    expect(processor_ms() - started_ms).toBeLessThan(3000);
  });
});

/** JSON of values that are too deep for JSON.stringify. */
function rawJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  }
}

describe('a WebSocket', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
  }, 60_000);
  afterAll(() => api.close());

  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = new WebSocket(api.url.replace('http', 'ws') + '/graphql', 'graphql-transport-ws');
      socket.on('open', () => resolve(socket));
      socket.on('error', reject);
    });
  const closing = (socket: Socket) => new Promise<number>((resolve) => socket.on('close', (code: number) => resolve(code)));
  const subscribe = (payload: object) => JSON.stringify({ id: '1', type: 'subscribe', payload });

  it('is closed when it sends a message that no subscription needs', async () => {
    for (const message of [
      'x'.repeat(100_000),
      JSON.stringify({ type: 'connection_init', payload: { authorization: 'y'.repeat(5_000_000) } }),
    ]) {
      const socket = await open();
      const closed = closing(socket);
      socket.on('error', () => {});
      socket.send(message);
      // 1009: too big (RFC 6455 §7.4.1)
      expect(await closed).toBe(1009);
    }
  });

  it('is closed or told, and nothing is shown, for messages that are none', async () => {
    for (const message of [
      '',
      'x',
      '[]',
      '{}',
      '{"type":"x"}',
      '{"type":"subscribe"}',
      subscribe({ query: '{ __typename }' }),
      Buffer.from([0xff, 0xfe]),
    ]) {
      const socket = await open();
      const closed = closing(socket);
      socket.on('error', () => {});
      socket.send(message, { binary: false });
      expect([String(message), await closed]).toEqual([String(message), expect.any(Number)]);
    }
  });

  it('hears subscriptions only, under the limits of HTTP', async () => {
    const payloads = [
      { query: '{ viewer { name } }' },
      { query: 'mutation { signOut { message } }' },
      { query: 'subscription { boardChanged(postingId: "x") { at } }' },
      { query: `subscription { ${'boardChanged { '.repeat(1000)} ${'}'.repeat(1000)} }` },
      {
        query: 'subscription ($v: ID!) { boardChanged(postingId: $v) { at } }',
        variables: { v: Array.from({ length: 5000 }, () => 1) },
      },
      { query: 'subscription ($v: ID!) { boardChanged(postingId: $v) { at } }', variables: { v: '\0' } },
      { query: 'subscription {' },
    ];
    const socket = await open();
    const answers: string[] = [];
    const all = new Promise<void>((resolve) =>
      socket.on('message', (data: Buffer) => {
        if (/"type":"(error|next)"/.test(String(data))) answers.push(String(data));
        if (answers.length === payloads.length) resolve();
      }),
    );
    socket.send('{"type":"connection_init"}');
    await new Promise((resolve) => socket.once('message', resolve));
    for (const [at, payload] of payloads.entries()) socket.send(JSON.stringify({ id: `${at}`, type: 'subscribe', payload }));
    await all;
    socket.close();
    for (const answer of answers) {
      expect(answer).toMatch(/"(type":"error|errors":)/);
      expect(answer).not.toMatch(/INTERNAL_SERVER_ERROR|"data":\{/);
      expect(answer.length).toBeLessThan(2000);
    }
  });
});
