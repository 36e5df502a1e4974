import { execFile } from 'node:child_process';
import { chmod, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MOUNTED_MB = 640;

/** A folder for a house: the database, the files and the mailbox. */
export interface SmallDisk {
  readonly folder: string;
  /** Why it cannot be filled; null when it can. */
  readonly boundless: string | null;
  /** Takes all the room there is, and gives it back after a while. */
  fill(for_ms: number): Promise<void>;
  remove(): Promise<void>;
}

/** A disk of its own in memory, where this user may mount one (root may, mostly); else a plain folder, which nobody should fill. */
export async function smallDisk(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-faults-'));
  await chmod(folder, 0o755);
  const boundless = await run('mount', ['-t', 'tmpfs', '-o', `size=${MOUNTED_MB}m,mode=0755`, 'rounds-faults', folder]).then(
    () => null,
    (error: Error & { stderr?: string }) => `no disk could be mounted (${(error.stderr || error.message).trim().split('\n')[0]})`,
  );
  const ballast = join(folder, 'ballast');
  const fill = async (for_ms: number) => {
    if (boundless !== null) return;
    const file = await open(ballast, 'w');
    try {
      for (const bytes of [1 << 20, 1 << 12]) while (await file.write(Buffer.alloc(bytes)).catch(() => null));
      await pause(for_ms);
    } finally {
      await file.close();
      await rm(ballast, { force: true });
    }
  };
  const remove = async () => {
    if (boundless === null) await run('umount', ['--lazy', folder]);
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, boundless, fill, remove };
}
