import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BoardQuery } from '#libs/applications/queries/board.js';
import { type Id, newId } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { inTurns } from './answers.js';
import { documentOf, outcomeOf, placesIn, valueAt, withValue } from './documents.js';
import { MUTATIONS, type Operation, QUERIES, schema } from './operations.js';
import { type Caller, type Organisation, buildOrganisation, copyOrganisation } from './organisation.js';

/** Members who are in no team, whatever they may everywhere else. */
const OUTSIDE: readonly Caller[] = ['admin', 'recruiter', 'outsider', 'interviewer'];

/** What an administrator owes to persons and to the record reaches everybody: data that people asked about, that are due, held, or told of; who did what, by ids. */
const DUTIES = ['auditEvents', 'legalHolds', 'privacyRequests', 'retentionPreview', 'webhookDeliveries'];
/** The same for deeds, which are about persons. */
const DUTIES_DONE = ['answerPrivacyRequest', 'eraseCandidate', 'exportCandidate', 'placeLegalHold', 'releaseLegalHold'];

describe('a confidential posting', () => {
  let api: TestApi;
  let original: Organisation;
  let ours: Organisation;
  let secrets: string[];

  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    original = await buildOrganisation(api, 'ours');
    await api.owner.query(`DELETE FROM hiring_team_members WHERE person_id = ANY ($1)`, [
      OUTSIDE.map((caller) => original.things.people[caller as 'admin']),
    ]);
    await api.owner.query(`UPDATE postings SET confidential = true, title = 'Qx' || title`);
    await api.owner.query(`UPDATE candidates SET name = 'Qx ' || name`);
    ours = await copyOrganisation(api, original);
    secrets = await secretsOf(api, ours.id);
  }, 60_000);
  afterAll(() => api.close());

  const ask = (name: string, caller: Caller) =>
    api.graphql(documentOf(schema, 'query', name, 3), QUERIES[name]!.variables(ours.things, caller), ours.as(caller));
  const found = (answer: object): string[] => secrets.filter((secret) => JSON.stringify(answer).includes(secret));

  it('is found by none of the questions of whoever is not in its team, nor anything below it', async () => {
    const looks = OUTSIDE.flatMap((caller) =>
      Object.keys(QUERIES)
        .filter((name) => caller !== 'admin' || !DUTIES.includes(name))
        .map((name) => async () => {
          const leaks = found(await ask(name, caller));
          return leaks.length === 0 ? null : `${caller}, ${name}: ${leaks.slice(0, 3).join(', ')}`;
        }),
    );
    expect((await inTurns(looks)).filter((leak) => leak !== null)).toEqual([]);
  });

  it('is shown to its team, to whoever has a seat in it, and to its candidates', async () => {
    for (const name of [
      'posting',
      'postings',
      'board',
      'applications',
      'application',
      'candidate',
      'mails',
      'teamTurn',
      'scorecards',
    ])
      expect([name, (await ask(name, 'lead')).errors]).toEqual([name, undefined]);
    for (const name of ['posting', 'postings', 'board', 'application', 'teamTurn'])
      expect([name, found(await ask(name, 'lead')).length > 0]).toEqual([name, true]);
    for (const name of ['application', 'candidate', 'myInterviews', 'interviewKit'])
      expect([name, found(await ask(name, 'seated')).length > 0]).toEqual([name, true]);
    expect(found(await ask('myApplication', 'candidate')).length).toBeGreaterThan(0);
    expect(await api.app.get(BoardQuery).isAllowed(memberOf(ours, 'coordinator'), ours.things.posting)).toBe(true);
    expect(await api.app.get(BoardQuery).isAllowed(memberOf(ours, 'recruiter'), ours.things.posting)).toBe(false);
  });

  it('is no more there for a deed of somebody outside than an id that nobody has', async () => {
    const tries = (['admin', 'recruiter'] as const).flatMap((caller) =>
      Object.entries(MUTATIONS)
        .filter(([name, { may }]) => may.includes(caller) && !DUTIES_DONE.includes(name))
        .flatMap(([name, operation]) => idsOfSecrets(name, operation).map((path) => ({ caller, name, operation, path }))),
    );
    expect(tries.length).toBeGreaterThan(80);
    const outcomes = await inTurns(
      tries.map(({ caller, name, operation, path }) => async () => {
        const variables = operation.variables(ours.things, caller);
        const send = async (sent: object) =>
          outcomeOf(await api.graphql(documentOf(schema, 'mutation', name, 2), sent, ours.as(caller)));
        const [there, nowhere] = [await send(variables), await send(withValue(variables, path, newId()))];
        const alike = there.refused && there.code === nowhere.code && there.message === nowhere.message;
        return alike
          ? null
          : `${caller}, ${name}.${path.join('.')}: ${there.code} ${there.message} | ${nowhere.code} ${nowhere.message}`;
      }),
    );
    expect(outcomes.filter((wrong) => wrong !== null)).toEqual([]);
  });

  const idsOfSecrets = (name: string, operation: Operation) => {
    const variables = operation.variables(ours.things, operation.may[0]!);
    return placesIn(schema, 'mutation', name, variables)
      .filter(({ type, path }) => type === 'ID' && secrets.includes(valueAt(variables, path) as string))
      .map(({ path }) => path);
  };

  it('stands on no page for the public, and takes no application from it', async () => {
    const { postingSlug } = ours.things;
    const page = (path: string) =>
      fetch(`${api.url}${path}`).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
    expect((await page(`/careers/${ours.slug}/${postingSlug}`)).status).toBe(404);
    for (const path of [
      `/careers/${ours.slug}`,
      `/careers/${ours.slug}/feed.xml`,
      `/careers/${ours.slug}/indeed.xml`,
      '/sitemap.xml',
    ]) {
      const { text } = await page(path);
      expect(text).not.toContain('Qx');
      expect(text).not.toContain(postingSlug);
    }
    const apply = `mutation ($input: ApplyToPostingInput!) { applyToPosting(input: $input) { ... on UserError { code } } }`;
    const contact = { name: 'Somebody', email: 'somebody@mail.example', country: 'GR', zone: 'Europe/Athens', links: [] };
    const answer = await api.graphql(apply, { input: { organization: ours.slug, posting: postingSlug, consent: true, contact } });
    expect(JSON.stringify(answer)).toContain('NOT_FOUND');
  });
});

