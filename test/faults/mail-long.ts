import { type MailRunOptions, byTurns, runMailFaults } from './mail-run.js';
import { createTestDatabase } from '../support/database.js';
import { hasRedis, startRedis } from '../support/redis.js';

const KILLS = Number(process.env.MAIL_FAULTS_KILLS ?? 500);
const MAILS = Number(process.env.MAIL_FAULTS_MAILS ?? 20_000);
const SEED = Number(process.env.MAIL_FAULTS_SEED ?? Date.now() % 1_000_000);
/** Of the runs below, those whose names begin so. */
const ONLY = process.env.MAIL_FAULTS_ONLY ?? '';

/**
 * The long run: hundreds of deaths while thousands of mails are decided, of workers, of connections and of the database itself, with evidence and without, on both
 * queues, of which Redis dies and is emptied by turns; then bugs that must be noticed.
 */
export async function mailFaults(killDatabase: () => void): Promise<boolean> {
  let failed = false;
  const half = {
    ...{ mails: Math.ceil(MAILS / 2), kills: Math.ceil(KILLS / 2), stalls: Math.ceil(KILLS / 20) },
    settle_ms: 120_000,
    killDatabase,
  };
  const small = { seed: SEED, mails: 600, kills: 12, evidence: false };
  const runs: [string, MailRunOptions][] = [
    ['without evidence', { ...half, seed: SEED, evidence: false }],
    ['with evidence', { ...half, seed: SEED + 1, evidence: true, redisUrl: 'wanted' }],
    ['planted: the row does not say that the end is about to be sent', { ...small, planted: 'no-dot' }],
    ['planted: no sweeper', { ...small, planted: 'no-sweeper', settle_ms: 10_000 }],
    ['planted: a row is not written', { ...small, planted: 'no-row' }],
    ['planted: the fence is not asked for', { ...small, kills: 12, stalls: 12, planted: 'no-fence' }],
  ];
  const chosen = runs.filter(([what]) => what.startsWith(ONLY));
  if (chosen.length === 0) throw new Error(`MAIL_FAULTS_ONLY=${ONLY} is none of: ${runs.map(([what]) => what).join('; ')}`);
  for (const [what, options] of chosen) {
    const began = performance.now();
    const counts = await run(options);
    const took_s = Math.round((performance.now() - began) / 1000);
    const wrong =
      counts.lost.length + counts.outOfOrder.length + counts.doubledUnlisted.length + (options.evidence ? counts.doubled : 0);
    const lists = {
      lost: counts.lost.length,
      outOfOrder: counts.outOfOrder.length,
      doubledUnlisted: counts.doubledUnlisted.length,
    };
    console.log(JSON.stringify({ faults: 'mail', what, took_s, ...counts, ...lists, examples: counts.lost.slice(0, 3) }));
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
      alsoKill: redis ? byTurns(redis.crash, redis.flush) : undefined,
    });
  } finally {
    await redis?.stop();
    await database.drop();
  }
}
