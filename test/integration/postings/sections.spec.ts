import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicPosting, renderPostingHtml } from '#libs/postings/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { change, eventsOf, imported, preview, readPosting } from './postings-api.js';

const DOCUMENT = '# Data Engineer\n\n{{#include team.md}}\n\n## Hours\n\n{{#include parts/hours.md}}\n';

describe('sections that postings share', () => {
  let api: TestApi;
  let organizationId: string;
  let admin: TestPerson;
  const save = (name: string, text: string, expectedVersion?: number) =>
    change(api, admin, 'saveSharedSection', { name, text, expectedVersion });
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    organizationId = await api.newOrganization();
    admin = await api.newPerson(organizationId, 'ADMIN');
  });

  it('are read with the posting, those inside them too, and shown on its page', async () => {
    await save('team.md', 'We are six.\n\n<common-section section-name="motto"></common-section>');
    await save('motto', 'You must reside in Iceland.');
    await save('hours', 'Our core hours are 9:00 to 13:00 UTC, Monday to Friday.');
    const posting = await imported(api, admin, DOCUMENT);
    expect(posting).toMatchObject({
      includes: ['team', 'hours'],
      residence: ['IS'],
      coreHours: { start: '09:00', end: '13:00', zone: 'UTC' },
    });
    const { data } = await preview(api, admin, DOCUMENT);
    const fact = data.previewPosting.reading.facts.find(({ field }: { field: string }) => field === 'residence');
    expect(fact).toMatchObject({ line: 3, sharedSection: 'motto' });
    await change(api, admin, 'publishPosting', { postingId: posting.id, expectedVersion: 1, confirm: true });
    const page = (await publicPosting(api.uow, organizationId, 'data-engineer'))!;
    expect([...page.sections.keys()].sort()).toEqual(['hours', 'motto', 'team']);
    expect(renderPostingHtml(page.document, page.sections)).toContain('<p>You must reside in Iceland.</p>');
  });

  it('that change are read anew in every posting that shows them, and the open ones are named', async () => {
    await save('team', 'We are six.');
    await save('hours', 'Our core hours are 9:00 to 13:00 UTC, Monday to Friday.');
    const open = await imported(api, admin, DOCUMENT);
    const draft = await imported(api, admin, '# Web Developer\n\n<common-section section-name="hours"></common-section>\n');
    const apart = await imported(api, admin, '# Product Manager\n\nDrives.\n');
    await change(api, admin, 'publishPosting', { postingId: open.id, expectedVersion: 1, confirm: true });
    const same = await save('team', 'We are seven.', 1);
    expect(same.shownIn).toMatchObject([{ postingId: open.id, status: 'OPEN', planChanged: false }]);
    expect((await readPosting(api, admin, open.id)).data.posting.version).toBe(2);

    const saved = await save('hours', 'Our core hours are 10:00 to 14:00 UTC, Monday to Friday.', 1);
    expect(saved).toMatchObject({
      __typename: 'SaveSharedSectionPayload',
      version: 2,
      shownIn: [
        { postingId: open.id, title: 'Data Engineer', status: 'OPEN' },
        { postingId: draft.id, title: 'Web Developer', status: 'DRAFT' },
      ],
    });
    for (const id of [open.id, draft.id])
      expect((await readPosting(api, admin, id)).data.posting.coreHours).toMatchObject({ start: '10:00', end: '14:00' });
    expect((await eventsOf(api, open.id)).at(-1)).toBe('PostingRevised');
    expect((await readPosting(api, admin, apart.id)).data.posting.version).toBe(1);
    const { rows } = await api.owner.query(
      'SELECT r.number, r.text FROM shared_section_revisions r JOIN shared_sections s ON s.id = r.section_id WHERE s.organization_id = $1 AND s.name = $2 ORDER BY r.number',
      [organizationId, 'hours'],
    );
    expect(rows.map(({ number, text }) => [number, text.slice(19, 33)])).toEqual([
      [1, '9:00 to 13:00 '],
      [2, '10:00 to 14:00'],
    ]);
  });

  it('that are missing keep a posting from being opened until they are written', async () => {
    const { id } = await imported(api, admin, DOCUMENT);
    const refused = await change(api, admin, 'publishPosting', { postingId: id, expectedVersion: 1, confirm: true });
    expect(refused).toMatchObject({ __typename: 'PublishRefused', code: 'PUBLISH_REFUSED' });
    expect(refused.problems).toMatchObject([
      { code: 'SECTION_UNRESOLVED', severity: 'REFUSES', line: 3 },
      { code: 'SECTION_UNRESOLVED', severity: 'REFUSES', line: 7 },
    ]);
    // Named with the place: the file's line, and that of the section which names another.
    await save('team', 'We are six.\n\n{{#include motto.md}}');
    const problems = (await readPosting(api, admin, id, 'publishProblems { message }')).data.posting.publishProblems;
    expect(problems[0].message).toMatch(/^The document, line 3: .*"motto\.md", which line 3 of "team\.md" names, is not here/);
    await save('team', 'We are six.', 1);
    await save('hours', 'Whenever.');
    const { version } = (await readPosting(api, admin, id)).data.posting;
    expect(await change(api, admin, 'publishPosting', { postingId: id, expectedVersion: version, confirm: true })).toMatchObject({
      posting: { status: 'OPEN' },
    });
  });

  it('are not deleted while something shows them', async () => {
    await save('team', 'Six.');
    const { sectionId } = await save('hours', 'Whenever.');
    const posting = await imported(api, admin, DOCUMENT);
    const remove = (expectedVersion: number) => change(api, admin, 'deleteSharedSection', { sectionId, expectedVersion });
    expect(await remove(1)).toMatchObject({ code: 'SECTION_IN_USE', message: expect.stringContaining('"Data Engineer"') });
    const { data } = await api.graphql('{ sharedSections { name version shownIn { postingId status } } }', {}, admin);
    expect(data.sharedSections).toEqual([
      { name: 'hours', version: 1, shownIn: [{ postingId: posting.id, status: 'DRAFT' }] },
      { name: 'team', version: 1, shownIn: [{ postingId: posting.id, status: 'DRAFT' }] },
    ]);
    await change(api, admin, 'archivePosting', { postingId: posting.id, expectedVersion: 1 });
    expect(await remove(2)).toMatchObject({ __typename: 'Conflict', presentVersion: 1 });
    expect(await remove(1)).toMatchObject({ sectionId });
    expect(await remove(1)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are saved once when two people save them at once, and only by those who may', async () => {
    const both = await Promise.all([save('team', 'A'), save('team', 'B')]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'SaveSharedSectionPayload']);
    const again = await Promise.all([save('team', 'C', 1), save('team', 'D', 1)]);
    expect(again.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'SaveSharedSectionPayload']);
    const interviewer = await api.newPerson(organizationId, 'INTERVIEWER');
    expect(await change(api, interviewer, 'saveSharedSection', { name: 'x', text: 'y' })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await api.graphql('{ sharedSections { name } }', {}, interviewer)).errors![0]!.extensions!.code).toBe('FORBIDDEN');
    for (const [name, text, field] of [
      ['a b', 'x', 'input.name'],
      ['a"b', 'x', 'input.name'],
      ['.md', 'x', 'input.name'],
      ['big', 'x'.repeat(262_145), 'input.text'],
      ['bin', 'a\u0000b', 'input.text'],
      ['half', 'a\ud800b', 'input.text'],
    ])
      // prettier-ignore
      expect(await save(name!, text!)).toMatchObject({ __typename: 'InvalidInput', field });
  });

  it('that include each other end', async () => {
    await save('a', 'A {{#include b}}');
    await save('b', 'B\n\n{{#include a}}');
    const posting = await imported(api, admin, '# Data Engineer\n\n{{#include a}}\n');
    await change(api, admin, 'publishPosting', { postingId: posting.id, expectedVersion: 1, confirm: true });
    const page = (await publicPosting(api.uow, organizationId, 'data-engineer'))!;
    expect(renderPostingHtml(page.document, page.sections)).toMatch(/A[\s\S]*B/);
    expect(await save('b', 'B alone', 1)).toMatchObject({ shownIn: [{ postingId: posting.id }] });
  });
});
