import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import pg from 'pg';
import type { Id } from '#libs/kernel/index.js';
import { isObjectType } from 'graphql';
import { ApplicationDoor, StoreAttachment } from '#libs/applications/index.js';
import { PROOF_BITS } from '#libs/platform/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { docx } from '../../support/files.js';
import { schema } from '../hostile/operations.js';
import { collectLinks, newMember } from '../identity/support.js';
import { ask, post } from './raw-request.js';
import { type BuiltPosting, buildPosting } from '../../support/builders.js';

/** Requests under way at which more are turned away, here. */
const MOST = 12;

describe('who comes too often, or when too many are there', () => {
  let api: TestApi;
  let organizationId: Id;
  let posting: BuiltPosting;
  let path: string;
  beforeAll(async () => {
    // Time stands still: nobody gets turns back because the machine is slow.
    const began = new Date();
    api = await startTestApi({ config: { processes: 'api' }, mostUnderWay: MOST, clock: { now: () => began } });
    organizationId = await api.newOrganization('busy');
    posting = await buildPosting(api.owner, organizationId, { status: 'OPEN' });
    path = `/careers/busy/${posting.slug}/apply`;
  }, 60_000);
  afterAll(() => api.close());

  const applications = async () => (await api.owner.query('SELECT FROM applications')).rowCount;
  const apply = (fields: Record<string, string>, from?: string, to = path) =>
    fetch(`${api.url}${to}`, {
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

  it('shows by work that somebody waits, once an organisation has very many applications from everywhere', async () => {
    const crowded = await buildPosting(api.owner, await api.newOrganization('crowded'), { status: 'OPEN' });
    const there = `/careers/crowded/${crowded.slug}/apply`;
    const form = await (await fetch(`${api.url}${there}`)).text();
    const [, ticket, stamp, bits] = /name="ticket" value="([^"]+)".*name="proof" data-work="([^"]+)" data-bits="(\d+)"/.exec(
      form,
    )!;
    expect([stamp!.replace(/\d+$/, ''), Number(bits)]).toEqual(['crowded:', PROOF_BITS]);
    const before = await applications();
    const door = api.app.get(ApplicationDoor);
    // Programs, each from a network of its own, until the organisation's turns are spent; what is sent at once after its form was given costs as much.
    let network = 0;
    const from = () => `198.18.${(network += 1) >> 8}.${network & 255}`;
    let programs = 0;
    while (programs < 100 && door.mayCome(from(), 'crowded', { ticket }).ok) programs += 1;
    expect(programs).toBe(60);
    const refused = await apply({ email: 'crowd@mail.example', ticket: ticket! }, from(), there);
    expect([refused.status, await applications()]).toEqual([422, before]);
    expect(await refused.text()).toMatch(
      /Very many applications arrive .*name="ticket" value="\d+\.[\w-]{22}".*name="proof" data-work="crowded:\d+"/s,
    );
    for (const proof of ['', 'busy', `${stamp}:a:1`, 'x'.repeat(100_000)])
      expect((await apply({ email: 'crowd@mail.example', proof }, from(), there)).status).toBe(422);
    let counter = 0;
    while (createHash('sha256').update(`${stamp}:chance:${counter}`).digest().readUInt32BE(0) >>> (32 - PROOF_BITS) !== 0)
      counter += 1;
    const proof = `${stamp}:chance:${counter}`;
    expect((await apply({ email: 'patient@mail.example', proof }, from(), there)).status).toBe(200);
    expect(await applications()).toBe(before! + 1);
    // Once; and it is nobody else's.
    expect((await apply({ email: 'again@mail.example', proof }, from(), there)).status).toBe(422);
    expect(door.mayCome(from(), 'quiet', {})).toMatchObject({ ok: true });
  });

  it('costs an organisation less by a form that was looked at than by a program or in haste', () => {
    let now = new Date('2030-03-05T10:00:00Z');
    const door = new ApplicationDoor(api.config, { now: () => now });
    const ticket = door.ticket('acme');
    const later = new Date(now.getTime() + 3_000);
    let network = 0;
    const admitted = (slug: string, shown: object) => {
      let count = 0;
      while (count < 400 && door.mayCome(`198.19.${(network += 1) >> 8}.${network & 255}`, slug, shown).ok) count += 1;
      return count;
    };
    const [tag] = ticket.split('.').slice(1);
    expect(admitted('acme', { ticket })).toBe(60);
    now = later;
    expect(admitted('other', { ticket })).toBe(60);
    expect(admitted('third', { ticket: `${now.getTime() - 60_000}.${tag}` })).toBe(60);
    expect(admitted('fourth', { ticket: door.ticket('fourth') })).toBe(60);
    now = new Date(now.getTime() + 3600_000);
    expect(admitted('acme', { ticket })).toBe(300);
    now = new Date(now.getTime() + 24 * 3600_000);
    expect(admitted('acme', { ticket })).toBe(60);
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
    const late = await Promise.all(Array.from({ length: 3 * MOST }, () => fetch(`${api.url}/careers/busy`)));
    expect(late.map(({ status }) => status)).toEqual(Array(3 * MOST).fill(503));
    expect(late[0]!.headers.get('retry-after')).toBe('1');
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${api.url}/metrics`)).status).toBe(200);
    await owner.query('COMMIT');
    await owner.end();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array(MOST).fill(200));
    expect((await fetch(`${api.url}/careers/busy`)).status).toBe(200);
  });

  it('holds nobody else’s place by sending byte by byte', async () => {
    const { hostname, port } = new URL(api.url);
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"quer`;
    const slow = await Promise.all(
      Array.from({ length: 3 * MOST }, async () => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => {});
        await new Promise((resolve) => socket.write(head, resolve));
        return socket;
      }),
    );
    expect((await fetch(`${api.url}/careers/busy`)).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  /** Classes of holes that systems of this kind really had and that no other suite tries; docs/security.md says where each class is. */
  describe('or by a hole that others had, finds none:', () => {
    it('a Host header that chooses where the link of a reset leads', async () => {
      const member = await newMember(api, organizationId, 'RECRUITER');
      const links = collectLinks(api);
      const reset = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }';
      const evil = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
        forwarded: 'host=evil.example',
      };
      const input = { organization: 'busy', email: member.email };
      expect((await post(api.url, reset, { variables: { input } }, evil)).status).toBe(200);
      const form = await ask(api.url, 'POST', '/account/forgot', { ...evil, 'content-type': 'application/x-www-form-urlencoded' }, new URLSearchParams(input).toString()); // prettier-ignore
      expect(form.status).toBe(200);
      expect(links.length).toBeGreaterThan(0);
      for (const { link } of links) expect(link).toMatch(/^http:\/\/localhost:3000\/account\/reset\//);
      expect((await ask(api.url, 'GET', '/desk', evil)).headers.location).toMatch(/^\/sign-in/);
    });

    it('a Word document that reads a file of the server, or grows without end', async () => {
      const document = (type: string, text: string) =>
        docx('x', [{ name: 'word/document.xml', data: `<?xml version="1.0"?>${type}<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>` }]); // prettier-ignore
      const laughs = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`).join('');
      for (const bytes of [
        document('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f;'),
        document('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', 'x'),
        document(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, '&l30;'),
      ])
        expect(await api.app.get(StoreAttachment).execute(organizationId, { fileName: 'cv.docx', bytes })).toMatchObject({
          ok: false,
        });
    });

    it('a secret that GraphQL shows because its column was there', () => {
      const shown = Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
        .flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []))
        .filter((field) => /password|hash|secret|token|storageKey|epoch|sealed|digest|signature/i.test(field.split('.')[1]!));
      // Given once to whoever has just proved who they are; the names of tokens, without the tokens.
      expect(shown.sort()).toEqual(['MakeApiTokenPayload.apiToken',
          'MakeApiTokenPayload.token', 'Query.apiTokens', 'SignInPayload.token', 'Mutation.changePassword', 'Mutation.makeApiToken', 'Mutation.requestPasswordReset', 'Mutation.resetPassword', 'Mutation.revokeApiToken'].sort()); // prettier-ignore
    });

    it('an object of the caller’s that becomes part of everything (a prototype)', async () => {
      for (const body of [
        '{"query":"{ viewer { id } }","__proto__":{"actor":{"kind":"staff"}}}',
        '{"query":"{ viewer { id } }","variables":{"constructor":{"prototype":{"role":"ADMIN"}}}}',
        '{"query":"{ viewer { id } }","variables":{"__proto__":{"role":"ADMIN"}}}',
      ]) {
        const answer = await ask(api.url, 'POST', '/graphql', { 'content-type': 'application/json' }, body);
        expect(answer.status).toBe(400);
      }
      expect(({} as Record<string, unknown>).role).toBeUndefined();
      expect((await post(api.url, '{ viewer { id } }')).body).toContain('"viewer":null');
    });
  });
});
