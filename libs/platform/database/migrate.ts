import type { DataSourceOptions } from 'typeorm';
import { createDataSource } from './data-source.js';

/** Several processes may start at once: one migrates, the others wait. "RNDS" in ASCII. */
const MIGRATION_LOCK = 0x524e4453;

/** Brings the database up to date as its owner; answers the names of the migrations that ran. */
export async function migrate(url: string, migrations: DataSourceOptions['migrations']): Promise<string[]> {
  const owner = createDataSource({ url, role: 'owner', poolSize: 2, migrations });
  await owner.initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await owner.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    await lock.release();
    await owner.destroy();
  }
}
