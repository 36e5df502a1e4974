import { type MailRunOptions, runMailFaults } from './mail-run.js';
import { createTestDatabase } from '../support/database.js';
import { hasRedis, startRedis } from '../support/redis.js';

const KILLS = Number(process.env.MAIL_FAULTS_KILLS ?? 500);
const MAILS = Number(process.env.MAIL_FAULTS_MAILS ?? 20_000);
const SEED = Number(process.env.MAIL_FAULTS_SEED ?? Date.now() % 1_000_000);

/** The long run: hundreds of deaths while thousands of mails are decided, with evidence and without, on both queues; then bugs that must be noticed. */
export async function mailFaults(): Promise<boolean> {
  let failed = false;
  const half = { mails: MAILS / 2, kills: KILLS / 2 };
  const runs: [string, MailRunOptions][] = [
    ['without evidence', { ...half, seed: SEED, evidence: false }],
    ['with evidence', { ...half, seed: SEED + 1, evidence: true, redisUrl: 'wanted' }],
    [
      'planted: the row does not say that the end is about to be sent',
      { seed: SEED, mails: 600, kills: 12, evidence: false, planted: 'no-dot' },
    ],
    ['planted: no sweeper', { seed: SEED, mails: 600, kills: 12, evidence: false, planted: 'no-sweeper', settle_ms: 10_000 }],
  ];
  for (const [what, options] of runs) {
    const counts = await run(options);
    const wrong =
      counts.lost.length + counts.outOfOrder.length + counts.doubledUnlisted.length + (options.evidence ? counts.doubled : 0);
    const lists = {
      lost: counts.lost.length,
      outOfOrder: counts.outOfOrder.length,
      doubledUnlisted: counts.doubledUnlisted.length,
    };
    console.log(JSON.stringify({ faults: 'mail', what, ...counts, ...lists, examples: counts.lost.slice(0, 3) }));
    failed ||= options.planted ? wrong === 0 : wrong > 0;
  }
  return !failed;
}

async function run(options: MailRunOptions) {
  const database = await createTestDatabase();
  const redis = options.redisUrl && hasRedis() ? await startRedis() : null;
  try {
    return await runMailFaults(database, {
      ...options,
      redisUrl: redis?.url ?? null,
      alsoKill: redis ? () => redis.crash() : undefined,
    });
  } finally {
    await redis?.stop();
    await database.drop();
  }
}
