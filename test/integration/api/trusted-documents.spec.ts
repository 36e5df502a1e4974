import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUDGET } from '#apps/api/src/graphql/cost-budgets.js';
import { TrustedDocuments, byWhom } from '#apps/api/src/graphql/trusted-documents.js';
import { newId } from '#libs/kernel/index.js';
import { PAGE_DOCUMENTS } from '#libs/pages/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { PASSWORD, newMember } from '../identity/support.js';

const WebSocket = createRequire(import.meta.url)('ws') as new (...args: unknown[]) => object;
const KNOWN = 'query Known { viewer { id } }';
const SIGN_OUT = 'mutation { signOut { __typename } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a server that answers known documents alone', () => {
  let api: TestApi;
  let member: TestPerson;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-documents-'));
    const list = join(folder, 'documents.txt');
    await writeFile(list, `# what another site of ours asks\n${hashOf(KNOWN)}  Known\n`);
    api = await startTestApi({ config: { processes: 'api', graphqlTrusted: 'web', graphqlDocuments: list } });
    member = await newMember(api, await api.newOrganization(), 'RECRUITER');
  });
  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  const asked = async (query: string, headers: Record<string, string>, more: object = {}) => {
    const response = await fetch(`${api.url}/graphql`, {
      ...{
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, ...more }),
      },
    });
    const { data, errors } = (await response.json()) as {
      data?: { viewer?: unknown };
      errors?: { extensions: { code: string } }[];
    };
    return {
      status: response.status,
      code: errors?.[0]?.extensions.code ?? null,
      data,
      retryAfter: response.headers.get('retry-after'),
    };
  };
  const cookie = () => ({ cookie: `rounds_session=${member.token}` });

  it('takes no other one from a browser with a session, however it is sent, and does nothing of it', async () => {
    expect(await asked(KNOWN, cookie())).toMatchObject({ status: 200, data: { viewer: { id: member.id } } });
    for (const unknown of ['{ viewer { id } }', `${KNOWN} `, SIGN_OUT])
      expect(await asked(unknown, cookie())).toMatchObject({ status: 403, code: 'UNTRUSTED_DOCUMENT', data: undefined });
    // A hash that is claimed is compared with the text, and a text that somebody registered before is no known one.
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(KNOWN) } };
    expect((await asked(SIGN_OUT, cookie(), { extensions })).status).toBeGreaterThanOrEqual(400);
    const registered = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(SIGN_OUT) } } };
    await asked(SIGN_OUT, {}, registered);
    expect(await asked(undefined as never, cookie(), registered)).toMatchObject({ code: 'UNTRUSTED_DOCUMENT' });
    expect(await asked(KNOWN, cookie())).toMatchObject({ data: { viewer: { id: member.id } } });
  });

  it('takes what its own pages ask, also from somebody whose session has ended', async () => {
    for (const query of PAGE_DOCUMENTS)
      expect(await asked(query, cookie(), { variables: { input: { response: '{}' } } })).toMatchObject({
        status: 200,
        code: null,
      });
  });

  it('lets programs ask what they like, since a browser sends none of their tokens by itself', async () => {
    expect(await asked('{ viewer { id } }', { authorization: `Bearer ${member.token}` })).toMatchObject({
      status: 200,
      code: null,
    });
    expect(await asked('{ viewer { id } }', {})).toMatchObject({ status: 200, code: null });
  });

  it('holds for subscriptions too', async () => {
    class WithCookie extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: cookie() });
      }
    }
    const client = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WithCookie, retryAttempts: 0 });
    const query = `subscription { boardChanged(postingId: "${newId()}") { at } }`;
    const fault = await new Promise((resolve) =>
      client.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve(null) }),
    );
    expect(fault).toMatchObject([{ extensions: { code: 'UNTRUSTED_DOCUMENT' } }]);
    await client.dispose();
  });

  it('gives a program’s token a budget instead', async () => {
    const make = `mutation ($input: MakeApiTokenInput!) { made: makeApiToken(input: $input) { ... on MakeApiTokenPayload { token } } }`;
    const input = { name: 'Reports', scopes: ['READ'], expiresInDays: 30, password: PASSWORD };
    const { token } = (await api.graphql(make, { input }, member)).data.made as { token: string };
    const dear = `{ ${Array.from({ length: 20 }, (_, at) => `q${at}: postings(first: 100) { nodes { id title slug status version company } }`).join(' ')} }`;
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await asked(dear, { authorization: `Bearer ${token}` }));
    expect(answers[0]).toMatchObject({ status: 200, code: null });
    const last = answers.at(-1)!;
    expect(last).toMatchObject({ status: 429, code: 'BUDGET_SPENT', data: undefined });
    expect(Number(last.retryAfter)).toBeGreaterThan(0);
    expect(Number(last.retryAfter)).toBeLessThanOrEqual(BUDGET.burst / BUDGET.each_s);
    // Its person is held by nobody's budget.
    expect(await asked(dear, { authorization: `Bearer ${member.token}` })).toMatchObject({ status: 200, code: null });
  });

  it('can be told to take no others from anybody, but for tokens of programs, and takes all unless it is told', async () => {
    await writeFile(join(folder, 'build.json'), JSON.stringify({ assets: [], documents: [hashOf(KNOWN)] }));
    const takes = (mode: 'off' | 'web' | 'all' | undefined, text: string) => {
      const documents = new TrustedDocuments(mode, null, folder);
      return (['cookie', 'other', 'token'] as const).filter((by) => documents.refusal(text, undefined, by) === null);
    };
    expect(takes('all', KNOWN)).toEqual(['cookie', 'other', 'token']);
    expect(takes('all', SIGN_OUT)).toEqual(['token']);
    expect(takes('web', SIGN_OUT)).toEqual(['other', 'token']);
    for (const mode of ['off', undefined] as const) expect(takes(mode, SIGN_OUT)).toEqual(['cookie', 'other', 'token']);
    // Where nothing was built nothing is known.
    expect(new TrustedDocuments('web', null, join(folder, 'nothing')).refusal(KNOWN, undefined, 'cookie')).not.toBeNull();
    expect([byWhom('Bearer rounds_x', 'rounds_session=y'), byWhom(undefined, 'other=1'), byWhom('', `rounds_session=${member.token}`)]).toEqual(['token', 'other', 'cookie']); // prettier-ignore
  });
});
