import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId, ok, refuse } from '#libs/kernel/index.js';
import { presumed } from '#libs/platform/index.js';
import { PROVEN_BY_TRANSACTION } from '#apps/api/src/graphql/identified.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPosting } from '../../support/builders.js';

const fields = '__typename ... on UserError { code } ... on MovePayload { application { version } }';

/** Input that would be carried out, or refused for what it says, if somebody were there. */
function inputOf(name: string, applicationId: Id, expectedVersion = 0): object {
  const common = { applicationId, expectedVersion };
  if (name === 'moveApplication' || name === 'withdrawApplication') return common;
  if (name === 'rejectApplication') return { ...common, reasonId: newId() };
  if (name === 'hireApplication') return { ...common, openingId: newId() };
  if (name === 'skipStage') return { ...common, reason: 'why', evidence: 'https://example.org/' };
  return { ...common, reason: 'why' };
}

describe('a session that was known a moment ago', () => {
  let api: TestApi;
  let organizationId: Id;
  let posting: BuiltPosting;
  let person: TestPerson;
  let applicationId: Id;

  beforeAll(async () => {
    api = await startTestApi();
    organizationId = await api.newOrganization();
    posting = await buildPosting(api.owner, organizationId, { stages: [{ name: 'One', kind: 'SCREEN' }] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    person = await api.newPerson(organizationId, 'RECRUITER');
    ({ id: applicationId } = await buildApplication(api.owner, organizationId, posting));
    expect((await api.graphql('{ viewer { id } }', {}, person)).data.viewer.id).toBe(person.id);
  });

  const send = (name: string) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { result: ${name}(input: $input) { ${fields} } }`;
    return api.graphql(query, { input: inputOf(name, applicationId) }, person);
  };
  const transitions = async () =>
    (await api.owner.query('SELECT version FROM transitions WHERE application_id = $1', [applicationId])).rowCount;

  it.each([...PROVEN_BY_TRANSACTION])('does nothing with %s when it was revoked elsewhere', async (name) => {
    await api.owner.query('UPDATE sessions SET revoked_at = now() WHERE person_id = $1', [person.id]);
    const { data, errors } = await send(name);
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await transitions()).toBe(0);
  });

  it('does nothing when its person was disabled', async () => {
    await api.owner.query(`UPDATE people SET status = 'DISABLED' WHERE id = $1`, [person.id]);
    expect((await send('moveApplication')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await transitions()).toBe(0);
  });

  it('is judged by the role that its person has now', async () => {
    await api.owner.query(`UPDATE people SET role = 'INTERVIEWER' WHERE id = $1`, [person.id]);
    expect((await send('moveApplication')).errors?.[0]?.extensions?.code).toBe('ROLE_CHANGED');
    expect((await send('moveApplication')).data.result.code).toBe('NOT_FOUND');
    await api.owner.query(`UPDATE people SET role = 'ADMIN' WHERE id = $1`, [person.id]);
    await send('moveApplication');
    expect((await send('moveApplication')).data.result.application.version).toBe(1);
  });

  it('is asked for before a transaction that only writes, or that refuses at once', async () => {
    const nobody = presumed(person.actor, {
      ...{ name: 'prove-nothing', sql: 'SELECT 1 WHERE false', params: [] },
      contradicts: (row) => (row ? null : new Error('not you')),
    });
    const writing = api.uow.run(nobody, async (tx) => {
      tx.write('add-source', 'INSERT INTO sources (organization_id, id, name) VALUES ($1, $2, $3)', [
        ...[organizationId, newId(), 'unproven'],
      ]);
      return ok(null);
    });
    await expect(writing).rejects.toThrow('not you');
    await expect(api.uow.run(nobody, async () => refuse('NO', 'no'))).rejects.toThrow('not you');
    expect((await api.owner.query(`SELECT FROM sources WHERE name = 'unproven'`)).rowCount).toBe(0);
  });
});
