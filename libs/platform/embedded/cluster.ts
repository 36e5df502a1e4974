import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeServerFolder, readAreaFile, writeAreaFile, type DatabaseArea } from './database-area.js';
import type { PostgresPrograms } from './postgres-programs.js';

const run = promisify(execFile);

/** The database's superuser; also the name of the database. */
export const OWNER = 'rounds';

const MAJOR_VERSION = '18';

/**
 * Words are letters in every script only under a UTF-8 LC_CTYPE (pg_trgm and text search ask it), so plain C comes last. Sorting and
 * upper and lower case come from PostgreSQL's own C.UTF-8 and are the same on every system.
 */
const CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** The password of the owner, and the data folder, made when they are missing. */
export async function openCluster(
  area: DatabaseArea,
  programs: PostgresPrograms,
  progress: (line: string) => void,
  meanwhile: () => void,
): Promise<string> {
  await clearDrafts(area);
  const version = (await readFile(join(area.data, 'PG_VERSION'), 'utf8').catch(absent))?.trim();
  if (version === undefined) {
    progress('Preparing the database (first time) …');
    return initialise(area, programs, meanwhile);
  }
  if (version !== MAJOR_VERSION) {
    throw new Error(
      `The database in ${area.data} was made by PostgreSQL ${version}, and this version of Rounds brings ${MAJOR_VERSION}. ` +
        'Nothing was changed. Export it with the version of Rounds that made it, and import it into a new ROUNDS_HOME.',
    );
  }
  const password = await readAreaFile(area, 'password');
  if (!password)
    throw new Error(`${join(area.folder, 'password')} is missing, so the database beside it cannot be opened. Restore it.`);
  return password;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

/** The data folder appears by one rename when it is whole: an interrupted first start leaves nothing that looks like a database. */
async function initialise(area: DatabaseArea, programs: PostgresPrograms, meanwhile: () => void): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const draft = join(area.folder, `data.draft-${randomBytes(4).toString('hex')}`);
  const passwordDraft = `${draft}.password`;
  await writeFile(passwordDraft, password, { mode: 0o600, flag: 'wx' });
  if (area.account) await chown(passwordDraft, area.account.uid, area.account.gid);
  try {
    await initdb(area, programs, draft, passwordDraft, meanwhile);
    await writeAreaFile(area, 'password', `${password}\n`);
    await rename(draft, area.data);
  } finally {
    await rm(passwordDraft, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
  return password;
}

async function initdb(
  area: DatabaseArea,
  programs: PostgresPrograms,
  data: string,
  passwordFile: string,
  meanwhile: () => void,
): Promise<void> {
  const fixed = [
    '-D',
    data,
    '-U',
    OWNER,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
  ];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  for (const ctype of CTYPES) {
    await makeServerFolder(data, area.account);
    try {
      const running = run(programs.initdb, [...fixed, ...locale, `--lc-ctype=${ctype}`], serverSurroundings(area));
      meanwhile();
      await running;
      return;
    } catch (error) {
      const { stderr = '', message } = error as { stderr?: string; message: string };
      await rm(data, { recursive: true, force: true });
      if (!/invalid locale/i.test(stderr)) throw new Error(`The database could not be prepared. ${advice(stderr || message)}`);
    }
  }
  throw new Error('The database could not be prepared: this system knows no locale, not even C.');
}

/**
 * User, folder and environment of PostgreSQL's programs. Little of our environment is passed on: PG* variables would change what the
 * programs do, and secrets are none of their business.
 */
export function serverSurroundings(area: DatabaseArea): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const passed = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LD_LIBRARY_PATH'].filter((name) => process.env[name] !== undefined);
  const env = { ...Object.fromEntries(passed.map((name) => [name, process.env[name]])), LC_ALL: 'C', TZ: 'UTC' };
  const user = area.account ? { uid: area.account.uid, gid: area.account.gid } : {};
  return { ...user, cwd: area.folder, env };
}

/** What PostgreSQL said, with what to do about the causes that machines really have. */
export function advice(said: string): string {
  const text = said.trim().split('\n').slice(-8).join('\n');
  if (/could not look up effective user ID/.test(said))
    return `${text}\nThe user of this process has no name; add it to /etc/passwd.`;
  if (/No space left/.test(said)) return `${text}\nThe disk is full; make room and start again.`;
  if (/error while loading shared libraries|ENOENT|not found \(required by/.test(said)) {
    return `${text}\nPostgreSQL's program does not run on this system (it needs glibc); set DATABASE_URL to a PostgreSQL of your own.`;
  }
  if (/EPERM|Operation not permitted/.test(said)) {
    return `${text}\nRounds runs as root but may not change the user here; start it as an ordinary user.`;
  }
  return text;
}

async function clearDrafts(area: DatabaseArea): Promise<void> {
  for (const name of await readdir(area.folder)) {
    if (/^data\.draft-|\.draft$/.test(name)) await rm(join(area.folder, name), { recursive: true, force: true });
  }
}
