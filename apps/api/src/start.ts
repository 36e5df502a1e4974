import { type MailSink, startMailSink, startPostgres } from '#libs/platform/embedded/index.js';
import { keepSecret } from '#libs/platform/config/index.js';
import { readConfig } from './configuration.js';

/**
 * What `npm start` runs: the servers that are not named by the environment, then everything in one process. It imports little, so that the program, two thousand
 * files, is read while the database starts.
 */

type Stop = () => Promise<unknown>;

const config = readConfig();
const stops: Stop[] = [];
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
  const { runProgram } = await import('./program.js');
  const sink = config.smtpUrl ? null : await embeddedMailSink();
  const signIn = await runProgram(
    { ...config, secret, databaseUrl, smtpUrl: config.smtpUrl ?? sink!.url },
    { sink, say, onStop: (stop) => stops.push(stop) },
  );
  console.log(`ready ${config.publicUrl}`);
  for (const line of signIn) console.log(line);
}

async function embeddedDatabase(): Promise<string> {
  const pending = startPostgres({
    ...{ home: config.home, progress: say, log: { info: () => {}, warn: say } },
    meanwhile: () => void import('./program.js').catch(() => {}),
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
