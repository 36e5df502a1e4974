import type { ImapFlow as Connection } from 'imapflow';
import { MOST_BYTES } from '../smtp/parse-mail.js';

/** Where a mailbox is, read from `imap(s)://user:password@host:port/folder`. */
export interface MailboxAddress {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** Its name where it is remembered: without the password. */
  readonly name: string;
}

export function mailboxAddress(url: string): MailboxAddress {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const user = decodeURIComponent(username);
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  return {
    ...{ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 993 : 143), secure, user, folder },
    password: decodeURIComponent(password),
    name: `${user}@${hostname}:${port}/${folder}`,
  };
}

const SILENCE_MS = 60_000;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** An open folder of a mail server. */
export class Mailbox {
  private constructor(private readonly client: Connection) {}

  /** @throws Error when the server is away, refuses us, or has no such folder */
  static async open({ host, port, secure, user, password, folder }: MailboxAddress): Promise<Mailbox> {
    // Loaded only where a mailbox is read.
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow({
      ...{ host, port, secure, auth: { user, pass: password }, logger: false, disableAutoIdle: true },
      // A password never travels in the clear, but on this machine.
      ...(secure || LOOPBACK.test(host) ? {} : { doSTARTTLS: true }),
      ...{ connectionTimeout: SILENCE_MS, greetingTimeout: SILENCE_MS, socketTimeout: SILENCE_MS },
    });
    // Every command that is under way is rejected too; nobody else waits for it.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.mailboxOpen(folder);
    } catch (error) {
      client.close();
      throw wordsOf(error);
    }
    return new Mailbox(client);
  }

  /** With another one all numbers are new (RFC 9051 §2.3.1.1). */
  get uidValidity(): bigint {
    return this.opened.uidValidity;
  }

  /** The number that the next mail will have. */
  get uidNext(): number {
    return this.opened.uidNext;
  }

  /** Numbers of the mails after `last`, or of those since a day, in their order. */
  async find(wanted: { readonly after: number } | { readonly since: Date }): Promise<number[]> {
    const after = 'after' in wanted ? wanted.after : 0;
    const found = await this.client.search('after' in wanted ? { uid: `${after + 1}:*` } : { since: wanted.since }, {
      uid: true,
    });
    // "n:*" means the last mail too where there is none from n on.
    return (found || []).filter((uid) => uid > after).sort((a, b) => a - b);
  }

  /** The bytes of a mail, without marking it as read; null when it is gone. Of a mail that is too long, one byte more than is read. */
  async fetch(uid: number): Promise<Buffer | null> {
    const found = await this.client.fetchOne(String(uid), { source: { maxLength: MOST_BYTES + 1 } }, { uid: true });
    return (found && found.source) || null;
  }

  /** `\Seen`: it was taken. `\Flagged`: a person has to look at it. */
  async mark(uid: number, flag: '\\Seen' | '\\Flagged'): Promise<void> {
    await this.client.messageFlagsAdd(String(uid), [flag], { uid: true });
  }

  close(): void {
    this.client.close();
  }

  private get opened() {
    const { mailbox } = this.client;
    if (!mailbox) throw new Error('the mailbox was closed');
    return mailbox;
  }
}

/** What the server says is in fields of its own. */
function wordsOf(error: unknown): Error {
  const { message, responseText } = error as Error & { responseText?: string };
  return new Error(responseText ? `${message}: ${responseText}` : message, { cause: error });
}
