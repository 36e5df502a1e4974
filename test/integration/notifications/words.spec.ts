import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { buildRejectionReason } from '../../support/builders.js';
import { type World, received, startWorld } from './world.js';

const SAVE = `mutation ($input: SaveMailTemplateInput!) { result: saveMailTemplate(input: $input) { __typename
  ... on MailTemplatePayload { template { ownWords { version } } } ... on UserError { code message } ... on InvalidInput { field } } }`;
const RESET = `mutation ($input: ResetMailTemplateInput!) { result: resetMailTemplate(input: $input) { __typename
  ... on MailTemplatePayload { template { ownWords { version } places { language postingId stage version } } } ... on UserError { code message } } }`;
const PREVIEW = `query ($input: PreviewMailInput!) { result: previewMail(input: $input) { __typename ... on MailPreview { subject text html } ... on InvalidInput { field } } }`;
const LIST = `query ($language: String, $postingId: ID, $stage: String) { mailTemplates(language: $language, postingId: $postingId, stage: $stage) {
  key languages places { language postingId postingTitle stage version } defaultWords { subject } ownWords { version subject } } }`;
const SAVE_SETTINGS = `mutation ($input: SaveMailSettingsInput!) { result: saveMailSettings(input: $input) { __typename
  ... on MailSettingsPayload { settings { version language answerDays } } ... on UserError { message } ... on InvalidInput { field } } }`;
const SAVE_POSTING = `mutation ($input: SavePostingMailSettingsInput!) { result: savePostingMailSettings(input: $input) { __typename
  ... on PostingMailSettingsPayload { settings { version language answerDays } } ... on UserError { code message } ... on InvalidInput { field } ... on Conflict { presentVersion } } }`;

