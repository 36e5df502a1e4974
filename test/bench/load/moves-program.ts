import pg from 'pg';
import { newId } from '#libs/kernel/index.js';
import { answerParent, childInput } from './child.js';
import { HttpConnection } from './http-connection.js';
import { measureRate } from './rate.js';

export interface MovesInput {
  readonly way: 'graphql' | 'one statement' | 'one statement of all rows' | 'seven round trips';
  readonly databaseUrl: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly postingId: string;
  readonly stageIds: readonly string[];
  /** Which of them is a take-home; the others are interviews that the team schedules. */
  readonly takeHomeStageId: string;
  readonly clients: number;
  /** Applications that a client moves in turn: enough that no history grows past what a pipeline sees. */
  readonly perClient: number;
  readonly warmup_s: number;
  readonly seconds: number;
}

/** Walks applications of a posting forward to the last stage and back to received, each move for its own. */
const input = childInput<MovesInput>();

interface Walker {
  readonly id: string;
  readonly candidateId: string;
  version: number;
  /** Where in `stageIds`; -1 is received. */
  at: number;
}

const owner = new pg.Client({ connectionString: input.databaseUrl });
await owner.connect();
const { rows } = await owner.query<{ id: string; candidate_id: string; version: number; stage_id: string | null }>(
  'SELECT id, candidate_id, version, stage_id FROM applications WHERE organization_id = $1 AND posting_id = $2 ORDER BY id LIMIT $3',
  [input.organizationId, input.postingId, input.clients * input.perClient],
);
await owner.end();
const walkers: Walker[] = rows.map((row) => ({
  ...{ id: row.id, candidateId: row.candidate_id, version: row.version },
  at: row.stage_id === null ? -1 : input.stageIds.indexOf(row.stage_id),
}));
// Anywhere, so that a run does not begin with those whom the one before it moved last.
const turns = Array.from({ length: input.clients }, () => Math.floor(Math.random() * input.perClient));

/** The next walker of a client; no other client ever moves it. */
function walkerOf(client: number): Walker {
  const turn = (turns[client] = (turns[client]! + 1) % input.perClient);
  return walkers[client * input.perClient + turn]!;
}

async function throughGraphql(): Promise<(client: number) => Promise<boolean>> {
  const connections = Array.from(
    { length: input.clients },
    () => new HttpConnection(input.apiUrl, '/graphql', { authorization: `Bearer ${input.token}` }),
  );
  const answered =
    '{ __typename ... on MovePayload { application { id status stageId version enteredStageAt } } ... on UserError { code message } }';
  const forward = `mutation Move($input: MoveApplicationInput!) { result: moveApplication(input: $input) ${answered} }`;
  const back = `mutation Back($input: SendBackApplicationInput!) { result: sendBackApplication(input: $input) ${answered} }`;
  return async (client) => {
    const walker = walkerOf(client);
    const last = walker.at === input.stageIds.length - 1;
    const command = { applicationId: walker.id, expectedVersion: walker.version, ...(last && { reason: 'once more' }) };
    const body = await connections[client]!.post(JSON.stringify({ query: last ? back : forward, variables: { input: command } }));
    const answer = JSON.parse(body.toString()) as { data?: { result: { application?: { version: number } } } };
    if (answer.data?.result.application?.version !== walker.version + 1) throw new Error(body.toString());
    walker.version += 1;
    walker.at = last ? -1 : walker.at + 1;
    return true;
  };
}

const MOVE_VALUES = `UPDATE applications SET stage_id = $4, version = $5, entered_stage_at = $6 WHERE organization_id = $1 AND id = $2`;
const TRANSITION = `INSERT INTO transitions (organization_id, application_id, version, command, from_status, to_status, from_stage_id, to_stage_id, at, actor_kind, actor_id, detail)`;
const AUDIT = `INSERT INTO audit_events (organization_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail)`;
const OUTBOX = `INSERT INTO outbox_events (organization_id, id, name, subject_id, payload, created_at, not_before)`;

