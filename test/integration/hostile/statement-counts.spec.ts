import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLOutputType, isListType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import pg from 'pg';
import { type Id, newId } from '#libs/kernel/index.js';
import { type TestApi, type TestPerson, startTestApi } from '../../support/api.js';
import { type BuiltPosting, buildApplication, buildPosting, buildTeamMember } from '../../support/builders.js';
import { documentOf, rootFields } from './documents.js';
import { addFurtherRows } from './further-rows.js';
import { schema } from './operations.js';

const SIZES = [1, 10, 100];

/** What has as many rows as the organisation's size, asked for with everything below it. */
const LISTS: Record<string, { depth: number; variables: (world: World) => object }> = {
  apiTokens: { depth: 3, variables: () => ({}) },
  application: { depth: 3, variables: ({ applicationId }) => ({ id: applicationId }) },
  applications: { depth: 4, variables: ({ posting }) => ({ postingId: posting.id, first: 100 }) },
  auditEvents: { depth: 4, variables: () => ({ first: 100 }) },
  batch: { depth: 4, variables: ({ applicationIds }) => ({ applicationIds }) },
  board: { depth: 4, variables: ({ posting }) => ({ postingId: posting.id }) },
  busyBlocks: { depth: 3, variables: ({ admin }) => ({ personId: admin.id }) },
  calendarFeeds: { depth: 3, variables: () => ({}) },
  calendarSources: { depth: 3, variables: () => ({}) },
  candidate: { depth: 4, variables: ({ candidateId }) => ({ id: candidateId }) },
  incomingMails: { depth: 4, variables: () => ({ first: 100 }) },
  incomingMailsOf: { depth: 4, variables: ({ applicationId }) => ({ applicationId, first: 100 }) },
  interview: { depth: 4, variables: ({ interviewId }) => ({ id: interviewId }) },
  interviewKit: { depth: 4, variables: ({ applicationId, posting }) => ({ applicationId, stageId: posting.stages[0]!.id }) },
  interviewerLoad: { depth: 4, variables: ({ posting }) => ({ postingId: posting.id }) },
  interviewerPools: { depth: 4, variables: () => ({}) },
  interviewsOf: { depth: 4, variables: ({ applicationId }) => ({ applicationId }) },
  legalHolds: { depth: 4, variables: () => ({}) },
  loops: { depth: 4, variables: ({ applicationId }) => ({ applicationId }) },
  mailSettings: { depth: 4, variables: () => ({}) },
  mailSuppressions: { depth: 4, variables: () => ({ first: 100 }) },
  mailTasks: { depth: 4, variables: () => ({ first: 100 }) },
  mails: { depth: 4, variables: () => ({ first: 100 }) },
  mailsOf: { depth: 4, variables: ({ applicationId }) => ({ applicationId, first: 100 }) },
  mailTemplates: { depth: 4, variables: () => ({}) },
  myInterviews: { depth: 4, variables: () => ({ first: 100 }) },
  myScorecardsDue: { depth: 4, variables: () => ({}) },
  passkeys: { depth: 3, variables: () => ({}) },
  pendingMails: { depth: 4, variables: ({ posting }) => ({ postingId: posting.id, first: 100 }) },
  people: { depth: 4, variables: () => ({ first: 100 }) },
  posting: { depth: 4, variables: ({ posting }) => ({ id: posting.id }) },
  planMoves: { depth: 4, variables: ({ posting }) => ({ postingId: posting.id }) },
  postingCoverage: { depth: 3, variables: ({ posting }) => ({ postingId: posting.id }) },
  postings: { depth: 3, variables: () => ({ first: 100 }) },
  privacyRequests: { depth: 4, variables: () => ({ first: 100, open: true }) },
  promisedAnswers: { depth: 4, variables: () => ({ first: 100 }) },
  rejectionReasons: { depth: 2, variables: () => ({}) },
  retentionPreview: { depth: 4, variables: () => ({ first: 100 }) },
  retentionRules: { depth: 3, variables: () => ({}) },
  schedulingRules: { depth: 4, variables: ({ posting }) => ({ postingId: posting.id }) },
  schedulingWeek: { depth: 4, variables: ({ applicationId }) => ({ applicationId, ...WEEK }) },
  scorecards: { depth: 4, variables: ({ applicationId }) => ({ applicationId }) },
  searchCandidates: { depth: 4, variables: () => ({ query: 'applicant', first: 100 }) },
  sessions: { depth: 2, variables: () => ({}) },
  sharedSections: { depth: 4, variables: () => ({}) },
  slots: { depth: 4, variables: ({ applicationId }) => ({ applicationId, limit: 500 }) },
  sources: { depth: 2, variables: () => ({}) },
  teamTurn: { depth: 4, variables: () => ({ first: 100 }) },
  stageFlow: { depth: 4, variables: ({ posting }) => ({ postingId: posting.id }) },
  takeHome: { depth: 4, variables: ({ takeHomeId }) => ({ id: takeHomeId }) },
  timeWishes: { depth: 4, variables: () => ({}) },
  webhookDeliveries: { depth: 4, variables: ({ endpointId }) => ({ endpointId, first: 100 }) },
  webhookEndpoints: { depth: 3, variables: () => ({}) },
  whyNotThisTime: { depth: 4, variables: ({ applicationId }) => ({ applicationId, startsAt: WEEK.from }) },
};

