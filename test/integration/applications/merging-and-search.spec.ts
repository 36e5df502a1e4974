import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { buildApplication, buildCandidate, buildPosting } from '../../support/builders.js';

const MERGE = `mutation ($input: MergeCandidatesInput!) { result: mergeCandidates(input: $input) {
  ... on MergeCandidatesPayload { keptId mergedId applications attachments } ... on UserError { code message } } }`;

describe('finding and merging people', () => {
  let api: TestApi;
  let organizationId: Id;
  let recruiter: TestPerson;
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
  });
  afterAll(() => api.close());

  const search = async (query: string, as: TestPerson = recruiter) => {
    const answer = await api.graphql(
      'query ($query: String!) { searchCandidates(query: $query, first: 10) { id name applications { postingTitle } } }',
      { query },
      as,
    );
    return answer.errors?.[0]?.extensions?.code ?? answer.data.searchCandidates.map(({ name }: { name: string }) => name);
  };
  const withCv = async (name: string, text: string) => {
    const id = await buildCandidate(api.owner, organizationId, { name });
    await api.owner.query(
      `INSERT INTO attachments (organization_id, id, candidate_id, kind, file_name, content_type, size_bytes, sha256, storage_key, text_content)
       VALUES ($1, $2, $3, 'CV', 'cv.txt', 'text/plain', 1, '\\x00', 'none', $4)`,
      [organizationId, newId(), id, text],
    );
    await api.owner.query('SELECT index_candidate($1)', [id]);
    return id;
  };
  const merge = async (keepId: Id, mergeId: Id, as: TestPerson = recruiter) =>
    (await api.graphql(MERGE, { input: { keepId, mergeId } }, as)).data.result;

  it('finds people by part of a name or address and by words of the CV, whatever the accents', async () => {
    await withCv('Zoë Łukasiewicz-Strauß', 'Ten years of node.js, PostgreSQL and COBOL');
    await withCv('Amir Haddad', 'Rust, C++ and a little PostgreSQL');
    expect(await search('zoe')).toEqual(['Zoë Łukasiewicz-Strauß']);
    expect(await search('ŁUKASIEWICZ')).toEqual(['Zoë Łukasiewicz-Strauß']);
    expect(await search('strauss zo')).toEqual(['Zoë Łukasiewicz-Strauß']);
    expect(await search('iewicz')).toEqual(['Zoë Łukasiewicz-Strauß']);
    expect((await search('postgres')).sort()).toEqual(['Amir Haddad', 'Zoë Łukasiewicz-Strauß']);
    expect(await search('js cob')).toEqual(['Zoë Łukasiewicz-Strauß']);
    expect(await search('haddad rust')).toEqual(['Amir Haddad']);
    expect(await search('haddad cobol')).toEqual([]);
  });

  it('takes a query for text and nothing else', async () => {
    for (const query of [
      "'; DROP TABLE candidates; --",
      '%',
      '_',
      '\\',
      ':* & !',
      '((',
      '<->',
      ' ',
      'x\0y',
      'half \ud83c',
      '🌍',
      'a'.repeat(5000),
    ]) {
      expect({ query, found: await search(query) }).toEqual({ query, found: [] });
    }
    const { rows } = await api.owner.query('SELECT count(*)::int AS n FROM candidates');
    expect(rows[0].n).toBeGreaterThan(0);
  });

  it('is for recruiters, and shows an organisation its own people only', async () => {
    const manager = await api.newPerson(organizationId, 'HIRING_MANAGER');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    expect(await search('zoe', manager)).toBe('NOT_FOUND');
    expect(await search('zoe', stranger)).toEqual([]);
  });

  it('moves applications, files and search to the record that is kept, and remembers what was', async () => {
    const [kept, merged] = [await withCv('Maria Skłodowska', 'Radium'), await withCv('Marie Curie', 'Polonium')];
    const [first, second] = [await buildPosting(api.owner, organizationId), await buildPosting(api.owner, organizationId)];
    const one = await buildApplication(api.owner, organizationId, first, { candidateId: kept });
    const two = await buildApplication(api.owner, organizationId, second, { candidateId: merged });
    expect(await merge(kept, merged)).toEqual({ keptId: kept, mergedId: merged, applications: 1, attachments: 1 });
    const { rows } = await api.owner.query('SELECT id FROM applications WHERE candidate_id = $1 ORDER BY id', [kept]);
    expect(rows.map(({ id }) => id)).toEqual([one.id, two.id].sort());
    expect(await search('polonium')).toEqual(['Maria Skłodowska']);
    expect(await search('marie curie')).toEqual([]);
    const record = (await api.owner.query('SELECT merged_by, before FROM candidate_merges WHERE merged_id = $1', [merged]))
      .rows[0];
    expect(record).toMatchObject({
      merged_by: recruiter.id,
      before: { merged: { name: 'Marie Curie' }, applications: [two.id] },
    });
    const events = await api.owner.query(`SELECT payload FROM outbox_events WHERE name = 'CandidatesMerged'`);
    expect(events.rows).toEqual([{ payload: { keptId: kept, mergedId: merged } }]);
    expect(await merge(kept, merged)).toMatchObject({ code: 'ALREADY_MERGED' });
  });

  it('refuses two active applications for one posting, and leaves everything as it was', async () => {
    const posting = await buildPosting(api.owner, organizationId, { title: 'Gardener' });
    const [a, b] = [
      await buildApplication(api.owner, organizationId, posting),
      await buildApplication(api.owner, organizationId, posting),
    ];
    expect(await merge(a.candidateId, b.candidateId)).toMatchObject({
      code: 'BOTH_ACTIVE',
      message: expect.stringContaining('Gardener'),
    });
    const { rows } = await api.owner.query('SELECT merged_into_id FROM candidates WHERE id = $1', [b.candidateId]);
    expect(rows[0].merged_into_id).toBeNull();
  });

  it('merges for recruiters of the same organisation only', async () => {
    const [a, b] = [await buildCandidate(api.owner, organizationId), await buildCandidate(api.owner, organizationId)];
    const manager = await api.newPerson(organizationId, 'HIRING_MANAGER');
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const refused = await merge(a, b, manager);
    expect(refused).toMatchObject({ code: 'NOT_FOUND' });
    expect(await merge(a, b, stranger)).toEqual(refused);
    expect(await merge(a, newId())).toEqual(refused);
    expect(await merge(a, 'nothing')).toEqual(refused);
    expect(await merge(a, a)).toMatchObject({ code: 'SAME_CANDIDATE' });
  });

  it('corrects a person unless somebody else did meanwhile, and keeps addresses single', async () => {
    const [a, b] = [
      await buildCandidate(api.owner, organizationId, { email: 'one@mail.example' }),
      await buildCandidate(api.owner, organizationId, { email: 'two@mail.example' }),
    ];
    const update = async (candidateId: Id, expectedVersion: number, email: string) =>
      (
        await api.graphql(
          `mutation ($input: UpdateCandidateInput!) { result: updateCandidate(input: $input) {
             ... on UpdateCandidatePayload { version } ... on UserError { code } ... on Conflict { presentVersion } } }`,
          { input: { candidateId, expectedVersion, contact: { name: 'Corrected Name', email } } },
          recruiter,
        )
      ).data.result;
    expect(await update(a, 1, 'one@mail.example')).toEqual({ version: 2 });
    expect(await update(a, 1, 'one@mail.example')).toEqual({ code: 'CONFLICT', presentVersion: 2 });
    expect(await update(b, 1, 'ONE@mail.example')).toEqual({ code: 'EMAIL_TAKEN' });
    expect(await search('corrected')).toEqual(['Corrected Name']);
  });
});
