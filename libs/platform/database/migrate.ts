import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { createDataSource } from './data-source.js';

/** Several processes may start at once: one migrates, the others wait. "RNDS" in ASCII. */
const MIGRATION_LOCK = 0x524e4453;

/**
 * How long a migration waits for a table, and how often it tries. While it waits behind somebody's long look at it everybody else waits behind the migration; so it steps
 * back and lets them through.
 */
const PATIENCE = { lock_ms: 2_000, between_ms: 1_000, tries: 60 };
const LOCK_NOT_AVAILABLE = '55P03';

/** Brings the database up to date as its owner, each migration in a transaction of its own, while others go on; answers the names of the migrations that ran. */
export async function migrate(
  url: string,
  migrations: DataSourceOptions['migrations'],
  { lock_ms, between_ms, tries }: typeof PATIENCE = PATIENCE,
): Promise<string[]> {
  const owner = createDataSource({ url, role: 'owner', poolSize: 2, migrations, lockTimeout_ms: lock_ms });
  await owner.initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('SET lock_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const before = await ranIn(lock);
    await runPatiently(owner, between_ms, tries);
    return (await ranIn(lock)).filter((name) => !before.includes(name));
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    await lock.release();
    await owner.destroy();
  }
}

async function runPatiently(owner: DataSource, between_ms: number, tries: number): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await owner.runMigrations();
      return;
    } catch (error) {
      if (left <= 1 || (error as { driverError?: { code?: string } }).driverError?.code !== LOCK_NOT_AVAILABLE) throw error;
      await new Promise((resolve) => setTimeout(resolve, between_ms));
    }
  }
}

async function ranIn(runner: QueryRunner): Promise<string[]> {
  const [found] = (await runner.query(`SELECT to_regclass('migrations') IS NOT NULL AS there`)) as { there: boolean }[];
  if (!found!.there) return [];
  const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  return rows.map(({ name }) => name);
}