/** Lists that are as long as they are, whatever an organisation has; or of one candidate, who has one application. */
const ELSEWHERE: Record<string, string> = {
  ...{
    webhookEvents: 'all there are',
    selfIdentification: 'the forms of one country',
    selfIdentificationReport: 'counts by form',
  },
  ...{ previewPosting: 'of a document', previewRevision: 'of a document', compareRevisions: 'of two documents' },
  ...{ previewSharedSection: 'of a text', availability: 'a week', myAvailability: 'a week', timeProposals: 'of one candidate' },
  ...{ candidateInterviews: 'of one candidate', myApplication: 'of one candidate' },
};
const WEEK = { from: new Date().toISOString(), to: new Date(Date.now() + 7 * 86_400_000).toISOString() };

/** Whether there is a list anywhere near the top of it. */
function holdsList(type: GraphQLOutputType, depth = 0): boolean {
  if (isNonNullType(type)) return holdsList(type.ofType as GraphQLOutputType, depth);
  if (isListType(type)) return true;
  if (isUnionType(type)) return type.getTypes().some((member) => holdsList(member, depth));
  return isObjectType(type) && depth < 4 && Object.values(type.getFields()).some((field) => holdsList(field.type, depth + 1));
}

interface World {
  readonly admin: TestPerson;
  readonly posting: BuiltPosting;
  readonly applicationId: Id;
  readonly candidateId: Id;
  readonly takeHomeId: Id;
  readonly interviewId: Id;
  readonly endpointId: Id;
  /** As many as the size. */
  readonly applicationIds: readonly Id[];
}

describe('the number of SQL statements of a query', () => {
  let api: TestApi;
  const worlds: World[] = [];
  const sent: string[] = [];
  const { bind, query } = pg.Connection.prototype;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    for (const size of SIZES) worlds.push(await buildWorld(api, size));
    pg.Connection.prototype.bind = function (config, more) {
      sent.push(String((config as { statement?: string } | null)?.statement));
      return bind.call(this, config, more);
    };
    pg.Connection.prototype.query = function (text) {
      sent.push(text);
      return query.call(this, text);
    };
  });
  afterAll(async () => {
    Object.assign(pg.Connection.prototype, { bind, query });
    await api.close();
  });

  it('is looked at of every query that holds a list', () => {
    const fields = schema.getQueryType()!.getFields();
    const lists = rootFields(schema, 'query').filter((name) => holdsList(fields[name]!.type));
    expect(lists.sort()).toEqual([...Object.keys(LISTS), ...Object.keys(ELSEWHERE)].sort());
  });

  it.each(Object.entries(LISTS))('%s is the same for 1, 10 and 100 rows', async (name, { depth, variables }) => {
    const document = documentOf(schema, 'query', name, depth);
    const statements: string[][] = [];
    const lengths: number[] = [];
    for (const world of worlds) {
      sent.length = 0;
      const answer = await api.graphql(document, variables(world), world.admin);
      expect(answer.errors).toBeUndefined();
      statements.push([...sent].sort());
      lengths.push(JSON.stringify(answer.data).length);
    }
    expect(statements[1]).toEqual(statements[0]);
    expect(statements[2]).toEqual(statements[0]);
    expect(statements[0]!.length).toBeGreaterThan(1);
    // There was more to show each time, or the sameness would say nothing.
    if (!FIXED.includes(name)) expect(lengths[2]).toBeGreaterThan(lengths[0]! * 2);
  });
});

/** Whose size is not the organisation's. */
const FIXED = [
  ...['interview', 'interviewKit', 'interviewerLoad', 'loops', 'mailSettings', 'mailTemplates', 'planMoves', 'postingCoverage'],
  ...['retentionPreview', 'schedulingRules', 'sessions', 'slots', 'stageFlow', 'whyNotThisTime'],
];

