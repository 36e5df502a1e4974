import type { Log } from '#libs/platform/index.js';
import { type Outcome, outcomeOfError } from '../domain/delivery.js';
import { oneLine } from '../domain/variables.js';
import { NotOurs } from '../smtp/held-message.js';
import { type Handed, SmtpPool } from '../smtp/smtp-pool.js';

export interface MailServerOptions {
  readonly smtpUrl: string;
  readonly connections?: number;
  /** How long a server may be silent. RFC 5321 §4.5.3.2 would have us wait ten minutes for the answer to the final dot. */
  readonly silence_ms?: number;
}

export interface Envelope {
  readonly sender: string;
  readonly recipient: string;
}

/** The pause after the server could not be reached, and how it grows: mails go out soon after it is back. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** The pooled connections to the SMTP server, and whether it can be reached. */
export class MailServer {
  private readonly pool: SmtpPool;
  private failures = 0;
  private pausedUntil_ms = 0;

  constructor(
    options: MailServerOptions,
    private readonly log: Log,
  ) {
    this.pool = new SmtpPool({
      url: options.smtpUrl,
      connections: options.connections ?? 10,
      silence_ms: options.silence_ms ?? 120_000,
    });
  }

  /** How long nobody should try; 0 when the server may be tried. */
  get pause_ms(): number {
    return Math.max(0, this.pausedUntil_ms - performance.now());
  }

  /** It could not be reached lately and has not answered since: a few mails find out. */
  get doubtful(): boolean {
    return this.failures > 0;
  }

  /**
   * Hands over one message as it is; recipients, and the sender who gets what is returned, come from here and never from its headers. `mayEnd` is asked before the final dot: only when the ledger says
   * that the message is about to end may it. Never rejects.
   */
  async send(bytes: Buffer, { sender, recipient }: Envelope, mayEnd: () => Promise<boolean>): Promise<Outcome> {
    if (this.pause_ms > 0) return { kind: 'UNREACHABLE', error: 'the mail server cannot be reached' };
    const handed = await this.pool.send({ sender, recipient, bytes, mayEnd });
    if (handed.accepted) {
      this.failures = 0;
      return { kind: 'SENT', answer: oneLine(handed.answer, 500) };
    }
    const outcome = outcomeOfFailure(handed);
    if (outcome.kind !== 'UNREACHABLE') this.failures = 0;
    else if (!(handed.error instanceof NotOurs)) this.pause(outcome.error);
    return outcome;
  }

  /** Closes idle connections at once and busy ones after their mail; `force` breaks those off too. */
  close(force = false): void {
    this.pool.close(force);
  }

  private pause(error: string): void {
    // Many mails find out at once; that is one failure.
    if (this.pause_ms > 0) return;
    this.log.warn({ error, failures: this.failures + 1 }, 'the mail server cannot be reached; mails wait for it');
    this.pausedUntil_ms = performance.now() + Math.min(FIRST_PAUSE_MS * 2 ** this.failures, LONGEST_PAUSE_MS);
    this.failures += 1;
  }
}

function outcomeOfFailure({ at, error }: Extract<Handed, { accepted: false }>): Outcome {
  const outcome = outcomeOfError(error);
  const words = oneLine(error.response ?? error.message, 500);
  // What the server answers to the dot is its word on the mail; silence is none.
  if (at === 'DOT') return error.responseCode === undefined ? { kind: 'DOUBT', error: words } : outcome;
  if (at === 'CONNECT' || error instanceof NotOurs) return { kind: 'UNREACHABLE', error: words };
  return outcome;
}