describe('making a posting confidential', () => {
  let api: TestApi;
  let ours: Organisation;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    ours = await buildOrganisation(api, 'ours');
  }, 60_000);
  afterAll(() => api.close());

  const PAYLOAD = '... on PostingPayload { posting { id confidential version } } ... on UserError { code }';
  const change = async (name: string, input: object, caller: Caller) => {
    const type =
      { addTeamMember: 'TeamMemberInput', removeTeamMember: 'TeamMemberInput' }[name] ??
      `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const answer = await api.graphql(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${PAYLOAD} } }`,
      { input },
      ours.as(caller),
    );
    return answer.data[name] as { code?: string; posting?: { id: Id; confidential: boolean; version: number } };
  };
  const set = (confidential: boolean, expectedVersion: number, caller: Caller) =>
    change('setPostingConfidential', { postingId: ours.things.posting, expectedVersion, confidential }, caller);

  it('is done by somebody of its team, who can undo it; the last who leads it does not leave', async () => {
    expect(await set(true, 1, 'recruiter')).toEqual({ code: 'NOT_IN_TEAM' });
    expect(await set(true, 1, 'lead')).toMatchObject({ posting: { confidential: true, version: 2 } });
    expect(await set(false, 2, 'admin')).toEqual({ code: 'NOT_FOUND' });
    const { posting: postingId, people } = ours.things;
    const lead = { postingId, personId: people.lead, teamRole: 'HIRING_MANAGER' };
    expect(await change('removeTeamMember', lead, 'lead')).toEqual({ code: 'NOBODY_LEADS' });
    const named = { postingId, personId: people.recruiter, teamRole: 'INTERVIEWER' };
    expect(await change('addTeamMember', named, 'lead')).toMatchObject({ posting: { confidential: true } });
    expect(await set(true, 2, 'recruiter')).toMatchObject({ posting: { version: 3 } });
    expect(await change('removeTeamMember', named, 'recruiter')).toMatchObject({ posting: null });
    expect(await set(true, 3, 'recruiter')).toEqual({ code: 'NOT_FOUND' });
  });

  it('leaves it with whoever disables the last who led it, also when another one leaves at the same moment', async () => {
    const { posting: postingId, people } = ours.things;
    await api.owner.query(`INSERT INTO hiring_team_members (organization_id, posting_id, person_id, team_role) VALUES ($1, $2, $3, 'RECRUITER')`, [ours.id, postingId, people.recruiter]); // prettier-ignore
    const disable = 'mutation ($input: PersonInput!) { disablePerson(input: $input) { ... on UserError { code } } }';
    const [, left] = await Promise.all([
      api.graphql(disable, { input: { personId: people.lead } }, ours.as('admin')),
      change('removeTeamMember', { postingId, personId: people.recruiter, teamRole: 'RECRUITER' }, 'recruiter'),
    ]);
    const { rows: leads } = await api.owner.query(
      `SELECT t.person_id FROM hiring_team_members t JOIN people p ON p.id = t.person_id AND p.status = 'ACTIVE'
        WHERE t.posting_id = $1 AND t.team_role IN ('HIRING_MANAGER', 'RECRUITER')`,
      [postingId],
    );
    // Whichever came first: the recruiter stays, or the administrator has taken over.
    expect(leads).toEqual([{ person_id: left.code === 'NOBODY_LEADS' ? people.recruiter : people.admin }]);
  });

  it('can be so from the beginning', async () => {
    const { posting } = await change(
      'importPosting',
      { document: '# Head of Sales\n\nSell.\n', confidential: true },
      'recruiter',
    );
    expect(posting).toMatchObject({ confidential: true, version: 1 });
    const answer = await api.graphql('query ($id: ID!) { posting(id: $id) { id } }', { id: posting!.id }, ours.as('admin'));
    expect(answer.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});

function memberOf(organisation: Organisation, caller: 'coordinator' | 'recruiter') {
  const role = caller === 'recruiter' ? ('RECRUITER' as const) : ('INTERVIEWER' as const);
  return { kind: 'staff' as const, organizationId: organisation.id, personId: organisation.things.people[caller], role };
}

/** Ids and names that lead to postings or to those who applied. */
async function secretsOf(api: TestApi, organizationId: Id): Promise<string[]> {
  const ids = ['postings', 'applications', 'candidates', 'interviews', 'interview_seats', 'take_homes', 'plan_stages', 'stage_seats', 'openings', 'posting_revisions', 'interview_plans', 'mails']; // prettier-ignore
  const { rows } = await api.owner.query<{ secret: string }>(
    `${ids.map((table) => `SELECT id::text AS secret FROM ${table} WHERE organization_id = $1`).join(' UNION ')}
     UNION SELECT title FROM postings WHERE organization_id = $1 UNION SELECT slug FROM postings WHERE organization_id = $1 AND slug <> ''
     UNION SELECT name FROM candidates WHERE organization_id = $1 UNION SELECT email FROM candidates WHERE organization_id = $1`,
    [organizationId],
  );
  return rows.map(({ secret }) => secret);
}