async function buildWorld(api: TestApi, size: number): Promise<World> {
  const organizationId = await api.newOrganization();
  const admin = await api.newPerson(organizationId, 'ADMIN');
  const many = (sql: string, ...params: unknown[]) => api.owner.query(sql, [organizationId, size, ...params]);
  const id = `gen_random_uuid()`;
  await many(
    `INSERT INTO people (organization_id, id, email, name, role, status) SELECT $1, ${id}, 'p' || i || '@org.example', 'Person ' || i, 'INTERVIEWER', 'ACTIVE' FROM generate_series(1, $2::int) i`,
  );
  await many(
    `INSERT INTO interviewer_pools (organization_id, id, name) SELECT $1, ${id}, 'Pool ' || i FROM generate_series(1, $2::int) i`,
  );
  await many(
    `INSERT INTO interviewer_pool_members (organization_id, pool_id, person_id)
     SELECT $1, o.id, p.id FROM interviewer_pools o JOIN people p ON p.organization_id = $1 AND right(p.name, 1) = right(o.name, 1) WHERE o.organization_id = $1 AND $2 > 0`,
  );
  await many(
    `INSERT INTO sources (organization_id, id, name) SELECT $1, ${id}, 'Source ' || i FROM generate_series(1, $2::int) i`,
  );
  await many(
    `INSERT INTO rejection_reasons (organization_id, id, label, side) SELECT $1, ${id}, 'Reason ' || i, 'WE_REJECTED' FROM generate_series(1, $2::int) i`,
  );
  await many(
    `INSERT INTO shared_sections (organization_id, id, name, text) SELECT $1, ${id}, 'section-' || i, 'Text' FROM generate_series(1, $2::int) i`,
  );
  await many(
    `INSERT INTO audit_events (organization_id, id, actor_kind, actor_id, action, subject_kind)
     SELECT $1, ${id}, 'staff', p.id::text, 'test.done', 'test' FROM people p WHERE p.organization_id = $1 AND $2 > 0`,
  );
  const pool = (await api.owner.query('SELECT id FROM interviewer_pools WHERE organization_id = $1 LIMIT 1', [organizationId]))
    .rows[0].id as Id;
  const stages = [
    { name: 'Screen', kind: 'SCREEN' as const, selfSchedule: true, seats: [{ role: 'engineer', poolId: pool }] },
    { name: 'Work', kind: 'TAKE_HOME' as const },
  ];
  let posting!: BuiltPosting;
  for (let at = 0; at < size; at += 1) {
    posting = await buildPosting(api.owner, organizationId, {
      stages,
      openings: at === size - 1 ? size : 1,
      title: `Posting ${at}`,
    });
    await buildTeamMember(api.owner, organizationId, posting.id, admin.id, 'RECRUITER');
  }
  await many(
    `INSERT INTO hiring_team_members (organization_id, posting_id, person_id, team_role) SELECT $1, $3, id, 'COORDINATOR' FROM people WHERE organization_id = $1 AND $2 > 0`,
    posting.id,
  );
  const [screen, work] = posting.stages as [BuiltPosting['stages'][0], BuiltPosting['stages'][0]];
  const application = await buildApplication(api.owner, organizationId, posting, { stageId: screen.id });
  await many(
    `INSERT INTO candidates (organization_id, id, name, email) SELECT $1, ${id}, 'Applicant ' || i, 'a' || i || '@mail.example' FROM generate_series(1, $2::int) i`,
  );
  await many(
    `INSERT INTO candidate_search (organization_id, candidate_id, label) SELECT $1, id, rounds_fold(name || ' ' || email) FROM candidates c
      WHERE organization_id = $1 AND name LIKE 'Applicant%' AND $2 > 0 AND NOT EXISTS (SELECT FROM candidate_search s WHERE s.candidate_id = c.id)`,
  );
  await many(
    `INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, stage_id, version, consented_at)
     SELECT $1, ${id}, $3, id, $4, $5, 1, now() FROM candidates WHERE organization_id = $1 AND name LIKE 'Applicant%' AND $2 > 0`,
    ...[posting.id, posting.planId, screen.id],
  );
  // The one application with everything: as many interviews, cards, notes, mails and transitions as the size; and one candidate with as many applications.
  await many(
    `WITH made AS (INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, created_at)
       SELECT $1, ${id}, $3, $4, $5, CASE WHEN i = 1 THEN 'CONFIRMED' ELSE 'COMPLETED' END, tstzrange(now() + i * interval '1 day', now() + i * interval '1 day' + interval '30 minutes'), 'UTC', 'UTC', '2026a', now()
         FROM generate_series(1, $2::int) i RETURNING id, during, state)
     INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during) SELECT $1, ${id}, id, $6, $7, state, during FROM made`,
    ...[application.id, application.candidateId, screen.id, screen.seatIds[0], admin.id],
  );
  // And one interview to come and one that is over for each of the others, with no card in.
  for (const [state, sign] of [
    ['CONFIRMED', '+'],
    ['COMPLETED', '-'],
  ])
    await many(
      `WITH made AS (INSERT INTO interviews (organization_id, id, application_id, candidate_id, stage_id, state, during, zone, candidate_zone, tzdata_version, created_at)
         SELECT $1, ${id}, a.id, a.candidate_id, $3, '${state}', tstzrange(t.at, t.at + interval '30 minutes'), 'UTC', 'UTC', '2026a', now()
           FROM (SELECT *, row_number() OVER () AS i FROM applications WHERE organization_id = $1 AND posting_id = $6 AND id <> $7) a,
                LATERAL (SELECT now() ${sign} a.i * interval '1 day' + interval '12 hours' AS at) t WHERE $2 > 0 RETURNING id, during, state)
       INSERT INTO interview_seats (organization_id, id, interview_id, seat_id, person_id, state, during) SELECT $1, ${id}, id, $4, $5, state, during FROM made`,
      ...[screen.id, screen.seatIds[0], admin.id, posting.id, application.id],
    );
  await many(
    `INSERT INTO application_notes (organization_id, id, application_id, author_id, text) SELECT $1, ${id}, $3, p.id, 'A note' FROM people p WHERE organization_id = $1 AND $2 > 0`,
    application.id,
  );
  await many(
    `INSERT INTO transitions (organization_id, application_id, version, command, from_status, to_status, at, actor_kind, actor_id)
     SELECT $1, $3, 1 + row_number() OVER (), 'MOVE_TO_STAGE', 'ACTIVE', 'ACTIVE', now(), 'staff', p.id::text FROM people p WHERE organization_id = $1 AND $2 > 0`,
    application.id,
  );
  await many(
    `INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, application_id, state, message_id, subject)
     SELECT $1, ${id}, ${id}, 'application-received', 'candidate', 'x@mail.example', $3, 'FAILED', '<' || i || '@x>', 'Subject' FROM generate_series(1, $2::int) i`,
    application.id,
  );
  await many(
    `INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, state, recommendation, created_at, updated_at, submitted_at)
     SELECT $1, ${id}, $3, $4, p.id, 'SUBMITTED', 'YES', now(), now(), now() FROM people p WHERE organization_id = $1 AND $2 > 0`,
    ...[application.id, screen.id],
  );
  await many(
    `INSERT INTO scorecard_ratings (organization_id, scorecard_id, attribute_id, rating) SELECT $1, id, $3, 3 FROM scorecards WHERE organization_id = $1 AND $2 > 0`,
    screen.attributeIds[0],
  );
  const takeHomeId = newId();
  await many(
    `INSERT INTO take_homes (organization_id, id, application_id, stage_id, transition_version, status, sent_at, due_at, due_zone)
     SELECT $1, CASE WHEN i = 1 THEN $5::uuid ELSE ${id} END, $3, $4, i, CASE WHEN i = 1 THEN 'SENT' ELSE 'CANCELLED' END, now(), now(), 'UTC' FROM generate_series(1, $2::int) i`,
    ...[application.id, work.id, takeHomeId],
  );
  await many(
    `INSERT INTO take_home_reviewers (organization_id, take_home_id, person_id) SELECT $1, t.id, p.id FROM take_homes t, people p
      WHERE t.organization_id = $1 AND p.organization_id = $1 AND $2 > 0 AND (t.id = $3 OR p.id = $4)`,
    ...[takeHomeId, admin.id],
  );
  await many(
    `INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, version, consented_at)
     SELECT $1, ${id}, p.id, $3, l.id, 0, now() FROM postings p JOIN interview_plans l ON l.organization_id = $1 AND l.posting_id = p.id WHERE p.organization_id = $1 AND p.id <> $4 AND $2 > 0`,
    ...[application.candidateId, posting.id],
  );
  const endpointId = newId();
  await addFurtherRows(api.owner, size, {
    ...{ organizationId, personId: admin.id, postingId: posting.id, applicationId: application.id },
    ...{ candidateId: application.candidateId, stageId: screen.id, endpointId },
  });
  const ids = async (sql: string, ...params: unknown[]) =>
    (await api.owner.query<{ id: Id }>(sql, params)).rows.map(({ id: one }) => one);
  const [interviewId] = await ids(`SELECT id FROM interviews WHERE application_id = $1 AND state = 'CONFIRMED'`, application.id);
  const applicationIds = await ids('SELECT id FROM applications WHERE posting_id = $1 ORDER BY id LIMIT $2', posting.id, size);
  return {
    ...{ admin, posting, applicationId: application.id, candidateId: application.candidateId, takeHomeId },
    ...{ interviewId: interviewId!, endpointId, applicationIds },
  };
}
