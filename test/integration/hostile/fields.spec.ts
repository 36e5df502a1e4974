import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLNamedType, type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { type Id, newId } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { documentOf } from './documents.js';
import { FIELDS, seenBy } from './fields.js';
import { QUERIES, schema } from './operations.js';
import { CALLERS, type Caller, type Organisation, buildOrganisation } from './organisation.js';

/** Times on offer and in the week that is shown: on some days there are none. */
const DEPENDS_ON_THE_DAY =
  /^(Slot|SlotList|SlotSeat|Loop|LoopList|LoopRound|SchedulingWeek|CandidateLane|MemberLane|MemberObstacles|SeatObstacles|TakenSpan|TimeSpan|WhyNotTime|Batch|BatchInterview|ZoneCoverage)\./;

/** Who saw a field, as the table writes it. */
const marks = (callers: ReadonlySet<Caller>): string => CALLERS.map((caller) => (callers.has(caller) ? 'x' : '.')).join('');

/** A type that shows data: no root and no refusal. */
const isAnswer = (type: GraphQLNamedType | undefined): type is GraphQLObjectType =>
  isObjectType(type) &&
  !type.name.startsWith('__') &&
  !['Query', 'Mutation', 'Subscription'].includes(type.name) &&
  !type.getInterfaces().some((one) => one.name === 'UserError');

/** The names of all types that what these roots answer can hold. */
function reachedBy(roots: readonly GraphQLObjectType[]): Set<string> {
  const reached = new Set<string>();
  const follow = (type: GraphQLNamedType): void => {
    if (reached.has(type.name)) return;
    reached.add(type.name);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(follow);
    if (isObjectType(type)) Object.values(type.getFields()).forEach((field) => follow(getNamedType(field.type)));
  };
  for (const root of roots) for (const field of Object.values(root.getFields())) follow(getNamedType(field.type));
  return reached;
}

describe('every field of every type', () => {
  let api: TestApi;
  let ours: Organisation;
  const seen = new Map<string, Set<Caller>>();

  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api' } });
    ours = await buildOrganisation(api, 'ours');
    await fill(api, ours);
    for (const caller of CALLERS) await Promise.all(Object.keys(QUERIES).map((name) => look(name, caller)));
  }, 60_000);
  afterAll(() => api.close());

  /** Asks all that a question answers, as one caller, and notes each field that was not empty. */
  const look = async (name: string, caller: Caller): Promise<void> => {
    const answer = await api.graphql(
      documentOf(schema, 'query', name, 5),
      QUERIES[name]!.variables(ours.things, caller),
      ours.as(caller),
    );
    note(answer.data?.result, caller);
  };
  const note = (value: unknown, caller: Caller): void => {
    if (Array.isArray(value)) return value.forEach((one) => note(one, caller));
    if (value === null || typeof value !== 'object') return;
    const { __typename: type, ...fields } = value as Record<string, unknown> & { __typename: string };
    for (const [alias, one] of Object.entries(fields)) {
      const field = alias.startsWith(`${type}_`) ? alias.slice(type.length + 1) : alias;
      const empty = one === null || one === '' || (Array.isArray(one) && one.length === 0);
      if (!empty) seen.set(`${type}.${field}`, (seen.get(`${type}.${field}`) ?? new Set()).add(caller));
      note(one, caller);
    }
  };
  const declared = new Map<string, { readonly may: readonly Caller[]; readonly empty: boolean }>();
  const deeds = new Set<string>();
  for (const line of FIELDS.trim().split('\n')) {
    const [column = '', type = '', ...fields] = line.trim().split(/\s+/);
    if (column === 'deed') fields.forEach((field) => deeds.add(`${type}.${field}`));
    else
      for (const field of fields)
        declared.set(`${type}.${field.replace('~', '')}`, { may: seenBy(column), empty: field.startsWith('~') });
  }

  it('stands in the table, and nothing else does', () => {
    const asked = reachedBy([schema.getQueryType()!, schema.getSubscriptionType()!]);
    const all = Object.values(schema.getTypeMap()).filter(isAnswer);
    const fieldsOf = (types: readonly (typeof all)[number][]) =>
      types.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)).sort();
    expect([...declared.keys()].sort()).toEqual(fieldsOf(all.filter((type) => asked.has(type.name))));
    expect([...deeds].sort()).toEqual(fieldsOf(all.filter((type) => !asked.has(type.name))));
  });

  it('is shown to nobody whom the policy does not name', () => {
    const wrong = [...seen]
      .filter(([field]) => isAnswer(schema.getType(field.split('.')[0]!)))
      .map(([field, found]) => ({ field, wanted: declared.get(field)?.may ?? [], found: [...found] }))
      .filter(({ wanted, found }) => found.some((caller) => !wanted.includes(caller)))
      .map(({ field, wanted, found }) => `${field}: the policy says ${wanted.join(' ')}, seen by ${found.join(' ')}`);
    expect(wrong).toEqual([]);
  });

  it('is shown to everybody whom the policy names, where there is something to show', () => {
    const withheld = [...declared]
      .filter(([field, { empty }]) => !empty && !DEPENDS_ON_THE_DAY.test(field))
      .map(([field, { may }]) => ({ field, wanted: may, found: CALLERS.filter((caller) => seen.get(field)?.has(caller)) }))
      .filter(({ wanted, found }) => wanted.some((caller) => !found.includes(caller)))
      .map(({ field, wanted, found }) => `${field}: the policy says ${wanted.join(' ')}, seen by ${found.join(' ')}`);
    expect(withheld).toEqual([]);
  });

  it('that tells of pay, of what others think, of addresses, or of the whole house is shown as few as need it', () => {
    const who = (field: string) => marks(seen.get(field)!);
    for (const field of ['Posting.salary', 'Scorecard.notes', 'Scorecard.recommendation', 'RecommendationCount.count'])
      expect(who(field)).toBe('xxx.......');
    for (const field of ['AuditEvent.action', 'PrivacyRequest.kind', 'RetentionDue.candidateName'])
      expect(who(field)).toBe('x.........');
    expect(who('CandidateHit.email')).toBe('xx........');
    expect(who('IncomingMail.text')).toBe('xxxx......');
  });
});

