import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { mintToken } from '#libs/identity/persistence/session-token.js';
import { type Id, newId } from '#libs/kernel/index.js';
import { type BuiltPosting, type StageFields, buildPosting } from '../../support/builders.js';
import { type TestDatabase, createTestDatabase } from '../../support/database.js';

/** A database of its own with an organisation, a recruiter who is signed in, and a posting. */
export interface BenchWorld {
  readonly database: TestDatabase;
  readonly owner: pg.Client;
  readonly organizationId: Id;
  readonly slug: string;
  readonly personId: Id;
  readonly token: string;
  readonly posting: BuiltPosting;
  close(): Promise<void>;
}

const STAGES: StageFields[] = [
  { name: 'Screening call', kind: 'SCREEN', durationMin: 30 },
  { name: 'Take-home', kind: 'TAKE_HOME' },
  { name: 'Technical interview', kind: 'TECHNICAL', durationMin: 60 },
  { name: 'Panel', kind: 'PANEL', durationMin: 60 },
];

/** `postgresUrl` names a server where databases may be created. */
export async function buildBenchWorld(postgresUrl: string): Promise<BenchWorld> {
  process.env.ROUNDS_TEST_POSTGRES_URL = postgresUrl;
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const organizationId = newId();
  const personId = newId();
  const slug = `bench-${randomBytes(4).toString('hex')}`;
  await owner.query(
    `INSERT INTO organizations (id, slug, name, contact_email, default_plan) VALUES ($1, $2, 'Bench', 'people@bench.example', '[]')`,
    [organizationId, slug],
  );
  await owner.query('INSERT INTO organization_directory (slug, organization_id) VALUES ($1, $2)', [slug, organizationId]);
  await owner.query(
    `INSERT INTO people (organization_id, id, email, name, role, status) VALUES ($1, $2, 'recruiter@bench.example', 'Recruiter', 'RECRUITER', 'ACTIVE')`,
    [organizationId, personId],
  );
  const { token, hash } = mintToken(organizationId);
  await owner.query(
    `INSERT INTO sessions (organization_id, id, person_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 day')`,
    [organizationId, newId(), personId, hash],
  );
  const posting = await buildPosting(owner, organizationId, { stages: STAGES });
  const close = async () => {
    await owner.end();
    await database.drop();
  };
  return { database, owner, organizationId, slug, personId, token, posting, close };
}

/** Adds active applications, spread over the posting's stages when `spread` is true, else all received. */
export async function addApplications(world: BenchWorld, count: number, spread: boolean): Promise<void> {
  const { owner, organizationId, posting } = world;
  await owner.query(
    `WITH people AS (
       INSERT INTO candidates (organization_id, id, name, email, zone)
       SELECT $1, gen_random_uuid(), 'Candidate ' || i, 'candidate-' || i || '@bench.example', 'Europe/Berlin' FROM generate_series(1, $2::int) i RETURNING id),
     numbered AS (SELECT id, row_number() OVER () AS i FROM people)
     INSERT INTO applications (organization_id, id, posting_id, candidate_id, plan_id, stage_id, version, consented_at)
     SELECT $1, gen_random_uuid(), $3, id, $4, CASE WHEN $6 THEN ($5::uuid[])[1 + i % cardinality($5::uuid[])] END, 0, now() FROM numbered`,
    [organizationId, count, posting.id, posting.planId, posting.stages.map(({ id }) => id), spread],
  );
  // Not the empty tables: a plan that was made for no rows would be kept while they fill.
  await owner.query('ANALYZE candidates, applications');
}
