import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type GraphqlAnswer, type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { DOCUMENT, change, imported, readPosting } from './postings-api.js';

const EXACT = `---
layout: job # of the site
rounds:
  version: 1
  title: Ferry Engineer
  salary: { min: 60000, max: 75000, currency: EUR, period: YEAR }
  coreHours: { start: "10:00", end: "15:00", zone: Europe/Lisbon }
  plan:
    - name: First call
      kind: SCREEN
      minutes: 30
      seats: [{ role: Recruiter, pool: Crew }]
      selfSchedule: false
      kit:
        purpose: Meet.
        questions: [Why ferries?]
        attributes: [{ name: Seaworthy, description: Stands on deck in any weather. }]
    - name: Timetable
      kind: TAKE_HOME
      takeHome: { effortHours: 2, dueDays: 5 }
---

# Ferry Engineer

We pay 1 EUR an hour.
`;

describe('postings as exact documents', () => {
  let api: TestApi;
  let organizationId: string;
  let recruiter: TestPerson;
  const exported = async (id: string): Promise<string> =>
    (await readPosting(api, recruiter, id, 'exported { text lost }')).data.posting.exported.text;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
  });

  it('make the plan that they state: kits, pools by name, and who picks the time', async () => {
    const posting = await imported(api, recruiter, EXACT);
    expect(posting).toMatchObject({ title: 'Ferry Engineer', salary: { min: 60000 }, coreHours: { days: ['MON', 'TUE', 'WED', 'THU', 'FRI'] } }); // prettier-ignore
    expect(posting.plan).toMatchObject({
      source: 'DOCUMENT',
      stages: [
        {
          ...{ name: 'First call', durationMin: 30, selfSchedule: false },
          seats: [{ role: 'Recruiter', pool: { name: 'Crew' } }],
          kit: { purpose: 'Meet.', questions: ['Why ferries?'], attributes: [{ name: 'Seaworthy' }] },
        },
        { name: 'Timetable', takeHome: { effortHours: 2, dueDays: 5 } },
        { kind: 'OFFER' },
      ],
    });
  });

  it('are what a posting is exported as: imported again it is the same, whoever edited it meanwhile', async () => {
    const first = await imported(api, recruiter, DOCUMENT, { corrections: { company: 'Tern Lines' } });
    const stages = first.plan.stages.map(({ id, name, kind, selfSchedule }: Record<string, unknown>) => ({ fromStageId: id, name, kind, selfSchedule, seats: [{ role: 'Mate' }], takeHome: kind === 'TAKE_HOME' ? { dueDays: 5 } : null })); // prettier-ignore
    stages[0].targetDays = 4;
    await change(api, recruiter, 'editPlan', { postingId: first.id, expectedVersion: 1, stages });
    const { data } = await readPosting(api, recruiter, first.id, 'plan { stages { id } }');
    await change(api, recruiter, 'editKit', { stageId: data.posting.plan.stages[0].id, purpose: 'Say hello.', questions: [], attributes: [{ name: 'Kindness' }] }); // prettier-ignore
    const text = await exported(first.id);
    const again = await imported(api, recruiter, text);
    expect(await exported(again.id)).toBe(text);
    // As the document of the first it changes nothing: its plan is the one that people made.
    expect(await change(api, recruiter, 'revisePosting', { postingId: first.id, expectedVersion: 2, document: text })).toMatchObject({ planChanged: false, changes: [{ field: 'rounds' }], overtaken: [] }); // prettier-ignore
    // Ids are of the one posting or the other; everything else is the same.
    const told = ({ plan, title, company, salary, coreHours, residence }: GraphqlAnswer['data']) =>
      JSON.parse(
        JSON.stringify({ plan: plan.stages, title, company, salary, coreHours, residence }, (key, value: unknown) =>
          key === 'id' || key === 'poolId' || key === 'pool' ? undefined : value,
        ),
      ) as unknown;
    const now = (await readPosting(api, recruiter, first.id)).data.posting;
    expect(told(again)).toEqual(told(now));
  });

  it('with faults are imported as drafts that cannot be opened, and each fault is named with its file and line', async () => {
    const posting = await imported(api, recruiter, EXACT.replace('min: 60000', 'mni: 60000').replace('Lisbon', 'Lisbn'), { fileName: 'ferry.md' }); // prettier-ignore
    const refused = await change(api, recruiter, 'publishPosting', { postingId: posting.id, expectedVersion: 1, confirm: true });
    expect(refused).toMatchObject({ __typename: 'PublishRefused', code: 'PUBLISH_REFUSED' });
    const faults = refused.problems.filter(({ severity }: { severity: string }) => severity === 'REFUSES');
    expect(faults).toMatchObject([
      { code: 'FRONT_MATTER_FAULT', line: 6, field: 'salary', message: expect.stringMatching(/^ferry\.md, line 6: .*did you mean "min"\?/) },
      { code: 'FRONT_MATTER_FAULT', line: 7, field: 'coreHours' },
    ]); // prettier-ignore
  });

  it('follow a schema that editors fetch without signing in', async () => {
    const answer = await fetch(`${api.url}/schemas/posting-1.json`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/schema\+json/);
    expect(await answer.json()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:rounds:posting:1',
    });
  });
});

