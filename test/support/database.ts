import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '#libs/platform/database/migrate.js';
import { migrations } from '#migrations/index.js';

/** The PostgreSQL of this test run; `npm test` starts one and names it here. */
export function testPostgresUrl(): string {
  const url = process.env.ROUNDS_TEST_POSTGRES_URL;
  if (!url)
    throw new Error(
      'ROUNDS_TEST_POSTGRES_URL is not set: run the tests with `npm test -- <path>`, which starts a PostgreSQL for them.',
    );
  return url;
}

export interface TestDatabase {
  /** The owner's URL of a database of its own, migrated. */
  readonly url: string;
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 0x52544553;
const MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** A fresh migrated database, cloned from one template that is made once per run and version of the migrations. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = new pg.Client({ connectionString: testPostgresUrl() });
  await admin.connect();
  const name = `t_${randomBytes(6).toString('hex')}`;
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(admin);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templateName()}`);
    await admin.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  } finally {
    await admin.end();
  }
  return {
    url: databaseUrl(name),
    drop: async () => {
      const client = new pg.Client({ connectionString: testPostgresUrl() });
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

/** An empty database without any migration. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `e_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: testPostgresUrl() });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return {
    url: databaseUrl(name),
    drop: async () => {
      const client = new pg.Client({ connectionString: testPostgresUrl() });
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

/** An empty database whose owner is no superuser, as managed ones are; `seen` is the same for a superuser, who sees every row. */
export async function createPlainDatabase(): Promise<TestDatabase & { readonly seen: string }> {
  const name = `plain_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: testPostgresUrl() });
  await admin.connect();
  // The roles belong to the cluster and may have been made by somebody else before.
  for (const role of ['rounds_app', 'rounds_relay', 'rounds_self_id'])
    await admin.query(
      `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
    );
  await admin.query(`CREATE ROLE ${name} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '${name}'`);
  await admin.query(`GRANT rounds_app, rounds_relay, rounds_self_id TO ${name}`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  await admin.end();
  const url = new URL(databaseUrl(name));
  Object.assign(url, { username: name, password: name });
  return {
    url: url.href,
    seen: databaseUrl(name),
    drop: async () => {
      const client = new pg.Client({ connectionString: testPostgresUrl() });
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.query(`DROP ROLE ${name}`);
      await client.end();
    },
  };
}

async function ensureTemplate(admin: pg.Client): Promise<void> {
  const name = templateName();
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return;
  const building = `${name}_building`;
  await admin.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${building}`);
  await migrate(databaseUrl(building), migrations);
  await admin.query(`ALTER DATABASE ${building} RENAME TO ${name}`);
}

/** The text of the migrations and of what they call is part of the name, so a change makes a new template. */
function templateName(): string {
  const hash = createHash('sha256');
  for (const folder of [MIGRATIONS, new URL('support/', MIGRATIONS)]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile() && /\.[jt]s$/.test(entry.name)) hash.update(readFileSync(new URL(entry.name, folder)));
    }
  }
  return `rounds_template_${hash.digest('hex').slice(0, 16)}`;
}

function databaseUrl(name: string): string {
  const url = new URL(testPostgresUrl());
  url.pathname = `/${name}`;
  return url.toString();
}
