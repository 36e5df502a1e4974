import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A program of the house in a process of its own, as it is deployed; `npm test` has built it. */
export interface Program {
  readonly child: ChildProcess;
  /** Everything it said so far. */
  said(): string;
  /** Resolves with the exit code, null when a signal ended it. */
  readonly gone: Promise<number | null>;
  /** Ends it with the signal and waits. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `dist/<path>` and waits until it says a line that matches, at most 30 s or as long as said; it can be ended before that too. */
export async function startProgram(
  path: string,
  env: Record<string, string>,
  until: RegExp,
  { patience_ms = 30_000, end }: { readonly patience_ms?: number; readonly end?: AbortSignal } = {},
): Promise<Program> {
  const child = spawn(process.execPath, ['--enable-source-maps', join(process.cwd(), 'dist', path)], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  end?.addEventListener('abort', kill);
  let text = '';
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void gone.then(() => end?.removeEventListener('abort', kill));
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString();
      if (until.test(text)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    setTimeout(() => reject(new Error(`${path} was not ready within ${patience_ms / 1000} s: ${text}`)), patience_ms).unref();
    void gone.then((code) => reject(new Error(`${path} ended with ${code}: ${text}`)));
  });
  const program: Program = {
    child,
    said: () => text,
    gone,
    end: (signal) => {
      child.kill(signal);
      return gone;
    },
  };
  try {
    await ready;
  } catch (error) {
    await program.end('SIGKILL');
    throw error;
  }
  return program;
}

/** A port of loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
