import 'reflect-metadata';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { runningPostgresUrl } from '#libs/platform/embedded/index.js';
import { type Config, type Environment, parseConfig } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';

/** What was found about one thing; a problem says what to do. */
export interface Finding {
  readonly about: string;
  readonly ok: boolean;
  readonly says: string;
}

const NODE_MIN = [20, 19] as const;
const PATIENCE_MS = 5_000;
/** The database, files and a first year of mails stay well below; PostgreSQL stops when there is nothing left. */
const DISK_MIN_BYTES = 1024 ** 3;
/** A worker takes what is due within a second. */
const BACKLOG_AFTER_S = 60;

const fine = (about: string, says: string): Finding => ({ about, ok: true, says });
const problem = (about: string, says: string): Finding => ({ about, ok: false, says });

/** Looks at everything Rounds stands on, and changes nothing. Later findings rest on earlier ones: without settings there is nothing to look at. */
export async function* diagnose(env: Environment, cwd: string): AsyncGenerator<Finding> {
  yield node(process.versions.node);
  const parsed = parseConfig(env, cwd);
  if (!parsed.ok) {
    for (const { variable, problem: wrong, example } of parsed.refusal.faults)
      yield problem('settings', `${variable} ${wrong}; for example ${example}`);
    return;
  }
  const { config, warnings } = parsed.value;
  for (const warning of warnings) yield problem('settings', warning);
  if (warnings.length === 0) yield fine('settings', 'are read without a fault');
  yield* home(config.home);
  yield* database(config);
  yield await mailServer(config);
  if (config.redisUrl) yield await redis(config.redisUrl);
  yield await itself(config);
}

function node(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
  if (enough) return fine('node', version);
  return problem('node', `this is ${version}, and Rounds needs ${NODE_MIN.join('.')} or newer; get one from https://nodejs.org`);
}

async function* home(folder: string): AsyncGenerator<Finding> {
  let present = folder;
  while (!(await stat(present).catch(() => null)) && dirname(present) !== present) present = dirname(present);
  const there = present === folder;
  try {
    await access(present, constants.W_OK | constants.X_OK);
    yield fine('home', there ? `${folder} can be written` : `${folder} will be made at the first start`);
  } catch {
    yield problem(
      'home',
      `${present} cannot be written by this user; give it to them with chown, or set ROUNDS_HOME to another folder`,
    );
  }
  const { bavail, bsize } = await statfs(present);
  const free = `${((bavail * bsize) / 1024 ** 3).toFixed(1)} GB are free`;
  if (bavail * bsize >= DISK_MIN_BYTES) yield fine('disk', free);
  else yield problem('disk', `only ${free} at ${present}; make room before the database has to stop`);
}

async function* database(config: Config): AsyncGenerator<Finding> {
  let url: string | null;
  try {
    url = config.databaseUrl ?? (await embedded(config.home));
  } catch (error) {
    yield problem('database', (error as Error).message);
    return;
  }
  if (url === null) {
    yield fine('database', 'the one that comes with Rounds; it is not running, `npm start` starts it');
    return;
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version");
    yield fine(
      'database',
      `PostgreSQL ${rows[0]!.version.split(' ')[0]}${config.databaseUrl ? '' : ', which comes with Rounds, is running'}`,
    );
    yield* schema(client);
  } catch (error) {
    const advice = config.databaseUrl
      ? 'check DATABASE_URL and that the server takes connections from here'
      : 'look at postgres/postgres.log in the home folder';
    yield problem('database', `it does not answer (${(error as Error).message}); ${advice}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Looking must not make the folder, as starting does. */
async function embedded(folder: string): Promise<string | null> {
  return (await stat(join(folder, 'postgres')).catch(() => null)) ? runningPostgresUrl(folder) : null;
}

async function* schema(client: pg.Client): AsyncGenerator<Finding> {
  const { rows: tables } = await client.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS made`);
  const ran = tables[0].made
    ? (await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map(({ name }) => name)
    : [];
  const known = migrations.map(({ name }) => name);
  const missing = known.filter((name) => !ran.includes(name));
  const foreign = ran.filter((name) => !known.includes(name));
  if (foreign.length > 0)
    yield problem(
      'migrations',
      `the database was brought up to ${foreign.at(-1)}, which this version does not know; use the newer version of Rounds`,
    );
  else if (missing.length > 0)
    yield problem('migrations', `${missing.length} of ${known.length} have not run; \`npm start\` or an API process runs them`);
  else yield fine('migrations', `all ${known.length} have run`);
  if (missing.length === 0 && foreign.length === 0) yield await backlog(client);
}

/** Rows that are due and that nobody took: the queue only wakes workers, so this is where it shows that none runs. */
async function backlog(client: pg.Client): Promise<Finding> {
  await client.query('SET ROLE rounds_relay');
  const due = (table: string, state: string) =>
    `(SELECT count(*)::int FROM ${table} WHERE state = '${state}' AND not_before < now() - make_interval(secs => ${BACKLOG_AFTER_S}))`;
  const { rows } = await client.query<{ events: number; mails: number; failed: number }>(
    `SELECT ${due('outbox_events', 'PENDING')} AS events, ${due('mails', 'DECIDED')} AS mails,
            (SELECT count(*)::int FROM outbox_events WHERE state = 'FAILED') AS failed`,
  );
  const { events, mails, failed } = rows[0]!;
  if (events + mails > 0)
    return problem(
      'queue',
      `${events} events and ${mails} mails have been due for more than a minute; start Rounds or a worker, or look at its log`,
    );
  if (failed > 0)
    return problem('queue', `${failed} events have failed for good; their column "error" in outbox_events says why`);
  return fine('queue', 'nothing waits');
}

async function mailServer(config: Config): Promise<Finding> {
  if (!config.smtpUrl) return fine('mail', 'is caught on this machine while Rounds runs, and read at /mailbox');
  const { createTransport } = await import('nodemailer');
  const server = createTransport({
    url: config.smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await server.verify();
    return fine('mail', `${new URL(config.smtpUrl).host} greets, and lets us in`);
  } catch (error) {
    return problem('mail', `${new URL(config.smtpUrl).host} cannot be used (${(error as Error).message}); check SMTP_URL`);
  } finally {
    server.close();
  }
}

async function redis(url: string): Promise<Finding> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return fine('redis', `${new URL(url).host} answers`);
  } catch (error) {
    return problem('redis', `${new URL(url).host} does not answer (${(error as Error).message}); check REDIS_URL`);
  } finally {
    client.disconnect();
  }
}

async function itself(config: Config): Promise<Finding> {
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
  try {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) return fine('rounds', `runs at ${address}`);
    if (answer.status === 503) return problem('rounds', `runs at ${address} and is not ready; look at its log`);
    return problem('rounds', `another program answers at ${address}; choose another PORT`);
  } catch {
    return fine('rounds', `does not run at ${address}`);
  }
}
