import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the program below tells about the server it started. */
export interface Started {
  readonly url: string;
  readonly port: number;
  readonly adopted: boolean;
  readonly pid: number;
  readonly took_ms: number;
}

const PROGRAM = `
import { startPostgres } from './libs/platform/embedded/index.js';
const began = performance.now();
try {
  const server = await startPostgres({ ...JSON.parse(process.argv[2]), log: { info: console.error, warn: console.error } });
  console.log(JSON.stringify({ url: server.url, port: server.port, adopted: server.adopted, pid: server.pid(), took_ms: performance.now() - began }));
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 1000);
} catch (error) {
  console.log(JSON.stringify({ refused: error.message }));
  process.exit(1);
}
`;

/** A stand-in for Rounds in a process of its own: starts the database, says so, and stops it on SIGTERM. */
export class RoundsProcess {
  private constructor(
    readonly child: ChildProcess,
    /** The server, or the message with which the start was refused. */
    readonly outcome: Started | { refused: string },
  ) {}

  static async start(compiled: string, options: object, user?: { uid: number; gid: number }): Promise<RoundsProcess> {
    await writeFile(join(compiled, 'program.js'), PROGRAM);
    const child = spawn(process.execPath, [join(compiled, 'program.js'), JSON.stringify(options)], {
      ...user,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    for await (const line of createInterface({ input: child.stdout })) {
      return new RoundsProcess(child, JSON.parse(line) as Started | { refused: string });
    }
    throw new Error(`The program said nothing. ${complaint}`);
  }

  get server(): Started {
    if ('refused' in this.outcome) throw new Error(this.outcome.refused);
    return this.outcome;
  }

  get refusal(): string {
    if ('refused' in this.outcome) return this.outcome.refused;
    throw new Error('expected a refusal');
  }

  /** Ends the process and waits for it; SIGKILL leaves the database running. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    await once(this.child, 'exit');
  }
}
