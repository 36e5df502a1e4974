import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, startTestApi } from '../../support/api.js';
import { ask } from './raw-request.js';

const INSIDES = /\bat .*:\d+:\d+|node_modules|\/work\/|\.[jt]s:\d|root:x:|SELECT |PRIVATE KEY|set-cookie/i;

describe('a path', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    await api.newOrganization('garden');
  }, 60_000);
  afterAll(() => api.close());

  const STRANGE = [
    '/unknown',
    '/graphql/',
    '/graphql/x',
    '//graphql',
    '/GRAPHQL',
    '/.env',
    '/.git/config',
    '/package.json',
    '/files',
    '/files/',
    '/files/x',
    '/files/..',
    '/files/../package.json',
    '/files/..%2f..%2fetc%2fpasswd',
    '/files/%2e%2e/%2e%2e/etc/passwd',
    '/files/..%5c..%5cetc%5cpasswd',
    '/files/%00',
    '/files/%ff',
    '/files/%',
    '/files/%zz',
    '/files//etc/passwd',
    '/files/00000000-0000-0000-0000-000000000000',
    '/files/00000000-0000-0000-0000-000000000000/..',
    `/files/${'a'.repeat(5000)}`,
    '/careers',
    '/careers/',
    '/careers/nobody',
    '/careers/..',
    '/careers/%2e%2e',
    '/careers/..%2f..%2fetc/passwd',
    '/careers/%00',
    '/careers/%ff',
    '/careers/garden/%00',
    '/careers/garden/%ff',
    '/careers/garden/..%2f..',
    '/careers/garden/%F0%9F%92%A3',
    '/careers/garden/nothing',
    '/careers/garden/nothing/apply',
    "/careers/garden/' OR 1=1 --".replaceAll(' ', '%20'),
    '/careers//garden',
    '//careers/garden',
    '///',
    '/assets/../package.json',
    '/assets/..%2fpages.css',
    '/assets/%2e%2e%2fpackage.json',
    '/explorer/..%2f..%2fpackage.json',
    '/explorer/%2e%2e/package.json',
    '/explorer/%00',
    '/mailbox/../health/live',
    '/mailbox/messages/..%2f..%2f..%2fetc%2fpasswd/html',
    '/a/x',
    '/a/%00',
    `/a/${'x'.repeat(300)}`,
    '/s/..%2f',
    '/t/%ff',
    '/k/..',
    '/k/x/cv',
    '/kits/x/y',
    '/kits/%00/%00',
    '/postings/x',
    '/postings/%00',
    '/postings/x/board',
    '/postings/%ff/board',
    '/desk?x=%00',
    '/account/reset/%00',
    '/account/invitation/..%2f..',
    '/?x=%ff',
    '/careers/garden?source=%00&x[]=1&__proto__[a]=b',
    '/sign-in?next=https://evil.example/',
    '/sign-in?next=//evil.example',
    '/health/live/..',
    '/metrics/',
    '*',
    'http://evil.example/graphql',
    '/;/..;/graphql',
    `/${'a/'.repeat(3000)}`,
  ];

  it.each(STRANGE)('%.60s is answered without an error of ours, and shows nothing of the inside', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST']) {
      const answer = await ask(
        api.url,
        method,
        path,
        method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
        method === 'POST' ? 'a=b' : undefined,
      );
      expect([method, answer.status < 500]).toEqual([method, true]);
      expect(answer.body).not.toMatch(INSIDES);
      expect(answer.headers.location ?? '').not.toMatch(/evil/);
      if (method === 'HEAD') expect(answer.body).toBe('');
    }
  });

  it('that is none of ours is 404 for every method', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
      expect([method, (await ask(api.url, method, '/unknown')).status]).toEqual([method, 404]);
  });

  it('of ours takes the methods it has and gives no other site a say', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE']) {
      const { status } = await ask(
        api.url,
        method,
        '/graphql',
        { 'content-type': 'application/json' },
        '{"query":"{ __typename }"}',
      );
      expect([method, [400, 404, 405].includes(status)]).toEqual([method, true]);
    }
    const preflight = await ask(api.url, 'OPTIONS', '/graphql', {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    });
    expect(preflight.status).toBeLessThan(500);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('with a query string of 100 kB or 10,000 headers does not bring the server down', async () => {
    const long = await ask(api.url, 'GET', `/health/live?${'a=b&'.repeat(25_000)}`).catch(() => ({ status: 431 }));
    expect([200, 414, 431]).toContain(long.status);
    const headers = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x-${at}`, 'y']));
    const many = await ask(api.url, 'GET', '/health/live', headers).catch(() => ({ status: 431 }));
    expect([200, 431]).toContain(many.status);
    expect((await ask(api.url, 'GET', '/health/live')).status).toBe(200);
  });
});
