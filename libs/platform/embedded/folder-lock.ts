import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { birthMark, isAlive } from './process-identity.js';

interface Holder {
  readonly pid: number;
  readonly birthMark: string | null;
  readonly since: string;
}

/** The folder is in use by another living process. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(
    readonly pid: number,
    readonly since: string,
  ) {
    super(`in use by process ${pid} since ${since}`);
  }
}

/**
 * Takes the lock file at `path` for this process, or throws FolderInUse. A lock whose process is gone, or whose number now belongs to
 * another process, is taken over. The file appears with its content (link of a finished draft), so no reader sees half of it.
 * @returns the release, which leaves a lock that meanwhile belongs to somebody else alone.
 */
export async function lockFolder(path: string): Promise<() => Promise<void>> {
  const own: Holder = { pid: process.pid, birthMark: await birthMark(process.pid), since: new Date().toISOString() };
  const text = JSON.stringify(own);
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o644, flag: 'wx' });
  try {
    for (;;) {
      if (await linked(draft, path)) break;
      const held = await readFile(path, 'utf8').catch(() => null);
      if (held === null) continue;
      const holder = parseHolder(held);
      if (holder && (await holds(holder))) throw new FolderInUse(holder.pid, holder.since);
      await discard(path, held);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    if ((await readFile(path, 'utf8').catch(() => null)) === text) await rm(path, { force: true });
  };
}

/** Whether the process that wrote the lock still lives. The own number in a lock of another birth is a leftover. */
async function holds(holder: Holder): Promise<boolean> {
  if (!(await isAlive(holder.pid))) return false;
  return holder.birthMark === null || holder.birthMark === (await birthMark(holder.pid));
}

/** Moves a stale lock aside; when a quicker process has put its own there in between, that one is put back. */
async function discard(path: string, stale: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8').catch(() => stale)) !== stale) await linked(aside, path);
  await rm(aside, { force: true });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Holder;
    return Number.isInteger(value.pid) && value.pid > 0 ? value : null;
  } catch {
    return null;
  }
}
