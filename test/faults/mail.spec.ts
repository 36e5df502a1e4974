import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { hasRedis, startRedis } from '../support/redis.js';
import { type MailRunOptions, byTurns, runMailFaults } from './mail-run.js';

/** Printed, so that a run that fails can be replayed: MAIL_FAULTS_SEED=… */
const SEED = Number(process.env.MAIL_FAULTS_SEED ?? Date.now() % 1_000_000);
const RUN = { mails: 300, kills: 6, stalls: 1 } as const;

async function run(options: MailRunOptions) {
  const database = await createTestDatabase();
  try {
    const counts = await runMailFaults(database, options);
    const { fates: _, ...shown } = counts;
    console.log(JSON.stringify(shown));
    return counts;
  } finally {
    await database.drop();
  }
}

/** The long run is `npm run faults -- mail`. */
describe('mails while workers are killed, connections are cut, and the mail server hangs, refuses and loses replies', () => {
  it('are never lost, never out of order, and arrive twice only where the ledger says that they were in doubt', async () => {
    const counts = await run({ ...RUN, seed: SEED, evidence: false });
    expect(counts).toMatchObject({ lost: [], outOfOrder: [], doubledUnlisted: [] });
    expect(counts.doubled).toBeLessThanOrEqual(counts.doubts);
  }, 120_000);

  it('never arrive twice where the server’s log can be asked; and a queue that dies and forgets everything loses none', async () => {
    const redis = hasRedis() ? await startRedis() : null;
    try {
      const counts = await run({
        ...{ ...RUN, seed: SEED + 1, evidence: true },
        ...(redis && { redisUrl: redis.url, alsoKill: byTurns(redis.crash, redis.flush), alsoEvery: 2 }),
      });
      expect(counts).toMatchObject({ lost: [], outOfOrder: [], doubledUnlisted: [], doubled: 0, waitForAPerson: 0 });
    } finally {
      await redis?.stop();
    }
  }, 120_000);
});
