import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { type MailSink, startMailSink, startPostgres } from '#libs/platform/embedded/index.js';
import { keepSecret } from '#libs/platform/config/index.js';
import { readConfig } from './configuration.js';

/**
 * What `npm start` runs: the servers that are not named by the environment, then everything in one process. It imports little, so that the program, two thousand
 * files, is read while the database starts.
 */

type Stop = () => Promise<unknown>;

/**
 * The program in portions, each of which is read in one go. Between them the loop turns, and what waits for the database goes on: it starts, and it is brought up
 * to date as soon as the platform is read.
 */
const PORTIONS: readonly (() => Promise<unknown>)[] = [
  () => import('@nestjs/core'),
  () => import('@nestjs/graphql'),
  () => import('bullmq'),
  () => import('#libs/platform/index.js'),
  () => import('#migrations/index.js'),
  () => import('#libs/identity/index.js'),
  () => import('#libs/postings/index.js'),
  () => import('#libs/notifications/index.js'),
  () => import('./program.js'),
];

const config = readConfig();
const stops: Stop[] = [];
let reading: Promise<void> | undefined;
const say = (line: string) => console.error(line);

/** In the opposite order of starting; a part that fails to stop does not keep the others running. */
async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop().catch((error: Error) => say(`while stopping: ${error.message}`));
}

let stopping = false;
function stopOnSignal(signal: NodeJS.Signals): void {
  if (stopping) return;
  stopping = true;
  say(`${signal === 'SIGINT' ? 'Stopping' : signal}: finishing what is under way …`);
  void stopAll().then(() => process.exit(0));
}
process.on('SIGINT', stopOnSignal);
process.on('SIGTERM', stopOnSignal);

try {
  await start();
} catch (error) {
  // What a stop broke off is no fault of its own.
  if (!stopping) {
    say((error as Error).message);
    await stopAll();
    process.exit(1);
  }
}

async function start(): Promise<void> {
  const secret = config.secret ?? (await keepSecret(config.home));
  const databaseUrl = config.databaseUrl ?? (await embeddedDatabase());
  readProgram();
  await bringUpToDate(databaseUrl);
  const { runProgram } = await import('./program.js');
  const sink = config.smtpUrl ? null : await embeddedMailSink();
  const signIn = await runProgram(
    { ...config, secret, databaseUrl, smtpUrl: config.smtpUrl ?? sink!.url },
    { sink, say, onStop: (stop) => stops.push(stop) },
  );
  console.log(`ready ${config.publicUrl}`);
  for (const line of signIn) console.log(line);
}

/** Begins to read the program, once. What is wrong with it is said by whoever waits for it. */
function readProgram(): void {
  reading ??= (async () => {
    for (const portion of PORTIONS) {
      await portion();
      await turnOfLoop();
    }
  })().catch(() => {});
}

async function bringUpToDate(databaseUrl: string): Promise<void> {
  const { migrate } = await import('#libs/platform/index.js');
  const { migrations } = await import('#migrations/index.js');
  await migrate(databaseUrl, migrations);
}

async function embeddedDatabase(): Promise<string> {
  const pending = startPostgres({
    ...{ home: config.home, progress: say, log: { info: () => {}, warn: say } },
    meanwhile: readProgram,
  });
  // Registered before it runs: a signal meanwhile waits for the server and stops it.
  stops.push(async () => (await pending.catch(() => null))?.stop());
  return (await pending).url;
}

async function embeddedMailSink(): Promise<MailSink> {
  const sink = await startMailSink({ home: config.home });
  stops.push(() => sink.stop());
  return sink;
}
