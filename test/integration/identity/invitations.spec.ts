import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock, type Id, newId } from '#libs/kernel/index.js';
import { readAccountToken } from '#libs/identity/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { OTHER_PASSWORD, PASSWORD, RESULT, SIGN_IN, browser, collectLinks, newMember } from './support.js';

const INVITE = `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { ${RESULT} ... on InvalidInput { field } ... on PersonPayload { person { id name email role status zone } } } }`;
const RESEND = `mutation ($input: PersonInput!) { resendInvitation(input: $input) { ${RESULT} } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { ${RESULT} ... on SignInPayload { token person { id status } } } }`;
const REQUEST = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ${RESULT} ... on AccountPayload { message } } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ${RESULT} } }`;
const VIEWER = '{ viewer { id } }';

describe('mailed account links', () => {
  let api: TestApi;
  let clock: FixedClock;
  let links: ReturnType<typeof collectLinks>;
  let organizationId: Id;
  let slug: string;
  let admin: TestPerson;
  beforeAll(async () => {
    clock = new FixedClock(new Date());
    api = await startTestApi({ clock });
    links = collectLinks(api);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    links.length = 0;
    slug = `org-${newId().slice(-12)}`;
    organizationId = await api.newOrganization(slug);
    admin = await api.newPerson(organizationId, 'ADMIN');
  });

  const ask = async (query: string, input: object, as = {}) => {
    const answer = await api.graphql(query, { input }, as);
    expect(answer.errors).toBeUndefined();
    return Object.values(answer.data)[0] as Record<string, never> & { __typename: string; code?: string };
  };
  const invite = async (email: string, extra: object = {}) =>
    ask(INVITE, { email, name: 'Noor Vale', role: 'INTERVIEWER', ...extra }, admin) as unknown as { person: { id: Id } };

  describe('an invitation', () => {
    it('is mailed with a link, accepted with a password of one’s own, and signs in', async () => {
      const answer = await invite('Noor@Org.Example');
      expect(answer).toMatchObject({
        person: { name: 'Noor Vale', email: 'Noor@org.example', role: 'INTERVIEWER', status: 'INVITED' },
      });
      const [{ link, token }] = links as [(typeof links)[0]];
      expect(link).toBe(`${api.config.publicUrl}/account/invitation/${token}`);
      expect(await readAccountToken(api.uow, token, 'INVITATION', clock.now())).toMatchObject({
        personName: 'Noor Vale',
        organizationName: `Organisation ${slug}`,
      });
      const accepted = await browser(api, ACCEPT, { input: { token, password: PASSWORD } });
      expect(accepted.body.data.acceptInvitation).toMatchObject({ person: { id: answer.person.id, status: 'ACTIVE' } });
      expect(accepted.cookie).toContain('HttpOnly');
      const signedIn = await ask(SIGN_IN, { organization: slug, email: 'noor@org.example', password: PASSWORD });
      expect(signedIn.__typename).toBe('SignInPayload');
      const { rows } = await api.owner.query('SELECT payload::text AS payload FROM outbox_events WHERE organization_id = $1', [
        organizationId,
      ]);
      expect(rows).toHaveLength(1);
      expect(rows[0].payload).not.toContain(token);
      expect(rows[0].payload).not.toMatch(/noor/i);
    });

    it('works once, also when it is accepted twice at the same moment', async () => {
      await invite('noor@org.example');
      const token = links[0]!.token;
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, i) => ask(ACCEPT, { token, password: `${PASSWORD} number ${i}` })),
      );
      expect(answers.filter(({ __typename }) => __typename === 'SignInPayload')).toHaveLength(1);
      expect(answers.filter(({ code }) => code === 'LINK_ENDED')).toHaveLength(5);
    });

    it('keeps working after a password that is too weak, and no longer than a week', async () => {
      await invite('noor@org.example');
      const token = links[0]!.token;
      expect(await ask(ACCEPT, { token, password: 'short' })).toMatchObject({ __typename: 'InvalidInput' });
      expect(await ask(ACCEPT, { token, password: 'noor is my long name, noor@org.example' })).toMatchObject({
        __typename: 'InvalidInput',
      });
      const why = async (password: string) => (await ask(ACCEPT, { token, password })).message;
      expect(await why('MomsAnAladventure')).toContain('stolen');
      expect(await why('a vale with nine gates')).toContain('your own name');
      expect(await why(`Organisation-${slug} twice`)).toContain('your organisation');
      clock.advance_ms(7 * 86_400_000);
      expect(await ask(ACCEPT, { token, password: PASSWORD })).toMatchObject({ code: 'LINK_ENDED' });
      clock.advance_ms(-7 * 86_400_000);
      expect(await ask(ACCEPT, { token, password: PASSWORD })).toMatchObject({ __typename: 'SignInPayload' });
    });

    it('sent again ends the one before; a session token, another purpose and nonsense are no invitations', async () => {
      const { person } = await invite('noor@org.example');
      expect(await ask(RESEND, { personId: person.id }, admin)).toEqual({ __typename: 'PersonPayload' });
      const [first, second] = links.map(({ token }) => token);
      for (const token of [first, admin.token, 'x', '', 'x'.repeat(64), 'ü'.repeat(64)])
        expect(await ask(ACCEPT, { token, password: PASSWORD })).toMatchObject({ code: 'LINK_ENDED' });
      expect(await ask(RESET, { token: second, password: PASSWORD })).toMatchObject({ code: 'LINK_ENDED' });
      expect(await ask(ACCEPT, { token: second, password: PASSWORD })).toMatchObject({ __typename: 'SignInPayload' });
      expect(await ask(RESEND, { personId: person.id }, admin)).toMatchObject({ code: 'ALREADY_ACCEPTED' });
    });

    it('is refused for an address that is taken, in whatever case and also when two send it at once', async () => {
      const both = await Promise.all([invite('noor@org.example'), invite('NOOR@org.example')]);
      expect(both.map((answer) => (answer as unknown as { code?: string }).code ?? 'invited').sort()).toEqual([
        'EMAIL_TAKEN',
        'invited',
      ]);
      expect(links).toHaveLength(1);
    });

    it('happens once for one idempotency key', async () => {
      const idempotencyKey = newId();
      const [first, second] = await Promise.all([
        invite('noor@org.example', { idempotencyKey }),
        invite('noor@org.example', { idempotencyKey }),
      ]);
      expect(first).toEqual(second);
      expect(links).toHaveLength(1);
      expect(await invite('other@org.example', { idempotencyKey })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    });

    it('names what is wrong with its input', async () => {
      const bad = [
        [{ email: 'noor@org.example\r\nBcc: x@y.example' }, 'input.email'],
        [{ email: 'noor' }, 'input.email'],
        [{ email: 'n@org.example', name: ' ' }, 'input.name'],
        [{ email: 'n@org.example', name: 'N\u202eoor' }, 'input.name'],
        [{ email: 'n@org.example', name: 'x'.repeat(121) }, 'input.name'],
      ] as const;
      for (const [{ email, ...extra }, field] of bad)
        expect(await invite(email, extra)).toMatchObject({ __typename: 'InvalidInput', field });
      expect(links).toEqual([]);
    });

    it('is for administrators alone, and for people of their own organisation', async () => {
      const { person } = await invite('noor@org.example');
      for (const role of ['RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER'] as const) {
        const member = await api.newPerson(organizationId, role);
        expect(await ask(INVITE, { email: 'n@org.example', name: 'N', role: 'ADMIN' }, member)).toMatchObject({
          code: 'FORBIDDEN',
        });
        expect(await ask(RESEND, { personId: person.id }, member)).toMatchObject({ code: 'NOT_FOUND' });
      }
      const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
      expect(await ask(RESEND, { personId: person.id }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
      const nobody = await api.graphql(INVITE, { input: { email: 'n@org.example', name: 'N', role: 'ADMIN' } });
      expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      expect(links).toHaveLength(1);
    });
  });

  describe('a password reset', () => {
    it('is answered alike for a member, an unknown address, an invited one and an unknown organisation; only the member gets a link', async () => {
      const member = await newMember(api, organizationId);
      await invite('noor@org.example');
      links.length = 0;
      const answers = [
        await ask(REQUEST, { organization: slug, email: member.email }),
        await ask(REQUEST, { organization: slug, email: 'nobody@org.example' }),
        await ask(REQUEST, { organization: slug, email: 'noor@org.example' }),
        await ask(REQUEST, { organization: 'none', email: member.email }),
      ];
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]).toMatchObject({ __typename: 'AccountPayload' });
      expect(links.map(({ personId }) => personId)).toEqual([member.id]);
    });

    it('takes a quarter of a second for everybody', async () => {
      const member = await newMember(api, organizationId);
      for (const email of [member.email, 'nobody@org.example']) {
        const started_ms = performance.now();
        await ask(REQUEST, { organization: slug, email });
        expect(performance.now() - started_ms).toBeGreaterThan(240);
      }
    });

    it('sets the password, ends every session, removes every passkey, works once, and takes the other links with it', async () => {
      const member = await newMember(api, organizationId);
      const signedIn = (await ask(SIGN_IN, { organization: slug, email: member.email, password: PASSWORD })) as unknown as {
        token: string;
      };
      await ask(REQUEST, { organization: slug, email: member.email });
      await ask(REQUEST, { organization: slug, email: member.email });
      const [first, second] = links.map(({ token }) => token);
      const key = [organizationId, newId(), member.id, Buffer.from('a key'), Buffer.from('its public half')];
      await api.owner.query(`INSERT INTO passkeys (organization_id, id, person_id, credential_id, public_key, counter, name, created_at) VALUES ($1, $2, $3, $4, $5, 0, 'Laptop', now())`, key); // prettier-ignore
      expect((await ask(RESET, { token: first, password: 'ChickenWing101' })).message).toContain('stolen');
      const answers = await Promise.all(Array.from({ length: 5 }, () => ask(RESET, { token: first, password: OTHER_PASSWORD })));
      expect(answers.filter(({ __typename }) => __typename === 'AccountPayload')).toHaveLength(1);
      expect((await api.graphql(VIEWER, {}, signedIn)).data.viewer).toBeNull();
      expect((await api.graphql(VIEWER, {}, member)).data.viewer).toBeNull();
      expect((await api.owner.query('SELECT FROM passkeys WHERE person_id = $1', [member.id])).rows).toEqual([]);
      expect(await ask(RESET, { token: second, password: PASSWORD })).toMatchObject({ code: 'LINK_ENDED' });
      expect(await ask(SIGN_IN, { organization: slug, email: member.email, password: PASSWORD })).toMatchObject({
        code: 'SIGN_IN_FAILED',
      });
      expect(await ask(SIGN_IN, { organization: slug, email: member.email, password: OTHER_PASSWORD })).toMatchObject({
        __typename: 'SignInPayload',
      });
    });

    it('ends after an hour, and with the member’s being disabled', async () => {
      const member = await newMember(api, organizationId);
      await ask(REQUEST, { organization: slug, email: member.email });
      clock.advance_ms(3_600_000);
      expect(await ask(RESET, { token: links[0]!.token, password: OTHER_PASSWORD })).toMatchObject({ code: 'LINK_ENDED' });
      await ask(REQUEST, { organization: slug, email: member.email });
      await api.graphql(
        'mutation ($input: PersonInput!) { disablePerson(input: $input) { __typename } }',
        { input: { personId: member.id } },
        admin,
      );
      expect(await ask(RESET, { token: links[1]!.token, password: OTHER_PASSWORD })).toMatchObject({ code: 'LINK_ENDED' });
    });

    it('writes to one mailbox only so often, without saying so', async () => {
      const member = await newMember(api, organizationId);
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => ask(REQUEST, { organization: slug, email: member.email })),
      );
      for (const answer of answers) expect(answer.__typename).toBe('AccountPayload');
      expect(links).toHaveLength(3);
      clock.advance_ms(10 * 60_000);
      await ask(REQUEST, { organization: slug, email: member.email });
      expect(links).toHaveLength(4);
    });

    it('stores hashes alone', async () => {
      const member = await newMember(api, organizationId);
      await ask(REQUEST, { organization: slug, email: member.email });
      const token = links[0]!.token;
      for (const table of ['account_tokens', 'outbox_events', 'audit_events']) {
        const { rows } = await api.owner.query(`SELECT ${table}::text AS row FROM ${table} WHERE organization_id = $1`, [
          organizationId,
        ]);
        expect(rows.length).toBeGreaterThan(0);
        for (const { row } of rows) expect(row).not.toContain(token);
      }
    });
  });
});
