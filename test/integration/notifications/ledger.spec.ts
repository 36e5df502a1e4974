import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { buildTeamMember } from '../../support/builders.js';
import { type World, received, startWorld } from './world.js';

const MAILS_OF = `query ($id: ID!, $first: Int, $after: String) { mailsOf(applicationId: $id, first: $first, after: $after) {
  nodes { id template templateVersion audience recipient state subject calendar decidedAt notBefore sentAt skippedBecause error attempts }
  pageInfo { hasNextPage endCursor } } }`;
const MAIL = 'query ($id: ID!) { mail(id: $id) { mail { id state } text html } }';
const SOURCE = `mutation ($input: ReadMailSourceInput!) { result: readMailSource(input: $input) { __typename ... on MailSourcePayload { base64 } ... on UserError { code } } }`;
const RETRY = `mutation ($input: RetryMailInput!) { result: retryMail(input: $input) { __typename ... on RetryMailPayload { mail { id state attempts } } ... on UserError { code } } }`;
const LINK = `mutation ($input: RequestPageLinkInput!) { result: requestPageLink(input: $input) { __typename ... on RequestPageLinkPayload { message } ... on UserError { code } } }`;

describe('the ledger of mails', () => {
  let world: World;
  let recruiter: TestPerson;
  beforeAll(async () => {
    world = await startWorld();
    recruiter = await world.api.newPerson(world.organizationId, 'RECRUITER');
  });
  afterAll(() => world.close());

  async function applied(fields: { email?: string } = {}) {
    const posting = await world.posting();
    const application = await world.application(posting, fields);
    await world.emit(received(application, posting));
    return { posting, application, rows: await world.settled(application.id) };
  }

  it('shows an application’s mails page by page, and with the application itself', async () => {
    const { application, rows } = await applied();
    const { data, errors } = await world.api.graphql(MAILS_OF, { id: application.id, first: 1 }, world.manager);
    expect(errors).toBeUndefined();
    expect(data.mailsOf.nodes).toMatchObject([
      { id: rows[0]!.id, template: 'application-received', state: 'SENT', attempts: 1, audience: 'CANDIDATE', error: null },
    ]);
    expect(data.mailsOf.pageInfo.hasNextPage).toBe(true);
    const rest = await world.api.graphql(
      MAILS_OF,
      { id: application.id, first: 5, after: data.mailsOf.pageInfo.endCursor },
      recruiter,
    );
    expect(rest.data.mailsOf).toMatchObject({ nodes: [{ template: 'team-new-application' }], pageInfo: { hasNextPage: false } });
    const whole = await world.api.graphql(
      'query ($id: ID!) { application(id: $id) { mails { id state } } }',
      { id: application.id },
      recruiter,
    );
    expect(whole.errors).toBeUndefined();
    expect(whole.data.application.mails.map(({ id }: { id: Id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('shows the mails of all postings that one leads, newest first, page by page, and by state', async () => {
    const ALL = `query ($first: Int, $after: String, $filter: MailFilterInput) { mails(first: $first, after: $after, filter: $filter) {
      nodes { id state } pageInfo { hasNextPage endCursor } } }`;
    const one = await applied();
    const other = await applied();
    const ids = [...one.rows, ...other.rows].map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1));
    const first = (await world.api.graphql(ALL, { first: 3 }, recruiter)).data.mails;
    expect(first.nodes.map(({ id }: { id: Id }) => id)).toEqual(ids.slice(0, 3));
    const rest = (await world.api.graphql(ALL, { first: 1, after: first.pageInfo.endCursor }, recruiter)).data.mails;
    expect(rest.nodes.map(({ id }: { id: Id }) => id)).toEqual(ids.slice(3, 4));
    const of = async (filter: object, person: TestPerson) =>
      (await world.api.graphql(ALL, { first: 100, filter }, person)).data.mails.nodes.map(({ id }: { id: Id }) => id);
    expect(await of({ postingId: other.posting.id, states: ['SENT'] }, recruiter)).toEqual(ids.slice(0, 2));
    expect(await of({ postingId: other.posting.id, states: ['FAILED'] }, recruiter)).toEqual([]);
    const lead = await world.api.newPerson(world.organizationId, 'HIRING_MANAGER');
    expect(await of({}, lead)).toEqual([]);
    await buildTeamMember(world.api.owner, world.organizationId, one.posting.id, lead.id, 'HIRING_MANAGER');
    expect(await of({}, lead)).toEqual(ids.slice(2, 4));
    expect(await of({}, await world.api.newPerson(await world.api.newOrganization(), 'ADMIN'))).toEqual([]);
  });

  it('shows a mail’s words without the tokens that open its reader’s pages', async () => {
    const { rows } = await applied();
    const { data } = await world.api.graphql(MAIL, { id: rows[0]!.id }, world.manager);
    const sent = /\/a\/([\w-]{79})/.exec((await world.inbox(rows[0]!.recipient))[0]!.text)![1]!;
    expect(data.mail.text).toContain('http://localhost:3000/a/hidden');
    expect(data.mail.html).toContain('http://localhost:3000/a/hidden');
    expect(data.mail.text + data.mail.html).not.toContain(sent);
  });

  it('is nobody’s who is not on the team, of another organisation, or a candidate', async () => {
    const { application, posting, rows } = await applied();
    const interviewer = await world.api.newPerson(world.organizationId, 'INTERVIEWER');
    await buildTeamMember(world.api.owner, world.organizationId, posting.id, interviewer.id, 'INTERVIEWER');
    const stranger = await world.api.newPerson(world.organizationId, 'HIRING_MANAGER');
    const elsewhere = await world.api.newPerson(await world.api.newOrganization(), 'ADMIN');
    for (const person of [interviewer, stranger, elsewhere]) {
      for (const [query, id] of [
        [MAILS_OF, application.id],
        [MAIL, rows[0]!.id],
      ] as const) {
        const { data, errors } = await world.api.graphql(query, { id }, person);
        expect({ data, code: errors![0]!.extensions!.code }).toEqual({ data: null, code: 'NOT_FOUND' });
      }
    }
    const nobody = await world.api.graphql(MAILS_OF, { id: application.id });
    expect(nobody.errors![0]!.extensions!.code).toBe('UNAUTHENTICATED');
    for (const id of [newId(), 'no-id', "'; DROP TABLE mails"]) {
      expect((await world.api.graphql(MAIL, { id }, recruiter)).errors![0]!.extensions!.code).toBe('NOT_FOUND');
      expect((await world.api.graphql(MAILS_OF, { id }, recruiter)).errors![0]!.extensions!.code).toBe('NOT_FOUND');
    }
    const forged = Buffer.from(JSON.stringify(['9e99'])).toString('base64url');
    const answer = await world.api.graphql(MAILS_OF, { id: application.id, after: forged }, recruiter);
    expect(answer.errors![0]!.extensions!.code).toBe('BAD_USER_INPUT');
  });

  it('gives the bytes that a mail left with to administrators alone, and the log says who read them', async () => {
    const { rows } = await applied();
    const [{ id, recipient, message }] = rows as [(typeof rows)[0]];
    const admin = await world.api.newPerson(world.organizationId, 'ADMIN');
    const read = async (as: TestPerson) => (await world.api.graphql(SOURCE, { input: { id } }, as)).data.result;
    const bytes = Buffer.from((await read(admin)).base64, 'base64');
    const [arrived] = await world.inbox(recipient);
    const source = (await world.sink.source(arrived!.id))!;
    expect(bytes.equals(message!)).toBe(true);
    // What arrived is that, after the lines of the servers that took it.
    expect(source.subarray(-bytes.length).equals(bytes)).toBe(true);
    const outsider = await world.api.newPerson(await world.api.newOrganization(), 'ADMIN');
    for (const person of [recruiter, world.manager, outsider])
      expect(await read(person)).toEqual({ __typename: 'Refused', code: 'NOT_FOUND' });
    const { rows: log } = await world.api.owner.query(
      `SELECT actor_id FROM audit_events WHERE action = 'mail.source' AND subject_id = $1`,
      [id],
    );
    expect(log).toEqual([{ actor_id: admin.id }]);
  });

  it('never shows a mail about an account', async () => {
    const invited = await world.api.newPerson(world.organizationId, 'INTERVIEWER');
    await world.emit({
      name: 'PersonInvited',
      subjectId: invited.id,
      payload: { personId: invited.id },
      transient: { link: `http://localhost:3000/account/invitation/${'x'.repeat(64)}`, expiresAt: new Date() },
    });
    const { rows } = await world.api.owner.query<{ id: Id }>('SELECT id FROM mails WHERE recipient = $1', [invited.email]);
    const admin = await world.api.newPerson(world.organizationId, 'ADMIN');
    expect((await world.api.graphql(MAIL, { id: rows[0]!.id }, admin)).errors![0]!.extensions!.code).toBe('NOT_FOUND');
    expect((await world.api.graphql(RETRY, { input: { id: rows[0]!.id } }, admin)).data.result).toEqual({
      __typename: 'Refused',
      code: 'NOT_FOUND',
    });
  });

  it('a failed mail is sent again when an administrator or recruiter says so', async () => {
    world.sink.behave(({ to }) => (to[0] === 'full@mail.example' ? { answer: { code: 552, message: 'mailbox full' } } : {}));
    const { rows } = await applied({ email: 'full@mail.example' });
    expect(rows[0]).toMatchObject({ state: 'FAILED', error: expect.stringContaining('mailbox full') });
    world.sink.behave({});
    const input = { id: rows[0]!.id };
    expect((await world.api.graphql(RETRY, { input }, world.manager)).data.result).toEqual({
      __typename: 'Refused',
      code: 'NOT_FOUND',
    });
    expect((await world.api.graphql(RETRY, { input }, recruiter)).data.result).toMatchObject({
      mail: { id: rows[0]!.id, attempts: 0 },
    });
    await world.until('the mail', async () => (await world.inbox('full@mail.example')).length === 1);
    const settled = await world.settled(
      (await world.api.owner.query('SELECT application_id FROM mails WHERE id = $1', [rows[0]!.id])).rows[0].application_id,
    );
    expect(settled[0]!.message!.equals(rows[0]!.message!)).toBe(true);
    expect((await world.api.graphql(RETRY, { input }, recruiter)).data.result).toEqual({
      __typename: 'Refused',
      code: 'NOT_FAILED',
    });
  });

  it('a candidate gets a fresh link to each of their applications; nobody learns whose address is known', async () => {
    const slug = (
      await world.api.owner.query<{ slug: string }>('SELECT slug FROM organizations WHERE id = $1', [world.organizationId])
    ).rows[0]!.slug;
    const { application } = await applied({ email: 'Lost@mail.example' });
    const ask = async (email: string) => (await world.api.graphql(LINK, { input: { organization: slug, email } })).data.result;
    const known = await ask('lost@MAIL.example');
    expect(known).toMatchObject({ __typename: 'RequestPageLinkPayload' });
    for (const email of ['unknown@mail.example', 'not an address', 'a@b\r\nBcc: c@d.example'])
      expect(await ask(email)).toEqual(known);
    const mail = await world.until('the link', async () =>
      (await world.inbox('Lost@mail.example')).find(({ subject }) => subject.startsWith('Your link')),
    );
    expect(mail.text).toMatch(/http:\/\/localhost:3000\/a\/[\w-]{79}/);
    expect(mail.text).toMatch(/It works until \w+ \d+ \w+ \d{4}\. After that/);
    for (let n = 0; n < 5; n += 1) expect(await ask('lost@mail.example')).toEqual(known);
    const links = (await world.settled(application.id)).filter(({ template }) => template === 'page-link');
    expect(links).toHaveLength(3);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('unknown@mail.example')));
    expect(answers).toContainEqual({ __typename: 'Refused', code: 'TOO_MANY_ATTEMPTS' });
  });
});
