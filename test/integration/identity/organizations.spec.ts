import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '#libs/kernel/index.js';
import {
  DEFAULT_PLAN,
  createOrganization,
  ensureFirstAdmin,
  ensureOrganization,
  findOrganizationId,
} from '#libs/identity/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { PASSWORD, RESULT, SIGN_IN } from './support.js';

const ORGANIZATION = '{ organization { name slug zone website about contactEmail } }';
const UPDATE = `mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { ${RESULT} ... on InvalidInput { field }
  ... on OrganizationPayload { organization { name slug zone website about contactEmail } } } }`;

describe('organisations', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const input = (slug: string) => ({
    slug,
    name: 'Lantern Works',
    zone: 'Europe/Lisbon',
    contactEmail: 'people@lantern.example',
    admin: { email: 'ada@lantern.example', name: 'Ada Admin' },
  });
  const signIn = async (organization: string, email: string, password: string) =>
    (await api.graphql(SIGN_IN, { input: { organization, email, password } })).data.signIn;

  it('are made when there is none at all, once, with a way in', async () => {
    const made = await Promise.all([ensureOrganization(api.uow), ensureOrganization(api.uow)]);
    const first = made.filter((answer) => answer !== null);
    expect(first).toHaveLength(1);
    expect(await signIn(first[0]!.organization, first[0]!.email, first[0]!.password)).toMatchObject({
      person: { role: 'ADMIN' },
    });
    expect(await ensureOrganization(api.uow)).toBeNull();
  });

  it('are created with a default plan and an administrator whose password is made and told once', async () => {
    const created = await createOrganization(api.uow, input('lantern'));
    if (!created.ok) throw new Error(created.refusal.message);
    const { organizationId, adminId, generatedPassword } = created.value;
    expect(generatedPassword).toMatch(/^([0-9a-z]{5}-){3}[0-9a-z]{5}$/);
    expect(await signIn('lantern', 'ada@lantern.example', generatedPassword!)).toMatchObject({
      person: { id: adminId, role: 'ADMIN' },
    });
    const { rows } = await api.owner.query('SELECT default_plan, zone FROM organizations WHERE id = $1', [organizationId]);
    expect(rows[0]).toEqual({ default_plan: DEFAULT_PLAN, zone: 'Europe/Lisbon' });
    expect(DEFAULT_PLAN.map(({ kind, durationMin, seats }) => [kind, durationMin, seats.length])).toEqual([
      ['SCREEN', 30, 1],
      ['TECHNICAL', 60, 1],
      ['PANEL', 60, 2],
      ['OFFER', null, 0],
    ]);
    expect(await findOrganizationId(api.uow, 'lantern')).toBe(organizationId);
    expect(await ensureFirstAdmin(api.uow, organizationId, { email: 'x@lantern.example', name: 'X' })).toBeNull();
  });

  it('take a password that is given, if it is good', async () => {
    const weak = await createOrganization(api.uow, { ...input('weak'), admin: { ...input('weak').admin, password: 'short' } });
    expect(weak).toMatchObject({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'admin.password' } });
    expect(await findOrganizationId(api.uow, 'weak')).toBeNull();
    const good = await createOrganization(api.uow, { ...input('good'), admin: { ...input('good').admin, password: PASSWORD } });
    expect(good).toMatchObject({ ok: true, value: { generatedPassword: null } });
    expect(await signIn('good', 'ada@lantern.example', PASSWORD)).toMatchObject({ person: { role: 'ADMIN' } });
  });

  it('have a slug of their own, also when two take it at once', async () => {
    const both = await Promise.all([createOrganization(api.uow, input('twin')), createOrganization(api.uow, input('twin'))]);
    expect(both.map((result) => (result.ok ? 'created' : result.refusal.code)).sort()).toEqual(['SLUG_TAKEN', 'created']);
    const { rows } = await api.owner.query(`SELECT count(*)::int AS n FROM organizations WHERE slug = 'twin'`);
    expect(rows[0].n).toBe(1);
    for (const slug of ['Twin', 'a--b', '-a', 'a_b', '', 'x'.repeat(64)])
      expect(await createOrganization(api.uow, input(slug))).toMatchObject({ refusal: { field: 'slug' } });
  });

  it('without an administrator get one, once, when two processes start together', async () => {
    const organizationId = await api.newOrganization();
    const admin = { email: 'first@org.example', name: 'First' };
    const made = await Promise.all([
      ensureFirstAdmin(api.uow, organizationId, admin),
      ensureFirstAdmin(api.uow, organizationId, admin),
    ]);
    expect(made.filter((answer) => answer !== null)).toHaveLength(1);
    const { rows } = await api.owner.query('SELECT slug FROM organizations WHERE id = $1', [organizationId]);
    expect(await signIn(rows[0].slug, 'first@org.example', made.find((answer) => answer !== null)!.password)).toMatchObject({
      __typename: 'SignInPayload',
    });
  });

  describe('through GraphQL', () => {
    let organizationId: Id;
    beforeAll(async () => {
      organizationId = await api.newOrganization('shown');
    });

    it('are shown to their members and changed by administrators', async () => {
      const admin = await api.newPerson(organizationId, 'ADMIN');
      const member = await api.newPerson(organizationId, 'INTERVIEWER');
      const change = async (fields: object, as = admin) =>
        (await api.graphql(UPDATE, { input: fields }, as)).data.updateOrganization;
      expect(await change({ website: 'https://shown.example', zone: 'Asia/Kathmandu', about: 'We light rooms.' })).toMatchObject({
        organization: {
          name: 'Organisation shown',
          website: 'https://shown.example/',
          zone: 'Asia/Kathmandu',
          about: 'We light rooms.',
        },
      });
      expect(await change({ website: '', contactEmail: 'hello@shown.example' })).toMatchObject({
        organization: { website: null, zone: 'Asia/Kathmandu', contactEmail: 'hello@shown.example' },
      });
      expect(await change({ name: 'Mine' }, member)).toMatchObject({ code: 'FORBIDDEN' });
      for (const [fields, field] of [
        [{ website: 'javascript:alert(1)' }, 'input.website'],
        [{ website: 'https://user:pass@shown.example' }, 'input.website'],
        [{ zone: 'Nowhere/Land' }, 'input.zone'],
        [{ contactEmail: 'a@b.example, c@d.example' }, 'input.contactEmail'],
        [{ name: '' }, 'input.name'],
      ] as const)
        expect(await change(fields)).toMatchObject({ __typename: 'InvalidInput', field });
      expect((await api.graphql(ORGANIZATION, {}, member)).data.organization).toMatchObject({
        slug: 'shown',
        contactEmail: 'hello@shown.example',
      });
      expect((await api.graphql(ORGANIZATION)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    });
  });
});