/** Everything one move writes, by hand, in one statement with a lock and the check of the version. */
const ONE = `
WITH locked AS (SELECT id FROM applications WHERE organization_id = $1 AND id = $2 AND version = $3 FOR NO KEY UPDATE),
     moved AS (${MOVE_VALUES} AND id IN (SELECT id FROM locked) RETURNING id),
     recorded AS (${TRANSITION} SELECT $1, id, $5, $7, 'ACTIVE', 'ACTIVE', $8, $4, $6, 'staff', $9, $10::jsonb FROM moved),
     audited AS (${AUDIT} SELECT $1, $11, $6, 'staff', $9, 'application.move', 'application', id, $12::jsonb FROM moved),
     emitted AS (${OUTBOX} SELECT $1, $13, 'ApplicationMoved', id, $14::jsonb, $6, $6 FROM moved)`;
const ONLY_THE_MOVE = `${ONE}
SELECT id FROM moved`;

/** And what a move decides besides: open requests cancelled, an interview asked for or a take-home sent with their events, and one mail. */
const ALL_ROWS = `${ONE},
     cancelled AS (UPDATE schedule_requests SET status = 'CANCELLED' WHERE organization_id = $1 AND application_id = $2 AND status = 'OPEN' AND stage_id = $8),
     asked AS (INSERT INTO schedule_requests (organization_id, id, application_id, stage_id, transition_version, status, created_at, expires_at)
               SELECT $1, $15, id, $4, $5, 'OPEN', $6, $6::timestamptz + interval '30 days' FROM moved WHERE $4 <> $17::uuid),
     ended AS (UPDATE take_homes SET status = 'CANCELLED' WHERE organization_id = $1 AND application_id = $2 AND status = 'SENT' AND stage_id = $8),
     sent AS (INSERT INTO take_homes (organization_id, id, application_id, stage_id, transition_version, brief, effort_hours, sent_at, due_at, due_zone)
              SELECT $1, $15, id, $4, $5, 'A small change to a small program.', 4, $6, $6::timestamptz + interval '7 days', 'Europe/Berlin'
                FROM moved WHERE $4 = $17::uuid ON CONFLICT DO NOTHING),
     followed AS (${OUTBOX} SELECT $1, $16, 'InterviewRequested', id, $14::jsonb, $6, $6 FROM moved WHERE $4 IS NOT NULL),
     mailed AS (INSERT INTO mails (organization_id, id, event_id, template, audience, recipient, application_id, state, message_id, subject, variables, created_at, not_before)
                SELECT $1, $11, $13, 'stage-moved', 'candidate', 'somebody@mail.example', id, 'DECIDED', '<' || $11::text || '@mail.example>', 'Your application', $18::jsonb, $6,
                       $6::timestamptz + interval '30 s' FROM moved)
SELECT id FROM moved`;

/** As much as a mail about a stage keeps. */
const MAIL_VARIABLES = JSON.stringify({
  ...{
    organization: { name: 'Bench' },
    recipient: { name: 'Candidate' },
    posting: { title: 'Engineer' },
    stage: { name: 'Panel' },
  },
  ...{ contact: { name: 'Bench', email: 'people@bench.example' }, answer: { by: { zone: 'Europe/Berlin', otherZone: 'UTC' } } },
  page: { link: `http://localhost:3000/a/${'q7Jx2mVtR9'.repeat(9)}` },
});

function pool(): pg.Pool {
  // The best there is for the baseline: one connection a client, the organisation set once.
  const options = `-c role=rounds_app -c app.organization_id=${input.organizationId}`;
  return new pg.Pool({ connectionString: input.databaseUrl, max: input.clients, options });
}

