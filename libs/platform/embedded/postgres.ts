import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { prepareHome } from '../config/index.js';
import { openCluster, OWNER } from './cluster.js';
import { giveToOwner, openArea, readAreaFile, SHELTER, writeAreaFile, type DatabaseArea } from './database-area.js';
import { FolderInUse, lockFolder } from './folder-lock.js';
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.js';
import {
  findPostmaster,
  launchPostmaster,
  PortTaken,
  serverArguments,
  startedLike,
  stopPostmaster,
  waitForReady,
} from './postmaster.js';
import { isAlive } from './process-identity.js';

/** What the embedded servers report; a pino logger fits. */
export interface EmbeddedLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface PostgresOptions {
  /** The folder of the installation (ROUNDS_HOME); the database is kept in `home`/postgres. */
  readonly home: string;
  readonly log?: EmbeddedLog;
  /** Told what takes long, in words for a person. */
  readonly progress?: (line: string) => void;
  /** Called, perhaps more than once, where the wait for PostgreSQL's own programs begins: what else there is to do is best done then. */
  readonly meanwhile?: () => void;
  /** A fixed port; a random free one, remembered for the next start, when missing. */
  readonly port?: number;
  /** Settings of the server beyond the defaults, which are durable. Tests may trade durability for speed; nothing else may. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where root keeps data and programs that the server's account cannot reach under `home`. */
  readonly shelter?: string;
}

export interface EmbeddedPostgres {
  /** Of the superuser, who owns the database. It holds the password. */
  readonly url: string;
  readonly port: number;
  /** Whether a server that an earlier, killed Rounds left behind was taken over. */
  readonly adopted: boolean;
  /** The server's process now; it changes when the server had to be started again. */
  pid(): number;
  /** Fast shutdown: sessions are ended, everything is on disk when it resolves. Safe to call twice. */
  stop(): Promise<void>;
}

const QUIET: EmbeddedLog = { info: () => undefined, warn: () => undefined };
/** Below the ports that Linux (32768) and macOS (49152) hand to outgoing connections, so that a remembered port is likely free. */
const PORTS = { from: 20_000, to: 32_000 };
const PORT_ATTEMPTS = 20;
const WATCH_MS = 500;
const RESTART_PAUSES_MS = [0, 200, 1_000, 5_000];

/**
 * Starts the PostgreSQL of this installation, prepares it when it is the first time, or adopts the one a killed Rounds left running.
 * While it is in use it is watched and started again on the same port when it dies.
 * @throws Error with a message for the person: folder in use, port taken, no account to run as, disk full …
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const { home, log = QUIET, progress = () => undefined, meanwhile = () => undefined, shelter = SHELTER } = options;
  await prepareHome(home);
  const area = await openArea(home, shelter).catch(explainAccess(home));
  const unlock = await lockFolder(area.lock).catch(explainLock(home));
  try {
    await giveToOwner(area, area.lock);
    const programs = await postgresPrograms(area.account, area.account ? shelter : home);
    const password = await openCluster(area, programs, progress, meanwhile);
    meanwhile();
    const server = new SupervisedServer(area, programs, options.settings ?? {}, log);
    await server.begin(options.port);
    const url = `postgres://${OWNER}:${password}@127.0.0.1:${server.port}/${OWNER}`;
    try {
      await ensureDatabase(url);
    } catch (error) {
      await server.stop();
      throw error;
    }
    const stop = async () => {
      await server.stop();
      await unlock();
    };
    return { url, port: server.port, adopted: server.adopted, pid: () => server.pid, stop };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * The URL of the server that runs for this installation at the moment, for a command beside it; null when none does. It is not started, not
 * watched and not stopped by whoever asks.
 */
export async function runningPostgresUrl(home: string, shelter: string = SHELTER): Promise<string | null> {
  if (!(await stat(home).catch(() => null))) return null;
  const area = await openArea(home, shelter).catch(explainAccess(home));
  const found = await findPostmaster(area);
  const password = await readAreaFile(area, 'password');
  if (!found || found.status !== 'ready' || !password) return null;
  return `postgres://${OWNER}:${password}@127.0.0.1:${found.port}/${OWNER}`;
}

/** One data folder's server through adoptions, deaths and restarts. */
class SupervisedServer {
  port = 0;
  pid = 0;
  adopted = false;
  private stopping: Promise<void> | null = null;
  private restarting: Promise<void> | null = null;
  private watch: NodeJS.Timeout | undefined;

  constructor(
    private readonly area: DatabaseArea,
    private readonly programs: PostgresPrograms,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly log: EmbeddedLog,
  ) {}

  async begin(fixedPort: number | undefined): Promise<void> {
    const remembered = Number((await readAreaFile(this.area, 'port')) ?? 0);
    if (!(await this.adopt(fixedPort ?? remembered))) await this.launchOnFreePort(fixedPort, remembered);
    if (this.port !== remembered) await writeAreaFile(this.area, 'port', `${this.port}\n`);
    // The exit of an adopted server is not told to us, and the exit of our own only while this event loop is free to hear it.
    this.watch = setInterval(() => void this.look(), WATCH_MS).unref();
  }

