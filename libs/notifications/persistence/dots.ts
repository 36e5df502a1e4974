import type { Pool } from 'pg';
import { type Claim, markDots } from './delivery-rows.js';

interface Waiting {
  readonly claim: Claim;
  readonly answer: (ours: boolean) => void;
  readonly fail: (error: unknown) => void;
}

/** Marks the ends of messages, many in one statement: while one is written the next ones gather. */
export class Dots {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly pool: Pool) {}

  /** Whether the row says so now, under this claim. Rejects when the ledger cannot be written: then the mail must not end. */
  mark(claim: Claim): Promise<boolean> {
    return new Promise((answer, fail) => {
      this.waiting.push({ claim, answer, fail });
      if (!this.writing) void this.loop();
    });
  }

  private async loop(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        const marked = await markDots(
          this.pool,
          batch.map(({ claim }) => claim),
        );
        for (const { claim, answer } of batch) answer(marked.has(claim.id));
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    this.writing = false;
  }
}
