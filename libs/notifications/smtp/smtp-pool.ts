import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpError } from '../domain/delivery.js';
import { HeldMessage } from './held-message.js';

export interface SmtpPoolOptions {
  readonly url: string;
  readonly connections: number;
  /** How long a server may be silent. RFC 5321 §4.5.3.2 would have us wait ten minutes for the answer to the final dot. */
  readonly silence_ms: number;
}

/** One message on its way. */
export interface Parcel {
  readonly sender: string;
  readonly recipient: string;
  readonly bytes: Buffer;
  /** Asked before the final dot is written; false: it is not, and the connection is broken off. */
  readonly mayEnd: () => Promise<boolean>;
}

/** What became of a parcel: at which point it failed decides what the failure says. */
export type Handed =
  | { readonly accepted: true; readonly answer: string }
  /** CONNECT: no session came about. MAIL: the final dot was not written. DOT: it was, or may have been. */
  | { readonly accepted: false; readonly at: 'CONNECT' | 'MAIL' | 'DOT'; readonly error: SmtpError };

const CONNECT_MS = 10_000;
const GREETING_MS = 15_000;
const IDLE_MS = 20_000;
/** Servers end sessions after some mails; a polite client does so first. */
const MESSAGES_A_CONNECTION = 200;

interface Line {
  readonly connection: SMTPConnection;
  sent: number;
  idle: NodeJS.Timeout | null;
}

/**
 * Pooled connections made of nodemailer's connection class. Its own pool queues a message again when a connection closes under it, and does not tell whether
 * the end of the message was on its way then; here that is what everything rests on.
 */
export class SmtpPool {
  private readonly options: SMTPConnection.Options & { auth?: SMTPConnection.AuthenticationType };
  private readonly idle: Line[] = [];
  private readonly busy = new Set<Line>();
  private readonly waiting: (() => void)[] = [];
  private opening = 0;
  private closed = false;

  constructor(private readonly settings: SmtpPoolOptions) {
    this.options = {
      connectionTimeout: CONNECT_MS,
      greetingTimeout: GREETING_MS,
      socketTimeout: settings.silence_ms,
      ...parseConnectionUrl(settings.url),
    };
  }

  /** Hands a parcel over. Never rejects. A connection that was found dead before the server agreed to take the message is no reason to give up. */
  async send(parcel: Parcel): Promise<Handed> {
    for (;;) {
      let line: Line;
      try {
        line = await this.take();
      } catch (error) {
        return { accepted: false, at: 'CONNECT', error: error as SmtpError };
      }
      const reused = line.sent > 0;
      const message = new HeldMessage(parcel.bytes, parcel.mayEnd);
      const handed = await this.hand(line, parcel, message);
      if (!handed.accepted && reused && !message.begun && handed.error.responseCode === undefined && !this.closed) continue;
      return handed;
    }
  }

  /** Ends idle connections now and busy ones after their message; `force` breaks those off too. */
  close(force: boolean): void {
    this.closed = true;
    for (const line of this.idle.splice(0)) this.end(line);
    for (const wake of this.waiting.splice(0)) wake();
    if (force) for (const { connection } of this.busy) connection.close();
  }

  private hand(line: Line, { sender, recipient, bytes }: Parcel, message: HeldMessage): Promise<Handed> {
    return new Promise((resolve) => {
      const envelope = { from: sender, to: [recipient], size: bytes.length };
      const failed = (error: SmtpError) => resolve({ accepted: false, at: message.released ? 'DOT' : 'MAIL', error });
      // A connection that is closed from here forgets whom it owes an answer; its own errors come right after.
      const ended = () => setImmediate(() => failed(new Error('Connection closed')));
      line.connection.once('end', ended);
      line.connection.send(envelope, message, (error, info) => {
        line.connection.off('end', ended);
        line.sent += 1;
        // A stream that is read after the connection has failed would ask for its end.
        if (error) message.destroy();
        this.putBack(line, error as SmtpError | null);
        if (error) failed(error as SmtpError);
        else resolve({ accepted: true, answer: info!.response });
      });
    });
  }

  private async take(): Promise<Line> {
    while (!this.closed) {
      const line = this.idle.pop();
      if (line) {
        clearTimeout(line.idle!);
        this.busy.add(line);
        return line;
      }
      if (this.busy.size + this.opening < this.settings.connections) return this.open();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    throw new Error('Connection pool was closed');
  }

  private async open(): Promise<Line> {
    this.opening += 1;
    try {
      const connection = await this.connect();
      const line: Line = { connection, sent: 0, idle: null };
      this.busy.add(line);
      connection.once('end', () => this.forget(line));
      return line;
    } catch (error) {
      this.waiting.shift()?.();
      throw error;
    } finally {
      this.opening -= 1;
    }
  }

  private connect(): Promise<SMTPConnection> {
    const connection = new SMTPConnection(this.options);
    const { auth } = this.options;
    return new Promise((resolve, reject) => {
      // Heard for good: an error of a connection that nobody waits for ends it and nothing else.
      connection.on('error', reject);
      connection.once('end', () => reject(new Error('Connection closed before the server let us in')));
      connection.connect((fault) => {
        if (fault) return reject(fault);
        if (!auth || !connection.allowsAuth) return resolve(connection);
        connection.login(auth, (refused) => {
          if (!refused) return resolve(connection);
          connection.close();
          reject(refused);
        });
      });
    });
  }

  /** After a refusal of the message the session is fine once it was reset; after anything else the connection is not trusted. */
  private putBack(line: Line, error: SmtpError | null): void {
    if (error === null && line.sent < MESSAGES_A_CONNECTION && !this.closed) return this.free(line);
    const refused = error !== null && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') && error.responseCode !== 421;
    if (refused && !this.closed) return line.connection.reset((fault) => (fault ? this.drop(line) : this.free(line)));
    if (error === null) this.end(line);
    else this.drop(line);
  }

  private free(line: Line): void {
    if (!this.busy.delete(line)) return;
    if (this.closed) return this.end(line);
    line.idle = setTimeout(() => {
      this.idle.splice(this.idle.indexOf(line), 1);
      this.end(line);
    }, IDLE_MS);
    line.idle.unref();
    this.idle.push(line);
    this.waiting.shift()?.();
  }

  /** Without a word: in the middle of a message every word would be part of it. */
  private drop(line: Line): void {
    line.connection.close();
    this.forget(line);
  }

  private end(line: Line): void {
    if (line.idle) clearTimeout(line.idle);
    line.connection.quit();
    // Who does not answer to QUIT is left.
    setTimeout(() => line.connection.close(), 1_000).unref();
    this.forget(line);
  }

  private forget(line: Line): void {
    this.busy.delete(line);
    const at = this.idle.indexOf(line);
    if (at >= 0) {
      if (line.idle) clearTimeout(line.idle);
      this.idle.splice(at, 1);
    }
    this.waiting.shift()?.();
  }
}
