import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPosting } from '../../support/builders.js';

const ALL =
  'id candidateId candidateName stageId status version enteredStageAt appliedAt residenceCheck waitingOn waitingFor waitingUntil';

describe('a board whose cards are cut in one go', () => {
  let api: TestApi;
  let recruiter: TestPerson;
  let posting: BuiltPosting;
  let organizationId: Id;
  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
    posting = await buildPosting(api.owner, organizationId);
    for (const stage of [null, ...posting.stages])
      await buildApplication(api.owner, organizationId, posting, { stageId: stage?.id ?? null });
  });
  afterAll(() => api.close());

  const text = async (query: string, variables: object, as: TestPerson | null = recruiter) => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (as) headers.authorization = `Bearer ${as.token}`;
    const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    // The id of a masked error is new every time.
    return (await response.text()).replace(/[0-9a-f-]{36}\./g, '');
  };

  it('answers the same bytes as graphql-js does, whatever is asked for and in whatever order', async () => {
    const plain = [
      `query ($id: ID!) { board(postingId: $id) { cards { ${ALL} } } }`,
      `query ($id: ID!) { board(postingId: $id) { title cards { id } status } }`,
      `query ($id: ID!) { __typename: board(postingId: $id) { a: title mine: cards { who: candidateName __typename kind: __typename since: enteredStageAt } } }`,
      `query ($id: ID!) { board(postingId: $id) { __typename ended { hired } cards { ...one ... on BoardCard { version id } waitingOn } columns { name } } } fragment one on BoardCard { id ...two } fragment two on BoardCard { residenceCheck id }`,
      `query ($id: ID!) { board(postingId: $id) { cards { id id version } } }`,
    ];
    for (const query of plain) {
      // A directive that changes nothing is not plain and takes the ordinary way.
      const ordinary = query.replace(/\b(cards) \{/, '$1 @include(if: true) {');
      expect(ordinary).not.toBe(query);
      const [cut, walked] = [await text(query, { id: posting.id }), await text(ordinary, { id: posting.id })];
      expect(cut).toBe(walked);
      expect(cut).toContain('"data"');
      expect(cut).not.toContain('"errors"');
    }
  });

  it('leaves everything else to graphql-js: refusals, lists asked for twice, queries with more than the board', async () => {
    const stranger = await api.newPerson(await api.newOrganization(), 'ADMIN');
    const query = `query ($id: ID!) { board(postingId: $id) { cards { id } } }`;
    const code = async (as: TestPerson | null, id: string) => JSON.parse(await text(query, { id }, as)).errors[0].extensions.code;
    expect(await code(stranger, posting.id)).toBe('NOT_FOUND');
    expect(await code(recruiter, 'nothing')).toBe('NOT_FOUND');
    expect(await code(null, posting.id)).toBe('UNAUTHENTICATED');
    const both = JSON.parse(
      await text(`query ($id: ID!) { board(postingId: $id) { cards { id } again: cards { version } } viewer { name } }`, {
        id: posting.id,
      }),
    );
    expect(both.errors).toBeUndefined();
    expect(both.data.board.cards).toHaveLength(4);
    expect(both.data.board.again[0]).toEqual({ version: expect.any(Number) });
  });

  it('shows each request its own cards when many ask at once', async () => {
    const other = await buildPosting(api.owner, organizationId);
    const query = `query ($id: ID!) { board(postingId: $id) { postingId cards { id } } }`;
    const answers = await Promise.all(
      Array.from(
        { length: 30 },
        async (_, i) => JSON.parse(await text(query, { id: i % 2 === 0 ? posting.id : other.id })).data.board,
      ),
    );
    for (const [i, board] of answers.entries()) {
      expect(board.postingId).toBe(i % 2 === 0 ? posting.id : other.id);
      expect(board.cards).toHaveLength(i % 2 === 0 ? 4 : 0);
    }
  });
});