describe('in whose words and in which language a mail is', () => {
  let world: World;
  let recruiter: TestPerson;
  beforeAll(async () => {
    world = await startWorld();
    recruiter = await world.api.newPerson(world.organizationId, 'RECRUITER');
  });
  afterAll(() => world.close());

  const ask = async (query: string, variables: object, as: TestPerson = recruiter) => {
    const { data, errors } = await world.api.graphql(query, variables, as);
    expect(errors).toBeUndefined();
    return data.result ?? data;
  };
  const words = (said: string, place: object = {}) => ({
    input: {
      ...{
        key: 'stage-moved',
        subject: said,
        text: `${said} {{ stage.name }}`,
        mjml: `<mj-text>${said} {{ stage.name }}</mj-text>`,
      },
      ...{ expectedVersion: 0, ...place },
    },
  });
  const speaks = (candidateId: Id, language: string | null) =>
    world.api.owner.query('UPDATE candidates SET language = $2 WHERE id = $1', [candidateId, language]);
  const told = async (applicationId: Id, posting: { id: Id; stages: { id: Id }[] }, toStageId: Id) => {
    await world.emit({
      name: 'ApplicationMoved',
      subjectId: applicationId,
      payload: { applicationId, postingId: posting.id, version: 1, toStageId, effects: [{ kind: 'Notify', what: 'MOVED' }] },
    });
    return (await world.settled(applicationId)).at(-1)!;
  };

  it('the candidate’s, else the posting’s, else the organisation’s, else English; with days as that language says them', async () => {
    const posting = await world.posting([{ name: 'Screening call', kind: 'SCREEN', targetDays: 5 }]);
    const other = await world.posting([{ name: 'Screening call', kind: 'SCREEN' }]);
    const [stage] = posting.stages;
    const subject = async (at: typeof posting, language: string | null) => {
      const application = await world.application(at, { stageId: at.stages[0]!.id });
      await speaks(application.candidateId, language);
      return told(application.id, at, at.stages[0]!.id);
    };
    expect((await subject(posting, null)).subject).toBe('Your application for Backend Engineer: Screening call');
    const settings = { postingId: posting.id, expectedVersion: 0, language: 'de' };
    expect(await ask(SAVE_POSTING, { input: settings })).toMatchObject({
      settings: { version: 1, language: 'de', answerDays: null },
    });
    const german = await subject(posting, null);
    expect(german.subject).toBe('Ihre Bewerbung als Backend Engineer: Screening call');
    const [mail] = await world.inbox(german.recipient);
    expect(mail!.text).toMatch(
      /^Guten Tag [^]*Wir schreiben Ihnen dazu bis \w+, \d+\. [A-Z]\S+ \d{4}\.[^]*\nFragen\? Schreiben Sie an/,
    );
    expect(mail!.html).toContain('<html lang="de"');
    expect((await subject(posting, 'en')).subject).toMatch(/^Your application/);
    expect((await subject(other, 'de')).subject).toMatch(/^Ihre Bewerbung/);
    const times = { expectedVersion: 0, undoSeconds: 0 };
    expect(await ask(SAVE_SETTINGS, { input: { ...times, language: 'de' } })).toMatchObject({ settings: { language: 'de' } });
    expect((await subject(other, null)).subject).toMatch(/^Ihre Bewerbung/);
    expect(await ask(SAVE_SETTINGS, { input: { ...times, expectedVersion: 1 } })).toMatchObject({ settings: { language: 'de' } });
    expect(await ask(SAVE_SETTINGS, { input: { ...times, expectedVersion: 2, language: null } })).toMatchObject({
      settings: { version: 3, language: null },
    });
    expect((await subject(other, null)).subject).toMatch(/^Your application/);
    expect(stage).toBeDefined();
  });

  it('the stage’s before the posting’s before the organisation’s, each language for itself, and back', async () => {
    const posting = await world.posting([
      { name: 'Screening call', kind: 'SCREEN' },
      { name: 'Panel', kind: 'PANEL' },
    ]);
    const elsewhere = await world.posting([{ name: 'Panel', kind: 'PANEL' }]);
    const [screen, panel] = posting.stages;
    const at = async (where: typeof posting, stageId: Id, language: string | null = null) => {
      const application = await world.application(where, { stageId });
      await speaks(application.candidateId, language);
      return (await told(application.id, where, stageId)).subject;
    };
    const place = { postingId: posting.id };
    for (const [said, where] of [
      ['Everywhere', {}],
      ['Here', place],
      ['In the panel', { ...place, stage: 'Panel' }],
      ['Im Panel', { ...place, stage: 'Panel', language: 'de' }],
    ] as const)
      expect(await ask(SAVE, words(said, where))).toMatchObject({ __typename: 'MailTemplatePayload' });
    expect(await at(elsewhere, elsewhere.stages[0]!.id)).toBe('Everywhere');
    expect(await at(posting, screen!.id)).toBe('Here');
    expect(await at(posting, panel!.id)).toBe('In the panel');
    expect(await at(posting, panel!.id, 'de')).toBe('Im Panel');
    expect(await at(posting, screen!.id, 'de')).toBe('Ihre Bewerbung als Backend Engineer: Screening call');
    const reset = { key: 'stage-moved', ...place, stage: 'Panel', expectedVersion: 3 };
    const { template } = await ask(RESET, { input: reset });
    expect(template).toMatchObject({
      ownWords: null,
      places: expect.arrayContaining([{ language: 'de', postingId: posting.id, stage: 'Panel', version: 4 }]),
    });
    expect(await at(posting, panel!.id)).toBe('Here');
    const listed = (await ask(LIST, { postingId: posting.id, stage: 'Panel', language: 'de' })).mailTemplates.find(
      ({ key }: { key: string }) => key === 'stage-moved',
    );
    expect(listed).toMatchObject({
      languages: ['en', 'de'],
      ownWords: { version: 4, subject: 'Im Panel' },
      defaultWords: { subject: 'Ihre Bewerbung als {{ posting.title }}: {{ stage.name }}' },
    });
    expect(listed.places).toHaveLength(3);
    expect(await ask(PREVIEW, { input: { key: 'rejected', language: 'de' } })).toMatchObject({
      subject: 'Zu Ihrer Bewerbung als Senior Backend Engineer',
    });
  });

  it('is refused where there is no such language, posting or stage, and for postings of others', async () => {
    const posting = await world.posting([{ name: 'Panel', kind: 'PANEL' }]);
    const refused = async (place: object, field: string) =>
      expect(await ask(SAVE, words('Hi', place))).toMatchObject({ __typename: 'InvalidInput', field: `input.${field}` });
    await refused({ language: 'fr' }, 'language');
    await refused({ key: 'team-new-application', language: 'de' }, 'language');
    await refused({ key: 'account-invitation', postingId: posting.id }, 'postingId');
    await refused({ postingId: posting.id, stage: 'No such stage' }, 'postingId');
    await refused({ postingId: newId() }, 'postingId');
    await refused({ stage: 'Panel' }, 'postingId');
    const settings = { postingId: posting.id, expectedVersion: 0, answerDays: 5 };
    expect(await ask(SAVE_POSTING, { input: { ...settings, postingId: newId() } })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(SAVE_POSTING, { input: settings }, world.manager)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(SAVE_POSTING, { input: { ...settings, answerDays: 61 } })).toMatchObject({ field: 'input.answerDays' });
    expect(await ask(SAVE_POSTING, { input: settings })).toMatchObject({ settings: { version: 1, answerDays: 5 } });
    expect(await ask(SAVE_POSTING, { input: settings })).toMatchObject({ __typename: 'Conflict', presentVersion: 1 });
  });

  it('candidates choose it where they apply, by what their browser speaks, and change it on their own page, which says what was promised', async () => {
    const { url, owner } = world.api;
    const posting = await world.posting();
    await owner.query('INSERT INTO posting_mail_settings (organization_id, posting_id, answer_days) VALUES ($1, $2, 3)', [
      world.organizationId,
      posting.id,
    ]);
    const { rows } = await owner.query<{ path: string }>(
      `SELECT o.slug || '/' || p.slug AS path FROM postings p JOIN organizations o ON o.id = p.organization_id WHERE p.id = $1`,
      [posting.id],
    );
    const path = `${url}/careers/${rows[0]!.path}/apply`;
    const form = await (await fetch(path, { headers: { 'accept-language': 'fr-FR, de-AT;q=0.9, en;q=0.8' } })).text();
    expect(form).toContain('<option value="de" lang="de" selected>Deutsch</option>');
    const email = `jo-${newId()}@mail.example`;
    const send = (to: string, fields: Record<string, string>) =>
      fetch(to, { method: 'POST', redirect: 'manual', headers: { origin: url }, body: new URLSearchParams(fields) });
    expect((await send(path, { name: 'Jo Weber', email, consent: 'yes', language: 'xx' })).status).toBe(422);
    expect((await send(path, { name: 'Jo Weber', email, consent: 'yes', language: 'de', zone: 'Europe/Berlin' })).status).toBe(
      200,
    );
    const mail = await world.until('the confirmation', async () => (await world.inbox(email))[0]);
    expect(mail.subject).toBe('Ihre Bewerbung ist angekommen: Backend Engineer');
    expect(mail.text).toMatch(/Sie hören bis \w+, \d+\. \S+ \d{4} von uns/);
    const own = `${url}/a/${/\/a\/([\w-]+)/.exec(mail.text)![1]}`;
    const page = await (await fetch(own)).text();
    expect(page).toMatch(/<html lang="de">[^]*Sie hören bis <strong>\w+, \d+\. /);
    expect(page).toContain('<option value="de" lang="de" selected>Deutsch</option>');
    expect((await send(own, { action: 'language', language: 'klingon' })).status).toBe(422);
    expect((await send(own, { action: 'language', language: 'en' })).status).toBe(303);
    expect(await (await fetch(own)).text()).toMatch(/<html lang="en">[^]*You hear from us by <strong>\w+day/);
    const { rows: stored } = await owner.query('SELECT language FROM candidates WHERE email = $1', [email]);
    expect(stored).toEqual([{ language: 'en' }]);
  });

  it('a new candidate is answered in the language that they applied in', async () => {
    const posting = await world.posting();
    const application = await world.application(posting);
    await speaks(application.candidateId, 'de');
    await world.emit(received(application, posting));
    const [row] = await world.settled(application.id);
    expect(row).toMatchObject({
      template: 'application-received',
      subject: 'Ihre Bewerbung ist angekommen: Backend Engineer',
      state: 'SENT',
    });
  });

  describe('that an older version has saved and this one cannot send', () => {
    const BROKEN = {
      key: 'stage-moved',
      text: 'Dear {{ recipient.nickname }}, about {{ stage.name }}',
      html: '<p>{{ stage.name }}</p>',
    };
    const MOVE = `mutation ($input: MoveApplicationInput!) { result: moveApplication(input: $input) { __typename ... on MovePayload { application { version } } ... on UserError { code message } } }`;
    let version = 1000;
    const saved = async (postingId: Id, { key, text, html } = BROKEN) => {
      version += 1;
      await world.api.owner.query(
        `INSERT INTO mail_templates (organization_id, id, key, version, active, subject, text, mjml, html, posting_id) VALUES ($1, $2, $3, $4, true, 'About your application', $5, $6, $6, $7)`,
        [world.organizationId, newId(), key, version, text, html, postingId],
      );
      return version;
    };
    const rowsAbout = async (applicationId: Id) => {
      const { rows } = await world.api.owner.query(
        `SELECT (SELECT version FROM applications WHERE id = $1) AS version, (SELECT count(*)::int FROM transitions WHERE application_id = $1) AS transitions,
                (SELECT count(*)::int FROM outbox_events WHERE subject_id = $1) AS events, (SELECT count(*)::int FROM audit_events WHERE subject_id = $1) AS audits,
                (SELECT count(*)::int FROM mails WHERE application_id = $1) AS mails`,
        [applicationId],
      );
      return rows[0];
    };

    it('refuse the move with the mail, its part and the variable, and nothing is half done, until they are corrected', async () => {
      const posting = await world.posting([{ name: 'Screening call', kind: 'SCREEN' }]);
      const number = await saved(posting.id);
      const { id } = await world.application(posting);
      const before = await rowsAbout(id);
      const input = { applicationId: id, expectedVersion: 0, stageId: posting.stages[0]!.id, idempotencyKey: newId() };
      const refused = await ask(MOVE, { input });
      expect(refused).toMatchObject({ __typename: 'Refused', code: 'MAIL_UNWRITABLE' });
      expect(refused.message).toBe(
        `Nothing was changed and nobody was written to: the mail “stage-moved” cannot be written in your organisation’s own words (version ${number}): its text part needs a correction: This mail has no variable recipient.nickname. Correct these words in the settings, or go back to the usual ones, then do it again.`,
      );
      expect(await rowsAbout(id)).toEqual(before);
      expect(await ask(RESET, { input: { key: BROKEN.key, postingId: posting.id, expectedVersion: number } })).toMatchObject({
        template: { ownWords: null },
      });
      expect(await ask(MOVE, { input })).toMatchObject({ __typename: 'MovePayload', application: { version: 1 } });
      expect((await world.settled(id)).map(({ template, state }) => [template, state])).toEqual([['stage-moved', 'SENT']]);
    });

    it.each([
      [
        'that prints what may be missing',
        { text: '{{ stage.name }} until {{ answer.by }}' },
        /text part.*answer\.by may be missing/,
      ],
      ['without what the mail is for', { html: '<p>Hello</p>' }, /HTML part.*Without stage\.name/],
      ['that is no Liquid', { text: '{% if stage.name %}' }, /text part/],
    ])('refuse a template %s', async (_, fault, message) => {
      const posting = await world.posting([{ name: 'Screening call', kind: 'SCREEN' }]);
      await saved(posting.id, { ...BROKEN, text: '{{ stage.name }}', ...fault });
      const { id } = await world.application(posting);
      const input = { applicationId: id, expectedVersion: 0, stageId: posting.stages[0]!.id };
      expect(await ask(MOVE, { input })).toMatchObject({ code: 'MAIL_UNWRITABLE', message: expect.stringMatching(message) });
    });

    it('do not keep candidates from applying: their mail has failed, and a person sees it', async () => {
      const posting = await world.posting();
      await saved(posting.id, { key: 'application-received', text: '{{ page.url }}', html: '{{ page.link }}' });
      const application = await world.application(posting);
      await world.emit(received(application, posting));
      const [row] = await world.settled(application.id);
      expect(row).toMatchObject({
        template: 'application-received',
        state: 'FAILED',
        error: expect.stringContaining('page.url'),
      });
      const { data } = await world.api.graphql('{ mailTasks { nodes { id needsAPerson } } }', {}, world.manager);
      expect(data.mailTasks.nodes).toContainEqual({ id: row!.id, needsAPerson: true });
    });

    it('stop a rejection of all who remain before anybody is written to', async () => {
      const posting = await world.posting([{ name: 'Screening call', kind: 'SCREEN' }]);
      await world.api.owner.query(`UPDATE postings SET status = 'CLOSED' WHERE id = $1`, [posting.id]);
      const applications = await Promise.all([1, 2, 3].map(() => world.application(posting)));
      await saved(posting.id, { key: 'rejected', text: '{{ stage.nam }}', html: '{{ stage.name }}' });
      const reasonId = await buildRejectionReason(world.api.owner, world.organizationId);
      const refused = await ask(
        'mutation ($input: RejectRemainingInput!) { result: rejectRemaining(input: $input) { __typename ... on UserError { code message } } }',
        { input: { postingId: posting.id, reasonId } },
      );
      expect(refused).toMatchObject({ code: 'MAIL_UNWRITABLE', message: expect.stringContaining('stage.nam') });
      for (const { id } of applications) expect(await rowsAbout(id)).toMatchObject({ version: 0, mails: 0, events: 0 });
    });
  });
});
