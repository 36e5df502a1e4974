import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LinkPurpose, signLink } from '#libs/identity/index.js';
import { type MailSink, startMailSink } from '#libs/platform/embedded/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { faultOf, namesOfTheDatabase } from '../hostile/answers.js';
import { type Caller, type Organisation, buildOrganisation, changedTables, fingerprint } from '../hostile/organisation.js';
import { newMember, PASSWORD } from '../identity/support.js';
import { type RawResponse, ask, post } from './raw-request.js';

/** Every page and door over HTTP: its path, who may open it, and what it answers them. A new one without a line here fails. */
const DOORS: Record<string, { readonly path: (w: World) => string; readonly as?: Caller; readonly status?: number }> = {
  'GET /': { path: () => '/' },
  'GET /a/:token': { path: (w) => `/a/${w.link('application', w.things.waiting)}` },
  'GET /a/:token/mails': { path: (w) => `/a/${w.link('application', w.things.waiting)}/mails` },
  'GET /a/:token/questions': { path: (w) => `/a/${w.link('application', w.things.waiting)}/questions` },
  'GET /account/forgot': { path: () => '/account/forgot' },
  'GET /account/invitation/:token': { path: () => `/account/invitation/${'x'.repeat(64)}`, status: 404 },
  'GET /account/reset/:token': { path: () => `/account/reset/${'x'.repeat(64)}`, status: 404 },
  'GET /app': { path: () => '/app' },
  'GET /app/*': { path: () => '/app/applications/anything' },
  'GET /app/assets/:name': { path: () => '/app/assets/nothing.js', status: 404 },
  'GET /app/icon.svg': { path: () => '/app/icon.svg' },
  'GET /app/mail-frame': { path: () => '/app/mail-frame' },
  'GET /app/mail-frame.js': { path: () => '/app/mail-frame.js' },
  'GET /applications/:id': { path: (w) => `/applications/${w.things.waiting}`, as: 'admin' },
  'GET /assets/apply.js': { path: () => '/assets/apply.js' },
  'GET /assets/kit.js': { path: () => '/assets/kit.js' },
  'GET /assets/passkey.js': { path: () => '/assets/passkey.js' },
  'GET /assets/pages.css': { path: () => '/assets/pages.css' },
  'GET /assets/upload.js': { path: () => '/assets/upload.js' },
  'GET /assets/zone.js': { path: () => '/assets/zone.js' },
  'GET /calendars/:file': { path: () => `/calendars/${'x'.repeat(43)}.ics`, status: 404 },
  'GET /careers/:organization': { path: (w) => `/careers/${w.slug}` },
  'GET /careers/:organization/:posting': { path: (w) => `/careers/${w.slug}/${w.things.postingSlug}` },
  'GET /careers/:organization/:posting/apply': { path: (w) => `/careers/${w.slug}/${w.things.postingSlug}/apply` },
  'GET /careers/:organization/feed.xml': { path: (w) => `/careers/${w.slug}/feed.xml` },
  'GET /careers/:organization/indeed.xml': { path: (w) => `/careers/${w.slug}/indeed.xml` },
  'GET /careers/:organization/my-application': { path: (w) => `/careers/${w.slug}/my-application` },
  'GET /desk': { path: () => '/desk', as: 'admin' },
  'GET /explorer': { path: () => '/explorer' },
  'GET /explorer/:file': { path: () => '/explorer/nothing.js', status: 404 },
  'GET /files/:attachmentId': { path: (w) => `/files/${w.things.waiting}`, as: 'admin', status: 404 },
  'GET /health/live': { path: () => '/health/live' },
  'GET /health/ready': { path: () => '/health/ready' },
  'GET /k/:token': { path: (w) => `/k/${w.link('kit', w.things.interviewSeat)}` },
  'GET /k/:token/cv': { path: (w) => `/k/${w.link('kit', w.things.interviewSeat)}/cv`, status: 404 },
  'GET /kits/:applicationId/:stageId': { path: (w) => `/kits/${w.things.booked}/${w.things.stages.screen}`, as: 'seated' },
  'GET /mail/stop/:token': { path: () => `/mail/stop/${'x'.repeat(64)}`, status: 404 },
  'GET /mailbox': { path: () => '/mailbox' },
  'GET /mailbox/messages': { path: () => '/mailbox/messages' },
  'GET /mailbox/messages/:id/html': { path: () => '/mailbox/messages/nothing/html', status: 404 },
  'GET /mailbox/style.css': { path: () => '/mailbox/style.css' },
  'GET /metrics': { path: () => '/metrics' },
  'GET /postings/:id': { path: (w) => `/postings/${w.things.draft}`, as: 'admin' },
  'GET /postings/:id/board': { path: (w) => `/postings/${w.things.posting}/board`, as: 'admin' },
  'GET /postings/:id/careers': { path: (w) => `/postings/${w.things.draft}/careers`, as: 'admin' },
  'GET /postings/import': { path: () => '/postings/import', as: 'admin' },
  'GET /privacy': { path: () => '/privacy', as: 'admin' },
  'GET /privacy/equal-opportunity': { path: () => '/privacy/equal-opportunity', as: 'admin' },
  'GET /s/:token': { path: (w) => `/s/${w.link('schedule', w.things.waiting)}` },
  'GET /schemas/posting-1.json': { path: () => '/schemas/posting-1.json' },
  'GET /sign-in': { path: () => '/sign-in' },
  'GET /sign-in/sso': { path: () => '/sign-in/sso', status: 303 },
  'GET /sign-in/sso/callback': { path: () => '/sign-in/sso/callback', status: 303 },
  'GET /t/:token': { path: (w) => `/t/${w.link('take-home', w.things.working)}` },
  'POST /a/:token': { path: (w) => `/a/${w.link('application', w.things.waiting)}` },
  'POST /a/:token/questions': { path: (w) => `/a/${w.link('application', w.things.waiting)}/questions` },
  'POST /account/forgot': { path: () => '/account/forgot' },
  'POST /account/invitation/:token': { path: () => `/account/invitation/${'x'.repeat(64)}` },
  'POST /account/reset/:token': { path: () => `/account/reset/${'x'.repeat(64)}` },
  'POST /applications/:id': { path: (w) => `/applications/${w.things.waiting}`, as: 'admin' },
  'POST /candidates/:id/data': { path: (w) => `/candidates/${w.things.otherCandidate}/data`, as: 'admin' },
  'POST /careers/:organization/:posting/apply': { path: (w) => `/careers/${w.slug}/${w.things.postingSlug}/apply` },
  'POST /careers/:organization/my-application': { path: (w) => `/careers/${w.slug}/my-application` },
  'POST /files': { path: () => '/files', as: 'admin' },
  'POST /k/:token': { path: (w) => `/k/${w.link('kit', w.things.interviewSeat)}` },
  'POST /kits/:applicationId/:stageId': { path: (w) => `/kits/${w.things.booked}/${w.things.stages.screen}`, as: 'seated' },
  'POST /mail/stop/:token': { path: () => `/mail/stop/${'x'.repeat(64)}` },
  'POST /postings/:id': { path: (w) => `/postings/${w.things.draft}`, as: 'admin' },
  'POST /postings/import': { path: () => '/postings/import', as: 'admin' },
  'POST /privacy': { path: () => '/privacy', as: 'admin' },
  'POST /privacy/equal-opportunity': { path: () => '/privacy/equal-opportunity', as: 'admin' },
  'POST /s/:token': { path: (w) => `/s/${w.link('schedule', w.things.waiting)}` },
  'POST /sign-in': { path: () => '/sign-in' },
  'POST /sign-out': { path: () => '/sign-out', as: 'recruiter' },
  'POST /t/:token': { path: (w) => `/t/${w.link('take-home', w.things.working)}` },
};

