import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readPostingFolder } from '#apps/cli/src/posting-folder.js';
import { syncReport } from '#apps/cli/src/sync-report.js';
import type { SystemActor } from '#libs/kernel/index.js';
import { type Folder, SyncPostings, exportPostings, postingIdsToExport } from '#libs/postings/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { DOCUMENT, change, imported } from './postings-api.js';

const COOK = '# Cook\n\nBerths and soup.\n\n## Process\n\n- Offer\n';
const exact = (fields: string) =>
  `---\nrounds:\n  version: 1\n${fields}  plan:\n    - { name: Offer, kind: OFFER }\n---\n\nText.\n`;

describe('a folder of documents and the postings of an organisation', () => {
  let api: TestApi;
  let organizationId: string;
  let admin: TestPerson;
  const actor = (): SystemActor => ({ kind: 'system', organizationId, part: 'cli' });
  const folder = (files: Record<string, string>, sections: Record<string, string> = {}): Folder => ({
    files: Object.entries(files).map(([path, text]) => {
      const hash = createHash('sha256').update(text).digest('hex');
      return { path, text, hash, fault: null, exact: text.startsWith('---\nrounds') };
    }),
    sections: new Map(Object.entries(sections)),
  });
  const sync = async (there: Folder, options = {}) => {
    const done = await api.app.get(SyncPostings).execute(actor(), there, { dryRun: false, confirm: false, ...options });
    if (!done.ok) throw new Error(done.refusal.message);
    return done.value;
  };
  const told = async (there: Folder, options = {}) =>
    (await sync(there, options)).steps.map(({ what, path }) => `${what} ${path}`);
  const postings = async () =>
    (await api.owner.query('SELECT title, status, source_path FROM postings WHERE organization_id = $1 ORDER BY title', [organizationId])).rows; // prettier-ignore
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    organizationId = await api.newOrganization();
    admin = await api.newPerson(organizationId, 'ADMIN');
  });

  it('become equal: what is new is added, what has changed revised, what is gone ended; a second time nothing happens', async () => {
    const files = { 'ferry.md': DOCUMENT, 'crew/cook.md': COOK, 'README.md': '# Our jobs\n\nSee below.\n' };
    expect(await told(folder(files))).toEqual(['added ferry.md', 'added crew/cook.md', 'skipped README.md']);
    expect(await sync(folder(files))).toMatchObject({ unchanged: 2, steps: [{ what: 'skipped' }] });
    expect(await postings()).toEqual([
      { title: 'Cook', status: 'DRAFT', source_path: 'crew/cook.md' },
      { title: 'Ferry Engineer', status: 'DRAFT', source_path: 'ferry.md' },
    ]);
    const changed = folder({ 'ferry.md': DOCUMENT.replace('60,000', '61,000'), 'kitchen/cook.md': COOK });
    const before = await postings();
    const dry = await sync(changed, { dryRun: true });
    expect(syncReport(dry, true)).toBe(
      [
        ...['~ revise   ferry.md (Ferry Engineer)', '               salary: 60000 75000 EUR YEAR -> 61000 75000 EUR YEAR'],
        ...['> move     kitchen/cook.md (Cook)', '               It was crew/cook.md.'],
        'Would be: 0 added, 1 revised, 1 moved, 0 opened, 0 ended, 0 as they were. Nothing was changed.\n',
      ].join('\n'),
    );
    expect(await postings()).toEqual(before);
    expect((await sync(changed)).steps).toEqual(dry.steps);
    expect(await told(folder({ 'ferry.md': DOCUMENT.replace('60,000', '61,000') }))).toEqual(['archived kitchen/cook.md']);
    // A file that comes back after its draft was put away makes a new one.
    expect(await told(changed)).toEqual(['added kitchen/cook.md']);
  });

  it('are opened and closed by files that state it exactly, and by the end of a file; gates are told, not passed', async () => {
    const file = (status: string) => folder({ 'cook.md': exact(`  title: Cook\n  status: ${status}\n`), 'mate.md': COOK });
    expect(await told(file('open'))).toEqual(['added cook.md', 'opened cook.md', 'added mate.md']);
    expect(await told(file('open'))).toEqual([]);
    await change(api, admin, 'setPostingRules', { salaryRequired: true });
    expect(await told(file('closed'))).toEqual(['revised cook.md', 'closed cook.md']);
    const waiting = await sync(file('open'));
    expect(waiting.steps).toMatchObject([{ what: 'revised' }, { what: 'waits', notes: [expect.stringContaining('salary')] }]);
    await change(api, admin, 'setPostingRules', { salaryRequired: false });
    expect(await told(file('open'))).toEqual(['opened cook.md']);
    // The wrong folder closes nothing.
    expect(await told(folder({}))).toEqual(['waits cook.md', 'waits mate.md']);
    expect(await told(folder({}), { confirm: true })).toEqual(['closed cook.md', 'archived mate.md']);
    expect(await told(folder({}))).toEqual([]);
    expect(await told(file('open'))).toEqual(['added mate.md', 'opened cook.md']);
  });

  it('let alone what never had a file, take over what was imported by hand, and keep what people corrected', async () => {
    const byHand = await imported(api, admin, '# Data Engineer\n\nTides.\n');
    const ferry = await imported(api, admin, DOCUMENT, { fileName: 'ferry.md', corrections: { company: 'Tern Lines' } });
    expect(await told(folder({ 'jobs/ferry.md': DOCUMENT.replace('small', 'tiny') }))).toEqual(['revised jobs/ferry.md']);
    const { rows } = await api.owner.query('SELECT id, company, source_path FROM postings WHERE organization_id = $1 ORDER BY id', [organizationId]); // prettier-ignore
    expect(rows).toEqual([
      { id: byHand.id, company: null, source_path: null },
      { id: ferry.id, company: 'Tern Lines', source_path: 'jobs/ferry.md' },
    ]);
    const contrary = DOCUMENT.replace('Tern Lines runs', 'About Us\n\nCompany: Gull Lines\n\nTern Lines runs');
    const [step] = (await sync(folder({ 'jobs/ferry.md': contrary }))).steps;
    expect(step).toMatchObject({
      what: 'revised',
      notes: [expect.stringMatching(/"company" was corrected.*decide which holds/)],
    });
  });

  it('survive one bad file: it is named with its line, its posting stays, and the rest is done', async () => {
    await sync(folder({ 'a.md': COOK, 'b.md': exact('  title: Mate\n') }));
    const directory = await mkdtemp(join(tmpdir(), 'rounds-sync-'));
    const put = async (path: string, text: string | Buffer) => {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    };
    try {
      await put('a.md', Buffer.from([0x63, 0xe9]));
      await put('b.md', exact('  titel: Mate\n'));
      await put('c/d.md', COOK);
      await put('sections/team.md', 'We are six.');
      await put('.git/e.md', COOK);
      const outcome = await sync(await readPostingFolder(directory, undefined));
      expect(outcome.steps.map(({ what, path }) => `${what} ${path}`)).toEqual(['section team.md', 'failed a.md', 'added c/d.md', 'failed b.md']); // prettier-ignore
      expect(outcome.steps.at(-1)!.notes).toEqual([
        expect.stringMatching(/^Line 3: .*misses the key "title"/),
        expect.stringMatching(/^Line 4: .*did you mean "title"\?/),
        'Its posting stays as it was.',
      ]);
      expect((await postings()).map(({ status, source_path: path }) => [path, status])).toEqual([['a.md', 'DRAFT'], ['c/d.md', 'DRAFT'], ['b.md', 'DRAFT']]); // prettier-ignore
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it('make one posting of a file, however many synchronise at once', async () => {
    const there = folder({ 'cook.md': COOK, 'ferry.md': DOCUMENT });
    const outcomes = await Promise.all([sync(there), sync(there), sync(there)]);
    expect(outcomes.flatMap(({ steps }) => steps).filter(({ what }) => what === 'added')).toHaveLength(2);
    expect(await postings()).toHaveLength(2);
  });

  it('are exported so that the folder changes nothing of them', async () => {
    await sync(folder({ 'ferry.md': DOCUMENT, 'cook.md': exact('  title: Cook\n  status: open\n') }));
    const ids = await postingIdsToExport(api.uow, organizationId, null);
    const exported = await exportPostings(api.uow, organizationId, ids);
    const files = folder(Object.fromEntries(exported.map(({ sourcePath, text }) => [sourcePath!, text])));
    const { steps } = await sync(files);
    expect(steps.map(({ what, changes }) => [what, changes])).toEqual([['revised', []], ['revised', []]]); // prettier-ignore
    const plans = await api.owner.query('SELECT count(*)::int AS count FROM interview_plans WHERE organization_id = $1', [
      organizationId,
    ]);
    expect(plans.rows[0].count).toBe(2);
    expect(await told(files)).toEqual([]);
  });
});
