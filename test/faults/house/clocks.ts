import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** What moves the clocks of processes, each its own. */
export interface Clocks {
  /** The environment of the process that goes by the clock of this number. */
  environment(clock: number): Readonly<Record<string, string>>;
  /** Puts one forward (or back, below 0) and right again after a while. */
  move(clock: number, by_ms: number, for_ms: number): Promise<void>;
  remove(): Promise<void>;
}

export async function startClocks(): Promise<Clocks> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-clocks-'));
  const module = pathToFileURL(join(process.cwd(), 'dist/test/faults/house/moved-clock.js')).href;
  const path = (clock: number) => join(folder, String(clock));
  let drafts = 0;
  const set = async (clock: number, by_ms: number) => {
    // By a rename, so that nobody reads half of it.
    const draft = `${path(clock)}.${(drafts += 1)}`;
    await writeFile(draft, String(Math.round(by_ms)));
    await rename(draft, path(clock));
  };
  return {
    environment: (clock) => ({ NODE_OPTIONS: `--import=${module}`, FAULTS_CLOCK_FILE: path(clock) }),
    move: async (clock, by_ms, for_ms) => {
      await set(clock, by_ms);
      await pause(for_ms);
      await set(clock, 0);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