/** What a question about it shows is there to be seen: pay, contact, answers, words of colleagues. */
async function fill(api: TestApi, { id, things }: Organisation): Promise<void> {
  const run = (sql: string, params: unknown[]) => api.owner.query(sql, params);
  await run(`UPDATE postings SET salary = '{"min": 70000, "max": 90000, "currency": "EUR", "period": "YEAR"}', company = 'Example', category = 'Engineering' WHERE id = $1`, [things.posting]); // prettier-ignore
  await run(`UPDATE candidates SET phone = '+30 210 1', location = 'Athens', country = 'GR', links = '{https://code.example/x}' WHERE id = $1`, [things.otherCandidate]); // prettier-ignore
  await run(`UPDATE applications SET country = 'GR', source_id = $2, answers = '[{"questionId": "q", "label": "Why?", "kind": "TEXT", "text": "Because."}]' WHERE id = $1`, [things.booked, things.source]); // prettier-ignore
  await run(`INSERT INTO application_notes (organization_id, id, application_id, author_id, text) VALUES ($1, $2, $3, $4, 'A note.')`, [id, newId(), things.booked, things.people.recruiter]); // prettier-ignore
  const card: Id = newId();
  await run(
    `INSERT INTO scorecards (organization_id, id, application_id, stage_id, author_id, state, recommendation, notes, created_at, updated_at, submitted_at)
     VALUES ($1, $2, $3, $4, $5, 'SUBMITTED', 'YES', 'In confidence.', now(), now(), now())`,
    [id, card, things.booked, things.stages.screen, things.people.spare],
  );
  await run(
    `INSERT INTO attachments (organization_id, id, candidate_id, application_id, kind, file_name, content_type, size_bytes, sha256, storage_key)
     SELECT $1, $2, candidate_id, id, 'CV', 'cv.pdf', 'application/pdf', 9, '', 'none' FROM applications WHERE id = $3`,
    [id, newId(), things.booked],
  );
  await run(`UPDATE applications SET stated_contact = '{"name": "Another", "phone": "1", "location": "Rome", "country": "IT", "zone": "Europe/Rome", "links": []}' WHERE id = $1`, [things.booked]); // prettier-ignore
  await run(`UPDATE interview_seats SET answer = 'DECLINED', proposed_at = now() + interval '9 days', proposal_note = 'At noon?' WHERE id = $1`, [things.interviewSeat]); // prettier-ignore
  await run(
    `INSERT INTO time_wishes (organization_id, id, application_id, stage_id, zone, windows, note, said_at)
     VALUES ($1, $2, $3, $4, 'Asia/Tokyo', $5, 'Mornings.', now())`,
    [
      id,
      newId(),
      things.waiting,
      things.stages.screen,
      JSON.stringify([[Date.parse(things.freeAt), Date.parse(things.laterAt)]]),
    ],
  );
  await run(`INSERT INTO on_call_turns VALUES ($1, $2, $3, 'UTC', '{MON}', '12:00', '24:00', 1, '2030-03-04', 'BUSY')`, [id, newId(), things.people.seated]); // prettier-ignore
  await run('INSERT INTO scorecard_ratings (organization_id, scorecard_id, attribute_id, rating, note) VALUES ($1, $2, $3, 3, $4)', [id, card, things.attribute, 'Clear.']); // prettier-ignore
}
