import type { Pool } from 'pg';
import type { Clock } from '#libs/kernel/index.js';
import type { Log } from '#libs/platform/index.js';
import { type Settlement, settle, waitBehind } from './delivery-rows.js';

const MOST_AT_ONCE = 200;
const LONGEST_WAIT_MS = 2_000;

interface Waiting {
  readonly settlement: Settlement;
  readonly done: () => void;
}

/**
 * Writes outcomes in the order in which they come, many in one statement: while one is written the next ones gather. What a server has accepted is
 * written however long the database is away, since otherwise it would be sent twice.
 */
export class Settlements {
  private readonly waiting: Waiting[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Resolves when the outcome is in the ledger. */
  write(settlement: Settlement): Promise<void> {
    return new Promise((done) => {
      this.waiting.push({ settlement, done });
      this.writing ??= this.loop();
    });
  }

  private async loop(): Promise<void> {
    let wait_ms = 100;
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, MOST_AT_ONCE);
      try {
        await this.writeBatch(batch.map(({ settlement }) => settlement));
      } catch (error) {
        this.log.error(
          { error: (error as Error).message, mails: batch.length },
          'outcomes of mails could not be written and will be tried again',
        );
        await new Promise((resolve) => setTimeout(resolve, wait_ms));
        wait_ms = Math.min(wait_ms * 2, LONGEST_WAIT_MS);
        continue;
      }
      wait_ms = 100;
      this.waiting.splice(0, batch.length);
      for (const { done } of batch) done();
    }
    this.writing = null;
  }

  private async writeBatch(settlements: readonly Settlement[]): Promise<void> {
    const ours = await settle(this.pool, this.clock.now(), settlements);
    if (ours < settlements.length)
      this.log.warn({ mails: settlements.length - ours }, 'mails were claimed by another worker meanwhile');
    const later = settlements.filter(({ state }) => state === 'DECIDED');
    if (later.length > 0) await waitBehind(this.pool, later);
  }
}