describe('what a posting must state before it opens', () => {
  let api: TestApi;
  let organizationId: string;
  let recruiter: TestPerson;
  const open = (posting: { id: string; version: number }) =>
    change(api, recruiter, 'publishPosting', { postingId: posting.id, expectedVersion: posting.version });
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
  });
  afterAll(() => api.close());

  it('is a salary where the organisation demands one, in the document or corrected', async () => {
    const admin = await api.newPerson(organizationId, 'ADMIN');
    expect(await change(api, recruiter, 'setPostingRules', { salaryRequired: true })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await change(api, admin, 'setPostingRules', { salaryRequired: true })).toMatchObject({
      rules: { salaryRequired: true },
    });
    expect((await api.graphql('{ postingRules { salaryRequired } }', {}, recruiter)).data.postingRules.salaryRequired).toBe(true);
    const posting = await imported(api, recruiter, '# Data Engineer\n\nFerries.\n\n## Process\n\n- Offer\n');
    const refused = await open(posting);
    expect(refused).toMatchObject({
      code: 'PUBLISH_REFUSED',
      problems: [{ code: 'SALARY_MISSING', severity: 'REFUSES', field: 'salary' }],
    });
    const corrected = await change(api, recruiter, 'correctPosting', { postingId: posting.id, expectedVersion: 1, corrections: { salary: { min: 50000, currency: 'EUR' } } }); // prettier-ignore
    expect(await open(corrected.posting)).toMatchObject({ posting: { status: 'OPEN' } });
    await change(api, admin, 'setPostingRules', { salaryRequired: false });
  });

  it('is whose hours the core hours are, until a person says so or says that there are none', async () => {
    const text = '# Data Engineer\n\n## Process\n\n- Offer\n\n## Hours\n\nOur core hours are from 10 to 15.\n';
    const posting = await imported(api, recruiter, text, { fileName: 'data.md' });
    const refused = await open(posting);
    expect(refused).toMatchObject({ code: 'PUBLISH_REFUSED', problems: [{ code: 'CORE_HOURS_UNCLEAR', field: 'coreHours', message: expect.stringMatching(/^data\.md, line 9: /) }] }); // prettier-ignore
    const dropped = await change(api, recruiter, 'correctPosting', { postingId: posting.id, expectedVersion: 1, corrections: { coreHours: null } }); // prettier-ignore
    expect(await open(dropped.posting)).toMatchObject({ posting: { status: 'OPEN', coreHours: null } });
  });

  it('and what rests on a hint alone has to be confirmed', async () => {
    const text = '# Data Engineer\n### Tern Lines\n#### `💰 90k-120k USD` `🌎 US`\n\nFerries.\n\n## Process\n\n- Offer\n';
    const posting = await imported(api, recruiter, text);
    expect(await open(posting)).toMatchObject({ code: 'PUBLISH_NEEDS_CONFIRMATION', problems: [{ code: 'FACT_UNCERTAIN', severity: 'WARNS', field: 'salary', line: 3 }] }); // prettier-ignore
    const confirmed = await change(api, recruiter, 'correctPosting', { postingId: posting.id, expectedVersion: 1, corrections: { confirm: ['salary'] } }); // prettier-ignore
    expect(await open(confirmed.posting)).toMatchObject({ posting: { status: 'OPEN' }, warnings: [] });
  });
});

