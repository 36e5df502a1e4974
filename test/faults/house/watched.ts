import { type Program, startProgram } from '../../support/programs.js';

/** As long as a service manager waits: a machine that is busy with other things is slow, and whoever is ended for that never starts. */
const PATIENCE_MS = 180_000;

/** A program that is started again whenever it ends, as a service manager does it. */
export class Watched {
  private program: Program | null = null;
  private readonly end = new AbortController();
  private running: Promise<void> = Promise.resolve();
  /** How often it has ended by itself: nothing but a signal may end it. */
  fell = 0;
  /** How, and what it said last. */
  readonly lastWords: string[] = [];
  private killing = false;

  constructor(
    private readonly path: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly ready: RegExp,
  ) {}

  /** Resolves when it is ready for the first time. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => (this.running = this.keep(resolve)));
  }

  get isUp(): boolean {
    return this.program !== null && !this.killing;
  }

  /** Ends it without a word; it comes back. */
  kill(): boolean {
    if (!this.isUp) return false;
    this.killing = true;
    return this.program!.child.kill('SIGKILL');
  }

  /** Stops it in its tracks for a while: to the others it is slow or dead, and then it is there again. */
  async freeze(for_ms: number): Promise<void> {
    const child = this.program?.child;
    if (!child?.kill('SIGSTOP')) return;
    await new Promise((resolve) => setTimeout(resolve, for_ms));
    child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.end.abort();
    await this.running;
  }

  private async keep(up: () => void): Promise<void> {
    while (!this.end.signal.aborted) {
      this.killing = false;
      // The database may be away while it starts.
      this.program = await startProgram(this.path, this.env, this.ready, {
        patience_ms: PATIENCE_MS,
        end: this.end.signal,
      }).catch(() => null);
      if (this.program === null) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        continue;
      }
      up();
      const code = await this.program.gone;
      if (!this.killing && !this.end.signal.aborted) {
        this.fell += 1;
        this.lastWords.push(`${this.path} ended with ${code}: ${this.program.said().slice(-600)}`);
      }
      this.program = null;
    }
  }
}
