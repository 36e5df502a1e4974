import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { newId } from '#libs/kernel/index.js';
import { type GraphqlAnswer, type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { DOCUMENT, MUTATION_NAMES, change, imported, preview, readPosting } from './postings-api.js';

describe('what postings refuse', () => {
  let api: TestApi;
  let organizationId: string;
  let recruiter: TestPerson;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
  });
  const count = async (table: string) =>
    Number((await api.owner.query(`SELECT count(*) FROM ${table} WHERE organization_id = $1`, [organizationId])).rows[0].count);

  it.each([
    ['an empty file', '', /empty/],
    ['blank lines', ' \n\n ', /empty/],
    ['a binary file', 'PNG\u0000\u0001\u0002', /not text/],
    ['half a surrogate', '# Web Developer \ud800', /UTF-8/],
    ['more than 1 MiB', '# Web Developer\n\n' + 'Words and words.\n'.repeat(65_000), /1 MiB/],
    ['a line without end', 'x'.repeat(30_000), /characters/],
    ['quotes in quotes', '> '.repeat(300) + 'x', /nested/],
  ])('%s, with a sentence and nothing kept', async (_, document, message) => {
    const result = await change(api, recruiter, 'importPosting', { document });
    expect(result).toMatchObject({
      __typename: 'InvalidInput',
      field: 'input.document',
      message: expect.stringMatching(message),
    });
    expect(await count('postings')).toBe(0);
    expect(await count('interviewer_pools')).toBe(0);
    const shown = await preview(api, recruiter, document);
    if (shown.errors) expect(shown.errors[0]!.extensions!.code).toBe('BAD_USER_INPUT');
    else
      expect(shown.data.previewPosting.reading.diagnostics[0]).toMatchObject({
        severity: 'ERROR',
        message: expect.stringMatching(message),
      });
  });

  it('documents of nearly 1 MiB are still taken', async () => {
    const paragraph = `${'Words and more words of a long posting. '.repeat(20)}\n\n`;
    const document = `# Web Developer\n\n${paragraph.repeat(Math.floor(1_040_000 / paragraph.length))}`;
    expect(await imported(api, recruiter, document)).toMatchObject({ title: 'Web Developer' });
  });

  it('nothing for characters that cannot be stored, and keeps the rest', async () => {
    const cut = `${'x'.repeat(296)}💶💶💶 The salary is EUR 50,000 to 60,000 per year.`;
    const steps = `## Interview Process\n\n1. Screening call ${'y'.repeat(90)}${'🙂'.repeat(30)} (30 minutes)\n2. Technical interview (1 hour)\n`;
    const document = `---\ntitle: "Web \\0Developer"\ncategory: "\\ud83d"\n---\n\n${cut}\n\n${steps}\nEnd &#0; &#xd83d;\r\n`;
    const posting = await imported(api, recruiter, document);
    expect(posting.title).toMatch(/^Web .?Developer$/);
    expect(posting.plan.stages[0].name.length).toBeLessThanOrEqual(120);
    expect((await readPosting(api, recruiter, posting.id, 'document')).data.posting.document).toBe(document);
    const crowded = `# Web Developer\r\n${'a\r\n'.repeat(9000)}${'b'.repeat(1000)}\r\n`.padEnd(1024 * 1024 + 5, 'c \r\n');
    expect(await change(api, recruiter, 'importPosting', { document: crowded })).toMatchObject({ field: 'input.document' });
    const lines = await imported(api, recruiter, '---\ntitle: "Web Developer\\r\\nBcc: eve@evil.example"\n---\n\nHello.\n');
    expect(lines.title).not.toMatch(/[\r\n]/);
  });

  it('to guess core hours that contradict each other', async () => {
    const document =
      '# Web Developer\n\n## Hours\n\nOur core hours are 9:00 to 13:00 UTC.\n\nOur core hours are 14:00 to 18:00 UTC.\n';
    const posting = await imported(api, recruiter, document);
    expect(posting.coreHours).toBeNull();
    const { data } = await readPosting(api, recruiter, posting.id, 'reading { diagnostics { severity code line } }');
    expect(data.posting.reading.diagnostics).toContainEqual({
      severity: 'ERROR',
      code: 'CORE_HOURS_CONTRADICTORY',
      line: expect.any(Number),
    });
  });

  it.each([
    [{ coreHours: { start: '10:00', end: '16:00', zone: 'Mars/Olympus' } }, 'UNKNOWN_ZONE', 'input.corrections.coreHours'],
    [{ coreHours: { start: '17:00', end: '09:00', zone: 'UTC' } }, 'CORE_HOURS_REVERSED', 'input.corrections.coreHours'],
    [{ coreHours: { start: '9', end: '10:00', zone: 'UTC' } }, 'INVALID_TIME', 'input.corrections.coreHours'],
    [{ salary: { min: 90, max: 50 } }, 'SALARY_REVERSED', 'input.corrections.salary'],
    [{ salary: { min: 90, currency: 'XXQ' } }, 'UNKNOWN_CURRENCY', 'input.corrections.salary'],
    [{ residence: ['QQ'] }, 'UNKNOWN_COUNTRY', 'input.corrections.residence'],
    [{ title: 'a\nb' }, 'INVALID_INPUT', 'input.corrections.title'],
    [{ confirm: ['onCall'] }, 'NOTHING_TO_CONFIRM', 'input.corrections.onCall'],
    [{}, 'INVALID_INPUT', 'input.corrections'],
  ])('the correction %j', async (corrections, code, field) => {
    const posting = await imported(api, recruiter, DOCUMENT);
    const result = await change(api, recruiter, 'correctPosting', { postingId: posting.id, expectedVersion: 1, corrections });
    expect(result).toMatchObject({ __typename: 'InvalidInput', code, field });
    expect((await readPosting(api, recruiter, posting.id)).data.posting).toEqual(posting);
  });

  it('a second effect of the same import, and another import under its key', async () => {
    const input = { document: DOCUMENT, idempotencyKey: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => change(api, recruiter, 'importPosting', input)));
    expect(new Set(answers.map(({ posting }) => posting.id)).size).toBe(1);
    expect(await count('postings')).toBe(1);
    expect(await count('openings')).toBe(1);
    const other = await change(api, recruiter, 'importPosting', { ...input, document: `${DOCUMENT}\nMore.` });
    expect(other).toMatchObject({ __typename: 'Refused', code: 'IDEMPOTENCY_KEY_REUSED' });
    const publish = { postingId: answers[0].posting.id, expectedVersion: 1, confirm: true, idempotencyKey: randomUUID() };
    for (let i = 0; i < 2; i += 1)
      expect(await change(api, recruiter, 'publishPosting', publish)).toMatchObject({ posting: { status: 'OPEN', version: 2 } });
  });

  it('to trip over each other when many import the same document at once', async () => {
    const postings = await Promise.all(Array.from({ length: 12 }, () => imported(api, recruiter, DOCUMENT)));
    expect(new Set(postings.map(({ slug }) => slug)).size).toBe(12);
    expect(postings.map(({ slug }) => slug).sort()).toContain('ferry-engineer-12');
    const pools = await api.owner.query('SELECT lower(name) FROM interviewer_pools WHERE organization_id = $1', [organizationId]);
    expect(pools.rowCount).toBe(postings[0].plan.stages.flatMap(({ seats }: GraphqlAnswer['data']) => seats).length);
  });

  it('a version that is not the present one, and the second of two changes at once', async () => {
    const { id } = await imported(api, recruiter, DOCUMENT);
    const stale = { postingId: id, expectedVersion: 7 };
    for (const [name, rest] of [
      ['correctPosting', { corrections: { title: 'X' } }],
      ['revisePosting', { document: DOCUMENT }],
      ['publishPosting', {}],
      ['closePosting', {}],
      ['archivePosting', {}],
      ['reopenPosting', {}],
      ['addOpenings', {}],
      ['cancelOpening', { openingId: newId() }],
      ['setPostingQuestions', { questions: [] }],
      ['editPlan', { stages: [{ name: 'Talk', kind: 'SCREEN', seats: [], selfSchedule: true }] }],
    ] as const)
      // prettier-ignore
      expect([name, await change(api, recruiter, name, { ...stale, ...rest })]).toEqual([name, expect.objectContaining({ __typename: 'Conflict', presentVersion: 1 })]);
    const both = await Promise.all(['A', 'B'].map((title) => change(api, recruiter, 'correctPosting', { postingId: id, expectedVersion: 1, corrections: { title } }))); // prettier-ignore
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'PostingReadingPayload']);
  });

  it('ids that are unknown, malformed or another organisation’s, all with the same answer', async () => {
    const strangers = await api.newOrganization();
    const stranger = await api.newPerson(strangers, 'ADMIN');
    const theirs = await imported(api, stranger, DOCUMENT);
    const { pool } = await change(api, stranger, 'createPool', { name: 'Theirs' });
    const { sectionId } = await change(api, stranger, 'saveSharedSection', { name: 'theirs', text: 'x' });
    const [stage] = theirs.plan.stages;
    const before = await api.owner.query('SELECT p.*, (SELECT json_agg(s) FROM stage_seats s WHERE s.organization_id = p.organization_id) AS seats FROM postings p WHERE organization_id = $1', [strangers]); // prettier-ignore
    const ids = [
      {
        postingId: theirs.id,
        stageId: stage.id,
        seatId: stage.seats[0].id,
        poolId: pool.id,
        sectionId,
        openingId: theirs.openings[0].id,
        personId: stranger.id,
      },
      ...[newId(), 'x', ''].map((id) => ({
        postingId: id,
        stageId: id,
        seatId: id,
        poolId: id,
        sectionId: id,
        openingId: id,
        personId: id,
      })),
    ];
    const rest: Record<string, (of: (typeof ids)[0]) => object> = {
      correctPosting: ({ postingId }) => ({ postingId, expectedVersion: 1, corrections: { title: 'X' } }),
      revisePosting: ({ postingId }) => ({ postingId, expectedVersion: 1, document: DOCUMENT }),
      resolveCorrections: ({ postingId }) => ({ postingId, expectedVersion: 1, accept: ['salary'] }),
      publishPosting: ({ postingId }) => ({ postingId, expectedVersion: 1, confirm: true }),
      reopenPosting: ({ postingId }) => ({ postingId, expectedVersion: 1 }),
      closePosting: ({ postingId }) => ({ postingId, expectedVersion: 1 }),
      archivePosting: ({ postingId }) => ({ postingId, expectedVersion: 1 }),
      editPlan: ({ postingId }) => ({
        postingId,
        expectedVersion: 1,
        stages: [{ name: 'Talk', kind: 'SCREEN', seats: [], selfSchedule: true }],
      }),
      assignSeatPool: ({ seatId }) => ({ seatId, poolId: null }),
      editKit: ({ stageId }) => ({ stageId, purpose: '', questions: [], attributes: [] }),
      addOpenings: ({ postingId }) => ({ postingId, expectedVersion: 1 }),
      cancelOpening: ({ postingId, openingId }) => ({ postingId, openingId, expectedVersion: 1 }),
      addTeamMember: ({ postingId }) => ({ postingId, personId: recruiter.id, teamRole: 'INTERVIEWER' }),
      removeTeamMember: ({ postingId, personId }) => ({ postingId, personId, teamRole: 'HIRING_MANAGER' }),
      setPostingQuestions: ({ postingId }) => ({ postingId, expectedVersion: 1, questions: [] }),
      renamePool: ({ poolId }) => ({ poolId, name: 'Ours' }),
      addPoolMember: ({ poolId }) => ({ poolId, personId: recruiter.id }),
      removePoolMember: ({ poolId, personId }) => ({ poolId, personId }),
      deleteSharedSection: ({ sectionId: id }) => ({ sectionId: id, expectedVersion: 1 }),
    };
    const makesNew = ['importPosting', 'createPool', 'saveSharedSection', 'setPostingRules'];
    expect(Object.keys(rest).sort()).toEqual(MUTATION_NAMES.filter((name) => !makesNew.includes(name)).sort());
    for (const [name, input] of Object.entries(rest))
      for (const of of ids) {
        const { code, __typename } = await change(api, recruiter, name, input(of));
        expect([name, of.postingId, __typename, code]).toEqual([name, of.postingId, 'Refused', 'NOT_FOUND']);
      }
    for (const { postingId } of ids) {
      const answer = await readPosting(api, recruiter, postingId, 'id');
      expect(answer.errors![0]!.extensions!.code).toBe('NOT_FOUND');
      expect(answer.errors![0]!.message).toBe('There is no such posting, or you may not see it.');
    }
    const mine = await imported(api, recruiter, DOCUMENT);
    const seatId = mine.plan.stages[0].seats[0].id;
    expect(await change(api, recruiter, 'assignSeatPool', { seatId, poolId: pool.id })).toMatchObject({ field: 'input.poolId' });
    const after = await api.owner.query('SELECT p.*, (SELECT json_agg(s) FROM stage_seats s WHERE s.organization_id = p.organization_id) AS seats FROM postings p WHERE organization_id = $1', [strangers]); // prettier-ignore
    expect(after.rows).toEqual(before.rows);
  });

  it('those whose role is too small, and everybody who is not signed in', async () => {
    const interviewer = await api.newPerson(organizationId, 'INTERVIEWER');
    expect(await change(api, interviewer, 'importPosting', { document: DOCUMENT })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await preview(api, interviewer, DOCUMENT)).errors![0]!.extensions!.code).toBe('FORBIDDEN');
    for (const query of [
      '{ postings(first: 1) { nodes { id } } }',
      '{ interviewerPools { id } }',
      '{ sharedSections { id } }',
      '{ previewPosting(document: "x") { stages { name } } }',
      `{ posting(id: "${newId()}") { id } }`,
    ])
      // prettier-ignore
      expect((await api.graphql(query)).errors![0]!.extensions!.code).toBe('UNAUTHENTICATED');
    const manager = await api.newPerson(organizationId, 'HIRING_MANAGER');
    const theirs = await imported(api, manager, DOCUMENT);
    expect(theirs).toMatchObject({ myTeamRoles: ['HIRING_MANAGER'] });
    const ours = await imported(api, recruiter, DOCUMENT);
    expect(await change(api, manager, 'closePosting', { postingId: ours.id, expectedVersion: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await api.graphql('{ postings(first: 9) { nodes { id } } }', {}, manager)).data.postings.nodes).toEqual([
      { id: theirs.id },
    ]);
  });
});
