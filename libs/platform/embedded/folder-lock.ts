import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthMark, isAlive } from './process-identity.js';

interface Holder {
  readonly pid: number;
  readonly birthMark: string | null;
  readonly since: string;
}

const GATE_POLL_MS = 5;

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
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const text = JSON.stringify(own);
  await writeFile(draft, text, { mode: 0o644, flag: 'wx' });
  try {
    while (!(await linked(draft, path))) {
      const held = await readFile(path, 'utf8').catch(() => null);
      const holder = held === null ? null : parseHolder(held);
      if (holder && (await holds(holder))) throw new FolderInUse(holder.pid, holder.since);
      if (held !== null && (await takeOver(path, draft, held))) break;
    }
  } finally {
    await rm(draft, { force: true });
  }
  return async () => {
    if ((await readFile(path, 'utf8').catch(() => null)) === text) await rm(path, { force: true });
  };
}

/**
 * Puts the draft in the place of a stale lock, by one rename behind a gate that one process passes at a time: the lock is never absent
 * meanwhile, so nobody can slip in. False when somebody else was quicker.
 */
async function takeOver(path: string, draft: string, stale: string): Promise<boolean> {
  const gate = `${path}.takeover`;
  if (!(await linked(draft, gate))) {
    const keeper = parseHolder(await readFile(gate, 'utf8').catch(() => ''));
    if (keeper && (await holds(keeper))) await sleep(GATE_POLL_MS);
    else await rm(gate, { force: true });
    return false;
  }
  try {
    if ((await readFile(path, 'utf8').catch(() => null)) !== stale) return false;
    await rename(draft, path);
    return true;
  } finally {
    await rm(gate, { force: true });
  }
}

/** Whether the process that wrote the lock still lives. The own number in a lock of another birth is a leftover. */
async function holds(holder: Holder): Promise<boolean> {
  if (!(await isAlive(holder.pid))) return false;
  return holder.birthMark === null || holder.birthMark === (await birthMark(holder.pid));
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
