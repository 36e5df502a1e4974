import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Id } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildPosting } from '../../support/builders.js';

/** Requests under way at which more are turned away, here. */
const MOST = 12;

describe('who comes too often, or when too many are there', () => {
  let api: TestApi;
  let organizationId: Id;
  let posting: BuiltPosting;
  let path: string;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' }, mostUnderWay: MOST });
    organizationId = await api.newOrganization('busy');
    posting = await buildPosting(api.owner, organizationId, { status: 'OPEN' });
    path = `/careers/busy/${posting.slug}/apply`;
  }, 60_000);
  afterAll(() => api.close());

  const applications = async () => (await api.owner.query('SELECT FROM applications')).rowCount;
  const apply = (fields: Record<string, string>, from?: string) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ name: 'Nora', consent: 'yes', ...fields }),
      headers: { origin: api.url, ...(from && { 'x-forwarded-for': from }) },
    });

  it('is thanked and forgotten where a field is filled in that no person sees', async () => {
    expect(await (await fetch(`${api.url}${path}`)).text()).toMatch(
      /<div class="unseen" aria-hidden="true">.*name="fax_number" tabindex="-1" autocomplete="off"/,
    );
    const [bot, person] = [
      await apply({ email: 'bot@mail.example', fax_number: '1' }),
      await apply({ email: 'nora@mail.example' }),
    ];
    expect([bot.status, person.status]).toEqual([200, 200]);
    expect(await bot.text()).toBe(await person.text());
    const { rows } = await api.owner.query('SELECT email FROM candidates');
    expect(rows).toEqual([{ email: 'nora@mail.example' }]);
  });

  it('applies thirty times at once from a network and no more, by page and API together; another network is not asked to wait', async () => {
    const before = await applications();
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await apply({ email: `a${i}@mail.example` }, '203.0.113.5')).status);
    expect(statuses).toEqual([...Array<number>(30).fill(200), 422]);
    const graphql = async (from: string) => {
      const query = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { __typename ... on UserError { code } } }`;
      const input = {
        organization: 'busy',
        posting: posting.slug,
        consent: true,
        contact: { name: 'Nora', email: `${from}@mail.example` },
      };
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
      const answer = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables: { input } }),
      });
      return ((await answer.json()) as { data: { applyToPosting: object } }).data.applyToPosting;
    };
    expect(await graphql('203.0.113.5')).toEqual({ __typename: 'Refused', code: 'TOO_MANY_ATTEMPTS' });
    // What a client writes before the proxy's own word is not believed.
    expect(await graphql('198.51.100.1, 203.0.113.5')).toEqual({ __typename: 'Refused', code: 'TOO_MANY_ATTEMPTS' });
    expect(await graphql('203.0.113.6')).toEqual({ __typename: 'ApplyPayload' });
    expect(await applications()).toBe(before! + 31);
  });

  it('is turned away at once while too many are under way; health is answered, and who was there before is served', async () => {
    const owner = new pg.Client({ connectionString: api.database.url });
    await owner.connect();
    await owner.query('BEGIN; LOCK TABLE organization_directory IN ACCESS EXCLUSIVE MODE');
    const first = Array.from({ length: MOST }, () => fetch(`${api.url}/careers/busy`));
    const waiting = async () =>
      (await api.owner.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`))
        .rowCount!;
    while ((await waiting()) < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    const began_ms = performance.now();
    const late = await Promise.all(Array.from({ length: 3 * MOST }, () => fetch(`${api.url}/careers/busy`)));
    const took_ms = performance.now() - began_ms;
    expect(late.map(({ status }) => status)).toEqual(Array(3 * MOST).fill(503));
    expect(late[0]!.headers.get('retry-after')).toBe('1');
    expect(took_ms).toBeLessThan(2000);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${api.url}/metrics`)).status).toBe(200);
    await owner.query('COMMIT');
    await owner.end();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array(MOST).fill(200));
    expect((await fetch(`${api.url}/careers/busy`)).status).toBe(200);
  });
});
