import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock, type Id } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { processor_ms } from '../../support/processor.js';
import { OTHER_PASSWORD, PASSWORD, RESULT, SIGN_IN, browser, newMember } from './support.js';

const CHANGE_PASSWORD = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { ${RESULT} } }`;
const SESSIONS = '{ sessions { id current userAgent network } }';
const VIEWER = '{ viewer { id } }';

describe('signing in', () => {
  let api: TestApi;
  let clock: FixedClock;
  let organizationId: Id;
  let slug: string;
  beforeAll(async () => {
    clock = new FixedClock(new Date());
    api = await startTestApi({ clock });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    slug = `org-${Math.random().toString(36).slice(2, 10)}`;
    organizationId = await api.newOrganization(slug);
  });

  const signIn = async (email: string, password: string, organization: string | null = slug) =>
    (await api.graphql(SIGN_IN, { input: { organization, email, password } })).data.signIn;

  it('gives a session that works as a cookie and as a bearer token, for fourteen days', async () => {
    const member = await newMember(api, organizationId, 'RECRUITER', { name: 'Ines' });
    const { cookie, body } = await browser(api, SIGN_IN, {
      input: { organization: slug, email: member.email.toUpperCase(), password: PASSWORD },
    });
    const payload = body.data.signIn;
    expect(payload).toMatchObject({
      __typename: 'SignInPayload',
      person: { id: member.id, name: 'Ines', role: 'RECRUITER', status: 'ACTIVE' },
    });
    expect(cookie).toMatch(/^rounds_session=[\w-]{64}; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    expect(cookie).not.toContain('Secure');
    const days = (Date.parse(payload.expiresAt) - clock.now().getTime()) / 86_400_000;
    expect(days).toBe(14);
    const byCookie = await browser(api, VIEWER, {}, { cookie: cookie!.split(';')[0]! });
    expect(byCookie.body.data.viewer).toEqual({ id: member.id });
    expect((await api.graphql(VIEWER, {}, { token: payload.token })).data.viewer).toEqual({ id: member.id });
    clock.advance_ms(14 * 86_400_000);
    expect((await api.graphql(VIEWER, {}, { token: payload.token })).data.viewer).toBeNull();
  });

  it('stores no token, only its hash', async () => {
    const member = await newMember(api, organizationId);
    const { token } = await signIn(member.email, PASSWORD);
    const { rows } = await api.owner.query('SELECT sessions::text AS row FROM sessions WHERE person_id = $1', [member.id]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) {
      expect(row).not.toContain(token);
      expect(row).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    }
  });

  it('answers the same to a wrong password, an unknown person, an invited, a disabled one and an unknown organisation', async () => {
    const member = await newMember(api, organizationId);
    const disabled = await newMember(api, organizationId);
    await api.owner.query(`UPDATE people SET status = 'DISABLED' WHERE id = $1`, [disabled.id]);
    const invited = await newMember(api, organizationId);
    await api.owner.query(`UPDATE people SET status = 'INVITED', password_hash = NULL WHERE id = $1`, [invited.id]);
    const answers = [
      await signIn(member.email, OTHER_PASSWORD),
      await signIn('nobody@org.example', PASSWORD),
      await signIn(disabled.email, PASSWORD),
      await signIn(invited.email, PASSWORD),
      await signIn(member.email, PASSWORD, 'no-such-organisation'),
      await signIn('not an address\r\nBcc: x', 'x'.repeat(100_000)),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ __typename: 'Refused', code: 'SIGN_IN_FAILED' });
  });

  it('does not open another organisation, and asks which one is meant where there are several', async () => {
    const other = await api.newOrganization();
    const member = await newMember(api, other);
    expect(await signIn(member.email, PASSWORD)).toMatchObject({ code: 'SIGN_IN_FAILED' });
    expect(await signIn(member.email, PASSWORD, null)).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  it('takes as long for somebody unknown as for a wrong password', async () => {
    const members: TestPerson[] = [];
    for (let i = 0; i < 8; i += 1) members.push(await newMember(api, organizationId));
    const times = { known_ms: [] as number[], unknown_ms: [] as number[] };
    await signIn(members[0]!.email, OTHER_PASSWORD);
    for (const [index, member] of members.entries()) {
      for (const [kind, email] of [
        ['known_ms', member.email],
        ['unknown_ms', `nobody-${index}@org.example`],
      ] as const) {
        const started_ms = processor_ms();
        await signIn(email, OTHER_PASSWORD);
        times[kind].push(processor_ms() - started_ms);
      }
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
    const ratio = median(times.unknown_ms) / median(times.known_ms);
    // A look-up without a hash is about ten times faster; machines are noisy.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('slows down who guesses, ten at once too, and lets them go on later', async () => {
    const member = await newMember(api, organizationId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(member.email, OTHER_PASSWORD)));
    expect(answers.filter(({ code }) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(answers.filter(({ code }) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(5);
    const refused = await signIn(member.email, PASSWORD);
    expect(refused).toMatchObject({
      __typename: 'Refused',
      code: 'TOO_MANY_ATTEMPTS',
      message: expect.stringContaining('60 seconds'),
    });
    clock.advance_ms(60_000);
    expect(await signIn(member.email, PASSWORD)).toMatchObject({ __typename: 'SignInPayload' });
    for (let i = 0; i < 7; i += 1) expect(await signIn(member.email, PASSWORD)).toMatchObject({ __typename: 'SignInPayload' });
  });

  it('does not let a stranger elsewhere lock a member out', async () => {
    const member = await newMember(api, organizationId);
    const { SignIn } = await import('#libs/identity/index.js');
    const signsIn = api.app.get(SignIn);
    const from = (ip: string, password: string) =>
      signsIn.execute({ organization: slug, email: member.email, password }, { ip, userAgent: '' });
    for (let i = 0; i < 8; i += 1) await from('203.0.113.66', OTHER_PASSWORD);
    expect(await from('203.0.113.66', PASSWORD)).toMatchObject({ refusal: { code: 'TOO_MANY_ATTEMPTS' } });
    expect(await from('198.51.100.1', PASSWORD)).toMatchObject({ ok: true });
  });

  it('slows down one address that tries many accounts', async () => {
    const { SignIn } = await import('#libs/identity/index.js');
    const signsIn = api.app.get(SignIn);
    const tries = Array.from({ length: 70 }, (_, i) =>
      signsIn.execute(
        { organization: slug, email: `p${i}@org.example`, password: OTHER_PASSWORD },
        { ip: `2001:db8:5:5::${i.toString(16)}`, userAgent: '' },
      ),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'TOO_MANY_ATTEMPTS')).toHaveLength(10);
  });

  it('marks the cookie as Secure where the public address is https', async () => {
    const { sessionCookie } = await import('#libs/identity/index.js');
    const config = { ...api.config, publicUrl: 'https://jobs.example.org' };
    expect(sessionCookie(config, 'x', new Date(0))).toContain('; Secure');
    expect(sessionCookie(config, null, null)).toMatch(/^rounds_session=; .*Expires=Thu, 01 Jan 1970/);
  });
});

describe('sessions', () => {
  let api: TestApi;
  let organizationId: Id;
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization('only');
  });
  afterAll(() => api.close());

  const open = async (email: string) =>
    (await api.graphql(SIGN_IN, { input: { email, password: PASSWORD } })).data.signIn.token as string;
  const viewer = async (token: string) => (await api.graphql(VIEWER, {}, { token })).data.viewer;

  it('are opened without naming the only organisation, listed, and ended at once: by signing out, from the list, by nobody else', async () => {
    const member = await newMember(api, organizationId);
    const [first, second] = [await open(member.email), await open(member.email)];
    const list = (await api.graphql(SESSIONS, {}, { token: first })).data.sessions;
    expect(list).toHaveLength(3);
    expect(list.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);

    const stranger = await newMember(api, organizationId, 'ADMIN');
    const revoke = `mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { ${RESULT} } }`;
    const secondId = (await api.graphql(SESSIONS, {}, { token: second })).data.sessions.find(
      (s: { current: boolean }) => s.current,
    ).id;
    for (const sessionId of [secondId, 'x', member.id]) {
      const answer = await api.graphql(revoke, { input: { sessionId } }, stranger);
      expect(answer.data.revokeSession).toMatchObject({ __typename: 'Refused', code: 'NOT_FOUND' });
    }
    expect(await viewer(second)).toEqual({ id: member.id });
    const revoked = await api.graphql(revoke, { input: { sessionId: secondId } }, { token: first });
    expect(revoked.data.revokeSession).toEqual({ __typename: 'AccountPayload' });
    expect(await viewer(second)).toBeNull();

    const out = await browser(api, 'mutation { signOut { message } }', {}, { cookie: `rounds_session=${first}` });
    expect(out.cookie).toMatch(/^rounds_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await viewer(first)).toBeNull();
    expect((await api.graphql('mutation { signOut { message } }')).errors).toBeUndefined();
  });

  it('say from where they were opened, to their person and beside what was done by them, and nothing of it is sealed', async () => {
    const member = await newMember(api, organizationId, 'ADMIN');
    const headers = { 'x-forwarded-for': '2001:db8:77:1:a:b:c:d', 'user-agent': 'Lynx/2.9' };
    const { body } = await browser(api, SIGN_IN, { input: { email: member.email, password: PASSWORD } }, headers);
    const here = { token: body.data.signIn.token as string };
    const [session] = (await api.graphql(SESSIONS, {}, here)).data.sessions;
    expect(session).toMatchObject({ current: true, userAgent: 'Lynx/2.9', network: '2001:db8:77:1' });
    await api.graphql('mutation { updateMyProfile(input: { title: "Head" }) { __typename } }', {}, here);
    const told = async () => {
      const { auditEvents } = (await api.graphql(`{ auditEvents(first: 2) { nodes { action detail openedFrom } } }`, {}, here))
        .data;
      return auditEvents.nodes.map((node: { detail: string }) => ({ ...node, detail: JSON.parse(node.detail) as object }));
    };
    const by = { detail: { via: `session ${session.id}` } };
    expect(await told()).toMatchObject(
      ['person.update-profile', 'session.open'].map((action) => ({ action, ...by, openedFrom: '2001:db8:77:1, Lynx/2.9' })),
    );
    const { rows } = await api.owner.query(`SELECT FROM audit_events e WHERE e::text LIKE '%2001:db8%' OR e::text LIKE '%Lynx%'`);
    expect(rows).toEqual([]);
    // A month after it ended it is forgotten, whoever signs in.
    await api.owner.query(`UPDATE sessions SET expires_at = now() - interval '31 days' WHERE id = $1`, [session.id]);
    const colleague = await newMember(api, organizationId, 'ADMIN');
    here.token = await open(colleague.email);
    const nodes = (await api.graphql(`{ auditEvents(subjectId: "${member.id}") { nodes { detail openedFrom } } }`, {}, here)).data
      .auditEvents.nodes as { detail: string; openedFrom: string | null }[];
    expect(nodes.map(({ detail, openedFrom }) => [JSON.parse(detail) as object, openedFrom])).toEqual([
      [by.detail, null],
      [by.detail, null],
    ]);
  });

  it('end with a changed password, but for the one that changed it; the present password must be known and the new one good', async () => {
    const member = await newMember(api, organizationId);
    const [here, elsewhere] = [await open(member.email), await open(member.email)];
    const change = async (currentPassword: string, newPassword: string) =>
      (await api.graphql(CHANGE_PASSWORD, { input: { currentPassword, newPassword } }, { token: here })).data.changePassword;
    expect(await change(OTHER_PASSWORD, OTHER_PASSWORD)).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await change(PASSWORD, 'short')).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
    for (const password of [`my own ${member.email}`, 'hd764nw5d7e1vb1'])
      expect(await change(PASSWORD, password)).toMatchObject({ __typename: 'InvalidInput' });
    expect(await viewer(elsewhere)).toEqual({ id: member.id });
    expect(await change(PASSWORD, OTHER_PASSWORD)).toEqual({ __typename: 'AccountPayload' });
    expect(await viewer(here)).toEqual({ id: member.id });
    expect(await viewer(elsewhere)).toBeNull();
    const answer = await api.graphql(SIGN_IN, { input: { email: member.email, password: PASSWORD } });
    expect(answer.data.signIn).toMatchObject({ code: 'SIGN_IN_FAILED' });
  });

  it('give guessing the present password no more tries than the door does', async () => {
    const member = await newMember(api, organizationId);
    const token = await open(member.email);
    const input = { currentPassword: 'not this one either', newPassword: OTHER_PASSWORD };
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.graphql(CHANGE_PASSWORD, { input }, { token })));
    expect(answers.filter(({ data }) => data.changePassword.code === 'TOO_MANY_ATTEMPTS')).toHaveLength(3);
  });

  it('are not opened with a password that was changed while it was being compared', async () => {
    const member = await newMember(api, organizationId);
    const [token] = [await open(member.email)];
    const [changed] = await Promise.all([
      api.graphql(CHANGE_PASSWORD, { input: { currentPassword: PASSWORD, newPassword: OTHER_PASSWORD } }, { token }),
      ...Array.from({ length: 4 }, () => api.graphql(SIGN_IN, { input: { email: member.email, password: PASSWORD } })),
    ]);
    expect(changed!.data.changePassword).toEqual({ __typename: 'AccountPayload' });
    const { rows } = await api.owner.query(
      'SELECT count(*)::int AS open FROM sessions WHERE person_id = $1 AND revoked_at IS NULL',
      [member.id],
    );
    expect(rows[0].open).toBe(1);
  });
});
