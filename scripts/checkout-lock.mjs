/**
 * One command at a time installs or builds in this checkout: `npm start` and `npm test` at once must not remove packages under each
 * other. The lock names its process and the child (npm or tsc) at work, each with the moment it began, because numbers are used again.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 200;

/**
 * Waits for the lock and takes it. What is left of a killed command is ended first: its npm would go on writing.
 * @param {string} path
 * @param {(pid: number) => void} onWait called once when another command is at work
 * @returns {Promise<{ working(pid: number | undefined): void, release(): void }>}
 */
export async function lockCheckout(path, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  const own = { ...identity(process.pid), child: null };
  const draft = `${path}.${process.pid}`;
  let waited = false;
  for (;;) {
    writeFileSync(draft, JSON.stringify(own));
    if (linked(draft, path)) break;
    const holder = read(path);
    if (holder && lives(holder)) {
      if (!waited) onWait(holder.pid);
      waited = true;
      await sleep(POLL_MS);
    } else {
      if (holder?.child && lives(holder.child)) await end(holder.child);
      discard(path, JSON.stringify(holder));
    }
  }
  rmSync(draft, { force: true });
  return {
    working(pid) {
      writeFileSync(draft, JSON.stringify({ ...own, child: pid ? identity(pid) : null }));
      renameSync(draft, path);
    },
    release() {
      if (read(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock aside; when a quicker command has put its own there in between, that one is put back. */
function discard(path, stale) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (JSON.stringify(read(aside)) !== stale) linked(aside, path);
  rmSync(aside, { force: true });
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The number of a process and, where /proc tells (Linux), the clock tick at which it began. */
function identity(pid) {
  return { pid, began: stat(pid)?.[19] ?? null };
}

function lives({ pid, began }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const fields = stat(pid);
  return fields === null || (fields[0] !== 'Z' && (began === null || fields[19] === began));
}

/** Ends an abandoned child with everything it started; children of ready.mjs lead a process group of their own. */
async function end(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    return;
  }
  while (lives(child)) await sleep(POLL_MS);
}

/** proc(5): the fields of /proc/PID/stat from the state on. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
