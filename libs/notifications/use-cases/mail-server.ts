import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Log } from '#libs/platform/index.js';
import { type Outcome, type SmtpError, outcomeOfError } from '../domain/delivery.js';
import { oneLine } from '../domain/variables.js';

export interface MailServerOptions {
  readonly smtpUrl: string;
  /** The envelope's sender, who gets the bounces. */
  readonly sender: string;
  readonly connections?: number;
  /** How long a server may be silent. RFC 5321 §4.5.3.2 would have us wait ten minutes for the answer to the final dot. */
  readonly silence_ms?: number;
}

/** The pause after the server could not be reached, and how it grows: mails go out soon after it is back. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** The pooled connections to the SMTP server, and whether it can be reached. */
export class MailServer {
  private readonly transport: Transporter<SMTPPool.SentMessageInfo>;
  private failures = 0;
  private pausedUntil_ms = 0;

  constructor(
    private readonly options: MailServerOptions,
    private readonly log: Log,
  ) {
    this.transport = createTransport({
      url: options.smtpUrl,
      pool: true,
      maxConnections: options.connections ?? 10,
      connectionTimeout: 10_000,
      greetingTimeout: 15_000,
      socketTimeout: options.silence_ms ?? 120_000,
      disableFileAccess: true,
      disableUrlAccess: true,
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

  /** Hands over one message as it is; recipients come from here and never from its headers. Never rejects. */
  async send(bytes: Buffer, recipient: string): Promise<Outcome> {
    if (this.pause_ms > 0) return { kind: 'UNREACHABLE', error: 'the mail server cannot be reached' };
    try {
      const info = await this.transport.sendMail({ envelope: { from: this.options.sender, to: [recipient] }, raw: bytes });
      this.failures = 0;
      return { kind: 'SENT', answer: oneLine(info.response, 500) };
    } catch (error) {
      const outcome = outcomeOfError(error as SmtpError);
      if (outcome.kind === 'UNREACHABLE') this.pause(outcome.error);
      else this.failures = 0;
      return outcome;
    }
  }

  /** Closes idle connections at once and busy ones after their mail; `force` breaks those off too. */
  close(force = false): void {
    (this.transport.transporter as unknown as { close(options: { force: boolean }): void }).close({ force });
  }

  private pause(error: string): void {
    // Many mails find out at once; that is one failure.
    if (this.pause_ms > 0) return;
    this.log.warn({ error, failures: this.failures + 1 }, 'the mail server cannot be reached; mails wait for it');
    this.pausedUntil_ms = performance.now() + Math.min(FIRST_PAUSE_MS * 2 ** this.failures, LONGEST_PAUSE_MS);
    this.failures += 1;
  }
}
