import { createDataSource } from '#libs/platform/index.js';

/** Several processes may start at once on an empty database: one fills it, the others wait and find it filled. "SMPL" in ASCII. */
const SAMPLE_LOCK = 0x534d504c;

/** Runs `work` while no other process does, whatever becomes of this one: the database holds the lock as long as this process lives. */
export async function aloneOn<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const owner = await createDataSource({ url: databaseUrl, role: 'owner', poolSize: 1 }).initialize();
  const lock = owner.createQueryRunner();
  try {
    await lock.connect();
    await lock.query('SELECT pg_advisory_lock($1)', [SAMPLE_LOCK]);
    return await work();
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [SAMPLE_LOCK]).catch(() => {});
    await lock.release();
    await owner.destroy();
  }
}
