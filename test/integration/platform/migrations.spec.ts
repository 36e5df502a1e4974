import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';
import { type TestDatabase, createEmptyDatabase } from '../../support/database.js';

const SNAPSHOT = `
  SELECT 'column' AS kind, table_name || '.' || column_name AS name, data_type || coalesce(' default ' || column_default, '') || ' null ' || is_nullable AS what
    FROM information_schema.columns WHERE table_schema IN ('public', 'self_identification')
  UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace::regnamespace::text IN ('public', 'self_identification')
  UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname IN ('public', 'self_identification')
  UNION ALL SELECT 'policy', tablename || '.' || policyname, coalesce(qual, '') || coalesce(with_check, '') || roles::text FROM pg_policies
  UNION ALL SELECT 'grant', table_name || '.' || grantee, string_agg(privilege_type, ',' ORDER BY privilege_type) FROM information_schema.role_table_grants
    WHERE table_schema IN ('public', 'self_identification') AND grantee LIKE 'rounds_%' GROUP BY table_name, grantee
  ORDER BY 1, 2, 3`;

describe('the migrations', () => {
  let database: TestDatabase;
  let owner: DataSource;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    owner = await createDataSource({ url: database.url, role: 'owner', poolSize: 2, migrations }).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await database.drop();
  });

  it('are listed in the order in which they run, by which a back-up knows its version', () => {
    const names = migrations.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((a, b) => Number(a.slice(-13)) - Number(b.slice(-13))));
  });

  it('run up, down to nothing, and up again to the same schema', async () => {
    await owner.runMigrations();
    const first = await owner.query(SNAPSHOT);
    for (const _ of migrations) await owner.undoLastMigration();
    const tables = await owner.query(
      `SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'self_identification') AND tablename <> 'migrations'`,
    );
    expect(tables).toEqual([]);
    await owner.runMigrations();
    expect(await owner.query(SNAPSHOT)).toEqual(first);
  });

  it('put every table with an organisation behind forced row-level security, and give the application neither ownership nor a way around', async () => {
    const open = await owner.query(
      `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
        WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'self_identification'::regnamespace) AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
    );
    // The directory holds public slugs; the search table is closed to the application and read through two functions.
    expect(open.map((row: { relname: string }) => row.relname)).toEqual(['candidate_search', 'organization_directory']);
    const direct = await owner.query(`SELECT has_table_privilege('rounds_app', 'candidate_search', 'SELECT') AS may`);
    expect(direct[0].may).toBe(false);
    const roles = await owner.query(
      `SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname LIKE 'rounds_%' ORDER BY 1`,
    );
    expect(roles).toEqual([
      { rolname: 'rounds_app', rolsuper: false, rolbypassrls: false },
      { rolname: 'rounds_relay', rolsuper: false, rolbypassrls: false },
      { rolname: 'rounds_self_id', rolsuper: false, rolbypassrls: false },
    ]);
  });
});
