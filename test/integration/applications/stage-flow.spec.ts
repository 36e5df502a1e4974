import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import {
  type BuiltPosting,
  buildApplication,
  buildCandidate,
  buildPosting,
  buildRejectionReason,
  buildTeamMember,
} from '../../support/builders.js';

const FLOW = 'query ($id: ID!) { stageFlow(postingId: $id) { name kind reached wentOn rejected withdrew present medianDays } }';

describe('how applications went through the stages', () => {
  let api: TestApi;
  let organizationId: Id;
  let recruiter: TestPerson;
  let posting: BuiltPosting;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    organizationId = await api.newOrganization();
    recruiter = await api.newPerson(organizationId, 'RECRUITER');
    posting = await buildPosting(api.owner, organizationId, {
      stages: [
        { name: 'Screening call', kind: 'SCREEN' },
        { name: 'Offer', kind: 'OFFER' },
      ],
    });
  });
  afterAll(() => api.close());

  const flow = async (as = recruiter) => (await api.graphql(FLOW, { id: posting.id }, as)).data?.stageFlow;
  const act = async (mutation: string, input: object) => {
    const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { data } = await api.graphql(
      `mutation ($input: ${name}!) { ${mutation}(input: $input) { __typename } }`,
      { input },
      recruiter,
    );
    expect(data[mutation].__typename).toBe('MovePayload');
  };
  const apply = async () => {
    const candidateId = await buildCandidate(api.owner, organizationId);
    return (await buildApplication(api.owner, organizationId, posting, { candidateId, stageId: null })).id;
  };

  it('is nothing while nobody has applied', async () => {
    expect(await flow()).toEqual([]);
  });

  it('counts everybody once where they stood, by what they did there last', async () => {
    const [hired, rejected, sentBack, waiting] = [await apply(), await apply(), await apply(), await apply()];
    const reasonId = await buildRejectionReason(api.owner, organizationId, 'Other');
    for (const applicationId of [hired, rejected, sentBack]) await act('moveApplication', { applicationId, expectedVersion: 0 });
    await act('moveApplication', { applicationId: hired, expectedVersion: 1 });
    await act('hireApplication', { applicationId: hired, expectedVersion: 2, openingId: posting.openingIds[0] });
    await act('rejectApplication', { applicationId: rejected, expectedVersion: 1, reasonId });
    await act('reopenApplication', { applicationId: rejected, expectedVersion: 2, reason: 'Read again' });
    await act('rejectApplication', { applicationId: rejected, expectedVersion: 3, reasonId });
    await act('sendBackApplication', { applicationId: sentBack, expectedVersion: 1, reason: 'Too early' });
    await api.owner.query(`UPDATE applications SET applied_at = now() - interval '4 days' WHERE id = ANY($1)`, [
      [hired, rejected, sentBack, waiting],
    ]);
    expect(await flow()).toEqual([
      { name: null, kind: null, reached: 4, wentOn: 2, rejected: 0, withdrew: 0, present: 2, medianDays: 4 },
      { name: 'Screening call', kind: 'SCREEN', reached: 3, wentOn: 2, rejected: 1, withdrew: 0, present: 0, medianDays: 0 },
      { name: 'Offer', kind: 'OFFER', reached: 1, wentOn: 1, rejected: 0, withdrew: 0, present: 0, medianDays: 0 },
    ]);
  });

  it('is not there for who may not see the board', async () => {
    const interviewer = await api.newPerson(organizationId, 'INTERVIEWER');
    await buildTeamMember(api.owner, organizationId, posting.id, interviewer.id, 'INTERVIEWER');
    const outsider = await api.newPerson(await api.newOrganization(), 'ADMIN');
    for (const person of [interviewer, outsider]) {
      const { errors } = await api.graphql(FLOW, { id: posting.id }, person);
      expect(errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    }
  });
});
