import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, startTestApi } from '../../support/api.js';

describe('the GraphQL door', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('knows who asks by the session, and nobody without one', async () => {
    const organizationId = await api.newOrganization();
    const person = await api.newPerson(organizationId, 'RECRUITER', { name: 'Ines' });
    expect((await api.graphql('{ viewer { name role } }', {}, person)).data).toEqual({
      viewer: { name: 'Ines', role: 'RECRUITER' },
    });
    expect((await api.graphql('{ viewer { name } }')).data).toEqual({ viewer: null });
    expect((await api.graphql('{ viewer { name } }', {}, { token: 'x'.repeat(64) })).data).toEqual({ viewer: null });
  });

  it('refuses what is too deep, too wide, too long or too big with one clear error', async () => {
    const deep = `query { ${'viewer { '.repeat(10_000)} name ${'}'.repeat(10_000)} }`;
    const answers = await Promise.all([
      api.graphql(deep),
      api.graphql(`{ ${Array.from({ length: 60 }, (_, i) => `a${i}: __typename`).join(' ')} }`),
      api.graphql('{ viewer { nam } }'),
      api.graphql('{ viewer '),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.errors).toHaveLength(1);
    }
    const big = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(3_000_000),
    });
    expect(big.status).toBe(413);
  });

  it('answers health and metrics', async () => {
    expect(await (await fetch(`${api.url}/health/live`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${api.url}/health/ready`)).json()).toEqual({ status: 'ok', database: 'ok' });
    expect(await (await fetch(`${api.url}/metrics`)).text()).toContain('rounds_graphql_operation_seconds');
  });
});
