import type { Log } from '../telemetry/log.js';

/**
 * Calls `step` again and again: at once while it finds work, after `idle_ms` when it finds none, later after errors (doubling up to 5 s).
 * `stop` waits for the step under way.
 */
export class Poller {
  private stopped = false;
  private wake: (() => void) | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly name: string,
    private readonly idle_ms: number,
    private readonly step: () => Promise<number>,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.running;
  }

  private async loop(): Promise<void> {
    let pause_ms = this.idle_ms;
    while (!this.stopped) {
      try {
        const found = await this.step();
        pause_ms = this.idle_ms;
        if (found > 0) continue;
      } catch (error) {
        pause_ms = Math.min(Math.max(pause_ms * 2, 100), 5000);
        if (!this.stopped)
          this.log.error(
            { poller: this.name, error: (error as Error).message },
            'a background step failed and will be tried again',
          );
      }
      // Stopped during the step: nobody would wake it.
      if (!this.stopped) await this.sleep(pause_ms);
    }
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