  /** Takes over a server that is like the one we would start; one that is not is stopped, so that ours can start. */
  private async adopt(port: number): Promise<boolean> {
    const found = await findPostmaster(this.area);
    if (!found) return false;
    const args = serverArguments(this.area, port, this.settings);
    if (found.port === port && (await startedLike(this.area, found, this.programs.postgres, args))) {
      const pid = found.pid;
      let alive = true;
      const heartbeat = setInterval(() => void isAlive(pid).then((now) => (alive = now)), 50);
      const ready = found.status === 'stopping' ? '' : await waitForReady(this.area, pid, () => (alive ? null : 'It ended.'));
      clearInterval(heartbeat);
      if (typeof ready !== 'string') {
        Object.assign(this, { pid, port, adopted: true });
        this.log.info(`Took over the database that an earlier Rounds left running (process ${pid}).`);
        return true;
      }
    }
    this.log.info(`Stopping the database that an earlier Rounds left running (process ${found.pid}).`);
    await stopPostmaster(this.area, this.programs, found.pid);
    return false;
  }

  private async launchOnFreePort(fixed: number | undefined, remembered: number): Promise<void> {
    for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      const port = fixed ?? (attempt === 0 && remembered > 0 ? remembered : randomInt(PORTS.from, PORTS.to));
      const free = await isFree(port);
      try {
        if (free) return await this.launch(port);
      } catch (error) {
        if (!(error instanceof PortTaken)) throw error;
      }
      if (fixed !== undefined) throw new Error(`Port ${fixed} of 127.0.0.1, meant for the database, is used by another program.`);
      if (port === remembered)
        this.log.warn(`Port ${port}, which the database used before, is used by another program; it gets another.`);
    }
    throw new Error(`No free port for the database was found between ${PORTS.from} and ${PORTS.to}.`);
  }

  private async launch(port: number): Promise<void> {
    const args = serverArguments(this.area, port, this.settings);
    const { pid } = await launchPostmaster(this.area, this.programs, args, () => void this.look());
    Object.assign(this, { pid, port });
  }

  /** Starts the server again when it died while it was wanted. */
  private async look(): Promise<void> {
    if (this.pid === 0 || this.stopping || this.restarting || (await isAlive(this.pid))) return;
    if (this.stopping || this.restarting) return;
    this.log.warn(`The database (process ${this.pid}) ended unexpectedly; starting it again.`);
    this.restarting = this.restart().finally(() => (this.restarting = null));
    await this.restarting;
  }

  private async restart(): Promise<void> {
    for (let attempt = 0; !this.stopping; attempt++) {
      await sleep(RESTART_PAUSES_MS[Math.min(attempt, RESTART_PAUSES_MS.length - 1)]!);
      if (this.stopping) return;
      try {
        await this.launch(this.port);
        this.log.info(`The database runs again (process ${this.pid}).`);
        return;
      } catch (error) {
        this.log.warn(`The database could not be started again: ${(error as Error).message}`);
      }
    }
  }

  stop(): Promise<void> {
    clearInterval(this.watch);
    this.stopping ??= (async () => {
      await this.restarting;
      await stopPostmaster(this.area, this.programs, this.pid);
    })();
    return this.stopping;
  }
}

/** Proves that the server lets us in, and makes the database on the first start. */
async function ensureDatabase(url: string): Promise<void> {
  const attempt = async (target: string, sql: string) => {
    const client = new pg.Client({ connectionString: target, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await attempt(url, 'SELECT 1').catch(async (error: { code?: string }) => {
    if (error.code !== '3D000') throw error; // invalid_catalog_name: the database does not exist
    // The empty one that initdb made becomes ours, which is quicker than a copy.
    const rename = `ALTER DATABASE postgres RENAME TO ${OWNER}`;
    await attempt(url.replace(/[^/]+$/, 'template1'), rename).catch(async (refused: { code?: string }) => {
      if (refused.code !== '55006') throw refused; // object_in_use: one of the server's own processes is looking at it
      await attempt(url.replace(/[^/]+$/, 'template1'), `CREATE DATABASE ${OWNER} TEMPLATE template0`);
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function explainLock(home: string) {
  return (error: unknown): never => {
    if (error instanceof FolderInUse) {
      throw new Error(
        `Rounds is already running on ${home} (process ${error.pid}, since ${error.since}). ` +
          'Nothing was started. Stop that one first, or choose another folder with ROUNDS_HOME.',
      );
    }
    return explainAccess(home)(error);
  };
}

function explainAccess(home: string) {
  return (error: unknown): never => {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
    throw new Error(
      `${path ?? home} cannot be written by this user (${code}). Start Rounds as the user who owns ${home}, ` +
        'give the folder to this user with chown -R, or choose another folder with ROUNDS_HOME.',
    );
  };
}