function next(walker: Walker) {
  const last = walker.at === input.stageIds.length - 1;
  const from = walker.at === -1 ? null : input.stageIds[walker.at]!;
  const to = last ? null : input.stageIds[walker.at + 1]!;
  const command = last ? 'SEND_BACK' : 'ADVANCE';
  const version = walker.version + 1;
  const payload = {
    ...{ applicationId: walker.id, postingId: input.postingId, candidateId: walker.candidateId, version, command },
    ...{ fromStageId: from, toStageId: to, fromStatus: 'ACTIVE', toStatus: 'ACTIVE', passedOver: [] },
    effects: [
      { kind: 'CancelOpenWork', stageId: from },
      { kind: 'RequestInterview', stageId: to, selfSchedule: false },
      { kind: 'Notify', what: 'MOVED' },
    ],
  };
  const detail = { passedOver: [], reasonId: null, reason: last ? 'once more' : null, evidence: null, openingId: null };
  return {
    last,
    from,
    to,
    command,
    version,
    payload: JSON.stringify(payload),
    detail: JSON.stringify(detail),
    now: new Date().toISOString(),
  };
}

function done(walker: Walker, moved: boolean, last: boolean): boolean {
  if (!moved) throw new Error('a move of the baseline did not happen');
  walker.version += 1;
  walker.at = last ? -1 : walker.at + 1;
  return true;
}

function oneStatement(name: string, text: string): (client: number) => Promise<boolean> {
  const connections = pool();
  return async (client) => {
    const walker = walkerOf(client);
    const { last, from, to, command, version, payload, detail, now } = next(walker);
    const values = [input.organizationId, walker.id, walker.version, to, version, now, command, from, input.personId, detail];
    const audit = JSON.stringify({ command, version });
    const more = text === ALL_ROWS ? [newId(), newId(), input.takeHomeStageId, MAIL_VARIABLES] : [];
    const { rowCount } = await connections.query({ name, text, values: [...values, newId(), audit, newId(), payload, ...more] });
    return done(walker, rowCount === 1, last);
  };
}

function sevenRoundTrips(): (client: number) => Promise<boolean> {
  const connections = pool();
  return async (client) => {
    const walker = walkerOf(client);
    const { last, from, to, command, version, payload, detail, now } = next(walker);
    const { organizationId, personId } = input;
    const connection = await connections.connect();
    const query = (name: string, text: string, values: unknown[]) => connection.query({ name, text, values });
    await connection.query('BEGIN');
    const locked = await query(
      'lock',
      'SELECT version FROM applications WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
      [organizationId, walker.id],
    );
    await query(
      'move',
      'UPDATE applications SET stage_id = $3, version = $4, entered_stage_at = $5 WHERE organization_id = $1 AND id = $2',
      [...[organizationId, walker.id, to, version, now]],
    );
    await query('record', `${TRANSITION} VALUES ($1, $2, $3, $4, 'ACTIVE', 'ACTIVE', $5, $6, $7, 'staff', $8, $9)`, [
      ...[organizationId, walker.id, version, command, from, to, now, personId, detail],
    ]);
    await query('audit', `${AUDIT} VALUES ($1, $2, $3, 'staff', $4, 'application.move', 'application', $5, $6)`, [
      ...[organizationId, newId(), now, personId, walker.id, JSON.stringify({ command, version })],
    ]);
    await query('emit', `${OUTBOX} VALUES ($1, $2, 'ApplicationMoved', $3, $4, $5, $5)`, [
      organizationId,
      newId(),
      walker.id,
      payload,
      now,
    ]);
    await connection.query('COMMIT');
    connection.release();
    return done(walker, locked.rows[0].version === walker.version, last);
  };
}

const ways = {
  graphql: throughGraphql,
  'one statement': () => oneStatement('one', ONLY_THE_MOVE),
  'one statement of all rows': () => oneStatement('all', ALL_ROWS),
  'seven round trips': sevenRoundTrips,
};
const step = await ways[input.way]();
const rate = await measureRate(input.clients, input.warmup_s, input.seconds, step);
await answerParent(rate);
process.exit(0);
