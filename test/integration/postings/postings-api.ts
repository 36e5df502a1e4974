import { expect } from '@jest/globals';
import type { Credentials, GraphqlAnswer, TestApi } from '../../support/api.js';

/** The operations of postings as a client writes them, for the suites beside this file. */

const POSTING = `id slug status version revision title company category remote locations residence employmentTypes
  salary { min max currency period } coreHours { start end zone days } onCall processDuration includes myTeamRoles openedAt closedAt
  questions { id label required kind } openings { id number status } team { teamRole person { id name } }
  plan { id version source stages { id position name kind durationMin skippableIf targetDays selfSchedule takeHome { effortHours dueDays }
    seats { id role poolId pool { id name members { targetPerWeek person { name } } } } kit { id purpose questions attributes { id name description } } } }`;
const ERRORS = `... on UserError { code message } ... on Conflict { presentVersion } ... on InvalidInput { field }
  ... on PublishRefused { problems { code severity message line field stageId } }`;

const PAYLOADS: Record<string, string> = {
  PostingPayload: `posting { ${POSTING} }`,
  PostingReadingPayload: `posting { ${POSTING} } planChanged changes { field before now }
    overtaken { field number action value textBefore textNow valueBefore valueNow }`,
  PublishPostingPayload: `posting { ${POSTING} } warnings { code severity }`,
  EditKitPayload: 'kit { id purpose questions attributes { id name description } } kept { name }',
  PoolPayload: 'pool { id name members { targetPerWeek person { id name } } }',
  SaveSharedSectionPayload:
    'sectionId version shownIn { postingId title status planChanged changes { field } overtaken { field } }',
  DeleteSharedSectionPayload: 'sectionId',
  PostingRulesPayload: 'rules { salaryRequired }',
};

/** Mutation → the type of its input and its payload. */
const MUTATIONS: Record<string, readonly [input: string, payload: string]> = {
  importPosting: ['ImportPostingInput', 'PostingPayload'],
  correctPosting: ['CorrectPostingInput', 'PostingReadingPayload'],
  revisePosting: ['RevisePostingInput', 'PostingReadingPayload'],
  resolveCorrections: ['ResolveCorrectionsInput', 'PostingReadingPayload'],
  publishPosting: ['PublishPostingInput', 'PublishPostingPayload'],
  reopenPosting: ['PublishPostingInput', 'PublishPostingPayload'],
  closePosting: ['PostingChangeInput', 'PostingPayload'],
  archivePosting: ['PostingChangeInput', 'PostingPayload'],
  editPlan: ['EditPlanInput', 'PostingPayload'],
  assignSeatPool: ['AssignSeatPoolInput', 'PostingPayload'],
  editKit: ['EditKitInput', 'EditKitPayload'],
  addOpenings: ['AddOpeningsInput', 'PostingPayload'],
  cancelOpening: ['CancelOpeningInput', 'PostingPayload'],
  addTeamMember: ['TeamMemberInput', 'PostingPayload'],
  removeTeamMember: ['TeamMemberInput', 'PostingPayload'],
  setPostingQuestions: ['SetPostingQuestionsInput', 'PostingPayload'],
  createPool: ['CreatePoolInput', 'PoolPayload'],
  renamePool: ['RenamePoolInput', 'PoolPayload'],
  addPoolMember: ['AddPoolMemberInput', 'PoolPayload'],
  removePoolMember: ['PoolMemberInput', 'PoolPayload'],
  saveSharedSection: ['SaveSharedSectionInput', 'SaveSharedSectionPayload'],
  setPostingRules: ['SetPostingRulesInput', 'PostingRulesPayload'],
  deleteSharedSection: ['DeleteSharedSectionInput', 'DeleteSharedSectionPayload'],
};
export const MUTATION_NAMES = Object.keys(MUTATIONS);

/** Sends a mutation and answers the member of its union, whichever it is. */
export async function change(api: TestApi, as: Credentials, name: string, input: object): Promise<GraphqlAnswer['data']> {
  const [type, payload] = MUTATIONS[name]!;
  const publishes = payload === 'PublishPostingPayload';
  const errors = publishes ? ERRORS : ERRORS.replace(/\.\.\. on PublishRefused .*/, '');
  const query = `mutation ($input: ${type}!) { result: ${name}(input: $input) { __typename ... on ${payload} { ${PAYLOADS[payload]} } ${errors} } }`;
  const answer = await api.graphql(query, { input }, as);
  expect(answer.errors).toBeUndefined();
  return answer.data.result;
}

/** Imports a document, which must succeed, and answers the posting. */
export async function imported(
  api: TestApi,
  as: Credentials,
  document: string,
  input: object = {},
): Promise<GraphqlAnswer['data']> {
  const result = await change(api, as, 'importPosting', { document, ...input });
  expect(result).toMatchObject({ __typename: 'PostingPayload' });
  return result.posting;
}

/** The posting as the one who asks sees it. */
export function readPosting(api: TestApi, as: Credentials, id: string, fields = POSTING): Promise<GraphqlAnswer> {
  return api.graphql(`query ($id: ID!) { posting(id: $id) { ${fields} } }`, { id }, as);
}

export function preview(api: TestApi, as: Credentials, document: string): Promise<GraphqlAnswer> {
  return api.graphql(
    `query ($document: String!) { previewPosting(document: $document, fileName: "posting.md") {
       reading { title company status category locations remote residence employmentTypes salary { min max currency period }
         coreHours { start end zone days } onCall levels { name extends } rounds { order name kind durationMin seats { role pool } skippableIf } planSource processDuration
         sections { heading kind line } diagnostics { severity code message line field } facts { field value line column text rule confidence sharedSection } }
       stages { name kind durationMin seats { role pool } takeHome { effortHours dueDays } } pools { role poolId members } } }`,
    { document },
    as,
  );
}

/** Names of the events about a subject, in order. */
export async function eventsOf(api: TestApi, subjectId: string): Promise<string[]> {
  const { rows } = await api.owner.query('SELECT name FROM outbox_events WHERE subject_id = $1 ORDER BY id', [subjectId]);
  return rows.map(({ name }) => name);
}

/** A posting that tells everything. */
export const DOCUMENT = `---
title: Ferry Engineer
category: Engineering
---

# Ferry Engineer

Tern Lines runs small ferries between islands. This is a full-time position.

## Interview Process

1. Screening call with our recruiter (30 minutes)
2. Take-home exercise: plan a timetable (about 3 hours, due within 5 days)
3. Technical interview with our backend engineer (60 minutes)
4. Interview with our CTO or CEO (45 minutes)

## Location

Remote. You must reside in Portugal or Spain.

## Hours

Our core hours are 10:00 to 15:00 Europe/Lisbon, Monday to Friday.

## Salary

The salary is EUR 60,000 to 75,000 per year.
`;
