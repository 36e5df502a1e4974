import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { publicPosting, renderPostingHtml } from '#libs/postings/index.js';
import { type GraphqlAnswer, type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { change, imported, preview, readPosting } from './postings-api.js';

const SAMPLES = resolve('samples/postings');
/** Real postings beside the checkout; the project stands without them, its own samples hold the same styles. */
const REAL = resolve('../shared/postings');
const kinds = ({ plan }: GraphqlAnswer['data']) => plan.stages.map(({ kind }: { kind: string }) => kind);

describe('documents of every style', () => {
  let api: TestApi;
  let organizationId: string;
  let admin: TestPerson;
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    admin = await api.newPerson(organizationId, 'ADMIN');
    for (const file of readdirSync('samples/sections'))
      await change(api, admin, 'saveSharedSection', {
        name: file,
        text: readFileSync(resolve('samples/sections', file), 'utf8'),
      });
  });
  afterAll(() => api.close());

  const files = [SAMPLES, REAL].filter(existsSync).flatMap((folder) => readdirSync(folder).map((file) => resolve(folder, file)));

  it.each(files.filter((file) => file.endsWith('.md')))('%s becomes the posting that its preview showed', async (file) => {
    const document = readFileSync(file, 'utf8');
    const { reading, stages } = (await preview(api, admin, document)).data.previewPosting;
    const posting = await imported(api, admin, document, { fileName: file.split('/').at(-1) });
    for (const field of [
      'title',
      'company',
      'category',
      'locations',
      'remote',
      'residence',
      'employmentTypes',
      'salary',
      'onCall',
      'processDuration',
    ])
      expect([field, posting[field]]).toEqual([field, reading[field]]);
    expect(posting.coreHours && { ...posting.coreHours, days: [] }).toEqual(
      reading.coreHours && { ...reading.coreHours, days: [] },
    );
    expect(posting.plan.source).toBe(reading.planSource);
    expect(
      posting.plan.stages.map(({ name, kind, durationMin, seats }: GraphqlAnswer['data']) => [
        name,
        kind,
        durationMin,
        seats.length,
      ]),
    ).toEqual(stages.map(({ name, kind, durationMin, seats }: GraphqlAnswer['data']) => [name, kind, durationMin, seats.length]));
    const stored = (await readPosting(api, admin, posting.id, 'document reading { facts { field line text } }')).data.posting;
    expect(stored.document).toBe(document);
    expect(stored.reading.facts).toEqual(
      reading.facts.map(({ field, line, text }: GraphqlAnswer['data']) => ({ field, line, text })),
    );
    const opened = await change(api, admin, 'publishPosting', { postingId: posting.id, expectedVersion: 1, confirm: true });
    const unresolved = reading.diagnostics.some(({ code }: { code: string }) => code === 'SECTION_UNRESOLVED');
    expect(opened.__typename).toBe(unresolved ? 'PublishRefused' : 'PublishPostingPayload');
    if (unresolved) return;
    const page = (await publicPosting(api.uow, organizationId, posting.slug))!;
    const html = renderPostingHtml(page.document, page.sections, page.title);
    expect(html).toContain('<li>');
    expect(html).not.toMatch(/<h1|<script|\{\{|common-section|^---/);
  });

  it('of our own samples resolve all that they share and open', async () => {
    const { data } = await api.graphql('{ postings(first: 100, status: OPEN) { nodes { slug plan { source } } } }', {}, admin);
    const slugs = data.postings.nodes.map(({ slug }: { slug: string }) => slug);
    for (const slug of ['platform-engineer', 'product-designer', 'senior-backend-engineer', 'site-reliability-engineer-us'])
      expect(slugs.some((found: string) => found.startsWith(slug))).toBe(true);
  });

  if (existsSync(REAL)) {
    it('of real employers get the plans that they tell', async () => {
      const other = await api.newOrganization();
      const person = await api.newPerson(other, 'RECRUITER');
      const take = (file: string) => imported(api, person, readFileSync(resolve(REAL, file), 'utf8'));
      const rounds = await take('mathesar-senior-backend-engineer.md');
      expect(kinds(rounds)).toEqual(['SCREEN', 'TAKE_HOME', 'TECHNICAL', 'PANEL', 'OFFER']);
      expect(rounds.plan.stages[3].seats).toHaveLength(2);
      expect(rounds.coreHours).toMatchObject({ start: '14:00', end: '20:00', zone: 'UTC' });
      const steps = await take('tiledb-backend-software-engineer-us.md');
      expect(steps.plan).toMatchObject({
        source: 'DOCUMENT',
        stages: [
          { durationMin: 45 },
          { takeHome: { effortHours: 1 }, skippableIf: expect.stringContaining('open source') },
          {},
          { seats: [{}] },
          { kind: 'OFFER' },
        ],
      });
      expect(steps).toMatchObject({
        salary: { min: 65000, max: 95000, currency: 'USD' },
        coreHours: { start: '10:00', end: '17:00', zone: 'America/New_York' },
      });
      const levels = await take('mayadata-backend-engineer.md');
      expect(levels.plan.source).toBe('DEFAULT');
      const refused = await change(api, person, 'publishPosting', { postingId: levels.id, expectedVersion: 1, confirm: true });
      expect(refused.problems).toContainEqual(expect.objectContaining({ code: 'SECTION_UNRESOLVED', line: 3 }));
      expect((await take('narrative-senior-backend-engineer.md')).includes).toHaveLength(5);
    });
  }
});
