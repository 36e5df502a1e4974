import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, type Role, newId } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { RESULT, newMember } from './support.js';

const PERSON = `{ ${RESULT} ... on InvalidInput { field } ... on PersonPayload { person { id name role status title zone } } }`;
const CHANGE_ROLE = `mutation ($input: ChangeRoleInput!) { changeRole(input: $input) ${PERSON} }`;
const DISABLE = `mutation ($input: PersonInput!) { disablePerson(input: $input) ${PERSON} }`;
const ENABLE = `mutation ($input: PersonInput!) { enablePerson(input: $input) ${PERSON} }`;
const PROFILE = `mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) ${PERSON} }`;
const PEOPLE =
  'query ($first: Int!, $after: String) { people(first: $first, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } } }';
const AUDIT = `query ($subjectId: ID, $first: Int! = 50, $after: String) { auditEvents(subjectId: $subjectId, first: $first, after: $after) {
  nodes { id at action actorKind actorId actor { name } subjectKind subjectId detail } pageInfo { hasNextPage endCursor } } }`;

describe('people', () => {
  let api: TestApi;
  let organizationId: Id;
  let admin: TestPerson;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    organizationId = await api.newOrganization();
    admin = await api.newPerson(organizationId, 'ADMIN', { name: 'Ada' });
  });

  const ask = async (query: string, input: object, as: TestPerson = admin) => {
    const answer = await api.graphql(query, { input }, as);
    expect(answer.errors).toBeUndefined();
    return Object.values(answer.data)[0] as { __typename: string; code?: string; person?: { role: Role; status: string } };
  };
  /** Asks while another may end this person's session: who comes after that is told to sign in, which is an answer too. */
  const contend = async (query: string, input: object, as: TestPerson) => {
    const { data, errors } = await api.graphql(query, { input }, as);
    if (!errors) return (Object.values(data)[0] as { __typename: string }).__typename;
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    return 'UNAUTHENTICATED';
  };
  const viewer = async (as: TestPerson) => (await api.graphql('{ viewer { id role } }', {}, as)).data.viewer;
  const activeAdmins = async () => {
    const { rows } = await api.owner.query(
      `SELECT count(*)::int AS n FROM people WHERE organization_id = $1 AND role = 'ADMIN' AND status = 'ACTIVE'`,
      [organizationId],
    );
    return rows[0].n as number;
  };

  it('are listed by name in pages, without gaps or doubles, and only those of the organisation', async () => {
    const names = ['bea', 'Bea', 'Çem', 'dora', 'Emil', 'emil', 'Zoë'];
    for (const name of names) await api.newPerson(organizationId, 'INTERVIEWER', { name });
    await api.newPerson(await api.newOrganization(), 'INTERVIEWER', { name: 'Stranger' });
    const seen: { id: Id; name: string }[] = [];
    let after: string | null = null;
    do {
      const { people }: { people: { nodes: typeof seen; pageInfo: { hasNextPage: boolean; endCursor: string } } } = (
        await api.graphql(PEOPLE, { first: 3, after }, admin)
      ).data;
      seen.push(...people.nodes);
      after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
    } while (after);
    expect(seen.map(({ name }) => name).sort()).toEqual(['Ada', ...names].sort());
    expect(new Set(seen.map(({ id }) => id)).size).toBe(8);
    for (const cursor of [
      'x',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('["\\u0000",null]').toString('base64url'),
    ]) {
      const answer = await api.graphql(PEOPLE, { first: 3, after: cursor }, admin);
      expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });

  it('are found by id within the organisation only', async () => {
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const person = 'query ($id: ID!) { person(id: $id) { name } }';
    expect((await api.graphql(person, { id: admin.id }, admin)).data).toEqual({ person: { name: 'Ada' } });
    for (const id of [stranger.id, newId(), 'nonsense']) {
      expect((await api.graphql(person, { id }, admin)).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    }
    expect((await api.graphql(person, { id: admin.id })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('get another role, which holds from the next request on', async () => {
    const member = await api.newPerson(organizationId, 'INTERVIEWER');
    expect(await ask(CHANGE_ROLE, { personId: member.id, role: 'RECRUITER' })).toMatchObject({ person: { role: 'RECRUITER' } });
    expect(await viewer(member)).toEqual({ id: member.id, role: 'RECRUITER' });
  });

  it('are out at once when disabled, and may sign in again when enabled', async () => {
    const member = await newMember(api, organizationId);
    expect(await ask(DISABLE, { personId: member.id })).toMatchObject({ person: { status: 'DISABLED' } });
    expect(await viewer(member)).toBeNull();
    expect(await ask(ENABLE, { personId: member.id })).toMatchObject({ person: { status: 'ACTIVE' } });
    expect(await viewer(member)).toBeNull();
    const invited = await api.newPerson(organizationId, 'INTERVIEWER');
    await api.owner.query(`UPDATE people SET status = 'INVITED' WHERE id = $1`, [invited.id]);
    await ask(DISABLE, { personId: invited.id });
    expect(await ask(ENABLE, { personId: invited.id })).toMatchObject({ person: { status: 'INVITED' } });
  });

  it('are administered by administrators alone, and never those of another organisation', async () => {
    const member = await api.newPerson(organizationId, 'INTERVIEWER');
    const strangers = [
      await api.newPerson(await api.newOrganization(), 'ADMIN'),
      await api.newPerson(organizationId, 'RECRUITER'),
      await api.newPerson(organizationId, 'HIRING_MANAGER'),
      member,
    ];
    for (const stranger of strangers) {
      for (const [query, input] of [
        [CHANGE_ROLE, { personId: member.id, role: 'ADMIN' }],
        [DISABLE, { personId: member.id }],
        [ENABLE, { personId: member.id }],
      ] as const)
        expect(await ask(query, input, stranger)).toMatchObject({ __typename: 'Refused', code: 'NOT_FOUND' });
    }
    expect(await ask(DISABLE, { personId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await viewer(member)).toEqual({ id: member.id, role: 'INTERVIEWER' });
  });

  it('always keep one active administrator, also when two disable each other at the same moment', async () => {
    expect(await ask(DISABLE, { personId: admin.id })).toMatchObject({ code: 'LAST_ADMIN' });
    expect(await ask(CHANGE_ROLE, { personId: admin.id, role: 'RECRUITER' })).toMatchObject({ code: 'LAST_ADMIN' });
    for (let round = 0; round < 10; round += 1) {
      const other = await api.newPerson(organizationId, 'ADMIN');
      const answers = await Promise.all([
        contend(
          round % 2 ? DISABLE : CHANGE_ROLE,
          round % 2 ? { personId: other.id } : { personId: other.id, role: 'INTERVIEWER' },
          admin,
        ),
        contend(DISABLE, { personId: admin.id }, other),
      ]);
      expect(answers.filter((answer) => answer === 'PersonPayload')).toHaveLength(1);
      expect(await activeAdmins()).toBe(1);
      if (answers[1] === 'PersonPayload') admin = other;
    }
    const others: TestPerson[] = [];
    for (let i = 0; i < 4; i += 1) others.push(await api.newPerson(organizationId, 'ADMIN'));
    await Promise.all([admin, ...others].map((self) => contend(DISABLE, { personId: self.id }, self)));
    expect(await activeAdmins()).toBe(1);
  });

  it('change what others see of them, and nothing that is not well-formed', async () => {
    const member = await api.newPerson(organizationId, 'INTERVIEWER', { name: 'Before' });
    expect(await ask(PROFILE, { title: 'Staff Engineer', zone: 'Europe/Athens' }, member)).toMatchObject({
      person: { name: 'Before', title: 'Staff Engineer', zone: 'Europe/Athens' },
    });
    expect(await ask(PROFILE, { name: ' After ', title: '' }, member)).toMatchObject({
      person: { name: 'After', title: '', zone: 'Europe/Athens' },
    });
    for (const [input, field] of [
      [{ zone: '+02:00' }, 'input.zone'],
      [{ zone: 'Europe/Atlantis' }, 'input.zone'],
      [{ name: '' }, 'input.name'],
      [{ title: 'a\nb' }, 'input.title'],
    ] as const)
      expect(await ask(PROFILE, input, member)).toMatchObject({ __typename: 'InvalidInput', field });
  });

  it('are resolved in one statement for a whole list', async () => {
    const others: TestPerson[] = [];
    for (let i = 0; i < 5; i += 1) others.push(await api.newPerson(organizationId, 'RECRUITER'));
    for (const other of others) await ask(PROFILE, { title: 'x' }, other);
    const uow = api.uow as unknown as { read: (...args: unknown[]) => unknown };
    const read = uow.read.bind(uow);
    const names: unknown[] = [];
    uow.read = (...args) => (names.push(args[1]), read(...args));
    const answer = await api.graphql(AUDIT, {}, admin);
    uow.read = read;
    expect(new Set(answer.data.auditEvents.nodes.map((node: { actorId: Id }) => node.actorId)).size).toBe(5);
    expect(names).toEqual(['authenticate-session', 'audit-events', 'people-by-id']);
  });

  describe('the audit log', () => {
    it('tells an administrator who did what, newest first, in pages, for one subject or all', async () => {
      const member = await api.newPerson(organizationId, 'INTERVIEWER');
      await ask(CHANGE_ROLE, { personId: member.id, role: 'RECRUITER' });
      await ask(DISABLE, { personId: member.id });
      await ask(PROFILE, { title: 'x' });
      const { auditEvents } = (await api.graphql(AUDIT, { subjectId: member.id }, admin)).data;
      expect(auditEvents.nodes.map(({ action }: { action: string }) => action)).toEqual(['person.disable', 'person.change-role']);
      expect(auditEvents.nodes[1]).toMatchObject({
        actorKind: 'STAFF',
        actorId: admin.id,
        actor: { name: 'Ada' },
        subjectKind: 'person',
      });
      expect(JSON.parse(auditEvents.nodes[1].detail)).toEqual({
        from: { role: 'INTERVIEWER', status: 'ACTIVE' },
        to: { role: 'RECRUITER', status: 'ACTIVE' },
        via: expect.stringMatching(/^session [0-9a-f-]{36}$/),
      });
      const page = (await api.graphql(AUDIT, { first: 2 }, admin)).data.auditEvents;
      expect(page.pageInfo.hasNextPage).toBe(true);
      const rest = (await api.graphql(AUDIT, { first: 2, after: page.pageInfo.endCursor }, admin)).data.auditEvents;
      expect(rest.nodes.map(({ action }: { action: string }) => action)).toEqual(['person.change-role']);
    });

    it('is closed to every other role and shows nothing of other organisations', async () => {
      await ask(PROFILE, { title: 'x' });
      for (const role of ['RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER'] as const) {
        const answer = await api.graphql(AUDIT, {}, await api.newPerson(organizationId, role));
        expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
      }
      const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
      expect((await api.graphql(AUDIT, { subjectId: admin.id }, stranger)).data.auditEvents.nodes).toEqual([]);
    });
  });
});
