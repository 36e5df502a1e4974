import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock, type Id } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { CLIENT, type TestProvider, startIdentityProvider } from '../../support/identity-provider.js';

const PUBLIC_URL = 'http://localhost:3000';
const CALLBACK = `${PUBLIC_URL}/sign-in/sso/callback`;
const PEOPLE = {
  'subject-mara': { email: 'Mara@Org.example', verified: true },
  'subject-noor': { email: 'noor@org.example', verified: true },
  'subject-heir': { email: 'mara@org.example', verified: true },
  'subject-gone': { email: 'gone@org.example', verified: true },
  'subject-stranger': { email: 'stranger@org.example', verified: true },
  'subject-claims': { email: 'admin@org.example', verified: false },
  'subject-elsewhere': { email: 'admin@elsewhere.example', verified: true },
};

describe('signing in by an identity provider', () => {
  let provider: TestProvider;
  let api: TestApi;
  let organizationId: Id;
  const clock = new FixedClock(new Date());

  beforeAll(async () => {
    provider = await startIdentityProvider(CALLBACK, PEOPLE);
    const singleSignOn = { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, domains: ['org.example'] };
    api = await startTestApi({ clock, config: { processes: 'api', publicUrl: PUBLIC_URL, singleSignOn } });
    organizationId = await api.newOrganization('nile');
    await api.newPerson(organizationId, 'ADMIN', { email: 'admin@org.example' });
    await api.newPerson(organizationId, 'ADMIN', { email: 'admin@elsewhere.example' });
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });

  const cookieOf = (answer: Response, name: string) =>
    answer.headers
      .getSetCookie()
      .find((set) => set.startsWith(`${name}=`))
      ?.split(';')[0];
  /** As a browser: to the provider, with what it has to bring back. */
  const begin = async (to = '/postings/import') => {
    const answer = await fetch(`${api.url}/sign-in/sso?to=${encodeURIComponent(to)}`);
    const address = answer.headers.get('refresh')?.replace('0;url=', '');
    return { address: address!, cookie: cookieOf(answer, 'rounds_sign_on')! };
  };
  const comeBack = (back: URL, cookie: string) =>
    fetch(`${api.url}${back.pathname}${back.search}`, { headers: { cookie }, redirect: 'manual' });
  const signIn = async (person: keyof typeof PEOPLE) => {
    const { address, cookie } = await begin();
    return comeBack(await provider.visit(address, person), cookie);
  };
  const viewerOf = async (answer: Response) => {
    const token = cookieOf(answer, 'rounds_session')?.split('=')[1];
    return (await api.graphql('{ viewer { id } }', {}, token ? { token } : {})).data.viewer as { id: Id } | null;
  };

  it('is offered on the sign-in page, asks for a code with PKCE, state and nonce, and goes on to where one wanted', async () => {
    expect(await (await fetch(`${api.url}/sign-in`)).text()).toContain('action="/sign-in/sso"');
    const { address, cookie } = await begin();
    const asked = new URL(address).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)!.length).toBeGreaterThanOrEqual(32);
    const mara = await api.newPerson(organizationId, 'RECRUITER', { email: 'mara@org.example' });
    const answer = await comeBack(await provider.visit(address, 'subject-mara'), cookie);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/postings/import']);
    expect(await viewerOf(answer)).toEqual({ id: mara.id });
    const { rows } = await api.owner.query('SELECT action FROM audit_events WHERE subject_id = $1 ORDER BY id', [mara.id]);
    expect(rows.map(({ action }) => action)).toEqual(['person.link-provider', 'session.open-by-provider']);
  });

  it('knows a person by the subject from then on, and whoever has their address later not at all', async () => {
    await api.owner.query(`UPDATE people SET email = 'mara.new@org.example' WHERE email = 'mara@org.example'`);
    const { rows } = await api.owner.query(`SELECT id FROM people WHERE email = 'mara.new@org.example'`);
    expect(await viewerOf(await signIn('subject-mara'))).toEqual({ id: rows[0].id });
    await api.owner.query(`UPDATE people SET email = 'mara@org.example' WHERE email = 'mara.new@org.example'`);
    expect((await signIn('subject-heir')).status).toBe(422);
  });

  it('brings in who was invited, once and for all, also when two browsers come at once', async () => {
    const noor = await api.newPerson(organizationId, 'INTERVIEWER', { email: 'noor@org.example' });
    await api.owner.query(`UPDATE people SET status = 'INVITED', password_hash = NULL WHERE id = $1`, [noor.id]);
    const answers = await Promise.all([signIn('subject-noor'), signIn('subject-noor')]);
    for (const answer of answers) expect(await viewerOf(answer)).toEqual({ id: noor.id });
    const { rows } = await api.owner.query('SELECT count(*)::int AS links FROM provider_subjects WHERE person_id = $1', [
      noor.id,
    ]);
    expect(rows).toEqual([{ links: 1 }]);
  });

  it('lets in nobody who was not invited, is disabled, or whose address is not verified or not the provider’s to speak for; all alike', async () => {
    const gone = await api.newPerson(organizationId, 'ADMIN', { email: 'gone@org.example' });
    await api.owner.query(`UPDATE people SET status = 'DISABLED' WHERE id = $1`, [gone.id]);
    const pages: string[] = [];
    for (const person of ['subject-gone', 'subject-stranger', 'subject-claims', 'subject-elsewhere'] as const) {
      const answer = await signIn(person);
      expect([person, answer.status, cookieOf(answer, 'rounds_session')]).toEqual([person, 422, undefined]);
      pages.push(await answer.text());
    }
    expect(new Set(pages).size).toBe(1);
    const { rows } = await api.owner.query(`SELECT DISTINCT subject FROM provider_subjects ORDER BY 1`);
    expect(rows.map(({ subject }) => subject)).toEqual(['subject-mara', 'subject-noor']);
  });

  it('takes an answer once, in the browser that began, within ten minutes, and none that was made up', async () => {
    const [mine, others] = [await begin(), await begin()];
    const back = await provider.visit(mine.address, 'subject-mara');
    const refused = async (url: URL, cookie: string) => {
      const answer = await comeBack(url, cookie);
      return answer.status === 422 && cookieOf(answer, 'rounds_session') === undefined;
    };
    expect(await refused(back, others.cookie)).toBe(true);
    expect(await refused(back, '')).toBe(true);
    const forged = JSON.parse(Buffer.from(mine.cookie.split('=')[1]!.split('.')[0]!, 'base64url').toString()) as object;
    const other = Buffer.from(JSON.stringify({ ...forged, organizationId: 'another' })).toString('base64url');
    expect(await refused(back, mine.cookie.replace(/=[^.]+/, `=${other}`))).toBe(true);
    expect(await refused(new URL(`${CALLBACK}?error=access_denied&state=${back.searchParams.get('state')}`), mine.cookie)).toBe(
      true,
    );
    expect(await refused(new URL(CALLBACK), mine.cookie)).toBe(true);
    clock.advance_ms(10 * 60_000);
    expect(await refused(back, mine.cookie)).toBe(true);
    clock.advance_ms(-10 * 60_000);
    expect((await comeBack(back, mine.cookie)).status).toBe(303);
    expect(await refused(back, mine.cookie)).toBe(true);
  });

  it('leads nowhere but to pages of this installation, and says so when the provider cannot be reached', async () => {
    const { address, cookie } = await begin('//evil.example/x');
    expect((await comeBack(await provider.visit(address, 'subject-mara'), cookie)).headers.get('location')).toBe('/app');
    const config = {
      processes: 'api',
      singleSignOn: { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'x', domains: [] },
    } as const;
    const alone = await startTestApi({ config });
    await alone.newOrganization('nile');
    expect((await fetch(`${alone.url}/sign-in/sso`)).status).toBe(503);
    await alone.close();
  });
});
