import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAIL_KEYS } from '#libs/notifications/index.js';
import type { TestPerson } from '../../support/api.js';
import { type World, received, startWorld } from './world.js';

const SAVE = `mutation ($input: SaveMailTemplateInput!) { result: saveMailTemplate(input: $input) { __typename
  ... on MailTemplatePayload { template { ownWords { version subject } } } ... on UserError { code message } ... on InvalidInput { field } ... on Conflict { presentVersion } } }`;
const RESET = `mutation ($input: ResetMailTemplateInput!) { result: resetMailTemplate(input: $input) { __typename
  ... on MailTemplatePayload { template { ownWords { version } } } ... on UserError { code } ... on Conflict { presentVersion } } }`;
const PREVIEW = `query ($input: PreviewMailInput!) { result: previewMail(input: $input) { __typename ... on MailPreview { subject text html } ... on UserError { code message }
  ... on InvalidInput { field } } }`;

const WORDS = {
  key: 'application-received',
  subject: 'Ahoy {{ recipient.name }}!',
  text: 'Ahoy! Your page: {{ page.link }}',
  mjml: '<mj-text>Ahoy! <a href="{{ page.link }}">Your page</a></mj-text>',
};

describe('an organisation’s own words', () => {
  let world: World;
  let recruiter: TestPerson;
  beforeAll(async () => {
    world = await startWorld();
    recruiter = await world.api.newPerson(world.organizationId, 'RECRUITER');
  });
  afterAll(() => world.close());

  const ask = async (query: string, input: object, as: TestPerson = recruiter) => {
    const { data, errors } = await world.api.graphql(query, { input }, as);
    expect(errors).toBeUndefined();
    return data.result;
  };
  const applied = async (name: string) => {
    const posting = await world.posting();
    const application = await world.application(posting, { name });
    await world.emit(received(application, posting));
    const [row] = await world.settled(application.id);
    return { row: row!, mail: (await world.inbox(row!.recipient))[0]! };
  };

  it('are listed with every mail, what it may use, and the words of this software', async () => {
    const { data } = await world.api.graphql(
      '{ mailTemplates { key audience event defaultWords { subject text mjml } ownWords { version } variables { name kind optional essential meaning } } }',
      {},
      recruiter,
    );
    expect(data.mailTemplates).toHaveLength(MAIL_KEYS.length);
    const first = data.mailTemplates.find(({ key }: { key: string }) => key === 'application-received');
    expect(first).toMatchObject({ audience: 'CANDIDATE', event: 'ApplicationReceived', ownWords: null });
    expect(first.variables).toContainEqual(
      expect.objectContaining({ name: 'page.link', kind: 'link', essential: true, optional: false }),
    );
  });

  it('are used from the next mail on, keep mails decided before as they were, and can be taken back', async () => {
    expect(await ask(SAVE, { ...WORDS, expectedVersion: 0 })).toMatchObject({
      template: { ownWords: { version: 1, subject: WORDS.subject } },
    });
    const own = await applied('Noor');
    expect(own.row).toMatchObject({ template_version: 1, subject: 'Ahoy Noor!' });
    expect(own.mail.text).toMatch(/^Ahoy! Your page: http/);
    expect(own.mail.text).toContain('You get this because you applied');
    expect(await ask(SAVE, { ...WORDS, subject: 'Hi {{ recipient.name }}', expectedVersion: 1 })).toMatchObject({
      template: { ownWords: { version: 2 } },
    });
    expect((await applied('Kim')).row).toMatchObject({ template_version: 2, subject: 'Hi Kim' });
    expect(await ask(RESET, { key: WORDS.key, expectedVersion: 2 })).toMatchObject({ template: { ownWords: null } });
    expect((await applied('Lou')).row).toMatchObject({
      template_version: 0,
      subject: 'We have your application for Backend Engineer',
    });
    const again = await world.api.graphql(
      'query ($id: ID!) { mail(id: $id) { mail { subject } text } }',
      { id: own.row.id },
      recruiter,
    );
    expect(again.data.mail.text).toMatch(/^Ahoy!/);
  });

  it.each([
    ['subject', { subject: 'Hi {{ recipient.nam }}' }],
    ['subject', { subject: 'x'.repeat(301) }],
    ['text', { text: 'no link at all' }],
    ['text', { text: '{% if page.link %}{{ page.link }}' }],
    ['mjml', { mjml: '<mj-text>{{ page.link }}' }],
    ['mjml', { mjml: '<mj-text>{{ page.link }}<script>alert(1)</script></mj-text>' }],
    ['text', { text: '{{ page.link }}{% for i in (1..100000000) %}x{% endfor %}' }],
  ])('that could not be sent are refused with the part to correct: %s', async (part, fault) => {
    const before = await world.api.owner.query('SELECT count(*) FROM mail_templates');
    expect(await ask(SAVE, { ...WORDS, ...fault, expectedVersion: 0 })).toMatchObject({
      __typename: 'InvalidInput',
      field: `input.${part}`,
    });
    expect((await world.api.owner.query('SELECT count(*) FROM mail_templates')).rows).toEqual(before.rows);
  });

  it('of two people who save at once, one is told to look again', async () => {
    const input = {
      ...WORDS,
      key: 'hired',
      text: '{{ posting.title }}',
      mjml: '<mj-text>{{ posting.title }}</mj-text>',
      expectedVersion: 0,
    };
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(SAVE, input)));
    const names = answers.map(({ __typename }: { __typename: string }) => __typename).sort();
    expect(names).toEqual(['Conflict', 'Conflict', 'Conflict', 'MailTemplatePayload']);
    expect(answers.find(({ presentVersion }: { presentVersion?: number }) => presentVersion)).toMatchObject({
      presentVersion: 1,
    });
  });

  it('are shown with example data before they are saved', async () => {
    const preview = await ask(PREVIEW, { key: 'hired', subject: 'Welcome, {{ recipient.name }}' });
    expect(preview).toMatchObject({ __typename: 'MailPreview', subject: expect.stringMatching(/^Welcome, \S/) });
    expect(preview.html).toContain('<html');
    expect(await ask(PREVIEW, { key: 'hired', text: '{{ nothing.here }}' })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'input.text',
    });
    expect(await ask(PREVIEW, { key: 'no-such-mail' })).toMatchObject({ __typename: 'InvalidInput', field: 'input.key' });
  });

  it('are shown as they would read to the reader of a mail that was decided, but for what opens their pages', async () => {
    const posting = await world.posting();
    const application = await world.application(posting, { name: 'Noor Haddad', email: 'noor@mail.example' });
    await world.emit(received(application, posting));
    const mail = (await world.settled(application.id)).find(({ template }) => template === 'application-received')!;
    const like = { key: 'application-received', text: 'Dear {{ recipient.name }}, {{ page.link }}', likeMailId: mail.id };
    const shown = await ask(PREVIEW, like);
    expect(shown.text).toMatch(/^Dear Noor Haddad, http:.*\/hidden\n/);
    const refused = { __typename: 'InvalidInput', field: 'input.likeMailId' };
    expect(await ask(PREVIEW, { key: 'hired', likeMailId: mail.id })).toMatchObject(refused);
    const elsewhere = await world.api.newPerson(await world.api.newOrganization(), 'ADMIN');
    expect(await ask(PREVIEW, like, elsewhere)).toMatchObject(refused);
  });

  it('are the business of administrators and recruiters alone, each in their organisation', async () => {
    const { data, errors } = await world.api.graphql('{ mailTemplates { key } }', {}, world.manager);
    expect({ data, code: errors![0]!.extensions!.code }).toEqual({ data: null, code: 'FORBIDDEN' });
    expect(await ask(SAVE, { ...WORDS, expectedVersion: 0 }, world.manager)).toMatchObject({
      __typename: 'Refused',
      code: 'FORBIDDEN',
    });
    expect(await ask(RESET, { key: WORDS.key, expectedVersion: 0 }, world.manager)).toMatchObject({
      __typename: 'Refused',
      code: 'FORBIDDEN',
    });
    expect(await ask(PREVIEW, { key: WORDS.key }, world.manager)).toMatchObject({ __typename: 'Refused', code: 'FORBIDDEN' });
    const elsewhere = await world.api.newPerson(await world.api.newOrganization(), 'ADMIN');
    const other = await world.api.graphql('{ mailTemplates { ownWords { version } } }', {}, elsewhere);
    expect(other.data.mailTemplates.every(({ ownWords }: { ownWords: object | null }) => ownWords === null)).toBe(true);
  });
});
