import { type MailSink, startMailSink, startPostgres } from '#libs/platform/embedded/index.js';
import { type RunningConfig, UnitOfWork, keepSecret, migrate } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';
import { readConfig } from './configuration.js';
import { firstStart } from './first-start.js';
import { createServer, stopServer } from './server.js';

/** What `npm start` runs: the servers that are not named by the environment, then everything in one process. */

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
  const sink = config.smtpUrl ? null : await embeddedMailSink();
  await migrate(databaseUrl, migrations);
  const running: RunningConfig = { ...config, secret, databaseUrl, smtpUrl: config.smtpUrl ?? sink!.url };
  const app = await createServer(running, { sink });
  stops.push(() => stopServer(app));
  const signIn = await firstStart(running, app.get(UnitOfWork), say);
  await app.listen(config.port, config.host);
  console.log(`ready ${config.publicUrl}`);
  for (const line of signIn) console.log(line);
}

async function embeddedDatabase(): Promise<string> {
  const pending = startPostgres({ home: config.home, progress: say, log: { info: () => {}, warn: say } });
  // Registered before it runs: a signal meanwhile waits for the server and stops it.
  stops.push(async () => (await pending.catch(() => null))?.stop());
  return (await pending).url;
}

async function embeddedMailSink(): Promise<MailSink> {
  const sink = await startMailSink({ home: config.home });
  stops.push(() => sink.stop());
  return sink;
}
