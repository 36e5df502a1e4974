import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './programs.js';

export interface TestRedis {
  readonly url: string;
  /** Dies without a word and comes back empty on the same port. */
  crash(): Promise<void>;
  /** It goes on and has forgotten everything, connections aside. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether redis-server is on this machine. With ROUNDS_TEST_ALL=1 a missing one is a failure, not a reason to test less. */
export function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.ROUNDS_TEST_ALL === '1')
      throw new Error(
        'redis-server is missing, and ROUNDS_TEST_ALL=1 asks for all tests. Install it (Debian: apt-get install redis-server).',
      );
    return false;
  }
}

/** A Redis of the test's own on a free port, without persistence. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const start = () => spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let server = start();
  await ready(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    crash: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await gone;
      server = start();
      await ready(server);
    },
    flush: async () => {
      const client = new Redis(port, '127.0.0.1');
      await client.flushall();
      client.disconnect();
    },
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    server.once('error', reject);
  });
}
