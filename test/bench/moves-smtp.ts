import { fork } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runChild, startChild, stopChild } from './load/child.js';
import type { MovesInput } from './load/moves-program.js';
import { type Rate, median, round } from './load/rate.js';
import { addApplications, buildBenchWorld } from './load/world.js';
import type { FromCounter } from './smtp-counter.js';

const API = new URL('./load/api-program.js', import.meta.url);
const MOVES = new URL('./load/moves-program.js', import.meta.url);
const CLIENTS = 8;
const PER_CLIENT = 32;
const ROUNDS = 3;
const WAYS = ['takes mails at once', 'is down', 'takes 2 s a mail'] as const;

/**
 * Moves a second with everything that follows from them, while the mail server takes mails at once, is down, and takes two seconds for each; API and worker
 * are one process, where a worker that blocked would be felt most. Each ratio is to the first of the same round, the middle of three.
 */
export async function benchMovesWhileSmtpIsDown(postgresUrl: string): Promise<void> {
  const world = await buildBenchWorld(postgresUrl);
  await addApplications(world, CLIENTS * PER_CLIENT, false);
  const quick = await startCounter(0);
  const slow = await startCounter(2_000);
  const smtpUrls = [quick.url, 'smtp://127.0.0.1:1', slow.url];
  const taken: Rate[][] = [];
  try {
    for (let at = 0; at < ROUNDS; at += 1) taken.push(await oneRound());
  } finally {
    quick.stop();
    slow.stop();
    await world.close();
  }
  for (const [i, way] of WAYS.entries()) {
    const middle = (pick: (rates: readonly Rate[]) => number) => median(taken.map(pick));
    console.log(
      JSON.stringify({
        ...{ name: `moves while the mail server ${way}`, clients: CLIENTS },
        perSecond: middle((rates) => rates[i]!.perSecond),
        p50_ms: middle((rates) => rates[i]!.p50_ms),
        p99_ms: middle((rates) => rates[i]!.p99_ms),
        ratioToAtOnce: round(middle((rates) => rates[i]!.perSecond / rates[0]!.perSecond)),
      }),
    );
  }

  async function oneRound(): Promise<Rate[]> {
    const rates: Rate[] = [];
    for (const smtpUrl of smtpUrls) {
      // What the last server was not given is not this one's to catch up with.
      await world.owner.query('TRUNCATE mails, outbox_events CASCADE');
      const { child, answer } = await startChild<{ url: string }>(API, {
        ...{ databaseUrl: world.database.url, reactions: true, smtpUrl },
      });
      rates.push(
        await runChild<Rate>(MOVES, {
          ...{ way: 'graphql', apiUrl: answer.url, databaseUrl: world.database.url, token: world.token },
          ...{ organizationId: world.organizationId, personId: world.personId, postingId: world.posting.id },
          ...{ stageIds: world.posting.stages.map(({ id }) => id), takeHomeStageId: '', clients: CLIENTS, perClient: PER_CLIENT },
          ...{ warmup_s: 3, seconds: 5 },
        } satisfies MovesInput),
      );
      await stopChild(child);
    }
    return rates;
  }
}

async function startCounter(takes_ms: number): Promise<{ readonly url: string; stop(): void }> {
  const child = fork(fileURLToPath(new URL('./smtp-counter.js', import.meta.url)), [String(takes_ms)]);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.on('message', (message: FromCounter) => 'port' in message && resolve(message.port));
  });
  return { url: `smtp://127.0.0.1:${port}`, stop: () => child.disconnect() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await benchMovesWhileSmtpIsDown(process.env.ROUNDS_TEST_POSTGRES_URL!);