const opened = Object.entries(DOORS).filter(([name]) => name.startsWith('GET'));
const posted = Object.entries(DOORS).filter(([name]) => name.startsWith('POST'));
/** What forms of ours send to do something, all at once. */
const FIELDS: Record<string, string> = {
  ...{
    action: 'withdraw',
    name: 'Somebody',
    email: 'somebody@mail.example',
    consent: 'on',
    zone: 'Asia/Tokyo',
    note: 'x',
    text: 'A note',
  },
  ...{
    url: 'https://code.example/x',
    document: '# Gardener',
    version: '1',
    expectedVersion: '1',
    recommendation: 'YES',
    password: 'lamp river sixteen anvil',
  },
};

interface World extends Organisation {
  link(purpose: LinkPurpose, subjectId: string): string;
}

describe('pages', () => {
  let api: TestApi;
  let sink: MailSink;
  let home: string;
  let world: World;
  let names: RegExp;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rounds-pages-'));
    sink = await startMailSink({ home });
    api = await startTestApi({ config: { processes: 'api' }, sink });
    const organisation = await buildOrganisation(api, 'garden');
    await api.owner.query(
      `INSERT INTO self_identification_settings (organization_id, forms, changed_at) VALUES ($1, '{plain}', now())`,
      [organisation.id],
    );
    names = await namesOfTheDatabase(api);
    const link = (purpose: LinkPurpose, subjectId: string) =>
      signLink(api.config.secret, {
        purpose,
        organizationId: organisation.id,
        subjectId,
        epoch: 0,
        expiresAt: new Date(Date.now() + 86_400_000),
      });
    world = { ...organisation, link };
  });
  afterAll(async () => {
    await api.close();
    await sink.stop();
    await rm(home, { recursive: true, force: true });
  });

  const cookieOf = (caller: Caller | undefined) => (caller ? { cookie: `rounds_session=${world.as(caller).token}` } : {});
  const open = (name: string) => {
    const { path, as } = DOORS[name]!;
    return ask(api.url, 'GET', path(world), cookieOf(as));
  };
  const submit = (name: string, headers: object, body: string | Buffer): Promise<RawResponse> => {
    const { path, as } = DOORS[name]!;
    return ask(
      api.url,
      'POST',
      path(world),
      { 'content-type': 'application/x-www-form-urlencoded', ...cookieOf(as), ...headers },
      body,
    );
  };

  it('are all in the table', () => {
    expect(routesOf(api).sort()).toEqual(Object.keys(DOORS).sort());
  });

  it.each(opened)('%s answers under the headers that keep others out', async (name, { status = 200 }) => {
    const { headers, ...answer } = await open(name);
    expect(answer.status).toBe(status);
    expect(faultOf({ status: answer.status, text: name.includes('metrics') ? '' : answer.body }, names)).toBeNull();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
    const policy = policyOf(headers['content-security-policy'] as string);
    expect(policy['default-src'] ?? ["'none'"]).toEqual(["'none'"]);
    for (const directive of ['script-src', 'default-src'])
      for (const unsafe of ["'unsafe-inline'", "'unsafe-eval'", '*', 'data:', 'http:', 'https:'])
        expect(policy[directive] ?? []).not.toContain(unsafe);
    expect(policy['frame-ancestors']).toEqual([
      (name.endsWith('/html') || name.endsWith('/mail-frame')) && status === 200 ? "'self'" : "'none'",
    ]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    if (String(headers['content-type']).startsWith('text/html')) {
      // Nothing that the policy would block or that a browser would run.
      expect(answer.body).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+\s*=|javascript:|\sstyle\s*=/i);
      if (!/^GET \/(careers|explorer|mailbox|$)/.test(name)) expect(headers['cache-control']).toContain('no-store');
    }
  });

  it.each(opened)('%s changes nothing by being looked at', async (name) => {
    const before = await fingerprint(api, world.id);
    await open(name);
    const { path, as } = DOORS[name]!;
    await ask(api.url, 'HEAD', path(world), cookieOf(as));
    expect(changedTables(before, await fingerprint(api, world.id))).toEqual([]);
  });

  it.each(posted)('%s does nothing for a form of another site', async (name) => {
    const before = await fingerprint(api, world.id);
    const body = new URLSearchParams(FIELDS).toString();
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', 'file://']) {
      const answer = await submit(name, { origin }, body);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers['set-cookie'] ?? []).toEqual([]);
    }
    expect(changedTables(before, await fingerprint(api, world.id))).toEqual([]);
  });

  const boundary = 'xxxx';
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const BODIES: Record<string, [type: string, body: () => string | Buffer]> = {
    'an empty form': ['application/x-www-form-urlencoded', () => ''],
    'fields of no use': ['application/x-www-form-urlencoded', () => '__proto__=1&constructor=2&toString=3&=4&&&a[b]=c'],
    'bytes that are no text': [
      'application/x-www-form-urlencoded',
      () => 'action=%ff%fe&name=%00&email=%c0%80&text=%ed%a0%80&zone=%',
    ],
    '20,000 fields': ['application/x-www-form-urlencoded', () => Array.from({ length: 20_000 }, (_, at) => `f${at}=x`).join('&')],
    'a field of 2 MB': ['application/x-www-form-urlencoded', () => `name=${'x'.repeat(2_000_000)}&action=${'y'.repeat(100_000)}`],
    'more than the limit': ['application/x-www-form-urlencoded', () => `name=${'x'.repeat(3_000_000)}`],
    JSON: ['application/json', () => '{"action":{"toString":1},"name":{"a":1},"version":[1]}'],
    'bad JSON': ['application/json', () => '{'],
    'plain text': ['text/plain', () => 'action=withdraw'],
    'parts without an end': [`multipart/form-data; boundary=${boundary}`, () => part('action', 'x')],
    'parts without a boundary': ['multipart/form-data', () => part('action', 'x')],
    '500 parts': [
      `multipart/form-data; boundary=${boundary}`,
      () => `${Array.from({ length: 500 }, (_, at) => part(`f${at}`, 'x')).join('')}--${boundary}--\r\n`,
    ],
    'two files': [
      `multipart/form-data; boundary=${boundary}`,
      () =>
        `${['a.pdf', '../../etc/passwd'].map((file) => `--${boundary}\r\nContent-Disposition: form-data; name="cv"; filename="${file}"\r\nContent-Type: application/pdf\r\n\r\nMZ\0\r\n`).join('')}--${boundary}--\r\n`,
    ],
    'a file of 11 MB': [
      `multipart/form-data; boundary=${boundary}`,
      () =>
        Buffer.concat([
          Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\n`),
          Buffer.alloc(11 * 1024 ** 2, 'x'),
          Buffer.from(`\r\n--${boundary}--\r\n`),
        ]),
    ],
    'a part whose header never ends': [
      `multipart/form-data; boundary=${boundary}`,
      () => `--${boundary}\r\nContent-Disposition: form-data; name="${'x'.repeat(200_000)}`,
    ],
  };
  it.each(posted)('%s refuses what is no form of ours without an error of ours, and changes nothing', async (name) => {
    const before = await fingerprint(api, world.id);
    for (const [what, [type, body]] of Object.entries(BODIES)) {
      const answer = await submit(name, { 'content-type': type }, body()).catch((error: NodeJS.ErrnoException) => ({
        // Told by closing the connection while it still sends.
        ...{ status: 413, headers: {} as RawResponse['headers'], body: '' },
        cut: error.code,
      }));
      expect([what, faultOf({ status: answer.status, text: answer.body.replaceAll(/<style>.*<\/style>/gs, '') }, names)]).toEqual(
        [what, null],
      );
      expect(answer.headers['set-cookie'] === undefined || name === 'POST /sign-out').toBe(true);
    }
    const may = name === 'POST /sign-out' ? ['sessions', 'audit_events', 'outbox_events'] : [];
    expect(changedTables(before, await fingerprint(api, world.id)).filter((table) => !may.includes(table))).toEqual([]);
  });

  it('lead nobody away after signing in', async () => {
    const member = await newMember(api, world.id);
    const credentials = { organization: world.slug, email: member.email, password: PASSWORD };
    const away = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/%09/evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      '/\r\nSet-Cookie: a=b',
      '\t//evil.example',
      '/desk\u0000',
      '',
    ];
    for (const to of away) {
      const { headers, status } = await submit('POST /sign-in', {}, new URLSearchParams({ ...credentials, to }).toString());
      expect([to, status]).toEqual([to, 303]);
      expect(new URL(headers.location!, 'http://here.example').host).toBe('here.example');
      expect(headers['set-cookie']).toHaveLength(1);
    }
  });

  it('give a session in a cookie that scripts, other sites and plain connections do not get', async () => {
    const secure = await startTestApi({ config: { processes: 'api', publicUrl: 'https://jobs.example' } });
    try {
      const organizationId = await secure.newOrganization('safe');
      const { email } = await newMember(secure, organizationId);
      const form = new URLSearchParams({ organization: 'safe', email, password: PASSWORD }).toString();
      const byPage = await ask(secure.url, 'POST', '/sign-in', { 'content-type': 'application/x-www-form-urlencoded' }, form);
      const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
      const byGraphql = await post(secure.url, signIn, {
        variables: { input: { organization: 'safe', email, password: PASSWORD } },
      });
      for (const { headers } of [byPage, byGraphql]) {
        const [cookie, ...more] = headers['set-cookie']!;
        expect(more).toEqual([]);
        const [value, ...flags] = cookie!.split('; ');
        expect(value).toMatch(/^rounds_session=[\w-]{64}$/);
        expect(flags.filter((flag) => !flag.startsWith('Expires='))).toEqual(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']);
      }
      expect(byPage.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
      const cookie = byPage.headers['set-cookie']![0]!.split(';')[0]!;
      const out = await ask(secure.url, 'POST', '/sign-out', { cookie });
      expect(out.headers['set-cookie']![0]).toMatch(/^rounds_session=;.*Expires=Thu, 01 Jan 1970/);
      const again = await post(secure.url, '{ viewer { id } }', {}, { cookie });
      expect(JSON.parse(again.body)).toEqual({ data: { viewer: null } });
    } finally {
      await secure.close();
    }
  });

  it('do not take a cookie, a link or a token that is not whole', async () => {
    const { token } = world.as('admin');
    const tokens = [
      '',
      'x',
      token!.slice(1),
      `${token}x`,
      `${token!.slice(0, -1)}${token!.endsWith('A') ? 'B' : 'A'}`,
      '\u00ff'.repeat(64),
      'a'.repeat(10_000),
      '../'.repeat(20),
    ];
    for (const bad of tokens) {
      const { body } = await post(
        api.url,
        '{ viewer { id } }',
        {},
        { cookie: `rounds_session=${encodeURI(bad)}`, authorization: '' },
      );
      expect(JSON.parse(body)).toEqual({ data: { viewer: null } });
    }
    const link = world.link('application', world.things.waiting);
    const links = [
      link.slice(1),
      `${link}x`,
      link.toUpperCase(),
      world.link('schedule', world.things.waiting),
      world.link('kit', world.things.interviewSeat),
      'x'.repeat(79),
    ];
    for (const bad of links) expect((await ask(api.url, 'GET', `/a/${bad}`)).status).toBeGreaterThanOrEqual(400);
    const headers = [
      'Bearer',
      'Bearer ',
      'Link',
      'Link application',
      `Link kit ${link}`,
      `Basic ${token}`,
      `bearer  ${token}`,
      `Bearer ${token} x y`,
      'Link application '.repeat(500),
    ];
    for (const authorization of headers) {
      const { status } = await post(api.url, '{ __typename }', {}, { authorization });
      expect([200, 431]).toContain(status);
    }
  });
});

/** The routes of all controllers, as the framework sees them. */
function routesOf(api: TestApi): string[] {
  const routes = new Set<string>();
  for (const { controllers } of api.app.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prefix = Reflect.getMetadata(PATH_METADATA, metatype) as string;
      for (const key of Object.getOwnPropertyNames(metatype.prototype)) {
        const handler = (metatype.prototype as Record<string, unknown>)[key];
        if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        const path = [prefix, Reflect.getMetadata(PATH_METADATA, handler) as string]
          .map((one) => one.replaceAll(/^\/|\/$/g, ''))
          .filter(Boolean);
        routes.add(`${RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]} /${path.join('/')}`);
      }
    }
  return [...routes];
}

function policyOf(header: string): Record<string, string[]> {
  return Object.fromEntries(
    header
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name, ...sources]) => [name!, sources]),
  );
}
