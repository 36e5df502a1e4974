import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deedsOfTokens } from '#libs/identity/index.js';
import { FixedClock, type Id } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { rootFields } from '../hostile/documents.js';
import { schema } from '../hostile/operations.js';
import { OTHER_PASSWORD, PASSWORD, RESULT, newMember } from './support.js';

const MAKE = `mutation ($input: MakeApiTokenInput!) { makeApiToken(input: $input) { __typename ... on MakeApiTokenPayload { token apiToken { id name scopes lastUsedAt } } ... on UserError { code message } } }`;
const REVOKE = `mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { ${RESULT} } }`;
const LIST = '{ apiTokens { id name lastUsedAt } }';
const POSTINGS = '{ postings { nodes { id } } }';
const DAY_MS = 86_400_000;

describe('tokens of programs', () => {
  let api: TestApi;
  let clock: FixedClock;
  let organizationId: Id;
  let member: TestPerson;
  let admin: TestPerson;
  beforeAll(async () => {
    clock = new FixedClock(new Date());
    api = await startTestApi({ clock, config: { processes: 'api' } });
    organizationId = await api.newOrganization();
    member = await newMember(api, organizationId, 'RECRUITER');
    admin = await newMember(api, organizationId, 'ADMIN');
  });
  afterAll(() => api.close());

  const make = async (fields: object = {}, as = member) => {
    const input = { name: 'Reports', scopes: ['READ'], expiresInDays: 30, password: PASSWORD, ...fields };
    return (await api.graphql(MAKE, { input }, as)).data.makeApiToken;
  };
  const code = async (query: string, token: string, variables: object = {}) => {
    const { data, errors } = await api.graphql(query, variables, { token });
    return errors?.[0]?.extensions?.code ?? (data ? 'OK' : 'NOTHING');
  };

  it('are shown once, kept as a hash, and are in the list with when they were used', async () => {
    const { token, apiToken } = await make();
    expect(token).toMatch(/^rounds_[\w-]{64}$/);
    expect(apiToken).toMatchObject({ name: 'Reports', scopes: ['READ'], lastUsedAt: null });
    const { rows } = await api.owner.query('SELECT api_tokens::text || encode(token_hash, $1) AS row FROM api_tokens', [
      'escape',
    ]);
    for (const { row } of rows) expect(row).not.toContain(token.slice(7));
    expect(await code(POSTINGS, token)).toBe('OK');
    const used = clock.now();
    clock.advance_ms(60_000);
    expect(await code(POSTINGS, token)).toBe('OK');
    const seen = await api.graphql(LIST, {}, member);
    expect(seen.data.apiTokens).toEqual([{ id: apiToken.id, name: 'Reports', lastUsedAt: used.toISOString() }]);
    expect((await api.graphql(LIST, {}, admin)).data.apiTokens).toHaveLength(1);
    const stranger = await newMember(api, organizationId, 'RECRUITER');
    expect((await api.graphql(LIST, {}, stranger)).data.apiTokens).toEqual([]);
    expect((await api.graphql(REVOKE, { input: { id: apiToken.id } }, stranger)).data.revokeApiToken).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await code(POSTINGS, token)).toBe('OK');
    expect((await api.graphql(REVOKE, { input: { id: apiToken.id } }, admin)).data.revokeApiToken.__typename).toBe(
      'AccountPayload',
    );
    // Nobody any more: what asks for somebody says so.
    expect(await code(POSTINGS, token)).toBe('UNAUTHENTICATED');
  });

  it('are made only by somebody with a session who knows their password, for a time and a use', async () => {
    expect(await make({ password: 'wrong wrong wrong' })).toMatchObject({ code: 'WRONG_PASSWORD' });
    for (const wrong of [{ scopes: [] }, { expiresInDays: 0 }, { expiresInDays: 367 }, { name: '' }, { name: 'a\u202eb' }])
      expect(await make(wrong)).toMatchObject({ code: 'INVALID_INPUT' });
    const { token } = await make({ scopes: ['READ', 'HIRING', 'POSTINGS', 'MAIL'] });
    expect(await code(MAKE, token, { input: { name: 'Another', scopes: ['READ'], expiresInDays: 1, password: PASSWORD } })).toBe(
      'FORBIDDEN',
    );
  });

  it('open of every question and deed only what their scopes name, through fragments too, and never an account', async () => {
    const mutations = rootFields(schema, 'mutation');
    expect(deedsOfTokens().filter((deed) => !mutations.includes(deed))).toEqual([]);
    const read = (await make({ scopes: ['READ'] }, admin)).token as string;
    const all = (await make({ scopes: ['READ', 'HIRING', 'POSTINGS', 'MAIL'] }, admin)).token as string;
    const write = (await make({ scopes: ['HIRING', 'POSTINGS', 'MAIL'] }, admin)).token as string;
    expect(await code(POSTINGS, write)).toBe('FORBIDDEN');
    expect(await code('{ ...Q } fragment Q on Query { ... on Query { auditEvents { nodes { id } } } }', all)).toBe('FORBIDDEN');
    expect(await code('{ __typename __schema { queryType { name } } }', write)).toBe('OK');
    const addSource = 'mutation ($input: AddSourceInput!) { addSource(input: $input) { __typename } }';
    const input = { name: 'A fair' };
    expect(await code(addSource, read, { input })).toBe('FORBIDDEN');
    expect(
      await code(
        `mutation ($input: AddSourceInput!) { ...M } fragment M on Mutation { addSource(input: $input) { __typename } }`,
        read,
        { input },
      ),
    ).toBe('FORBIDDEN');
    expect(await code(addSource, write, { input })).toBe('OK');
    // Of several one that is not open keeps all from being done.
    expect(
      await code(`mutation ($input: AddSourceInput!) { addSource(input: $input) { __typename } signOut { message } }`, all, {
        input: { name: 'Two fairs' },
      }),
    ).toBe('FORBIDDEN');
    expect((await api.owner.query(`SELECT FROM sources WHERE name = 'Two fairs'`)).rowCount).toBe(0);
    const closed = mutations.filter((name) => !deedsOfTokens().includes(name));
    expect(closed).toEqual(expect.arrayContaining(['changePassword', 'changeRole', 'eraseCandidate', 'exportCandidate', 'invitePerson', 'makeApiToken', 'setRetentionRule', 'signOut', 'updateOrganization'])); // prettier-ignore
  });

  it('end with their time, with the password, and with their person', async () => {
    const { token: short } = await make({ expiresInDays: 1 });
    const { token: long } = await make({ expiresInDays: 10 });
    expect(await code(POSTINGS, short)).toBe('OK');
    clock.advance_ms(DAY_MS);
    expect([await code(POSTINGS, short), await code(POSTINGS, long)]).toEqual(['UNAUTHENTICATED', 'OK']);
    const change = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${RESULT} } }`;
    await api.graphql(change, { input: { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD } }, member);
    expect(await code(POSTINGS, long)).toBe('UNAUTHENTICATED');
    const { token } = await make({ password: OTHER_PASSWORD });
    expect(await code(POSTINGS, token)).toBe('OK');
    const disable = `mutation ($input: PersonInput!) { disablePerson(input: $input) { ${RESULT} } }`;
    await api.graphql(disable, { input: { personId: member.id } }, admin);
    expect(await code(POSTINGS, token)).toBe('UNAUTHENTICATED');
  });
});
