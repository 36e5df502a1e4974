import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { createDataSource, migrate } from '#libs/platform/index.js';
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
    owner = await createDataSource({ url: database.url, role: 'owner', poolSize: 3, migrations }).initialize();
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

  it('let others pass while they wait for a table, and run when it is free', async () => {
    await owner.runMigrations();
    class Later1799999999999 implements MigrationInterface {
      up = (db: QueryRunner): Promise<void> => db.query('ALTER TABLE people ADD COLUMN later text');
      down = (db: QueryRunner): Promise<void> => db.query('ALTER TABLE people DROP COLUMN later');
    }
    const reader = owner.createQueryRunner();
    await reader.startTransaction();
    await reader.query('SELECT count(*) FROM people');
    const migrated = migrate(database.url, [...migrations, Later1799999999999], { lock_ms: 100, between_ms: 50, tries: 1000 });
    const waits = () =>
      owner.query(`SELECT 1 FROM pg_locks WHERE relation = 'people'::regclass AND mode = 'AccessExclusiveLock' AND NOT granted`);
    while ((await waits()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    // Behind one that waited for ever this would wait for ever.
    expect(await owner.query('SELECT count(*)::int AS people FROM people')).toEqual([{ people: 0 }]);
    await reader.rollbackTransaction();
    await reader.release();
    expect(await migrated).toEqual([Later1799999999999.name]);
    await owner.query(`ALTER TABLE people DROP COLUMN later; DELETE FROM migrations WHERE name = '${Later1799999999999.name}'`);
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
