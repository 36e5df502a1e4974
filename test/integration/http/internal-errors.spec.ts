import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { hearLog } from '../../support/log-lines.js';
import { ask, post } from './raw-request.js';

const INSIDES =
  /relation|does not exist|SELECT|INSERT|interview_seats|interviewer_pools|interview_plans|postings_|node_modules|\bat \w+ \(|\.[jt]s:/;
const TRACE = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

describe('an error of ours', () => {
  let api: TestApi;
  let admin: TestPerson;
  let lines: string[];
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api', logLevel: 'error' } });
    admin = await api.newPerson(await api.newOrganization('broken'), 'ADMIN');
    await api.owner.query(
      'DROP TABLE interviewer_pool_members; DROP TABLE postings CASCADE; ALTER TABLE sources RENAME TO springs',
    );
    lines = hearLog(api);
  });
  afterAll(() => api.close());

  const logged = (trace: string) => lines.filter((line) => line.includes(trace));

  it.each([
    '{ interviewerPools { id members { personId } } }',
    '{ postings { nodes { id } } }',
    '{ sources { id } }',
    'mutation { addSource(input: { name: "Fair" }) { __typename } }',
    'mutation { importPosting(input: { document: "# Gardener" }) { __typename } }',
    'mutation { addPoolMember(input: { poolId: "01a20755-51b3-7002-820b-2cf457359187", personId: "01a20755-51b3-7002-820b-2cf457359187" }) { __typename } }',
  ])('in %s is answered with an id and nothing of its cause, which the log has under the id', async (query) => {
    const { body } = await post(api.url, query, {}, { authorization: `Bearer ${admin.token}` });
    if (query.includes('addPoolMember')) return expect(body).toContain('Refused');
    const { errors, data } = JSON.parse(body) as {
      errors: { message: string; extensions: Record<string, string> }[];
      data: unknown;
    };
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(Object.keys(errors[0]!.extensions).sort()).toEqual(['code', 'trace']);
    expect(errors[0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(errors[0]!.message).toContain(errors[0]!.extensions.trace);
    expect(body).not.toMatch(INSIDES);
    expect(logged(errors[0]!.extensions.trace!).join()).toContain('does not exist');
  });

  it.each(['/careers/broken', '/careers/broken/gardener', '/desk'])('on the page %s is answered alike', async (path) => {
    const { status, body } = await ask(api.url, 'GET', path, { cookie: `rounds_session=${admin.token}` });
    expect(status).toBe(500);
    expect(body).not.toMatch(INSIDES);
    const [trace] = TRACE.exec(body)!;
    expect(logged(trace).join()).toContain('does not exist');
  });

  it('leaves the rest working', async () => {
    const { body } = await post(api.url, '{ viewer { role } }', {}, { authorization: `Bearer ${admin.token}` });
    expect(JSON.parse(body)).toEqual({ data: { viewer: { role: 'ADMIN' } } });
  });
});
