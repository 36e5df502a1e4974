import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a process with this number runs. A zombie does not: it has ended and only waits to be counted by its parent. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const fields = await linuxStat(pid);
  return fields === null || (fields[0] !== 'Z' && fields[0] !== 'X');
}

/**
 * A text that differs between two processes that had the same number, also across restarts of the machine: the kernel's boot and the
 * moment the process began. null where the system does not tell or the process is gone.
 */
export async function birthMark(pid: number): Promise<string | null> {
  const fields = await linuxStat(pid);
  if (fields) {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return `${boot.trim()}/${fields[19]}`; // proc(5): starttime is field 22, the state is field 3
  }
  if (process.platform === 'win32') return null;
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } }).catch(
    () => ({
      stdout: '',
    }),
  );
  return stdout.trim() || null;
}

/** The folder a process works in, where the system tells (Linux); null otherwise. */
export async function workingFolder(pid: number): Promise<string | null> {
  return readlink(`/proc/${pid}/cwd`).catch(() => null);
}

/** The command line of a process as one text; empty when it is gone. */
export async function commandLine(pid: number): Promise<string> {
  const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim();
}

/** /proc/PID/stat from the state on; the name before it stands in brackets and may hold anything. */
async function linuxStat(pid: number): Promise<string[] | null> {
  if (process.platform !== 'linux') return null;
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}
