import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../apps/api/src/start.js', import.meta.url));
/** Long enough for timers of the start to have run and for its garbage to have been collected: seen between 10 and 25 s after. */
const IDLE_AFTER_MS = 40_000;

interface Start {
  readonly ready_s: number;
  readonly idle_mb: number | null;
}

/** From the command to `ready` on a fresh and on a used data folder, and what API and worker together hold when nothing happens (PostgreSQL apart). */
export async function benchStart(print: (line: object) => void = (line) => console.log(JSON.stringify(line))): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'rounds-start-'));
  try {
    const fresh = await start(home, 0);
    print({ name: 'ready on a fresh data folder, with the sample organisation', seconds: fresh.ready_s, goal_s: 5 });
    const used = await start(home, IDLE_AFTER_MS);
    print({ name: 'ready on a used data folder', seconds: used.ready_s, goal_s: 3 });
    print({ name: 'API and worker, idle', megabytes: used.idle_mb, goal_mb: 200 });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function start(home: string, idle_ms: number): Promise<Start> {
  const started_ms = performance.now();
  // As `npm start` does: garbage is collected a little more often, and a quarter less memory is held.
  const child = spawn(process.execPath, ['--max-semi-space-size=4', PROGRAM], {
    env: {
      ...process.env,
      ROUNDS_HOME: home,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      REDIS_URL: '',
      SMTP_URL: '',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    const ready_s = await new Promise<number>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('ready http')) resolve((performance.now() - started_ms) / 1000);
      });
      void gone.then((code) => reject(new Error(`Rounds ended with ${code} before it was ready`)));
    });
    await new Promise((resolve) => setTimeout(resolve, idle_ms));
    return { ready_s: Math.round(ready_s * 100) / 100, idle_mb: idle_ms > 0 ? await residentMegabytes(child.pid!) : null };
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

/** Linux only; null elsewhere. */
async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /VmRSS:\s+(\d+) kB/.exec(status);
  return found ? Math.round(Number(found[1]) / 1024) : null;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await benchStart();
