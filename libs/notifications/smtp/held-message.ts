import { Readable } from 'node:stream';

/** The row could not be made to say that the message is about to end: another process has the mail, or the database is away. */
export class NotOurs extends Error {}

/**
 * A message whose end is held back. It is read when the server has said 354; the connection writes the final dot when the stream ends, and the stream ends
 * only after `mayEnd` has answered. While the bytes travel the answer is fetched, so that on an idle line nothing waits for it.
 */
export class HeldMessage extends Readable {
  /** From here on the server may have the whole message. */
  released = false;
  /** The server was told DATA and has agreed. */
  begun = false;

  constructor(
    private readonly bytes: Buffer,
    private readonly mayEnd: () => Promise<boolean>,
  ) {
    super({ highWaterMark: bytes.length + 1 });
  }

  override _read(): void {
    if (this.begun) return;
    this.begun = true;
    this.push(this.bytes);
    this.mayEnd().then(
      (ours) => this.end(ours ? null : new NotOurs('the mail has been claimed by another worker meanwhile')),
      (error: Error) => this.end(new NotOurs(`the ledger could not be written: ${error.message}`)),
    );
  }

  private end(fault: Error | null): void {
    if (this.destroyed) return;
    if (fault !== null) return void this.destroy(fault);
    this.released = true;
    this.push(null);
  }
}
