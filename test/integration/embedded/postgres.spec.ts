import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, chown, lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runningPostgresUrl, startPostgres, type EmbeddedPostgres, type PostgresOptions } from '#libs/platform/embedded/index.js';
import { compileLibs, roomyFolder } from './compiled-libs.js';
import { RoundsProcess } from './rounds-process.js';

const AS_ROOT = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

let folder: string;
const servers: EmbeddedPostgres[] = [];
const processes: RoundsProcess[] = [];

beforeAll(async () => {
  folder = await roomyFolder();
  await compileLibs(folder);
}, 30_000);

afterAll(async () => {
  await Promise.all(processes.map((each) => each.end()));
  await Promise.all(servers.map((each) => each.stop()));
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function start(options: Partial<PostgresOptions> & { home: string }): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ shelter: join(folder, 'shelter'), ...options });
  servers.push(server);
  return server;
}

async function startProcess(home: string, options: object = {}): Promise<RoundsProcess> {
  const started = await RoundsProcess.start(folder, { home, shelter: join(folder, 'shelter'), ...options });
  processes.push(started);
  return started;
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

async function newHome(name: string): Promise<string> {
  const home = join(folder, name);
  await mkdir(home, { mode: 0o755 });
  return home;
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}

describe('the embedded PostgreSQL', () => {
  it('prepares a durable database on loopback in a folder with spaces, and keeps data, port and password', async () => {
    const home = await newHome('first home');
    const first = await start({ home });
    await query(first.url, 'CREATE TABLE kept (x int); INSERT INTO kept VALUES (42)');
    const settings = await query<{ name: string; setting: string }>(
      first.url,
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'data_checksums')",
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      data_checksums: 'on',
    });
    expect((await stat(join(home, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
    await expect(query(first.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    await first.stop();
    await first.stop();

    const second = await start({ home });
    expect({ url: second.url, adopted: second.adopted }).toEqual({ url: first.url, adopted: false });
    expect(await query(second.url, 'SELECT x FROM kept')).toEqual([{ x: 42 }]);
    await second.stop();
  }, 30_000);

  it('tells a command beside it where it is, and that it is not there before and after', async () => {
    const home = join(folder, 'beside');
    const shelter = join(folder, 'shelter');
    expect(await runningPostgresUrl(home, shelter)).toBeNull();
    const server = await start({ home });
    expect(await runningPostgresUrl(home, shelter)).toBe(server.url);
    await server.stop();
    expect(await runningPostgresUrl(home, shelter)).toBeNull();
  }, 30_000);

  it('knows letters of every script and the extensions that Rounds uses', async () => {
    const server = await start({ home: await newHome('letters') });
    await query(
      server.url,
      'CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist; CREATE EXTENSION unaccent; CREATE EXTENSION citext',
    );
    expect(await query(server.url, "SELECT lower('ÉŁЖ') AS low, array_length(show_trgm('Łжé'), 1) AS trigrams")).toEqual([
      { low: 'éłж', trigrams: 4 },
    ]);
    await server.stop();
  }, 30_000);

  it('is taken over after Rounds was killed, with everything that was committed', async () => {
    const home = await newHome('adopted');
    const killed = await startProcess(home);
    await query(killed.server.url, 'CREATE TABLE kept (x int); INSERT INTO kept VALUES (7)');
    await killed.end('SIGKILL');

    const next = await startProcess(home);
    expect(next.server).toMatchObject({ url: killed.server.url, pid: killed.server.pid, adopted: true });
    expect(await query(next.server.url, 'SELECT x FROM kept')).toEqual([{ x: 7 }]);
    await next.end();
    await expect(query(next.server.url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  }, 30_000);

  it('is stopped and started anew when the one left behind has other settings', async () => {
    const home = await newHome('other settings');
    const killed = await startProcess(home, { settings: { work_mem: '8MB' } });
    await killed.end('SIGKILL');
    const next = await start({ home });
    expect(next).toMatchObject({ adopted: false, port: killed.server.port });
    expect(await query(next.url, 'SHOW work_mem')).toEqual([{ work_mem: '4MB' }]);
    await next.stop();
  }, 30_000);

  it('refuses a second Rounds on one folder, and says which process holds it', async () => {
    const home = await newHome('shared');
    const first = await startProcess(home);
    await expect(startPostgres({ home })).rejects.toThrow(`already running on ${home} (process ${first.child.pid}`);
    await first.end();
    const after = await start({ home });
    expect(after.adopted).toBe(false);
    await after.stop();
  }, 30_000);

  it('starts over the leftovers of a crash: a stale lock, a stale pid file with a living number, half a first start', async () => {
    const home = await newHome('leftovers');
    const first = await start({ home });
    await first.stop();
    const area = join(home, 'postgres');
    const { uid, gid } = await stat(join(area, 'data'));
    await writeFile(join(area, 'lock'), JSON.stringify({ pid: process.pid, birthMark: 'another birth', since: '2026-01-01' }));
    await writeFile(
      join(area, 'data', 'postmaster.pid'),
      `${process.pid}\n${join(area, 'data')}\n1\n${first.port}\n\n127.0.0.1\n\nready\n`,
    );
    await chown(join(area, 'data', 'postmaster.pid'), uid, gid);
    await mkdir(join(area, 'data.draft-0000'));
    const second = await start({ home });
    expect(second.adopted).toBe(false);
    await expect(lstat(join(area, 'data.draft-0000'))).rejects.toThrow(/ENOENT/);
    await second.stop();
  }, 30_000);

  it('moves to another port when its own was taken meanwhile, and refuses a fixed one that is taken', async () => {
    const home = await newHome('ports');
    const first = await start({ home });
    await first.stop();
    const stranger = await listenOn(first.port);
    try {
      await expect(startPostgres({ home, port: first.port })).rejects.toThrow(/used by another program/);
      const second = await start({ home });
      expect(second.port).not.toBe(first.port);
      await second.stop();
    } finally {
      stranger.close();
    }
  }, 30_000);

  it('comes back on the same port when the server itself is killed', async () => {
    const server = await start({ home: await newHome('revived') });
    await query(server.url, 'CREATE TABLE kept (x int); INSERT INTO kept VALUES (9)');
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    for (let attempt = 0; server.pid() === before && attempt < 200; attempt++) await sleep(50);
    expect(await query(server.url, 'SELECT x FROM kept')).toEqual([{ x: 9 }]);
    await server.stop();
  }, 30_000);

  it('refuses a database of another major version without touching it', async () => {
    const home = await newHome('old version');
    await (await start({ home })).stop();
    const version = join(home, 'postgres', 'data', 'PG_VERSION');
    await writeFile(version, '17\n');
    await expect(startPostgres({ home })).rejects.toThrow(/made by PostgreSQL 17/);
  }, 30_000);

  if (AS_ROOT) {
    it('runs under an unprivileged user when Rounds is root, also when the home is closed to it', async () => {
      const home = await newHome('closed');
      await chmod(home, 0o700);
      const server = await start({ home });
      const kept = (await readFile(join(home, 'postgres', 'location'), 'utf8')).trim();
      expect(kept.startsWith(join(folder, 'shelter'))).toBe(true);
      const { uid } = await stat(`/proc/${server.pid()}`);
      expect(uid).not.toBe(0);
      await server.stop();
      const again = await start({ home });
      expect(again.url).toBe(server.url);
      await again.stop();
    }, 30_000);

    it('runs as an ordinary user, whose folder root can use and give back', async () => {
      const home = await newHome('ordinary');
      await chown(home, NOBODY.uid, NOBODY.gid);
      const ordinary = await RoundsProcess.start(folder, { home }, NOBODY);
      expect(ordinary.server.adopted).toBe(false);
      await ordinary.end();
      await (await start({ home })).stop();
      const again = await RoundsProcess.start(folder, { home }, NOBODY);
      expect(again.server.url).toBe(ordinary.server.url);
      await again.end();
    }, 30_000);

    it('tells an ordinary user that the folder belongs to somebody else', async () => {
      const home = await newHome('of root');
      await (await start({ home })).stop();
      const refused = await RoundsProcess.start(folder, { home }, NOBODY);
      expect(refused.refusal).toMatch(/Start Rounds as the user who owns/);
    }, 30_000);
  }
});
