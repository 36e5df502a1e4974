import pg from 'pg';
import { newId } from '#libs/kernel/index.js';
import { answerParent, childInput } from './child.js';
import { HttpConnection } from './http-connection.js';
import { measureRate } from './rate.js';

export interface AppliesInput {
  readonly way: 'graphql' | 'one statement';
  readonly databaseUrl: string;
  readonly apiUrl: string;
  readonly organizationId: string;
  readonly organizationSlug: string;
  readonly postingId: string;
  readonly postingSlug: string;
  readonly planId: string;
  readonly clients: number;
  readonly warmup_s: number;
  readonly seconds: number;
}

/** People who apply, each a new one. */
const input = childInput<AppliesInput>();
const run = `${process.pid}-${Math.round(performance.timeOrigin)}`;
let count = 0;

function contact() {
  count += 1;
  return {
    ...{
      name: `Person ${count} of ${run}`,
      email: `person-${count}-${run}@bench.example`,
      phone: '+49 30 123456',
      location: 'Berlin',
    },
    ...{ country: 'DE', zone: 'Europe/Berlin', links: ['https://code.example/person'] },
  };
}

function throughGraphql(): (client: number) => Promise<boolean> {
  const connections = Array.from({ length: input.clients }, () => new HttpConnection(input.apiUrl, '/graphql', {}));
  const query =
    'mutation Apply($input: ApplyToPostingInput!) { result: applyToPosting(input: $input) { __typename ... on UserError { code message } } }';
  return async (client) => {
    const application = { organization: input.organizationSlug, posting: input.postingSlug, consent: true, contact: contact() };
    const body = await connections[client]!.post(JSON.stringify({ query, variables: { input: application } }));
    if (!body.includes('"ApplyPayload"')) throw new Error(body.toString());
    return true;
  };
}

/** All that an application writes, by hand, in one statement: person, application, event and audit; and the person's line in the search. */
const ONE = `
WITH posting AS (SELECT id FROM postings WHERE organization_id = $1 AND slug = $2 AND status = 'OPEN'),
     person AS (INSERT INTO candidates (organization_id, id, name, email, phone, location, country, zone, links, created_at)
                SELECT $1, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM posting RETURNING id),
     application AS (INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, country, residence_check, answers, consented_at, applied_at, entered_stage_at)
                SELECT $1, $12, posting.id, person.id, $13, $8, 'unknown', '[]', $11, $11, $11 FROM posting, person RETURNING id),
     audited AS (INSERT INTO audit_events (organization_id, id, at, actor_kind, action, subject_kind, subject_id)
                SELECT $1, $14, $11, 'visitor', 'application.receive', 'application', id FROM application),
     emitted AS (INSERT INTO outbox_events (organization_id, id, name, subject_id, payload, created_at, not_before)
                SELECT $1, $15, 'ApplicationReceived', id, $16, $11, $11 FROM application)
SELECT id FROM application`;

function byHand(): () => Promise<boolean> {
  const options = `-c role=rounds_app -c app.organization_id=${input.organizationId}`;
  const pool = new pg.Pool({ connectionString: input.databaseUrl, max: input.clients, options });
  return async () => {
    const { name, email, phone, location, country, zone, links } = contact();
    const [candidateId, applicationId] = [newId(), newId()];
    const payload = JSON.stringify({ applicationId, postingId: input.postingId, candidateId });
    const { rowCount } = await pool.query({
      name: 'apply-by-hand',
      text: ONE,
      values: [
        ...[input.organizationId, input.postingSlug, candidateId, name, email, phone, location, country, zone, links, new Date()],
        ...[applicationId, input.planId, newId(), newId(), payload],
      ],
    });
    return rowCount === 1;
  };
}

const step = input.way === 'graphql' ? throughGraphql() : byHand();
await answerParent(await measureRate(input.clients, input.warmup_s, input.seconds, step));
process.exit(0);
