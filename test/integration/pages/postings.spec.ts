import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#libs/kernel/index.js';
import type { TestPerson } from '../../support/api.js';
import { World, multipart, notice } from './world.js';

const SAMPLE = join(process.cwd(), 'samples/postings/senior-backend-engineer.md');
const SMALL =
  '# Tide Engineer\n\nWe work remotely.\n\n## Interview process\n\n1. Screening call with our tide engineer (30 minutes)\n2. Offer\n';

describe('postings on the desk', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world.close());

  const send = (fields: Record<string, string>, as: TestPerson = world.recruiter, origin?: string) =>
    world.post('/postings/import', multipart(fields), as, origin);
  const count = async () => (await world.rows('SELECT 1 FROM postings')).length;

  it('shows what is understood of a document, with lines and how sure it is, and keeps nothing', async () => {
    const before = await count();
    const document = await readFile(SAMPLE, 'utf8');
    const preview = await send({ action: 'preview', document });
    expect(preview.status).toBe(200);
    for (const words of [
      'Senior Backend Engineer',
      '78,000 – 96,000 EUR per year',
      '13:00–17:00 UTC',
      '97 %',
      'The stages it becomes',
      'equal-opportunity.md',
      'To fill after the import: engineering lead',
    ])
      expect(preview.text).toContain(words);
    expect(await count()).toBe(before);
  });

  it('imports it as a draft once, however often the button is pressed', async () => {
    const before = await count();
    const key = newId();
    const [first, second] = [
      await send({ action: 'import', document: SMALL, key }),
      await send({ action: 'import', document: SMALL, key }),
    ];
    expect(first).toMatchObject({ status: 303, location: expect.stringMatching(/^\/postings\/[0-9a-f-]{36}\?said=imported$/) });
    expect(second.location).toBe(first.location);
    expect(await count()).toBe(before + 1);
    const page = await world.get(first.location!, world.recruiter);
    expect(page.text).toContain('Imported as a draft.');
    expect(page.text).toContain('Tide Engineer');
    expect((await world.get('/careers/tidal')).text).not.toContain('Tide Engineer');
  });

  it('shows a draft as its careers page would be, and two of its documents beside each other, to who prepares it alone', async () => {
    const imported = await send({ action: 'import', document: SMALL });
    const path = imported.location!.split('?')[0]!;
    const page = await world.get(`${path}/careers`, world.recruiter);
    expect(page.status).toBe(200);
    for (const part of ['A preview.', 'Tide Engineer', 'How the process goes', 'noindex']) expect(page.text).toContain(part);
    expect(page.text).not.toContain('/apply');
    const id = path.split('/').at(-1)!;
    const revise = 'mutation ($input: RevisePostingInput!) { revisePosting(input: $input) { __typename } }';
    const document = SMALL.replace('We work remotely.', 'We work remotely. Core hours are 10:00 to 15:00 Europe/Oslo.');
    const input = { postingId: id, expectedVersion: 1, document };
    expect((await world.api.graphql(revise, { input }, world.recruiter)).data.revisePosting.__typename).toBe(
      'PostingReadingPayload',
    );
    const COMPARE = `query ($id: ID!, $before: Int = 1) { compareRevisions(postingId: $id, before: $before, after: 2) {
      before { number document } after { number document } changes { field before now } } }`;
    const { data } = await world.api.graphql(COMPARE, { id }, world.recruiter);
    expect(data.compareRevisions).toMatchObject({ before: { number: 1, document: SMALL }, after: { number: 2, document } });
    expect(data.compareRevisions.changes).toMatchObject([{ field: 'coreHours', before: 'null' }]);
    expect(JSON.parse(data.compareRevisions.changes[0].now)).toMatchObject({ start: '10:00', zone: 'Europe/Oslo' });
    for (const [as, before] of [
      [world.manager, 1],
      [world.outsider, 1],
      [world.recruiter, 7],
    ] as const)
      expect((await world.api.graphql(COMPARE, { id, before }, as)).errors![0]!.extensions!.code).toBe('NOT_FOUND');
    for (const as of [world.manager, world.outsider]) expect((await world.get(`${path}/careers`, as)).status).toBe(404);
  });

  it('lets a person name what the document does not', async () => {
    const document = 'We look for somebody who likes tides.\n';
    expect((await send({ action: 'preview', document })).text).toContain('name="title" required');
    const imported = await send({ action: 'import', document, title: 'Tide & Wave Lover' });
    expect((await world.get(imported.location!, world.recruiter)).text).toContain('<h1>Tide &amp; Wave Lover</h1>');
    const untitled = (await send({ action: 'import', document })).location!.split('?')[0]!;
    expect((await world.get(untitled, world.recruiter)).text).toContain('Has to be mended first');
    expect((await world.post(untitled, { action: 'title', version: '1', title: ' ' }, world.recruiter)).status).toBe(422);
    const titled = await world.post(untitled, { action: 'title', version: '1', title: 'Wave Lover' }, world.recruiter);
    expect(titled.location).toBe(`${untitled}?said=title`);
    const page = (await world.get(untitled, world.recruiter)).text;
    expect(page).toContain('<h1>Wave Lover</h1>');
    expect(page).not.toContain('Has to be mended first');
  });

  it('refuses what is no document, says why, and keeps what was typed', async () => {
    const before = await count();
    for (const action of ['preview', 'import']) {
      expect(notice(await send({ action, document: ' \n ' }))).toContain('Paste the document first');
      expect(notice(await send({ action }))).toContain('Paste the document first');
      const large = await send({ action, document: `# Large\n${'x '.repeat(600_000)}` });
      expect(large.status).toBe(422);
      expect(notice(large)).toContain('larger than 1 MiB');
    }
    const binary = await send({ action: 'import', document: `# A\n${'\u0001\u0002\u0003'.repeat(500)}` });
    expect(binary.status).toBe(422);
    expect(binary.text).toContain('role="alert"');
    expect(await count()).toBe(before);
    const nearly = `# Long\n\n${'A line about tides, neither long nor short.\n'.repeat(9000)}`;
    expect((await send({ action: 'preview', document: nearly.replaceAll('\n', '\r\n') })).status).toBe(200);
  }, 30_000);

  it('shows a hostile document as text', async () => {
    const evil = '</textarea><script>alert(1)</script>';
    const document = `# ${evil}\n\nLocation: ${evil}\n\n## Interview process\n\n1. ${evil} call (30 minutes)\n`;
    const preview = await send({ action: 'preview', document });
    const imported = await send({ action: 'import', document, title: evil });
    const pages = [preview, imported.location ? await world.get(imported.location, world.recruiter) : imported];
    for (const { text } of pages) expect(text).not.toMatch(/<script>/);
    expect(preview.text).toContain('&lt;/textarea&gt;&lt;script&gt;');
  });

  it('is for roles that may, by forms of our own pages', async () => {
    const before = await count();
    for (const as of [world.interviewer, world.reviewer]) {
      expect((await world.get('/postings/import', as)).status).toBe(403);
      expect((await send({ action: 'import', document: SMALL }, as)).status).toBe(403);
      expect((await world.get('/desk', as)).text).not.toContain('/postings/import');
    }
    expect((await send({ action: 'import', document: SMALL }, world.recruiter, 'https://evil.example')).status).toBe(403);
    expect(await count()).toBe(before);
    expect((await world.get('/postings/import', world.stranger)).status).toBe(200);
  });

  it('opens when nothing is missing or when what is missing is confirmed, and closes', async () => {
    const imported = await send({ action: 'import', document: SMALL });
    const path = imported.location!.split('?')[0]!;
    const page = (await world.get(path, world.recruiter)).text;
    expect(page).toContain('has no members. Add interviewers to it.');
    const unconfirmed = await world.post(path, { action: 'publish', version: '1' }, world.recruiter);
    expect(unconfirmed.status).toBe(422);
    expect(notice(unconfirmed)).toContain('confirm to open it as it is');
    expect((await world.post(path, { action: 'publish', version: '7', confirm: 'yes' }, world.recruiter)).status).toBe(422);

    const pool = /name="pool" value="([^"]+)"/.exec(page)![1]!;
    const add = { action: 'add-member', pool, person: world.interviewer.id };
    expect((await world.post(path, { ...add, person: newId() }, world.recruiter)).status).toBe(422);
    expect((await world.post(path, { ...add, person: 'x' }, world.recruiter)).status).toBe(422);
    expect((await world.post(path, { ...add, pool: 'x' }, world.recruiter)).status).toBe(422);
    expect((await world.post(path, { ...add, person: world.outsider.id }, world.recruiter)).status).toBe(422);
    expect((await world.post(path, add, world.recruiter)).location).toBe(`${path}?said=add-member`);
    const filled = (await world.get(path, world.recruiter)).text;
    expect(filled).toContain('Nothing stands in the way.');
    expect(filled).toMatch(/tide engineer<\/strong>: Ivo Interviewer/);

    expect((await world.post(path, { action: 'publish', version: '1' }, world.recruiter)).location).toBe(`${path}?said=publish`);
    expect((await world.get('/careers/tidal')).text).toContain('Tide Engineer');
    const again = await world.post(path, { action: 'publish', version: '2' }, world.recruiter);
    expect(notice(again)).toContain('The posting is OPEN');
    expect((await world.post(path, { action: 'close', version: '2' }, world.recruiter)).location).toBe(`${path}?said=close`);
    expect((await world.post(path, { action: 'reopen', version: '3' }, world.recruiter)).location).toBe(`${path}?said=reopen`);
    for (const action of ['archive', 'constructor', ''])
      expect((await world.post(path, { action, version: '4' }, world.recruiter)).status).toBe(422);
  });

  it('is seen and changed by its team only, and is not there for others', async () => {
    const path = `/postings/${world.posting.id}`;
    await world.application(null, { name: 'Cato Candidate' });
    expect((await world.get(path, world.manager)).text).toContain('value="close"');
    expect((await world.get(path, world.manager)).text).not.toContain('add-member');
    expect((await world.get(`${path}/board`, world.manager)).text).toContain('Cato Candidate');
    const add = { action: 'add-member', pool: world.poolId, person: world.reviewer.id };
    expect((await world.post(path, add, world.manager)).status).toBe(422);
    for (const as of [world.stranger, world.interviewer, world.outsider]) {
      const unknown = await world.get(`/postings/${newId()}`, as);
      for (const page of [path, `${path}/board`, '/postings/x', '/postings/x/board']) {
        const other = await world.get(page, as);
        expect([page, other.status, other.text === unknown.text]).toEqual([page, 404, true]);
      }
      expect((await world.post(path, { action: 'close', version: '1' }, as)).status).toBe(404);
      expect((await world.get('/desk', as)).text).not.toContain('Backend Engineer');
    }
    expect((await world.post(path, { action: 'close', version: '1' }, world.manager, 'https://evil.example')).status).toBe(403);
    expect(await world.rows('SELECT status FROM postings WHERE id = $1', [world.posting.id])).toEqual([{ status: 'OPEN' }]);
  });

  it('has a board with everybody stage by stage, who has waited longest first', async () => {
    await world.renewPosting();
    const first = await world.application(world.screen, { name: 'First In' });
    await world.application(world.screen, { name: 'Second In' });
    await world.application(null, { name: 'Just Come' });
    await world.rows(`UPDATE applications SET entered_stage_at = entered_stage_at - interval '3 days' WHERE id = $1`, [first.id]);
    const gone = await world.application(null, { name: 'Long Gone' });
    await world.post(`/applications/${gone.id}`, { action: 'reject', version: '0', reason: world.reasonId }, world.manager);
    const { text } = await world.get(`/postings/${world.posting.id}/board`, world.manager);
    expect(text).not.toContain('Long Gone');
    expect(text).toContain('3 active candidates · 1 rejected');
    expect(text).toContain('here for 10 days, <strong>longer than the 5 days planned</strong>');
    const order = ['>Received', 'Just Come', '>Screening call', 'First In', 'Second In', '>Assignment'].map((words) =>
      text.indexOf(words),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const desk = (await world.get('/desk', world.manager)).text;
    expect(desk).toContain('Received 1 · Screening call 2');
  });
});
