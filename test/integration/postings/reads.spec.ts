import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicPosting, publicPostings } from '#libs/postings/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { DOCUMENT, change, imported } from './postings-api.js';

describe('reading postings', () => {
  let api: TestApi;
  let organizationId: string;
  let recruiter: TestPerson;
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
  });
  afterAll(() => api.close());

  /** How many statements an operation sends. */
  async function statements(query: string): Promise<number> {
    const { uow } = api;
    const read = uow.read;
    const names: string[] = [];
    uow.read = function (this: typeof uow, ...args: Parameters<typeof read>) {
      if (args[1] !== 'authenticate-session') names.push(args[1]);
      return read.apply(this, args);
    } as typeof read;
    try {
      const answer = await api.graphql(query, {}, recruiter);
      expect(answer.errors).toBeUndefined();
    } finally {
      uow.read = read;
    }
    return names.length;
  }

  it('costs the same number of statements for one and for many', async () => {
    const query = (first: number) => `{ postings(first: ${first}) { nodes { id title salary { min } openings { id } team { person { name } }
      plan { stages { name seats { pool { name members { person { name } } } } kit { attributes { name } } } } plans { version }
      reading { facts { field } } publishProblems { code } } } }`; // prettier-ignore
    await imported(api, recruiter, DOCUMENT);
    const one = await statements(query(1));
    await Promise.all(Array.from({ length: 9 }, () => imported(api, recruiter, DOCUMENT)));
    expect(await statements(query(10))).toBe(one);
    expect(one).toBeLessThanOrEqual(9);
  });

  it('gives every posting once, page after page, and those of a status when asked', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await api.graphql('query ($after: String) { postings(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }', { after }, recruiter); // prettier-ignore
      seen.push(...data.postings.nodes.map(({ id }: { id: string }) => id));
      ({ hasNextPage: more, endCursor: after } = data.postings.pageInfo);
    }
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect(seen).toHaveLength(10);
    await change(api, recruiter, 'archivePosting', { postingId: seen[3], expectedVersion: 1 });
    const { data } = await api.graphql('{ postings(first: 50, status: ARCHIVED) { nodes { id } } }', {}, recruiter);
    expect(data.postings.nodes).toEqual([{ id: seen[3] }]);
    const bad = await api.graphql('{ postings(first: 4, after: "x") { nodes { id } } }', {}, recruiter);
    expect(bad.errors![0]!.extensions!.code).toBe('BAD_USER_INPUT');
  });

  it('shows the public what is open or closed, by its address and its organisation alone', async () => {
    const posting = await imported(api, recruiter, DOCUMENT.replaceAll('Ferry Engineer', 'Harbour Engineer'));
    const address = posting.slug as string;
    expect(await publicPosting(api.uow, organizationId, address)).toBeNull();
    const questions = [{ id: 'why', label: 'Why boats?', required: false, kind: 'TEXT' }];
    await change(api, recruiter, 'setPostingQuestions', { postingId: posting.id, expectedVersion: 1, questions });
    await change(api, recruiter, 'publishPosting', { postingId: posting.id, expectedVersion: 2, confirm: true });
    expect(await publicPosting(api.uow, organizationId, address)).toMatchObject({
      id: posting.id,
      status: 'OPEN',
      questions,
      document: expect.stringContaining('Tern Lines'),
    });
    expect(await publicPostings(api.uow, organizationId)).toMatchObject([
      { id: posting.id, residence: ['PT', 'ES'], openedAt: expect.any(Date) },
    ]);
    const elsewhere = await api.newOrganization();
    expect(await publicPosting(api.uow, elsewhere, address)).toBeNull();
    expect(await publicPostings(api.uow, elsewhere)).toEqual([]);
    for (const slug of ['', '../x', "x' OR '1'='1", 'X'.repeat(500)])
      expect(await publicPosting(api.uow, organizationId, slug)).toBeNull();
  });
});
