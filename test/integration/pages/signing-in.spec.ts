import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD, newMember } from '../identity/support.js';
import { World } from './world.js';

const EMAIL = 'ada@tidal.example';

describe('signing in to the desk', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
    await newMember(world.api, world.organizationId, 'RECRUITER', { email: EMAIL, name: 'Ada Quay' });
    await world.rows(`UPDATE sessions SET expires_at = '2040-01-01'`);
  });
  afterAll(() => world.close());

  const signIn = (fields: Record<string, string> = {}, origin?: string) =>
    world.post('/sign-in', { organization: 'tidal', email: EMAIL, password: PASSWORD, to: '/desk', ...fields }, null, origin);

  it('leads whoever has no session to the door, from every page of the team, and remembers where they wanted to go', async () => {
    const id = world.posting.id;
    for (const path of [
      '/desk',
      '/postings/import',
      `/postings/${id}`,
      `/postings/${id}/board`,
      `/applications/${id}`,
      `/kits/${id}/${id}`,
    ]) {
      expect(await world.get(path)).toMatchObject({ status: 303, location: `/sign-in?to=${encodeURIComponent(path)}`, text: '' });
      const wrong = await world.get(path, { ...world.manager, token: world.manager.token.replace(/^./, 'x') });
      expect(wrong.location).toMatch(/^\/sign-in\?to=/);
    }
    expect((await world.get(`/applications/${id}?said=note`)).location).toBe(
      `/sign-in?to=${encodeURIComponent(`/applications/${id}`)}`,
    );
    const late = await world.post(`/applications/${id}`, { action: 'note', text: 'x' });
    expect(late.location).toBe(`/sign-in?to=${encodeURIComponent(`/applications/${id}`)}`);
  });

  it('opens with mail and password, gives the cookie that GraphQL gives, and goes on to where one wanted', async () => {
    const to = `/postings/${world.posting.id}/board`;
    const form = await world.get(`/sign-in?to=${encodeURIComponent(to)}`);
    expect(form.text).toContain(`name="to" value="${to}"`);
    const answer = await signIn({ to });
    expect(answer).toMatchObject({ status: 303, location: to });
    expect(answer.cookie).toMatch(/^rounds_session=[\w-]{64}; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    const token = /rounds_session=([^;]+)/.exec(answer.cookie!)![1]!;
    const desk = await world.get('/desk', { ...world.recruiter, token });
    expect(desk).toMatchObject({ status: 200 });
    expect(desk.text).toContain('Ada Quay');
    expect((await world.get('/', { ...world.recruiter, token })).location).toBe('/app');
    expect((await world.get('/sign-in?to=/postings/import', { ...world.recruiter, token })).location).toBe('/postings/import');
  });

  it('leads nowhere but to pages of this installation', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      '/\tx',
    ]) {
      expect((await world.get(`/sign-in?to=${encodeURIComponent(to)}`)).text).toContain('name="to" value="/app"');
      expect((await world.get(`/sign-in?to=${encodeURIComponent(to)}`, world.manager)).location).toBe('/app');
      expect(await signIn({ to })).toMatchObject({ status: 303, location: '/app' });
    }
  });

  it('keeps what was typed, but for the password, when they do not belong together', async () => {
    const wrong = await signIn({ email: 'nobody"><b>@tidal.example', password: 'not this one at all', to: '/postings/import' });
    expect(wrong).toMatchObject({ status: 422, cookie: null });
    expect(wrong.text).toContain('value="nobody&quot;&gt;&lt;b&gt;@tidal.example"');
    expect(wrong.text).toContain('value="/postings/import"');
    expect(wrong.text).toContain('do not belong together');
    expect(wrong.text).not.toContain('not this one at all');
    expect((await signIn({ organization: 'harbour' })).status).toBe(422);
    expect((await signIn({ organization: '' })).status).toBe(422);
    expect((await signIn({ email: 'a\0b@tidal.example', organization: '\0' })).status).toBe(422);
  });

  it('tells after many tries to wait', async () => {
    const answers = [];
    for (let i = 0; i < 7; i += 1) answers.push(await signIn({ email: 'guessed@tidal.example', password: `guess number ${i}` }));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 429, 429]);
    expect(answers.at(-1)!.text).toContain('role="alert"');
  });

  it('asks for the organisation only where there are several', async () => {
    expect((await world.get('/sign-in')).text).toContain('name="organization"');
    await world.rows(`DELETE FROM organization_directory WHERE slug = 'harbour'`);
    expect((await world.get('/sign-in')).text).not.toContain('name="organization"');
    expect((await signIn({ organization: '' })).status).toBe(303);
    await world.rows(`INSERT INTO organization_directory (slug, organization_id) VALUES ('harbour', $1)`, [
      world.otherOrganizationId,
    ]);
  });

  it('takes no form that comes from elsewhere', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      expect(await signIn({}, origin)).toMatchObject({ status: 403, cookie: null });
      expect((await world.post('/sign-out', {}, world.manager, origin)).cookie).toBeNull();
    }
    expect((await world.get('/desk', world.manager)).status).toBe(200);
  });

  it('ends the session and the cookie when one signs out', async () => {
    const token = /rounds_session=([^;]+)/.exec((await signIn()).cookie!)![1]!;
    const me = { ...world.recruiter, token };
    const out = await world.post('/sign-out', {}, me);
    expect(out).toMatchObject({ status: 303, location: '/sign-in' });
    expect(out.cookie).toMatch(/^rounds_session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await world.get('/desk', me)).location).toBe('/sign-in?to=%2Fdesk');
    expect((await world.post('/sign-out', {}, null)).location).toBe('/sign-in');
    expect((await world.get('/sign-out', me)).status).toBe(404);
  });

  it('shows the doors to whoever is not signed in', async () => {
    const home = await world.get('/');
    expect(home.status).toBe(200);
    expect(home.text).toContain('href="/sign-in"');
    expect(home.text).toContain('href="/careers/tidal"');
  });
});
