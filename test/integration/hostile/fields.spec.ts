import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { type Id, newId } from '#libs/kernel/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { documentOf } from './documents.js';
import { FIELDS } from './fields.js';
import { QUERIES, schema } from './operations.js';
import { CALLERS, type Caller, type Organisation, buildOrganisation } from './organisation.js';

/** Times on offer and in the week that is shown: on some days there are none. */
const DEPENDS_ON_THE_DAY =
  /^(Slot|SlotList|SlotSeat|Loop|LoopList|LoopRound|SchedulingWeek|CandidateLane|MemberLane|MemberObstacles|SeatObstacles|TakenSpan|TimeSpan|WhyNotTime|Batch|BatchInterview|ZoneCoverage)\./;

/** Who saw a field, as the table writes it. */
const marks = (callers: ReadonlySet<Caller>): string => CALLERS.map((caller) => (callers.has(caller) ? 'x' : '.')).join('');

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
      documentOf(schema, 'query', name, 3),
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
  /** Fields of every type that was shown to anybody; refusals are no data. */
  const reached = (): string[] =>
    [...new Set([...seen.keys()].map((field) => field.split('.')[0]!))].flatMap((name) => {
      const type = schema.getType(name);
      if (!isObjectType(type) || type.getInterfaces().some((one) => one.name === 'UserError')) return [];
      return Object.keys(type.getFields()).map((field) => `${name}.${field}`);
    });
  const declared = new Map<string, { readonly may: string; readonly empty: boolean }>();
  for (const line of FIELDS.trim().split('\n')) {
    const [may = '', type = '', ...fields] = line.trim().split(/\s+/);
    for (const field of fields) declared.set(`${type}.${field.replace('~', '')}`, { may, empty: field.startsWith('~') });
  }
  const nobody = marks(new Set());
  const sees = (cells: string): Caller[] => CALLERS.filter((_, at) => cells[at] === 'x');

  it('stands in the table, and is shown to nobody whom the table does not name', () => {
    const wrong = reached()
      .map((field) => ({ field, wanted: declared.get(field)?.may, found: marks(seen.get(field) ?? new Set()) }))
      .filter(({ wanted, found }) => wanted === undefined || sees(found).some((caller) => !sees(wanted).includes(caller)))
      .map(({ field, wanted, found }) => `${field}: the table says ${wanted ?? 'nothing'}, seen by ${found}`);
    expect(wrong).toEqual([]);
  });

  it('is shown to everybody whom the table names, where there is something to show', () => {
    const withheld = [...declared]
      .filter(([field, { empty }]) => !empty && !DEPENDS_ON_THE_DAY.test(field))
      .map(([field, { may }]) => `${field}: the table says ${may}, seen by ${seen.has(field) ? marks(seen.get(field)!) : nobody}`)
      .filter((said) => said.slice(-CALLERS.length) !== / says (\S+),/.exec(said)![1]);
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
  await run('INSERT INTO scorecard_ratings (organization_id, scorecard_id, attribute_id, rating, note) VALUES ($1, $2, $3, 3, $4)', [id, card, things.attribute, 'Clear.']); // prettier-ignore
}
