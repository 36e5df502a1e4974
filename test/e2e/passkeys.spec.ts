// @needs chromium
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type CDPSession, type Page, chromium } from 'playwright-core';
import type { Id } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../support/api.js';
import { PASSWORD, newMember } from '../integration/identity/support.js';

const CHROMIUM = process.env.ROUNDS_TEST_CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];
const SIGN_IN = `mutation ($input: SignInWithPasskeyInput!) { done: signInWithPasskey(input: $input) { __typename ... on SignInPayload { person { id } } ... on UserError { code } } }`;

describe('passkeys', () => {
  let api: TestApi;
  let browser: Browser;
  let here: string;
  let organizationId: Id;
  let member: TestPerson;
  let page: Page;
  let device: CDPSession;
  let authenticatorId: string;

  beforeAll(async () => {
    if (!existsSync('dist/web/build.json')) throw new Error('The screens are not built: npm run build:web');
    api = await startTestApi({ config: { processes: 'api' } });
    // Keys belong to the address that browsers see, which is known now.
    here = api.url.replace('127.0.0.1', 'localhost');
    (api.config as { publicUrl: string }).publicUrl = here;
    organizationId = await api.newOrganization('nile');
    member = await newMember(api, organizationId, 'RECRUITER', { name: 'Mara Quell' });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    const context = await browser.newContext();
    await context.addCookies([{ name: 'rounds_session', value: member.token, url: here }]);
    page = await context.newPage();
    device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    ({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    }));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await api.close();
  }, 30_000);

  const keys = async () =>
    (await api.owner.query('SELECT id, counter::int AS counter FROM passkeys ORDER BY id')).rows as { id: Id; counter: number }[];
  const send = async (response: string) =>
    (await api.graphql(SIGN_IN, { input: { response } })).data.done as { __typename: string; code?: string };
  /** What the device answers to a new challenge, without handing it in. */
  const answer = (): Promise<string> =>
    page.evaluate(`(async () => {
      const asked = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: 'mutation { beginPasskeySignIn { options } }' }) });
      const { options } = (await asked.json()).data.beginPasskeySignIn;
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
      return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
    })()`);

  it('are made in the settings with the password typed again, and not with a wrong one', async () => {
    await page.goto(`${here}/app/settings`);
    await page.getByRole('region', { name: 'Passkeys' }).getByLabel('Name').fill('Work laptop');
    await page.getByLabel('Your password, again').fill('wrong wrong wrong');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('The password is not right').waitFor();
    await page.getByLabel('Your password, again').fill(PASSWORD);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('never used').waitFor();
    expect(await keys()).toHaveLength(1);
  });

  it('open a session on the sign-in page without a word typed, and go on to where one wanted', async () => {
    await page.context().clearCookies();
    await page.goto(`${here}/sign-in?to=%2Fdesk`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(`${here}/desk`);
    const { rows } = await api.owner.query(`SELECT subject_id FROM audit_events WHERE action = 'session.open-by-passkey'`);
    expect(rows).toEqual([{ subject_id: member.id }]);
  });

  it('are counted, and answered once for each challenge, also when two hand the answer in at the same moment', async () => {
    const before = (await keys())[0]!.counter;
    const response = await answer();
    const outcomes = await Promise.all([send(response), send(response)]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Refused', 'SignInPayload']);
    expect((await keys())[0]!.counter).toBeGreaterThan(before);
    expect(await send(response)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    // A copy of the device has not counted what the device signed since.
    await api.owner.query('UPDATE passkeys SET counter = counter + 1000');
    expect(await send(await answer())).toMatchObject({ code: 'SIGN_IN_FAILED' });
    await api.owner.query('UPDATE passkeys SET counter = 0');
  });

  it('are refused alike when the answer is changed in any part, is for another place, or is none', async () => {
    const good = JSON.parse(await answer()) as { id: string; response: Record<string, string> };
    const change = (part: string, value: string) => JSON.stringify({ ...good, response: { ...good.response, [part]: value } });
    const other = await newMember(api, organizationId);
    const handle = Buffer.from(good.response.userHandle!, 'base64url');
    Buffer.from(other.id.replaceAll('-', ''), 'hex').copy(handle, 16);
    const client = JSON.parse(Buffer.from(good.response.clientDataJSON!, 'base64url').toString()) as object;
    const elsewhere = Buffer.from(JSON.stringify({ ...client, origin: 'https://evil.example' })).toString('base64url');
    for (const bad of [
      change('signature', good.response.signature!.replace(/^.{12}/, 'AAAAAAAAAAAA')),
      change('authenticatorData', good.response.authenticatorData!.replace(/^.{8}/, 'AAAAAAAA')),
      change('userHandle', handle.toString('base64url')),
      change('clientDataJSON', elsewhere),
      JSON.stringify({ ...good, id: 'AAAA', rawId: 'AAAA' }),
      ...['{}', 'null', '[', '"x"', JSON.stringify({ ...good, response: 'x' }), 'x'.repeat(30_000)],
    ])
      expect(await send(bad)).toMatchObject({ __typename: 'Refused', code: 'SIGN_IN_FAILED' });
    expect(await send(JSON.stringify(good))).toMatchObject({ __typename: 'SignInPayload' });
  });

  it('of somebody who is disabled, or who removed them, open nothing', async () => {
    await api.owner.query(`UPDATE people SET status = 'DISABLED' WHERE id = $1`, [member.id]);
    expect(await send(await answer())).toMatchObject({ code: 'SIGN_IN_FAILED' });
    await api.owner.query(`UPDATE people SET status = 'ACTIVE' WHERE id = $1`, [member.id]);
    const other = await newMember(api, organizationId);
    const remove = 'mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { ... on UserError { code } } }';
    const input = { id: (await keys())[0]!.id };
    expect((await api.graphql(remove, { input }, other)).data.removePasskey).toEqual({ code: 'NOT_FOUND' });
    await page.goto(`${here}/app/settings`);
    await page.getByRole('button', { name: 'Remove Work laptop' }).click();
    await page.getByText('You have no passkey.').waitFor();
    expect(await send(await answer())).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect((await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials).toHaveLength(1);
  });
});
