import { execFile, spawn } from 'node:child_process';
import { open, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { advice, serverSurroundings } from './cluster.js';
import { giveToOwner, type DatabaseArea } from './database-area.js';
import type { PostgresPrograms } from './postgres-programs.js';
import { commandLine, isAlive, workingFolder } from './process-identity.js';

const run = promisify(execFile);

/** A running server on the area's data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** "starting", "stopping", "ready" or "standby", as postmaster.pid says. */
  readonly status: string;
}

/** The port is taken by another program. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

const POLL_MS = 10;
/** Recovery after a crash replays at most about max_wal_size (1 GB), which slow disks take a minute for. */
const START_LIMIT_MS = 120_000;
const FAST_STOP_LIMIT_MS = 30_000;
const IMMEDIATE_STOP_LIMIT_MS = 10_000;
const LOG_MAX_BYTES = 4_000_000;

/**
 * The server that runs on this data folder, or null. A postmaster.pid whose number now belongs to another process is removed, because
 * PostgreSQL itself would refuse to start beside it.
 */
export async function findPostmaster(area: DatabaseArea): Promise<Postmaster | null> {
  const noted = await readPidFile(area);
  if (noted === null) return null;
  if ((await isAlive(noted.pid)) && (await worksOn(noted.pid, area.data))) return noted;
  await rm(join(area.data, 'postmaster.pid'), { force: true });
  return null;
}

/** postmaster.pid: the number, the data folder, the start, the port, the socket folder, the address, the memory key and the status. */
async function readPidFile(area: DatabaseArea): Promise<Postmaster | null> {
  const lines = (await readFile(join(area.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? 'starting').trim() };
}

/** A postmaster's working folder is its data folder; where the system does not tell, its command line names it. */
async function worksOn(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const folder = await workingFolder(pid);
  if (folder !== null) return folder === data;
  const command = await commandLine(pid);
  return command.includes('postgres') && command.includes(data);
}

/** The arguments of the server; PostgreSQL keeps them in postmaster.opts, where they are compared before a server is adopted. */
export function serverArguments(area: DatabaseArea, port: number, settings: Readonly<Record<string, string>>): string[] {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: 'rounds',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '200',
    // Tables that fill quickly, as by an import, are planned for as they are within seconds.
    autovacuum_naptime: '10s',
    jit: 'off', // compiling costs more than the short statements of a web application take
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements and their DETAIL lines hold personal data of candidates, which logs must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...settings,
  };
  return ['-D', area.data, '-p', String(port), ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Whether the running server is the same program with the same arguments as one started now would be. */
export async function startedLike(
  area: DatabaseArea,
  server: Postmaster,
  program: string,
  args: readonly string[],
): Promise<boolean> {
  const options = await readFile(join(area.data, 'postmaster.opts'), 'utf8').catch(() => '');
  const executable = process.platform === 'linux' ? await readlink(`/proc/${server.pid}/exe`).catch(() => '') : program;
  return options.trim() === `${program} ${args.map((arg) => `"${arg}"`).join(' ')}` && executable === program;
}

/**
 * Starts a server and waits until it takes connections. It gets a session of its own, so that Ctrl-C in the terminal reaches Rounds
 * only, which then stops it in order.
 * @param onExit called once when the server ends, for whatever reason
 */
export async function launchPostmaster(
  area: DatabaseArea,
  programs: PostgresPrograms,
  args: readonly string[],
  onExit: () => void,
): Promise<Postmaster> {
  const log = await openLog(area);
  const said = () =>
    readFile(area.log, 'utf8').then(
      (text) => Buffer.from(text).subarray(log.size).toString(),
      () => '',
    );
  let ended: string | null = null;
  let pid = 0;
  try {
    const stdio = ['ignore', log.handle.fd, log.handle.fd] as const;
    const child = spawn(programs.postgres, args, {
      ...serverSurroundings(area),
      detached: true,
      stdio: [...stdio],
      windowsHide: true,
    });
    child.once('error', (error) => (ended ??= error.message));
    child.once('exit', (code, signal) => {
      ended ??= `It ended with ${signal ?? `exit code ${code}`}.`;
      onExit();
    });
    pid = child.pid ?? 0;
    child.unref();
  } finally {
    await log.handle.close();
  }
  const server = await waitForReady(area, pid, () => ended);
  if (typeof server !== 'string') return server;
  const text = await said();
  if (/Address already in use|could not create any TCP\/IP sockets/.test(text)) throw new PortTaken(text);
  throw new Error(`The database did not start. ${advice(text || server)}\nIts log is ${area.log}.`);
}

/** Waits until postmaster.pid calls this process ready; answers the server, or a text that says why there will be none. */
export async function waitForReady(area: DatabaseArea, pid: number, ended: () => string | null): Promise<Postmaster | string> {
  const limit_ms = performance.now() + START_LIMIT_MS;
  while (performance.now() < limit_ms) {
    const reason = ended();
    if (reason !== null) return reason;
    const noted = await readPidFile(area);
    if (noted?.pid === pid && noted.status === 'ready') return noted;
    await sleep(POLL_MS);
  }
  return `It was not ready after ${START_LIMIT_MS / 1000} seconds.`;
}

/**
 * Stops a server: fast (sessions are ended, everything is written), and immediately when that takes too long, which loses nothing that
 * was committed but makes the next start recover.
 */
export async function stopPostmaster(area: DatabaseArea, programs: PostgresPrograms, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run(programs.pg_ctl, ['stop', '-D', area.data, '-m', 'fast', '-w']).catch(() => undefined);
    return;
  }
  for (const [signal, limit_ms] of [
    ['SIGINT', FAST_STOP_LIMIT_MS],
    ['SIGQUIT', IMMEDIATE_STOP_LIMIT_MS],
  ] as const) {
    if (!(await isAlive(pid)) || !(await worksOn(pid, area.data))) return;
    process.kill(pid, signal);
    if (await gone(pid, limit_ms)) return;
  }
  throw new Error(`The database (process ${pid}) does not stop. Its log is ${area.log}.`);
}

async function gone(pid: number, limit_ms: number): Promise<boolean> {
  const end_ms = performance.now() + limit_ms;
  while (performance.now() < end_ms) {
    if (!(await isAlive(pid))) return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** The log file for appending, begun anew when it has grown; the one before it is kept. */
async function openLog(area: DatabaseArea) {
  const grown = await stat(area.log).catch(() => null);
  if (grown && grown.size > LOG_MAX_BYTES) await rename(area.log, `${area.log}.1`);
  const handle = await open(area.log, 'a', 0o600);
  await giveToOwner(area, area.log);
  return { handle, size: (await handle.stat()).size };
}
