import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canReach, serverAccount, type ServerAccount } from './server-account.js';

/** The folder of one embedded database: PostgreSQL's data, its password, port, lock and log. */
export interface DatabaseArea {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly lock: string;
  /** The user the server runs as; null: the user of this process. */
  readonly account: ServerAccount | null;
}

/** Where root keeps what the server's account could not reach in the home folder. */
export const SHELTER = '/var/lib/rounds';

/**
 * Chooses and makes the folder of the database: `home`/postgres; when Rounds runs as root and the server's account cannot pass through
 * the home folder, a folder under `shelter`, remembered in `home`/postgres/location.
 */
export async function openArea(home: string, shelter: string): Promise<DatabaseArea> {
  const usual = join(await realpath(home), 'postgres');
  await mkdir(usual, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const remembered = await readFile(join(usual, 'location'), 'utf8').catch(() => null);
  const account = await serverAccount([join(remembered?.trim() ?? usual, 'data'), usual]);
  const folder = remembered?.trim() ?? ((await canReach(usual, account)) ? usual : await sheltered(usual, shelter, account!));
  if (!(await stat(folder).catch(() => null))) {
    throw new Error(
      `The database of ${home} is kept in ${folder}, which is missing. Restore it, or remove ${usual} to begin anew.`,
    );
  }
  return { folder, data: join(folder, 'data'), log: join(folder, 'postgres.log'), lock: join(folder, 'lock'), account };
}

async function sheltered(usual: string, shelter: string, account: ServerAccount): Promise<string> {
  if (await stat(join(usual, 'data')).catch(() => null)) {
    throw new Error(
      `PostgreSQL refuses to run as root, and the user ${account.name} cannot reach its data in ${usual}. ` +
        'Move the folder to where others may pass, or allow it with chmod o+x on the folders above.',
    );
  }
  const folder = join(shelter, `data-${randomBytes(6).toString('hex')}`);
  await mkdir(shelter, { recursive: true, mode: 0o755 });
  await mkdir(folder, { mode: 0o711 });
  await writeFile(join(folder, 'home'), `${usual}\n`, { mode: 0o600 });
  await writeFile(join(usual, 'location'), `${folder}\n`, { mode: 0o600 });
  return folder;
}

/** Makes a folder that belongs to the server and is closed to everybody else. */
export async function makeServerFolder(path: string, account: ServerAccount | null): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  await chmod(path, 0o700);
  if (account) await chown(path, account.uid, account.gid);
}

/**
 * Writes a file of the area (mode 0600) whole or not at all. Root gives it to the owner of the folder, so that a person who once used
 * sudo can go on without it.
 */
export async function writeAreaFile(area: DatabaseArea, name: string, text: string): Promise<void> {
  const draft = join(area.folder, `${name}.${process.pid}.draft`);
  await rm(draft, { force: true });
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
  await giveToOwner(area, draft);
  await rename(draft, join(area.folder, name));
}

/** The trimmed text of a file of the area, or null. */
export async function readAreaFile(area: DatabaseArea, name: string): Promise<string | null> {
  const text = await readFile(join(area.folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text?.trim() || null;
}

/** See writeAreaFile; for files that others have made. */
export async function giveToOwner(area: DatabaseArea, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(area.folder);
  await chown(path, uid, gid);
}