describe('what people corrected, when the document changes', () => {
  let api: TestApi;
  let recruiter: TestPerson;
  let id: string;
  const FIELDS = 'version salary { min max } category overtaken { field action textNow valueNow } publishProblems { code field }';
  const revise = (document: string, expectedVersion: number) =>
    change(api, recruiter, 'revisePosting', { postingId: id, expectedVersion, document });
  const now = async () => (await readPosting(api, recruiter, id, FIELDS)).data.posting;
  const pay = (sum: string) => DOCUMENT.replace('EUR 60,000 to 75,000 per year', sum);
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    recruiter = await api.newPerson(await api.newOrganization(), 'RECRUITER');
    const corrections = { salary: { min: 62000, max: 80000, currency: 'EUR', period: 'YEAR' }, category: 'Ships' };
    ({ id } = await imported(api, recruiter, DOCUMENT, { corrections }));
  });

  it('holds while the words mean what they meant, and is not needed once the document says the same', async () => {
    expect(await revise(pay('60,000 to 75,000 EUR a year'), 1)).toMatchObject({
      overtaken: [],
      posting: { salary: { min: 62000 } },
    });
    expect(await revise(pay('EUR 62,000 to 80,000 per year'), 2)).toMatchObject({
      overtaken: [],
      posting: { salary: { min: 62000 } },
    });
    // The document counts now: its next sum is no conflict any more.
    expect(await revise(pay('EUR 65,000 to 82,000 per year'), 3)).toMatchObject({
      overtaken: [],
      changes: [{ field: 'salary', before: expect.stringContaining('62000'), now: expect.stringContaining('65000') }],
      posting: { salary: { min: 65000 }, category: 'Ships' },
    });
  });

  it('waits for a decision where the document says something else: yours is kept, or the document accepted', async () => {
    const preview = await api.graphql(
      `query ($id: ID!, $document: String!) { previewRevision(postingId: $id, document: $document) { title planChanged changes { field now } overtaken { field } } }`,
      { id, document: pay('EUR 65,000 to 82,000 per year') },
      recruiter,
    );
    expect(preview.data.previewRevision).toMatchObject({
      planChanged: false,
      changes: [{ field: 'salary' }],
      overtaken: [{ field: 'salary' }],
    });
    expect((await now()).version).toBe(1);

    const revised = await revise(pay('EUR 65,000 to 82,000 per year').replace('category: Engineering', 'category: Boats'), 1);
    expect(revised.overtaken.map(({ field, action }: Record<string, string>) => [field, action])).toEqual([['category', 'CHANGE'], ['salary', 'CHANGE']]); // prettier-ignore
    expect(await now()).toMatchObject({
      salary: { min: 65000 },
      overtaken: [
        { field: 'category', valueNow: '"Boats"' },
        { field: 'salary', textNow: expect.stringContaining('65,000') },
      ],
      publishProblems: expect.arrayContaining([{ code: 'CORRECTION_UNDECIDED', field: 'salary' }]),
    });
    // Undecided, it is asked about the next document too.
    expect(
      (await revise(pay('EUR 66,000 to 83,000 per year').replace('category: Engineering', 'category: Boats'), 2)).overtaken,
    ).toHaveLength(2);
    expect(await change(api, recruiter, 'resolveCorrections', { postingId: id, expectedVersion: 3, keep: ['title'] })).toMatchObject({ __typename: 'InvalidInput' }); // prettier-ignore
    const resolved = await change(api, recruiter, 'resolveCorrections', { postingId: id, expectedVersion: 3, keep: ['salary'], accept: ['category'] }); // prettier-ignore
    expect(resolved).toMatchObject({ overtaken: [], posting: { salary: { min: 62000, max: 80000 }, category: 'Boats' } });
    expect((await now()).overtaken).toEqual([]);
  });

  it('is looked at before a shared section is saved that says something else', async () => {
    const save = (text: string, expectedVersion?: number) =>
      change(api, recruiter, 'saveSharedSection', { name: 'pay', text, expectedVersion });
    const look = async (text: string) => (await api.graphql('query ($text: String!) { previewSharedSection(name: "pay.md", text: $text) { postingId status changes { field now } overtaken { field } unresolved } }', { text }, recruiter)).data.previewSharedSection; // prettier-ignore
    const posting = await imported(api, recruiter, '# Data Engineer\n\n## Salary\n\n{{#include pay.md}}\n');
    expect(await look('The salary is EUR 50,000 per year.')).toMatchObject([{ postingId: posting.id, status: 'DRAFT', changes: [{ field: 'salary' }], overtaken: [], unresolved: [] }]); // prettier-ignore
    await save('The salary is EUR 50,000 per year.');
    await change(api, recruiter, 'correctPosting', { postingId: posting.id, expectedVersion: 2, corrections: { salary: { min: 51000, max: 51000, currency: 'EUR' } } }); // prettier-ignore
    expect(await look('The salary is EUR 50,000 per year. Always.')).toMatchObject([{ changes: [], overtaken: [] }]);
    expect(await look('The salary is EUR 55,000 per year.\n\n{{#include perks.md}}')).toMatchObject([
      { changes: [{ field: 'salary' }], overtaken: [{ field: 'salary' }], unresolved: [expect.stringContaining('"perks.md"')] },
    ]);
    expect((await readPosting(api, recruiter, posting.id, 'version salary { min }')).data.posting).toMatchObject({ version: 3, salary: { min: 51000 } }); // prettier-ignore
  });
});
