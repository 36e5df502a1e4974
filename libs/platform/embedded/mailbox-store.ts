import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '#libs/kernel/index.js';
import { readMail, type MailboxMessage, type Receipt } from './mailbox-message.js';
import { NoteFile } from './note-file.js';

/** How much a mailbox keeps; the oldest mails go first. */
export interface MailboxLimits {
  readonly messages: number;
  /** Of all sources on disk together. */
  readonly disk_bytes: number;
  /** Of what is held in memory: texts, HTML, calendars. */
  readonly memory_bytes: number;
}

export const MAILBOX_LIMITS: MailboxLimits = { messages: 2_000, disk_bytes: 500_000_000, memory_bytes: 64_000_000 };

interface Kept {
  readonly message: MailboxMessage;
  readonly source_bytes: number;
  readonly memory_bytes: number;
}

/** A mail whose source is (or is about to be) on disk and which nobody has looked at. */
interface Unread {
  readonly receipt: Receipt;
  readonly written: Promise<unknown>;
}

/** Silence after which mails are read although nobody asks, so that the page is quick. */
const IDLE_MS = 300;

/**
 * The mails of the sink in a folder: `<id>.eml` as received, and messages.jsonl with the envelopes and with what was read, so that a
 * restart does not read two thousand mails again. A mail is stored before it is acknowledged; it is read when somebody asks or listens,
 * or when no mail comes, because reading costs more than receiving.
 */
export class MailboxStore {
  private kept: Kept[] = [];
  private unread: Unread[] = [];
  private reading: Promise<void> = Promise.resolve();
  private noted = 0;
  private idle: NodeJS.Timeout | undefined;
  private readonly notes: NoteFile;
  private readonly listeners = new Set<(message: MailboxMessage) => void>();

  private constructor(
    private readonly folder: string,
    private readonly limits: MailboxLimits,
  ) {
    this.notes = new NoteFile(join(folder, 'messages.jsonl'));
  }

  static async open(folder: string, limits: MailboxLimits = MAILBOX_LIMITS): Promise<MailboxStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const store = new MailboxStore(folder, limits);
    await store.load();
    return store;
  }

  /** Newest last, every mail acknowledged so far among them. */
  async messages(): Promise<MailboxMessage[]> {
    await this.readUnread();
    return this.kept.map(({ message }) => message);
  }

  /** The mail as it was received. */
  async source(id: string): Promise<Buffer | null> {
    return isId(id) ? readFile(this.path(id)).catch(() => null) : null;
  }

  /** Calls back for each mail from now on, after it was read; answers how to end that. */
  listen(listener: (message: MailboxMessage) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Resolves when the mail is stored and may be acknowledged. */
  async add(source: Buffer, receipt: Receipt): Promise<void> {
    const written = Promise.all([writeFile(this.path(receipt.id), source, { mode: 0o600 }), this.note({ receipt })]);
    this.unread.push({ receipt, written });
    try {
      await written;
    } catch (error) {
      // It is refused, and must not be found at the next start.
      await rm(this.path(receipt.id), { force: true });
      throw error;
    }
    clearTimeout(this.idle);
    if (this.listeners.size > 0 || this.unread.length > this.limits.messages) await this.readUnread();
    else this.idle = setTimeout(() => void this.readUnread(), IDLE_MS).unref();
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await this.readUnread();
    for (const { message } of this.kept.splice(0)) await rm(this.path(message.id), { force: true });
    await this.rewrite();
  }

  /** Everything acknowledged is read and noted when this resolves. */
  async close(): Promise<void> {
    clearTimeout(this.idle);
    await this.readUnread();
  }

  private path(id: string): string {
    return join(this.folder, `${id}.eml`);
  }

  private readUnread(): Promise<void> {
    this.reading = this.reading.then(async () => {
      for (let next = this.unread.shift(); next; next = this.unread.shift()) await this.take(next);
    });
    return this.reading;
  }

  /** A mail that could not be stored was refused, so there is nothing to read. */
  private async take({ receipt, written }: Unread): Promise<void> {
    const stored = await written.then(
      () => true,
      () => false,
    );
    const source = stored ? await this.source(receipt.id) : null;
    if (source === null) return;
    const message = await readMail(source, receipt);
    this.keep(message, source.length);
    // Without its note (the disk is full) it is read again at the next start.
    await this.note({ message, source_bytes: source.length }).catch(() => undefined);
    for (const listener of this.listeners) listener(message);
    await this.forgetOldest();
  }

  private keep(message: MailboxMessage, source_bytes: number): void {
    const { text, html, ics, headers } = message;
    const memory_bytes = text.length + html.length + (ics?.length ?? 0) + JSON.stringify(headers).length;
    this.kept.push({ message, source_bytes, memory_bytes });
  }

  /** The notes of mails that are gone are cleared out now and then; every mail has two. */
  private async note(note: object): Promise<void> {
    this.noted += 1;
    await this.notes.append(note);
    if (this.noted > 4 * this.limits.messages) await this.rewrite();
  }

  private async rewrite(): Promise<void> {
    this.noted = this.kept.length;
    await this.notes.rewrite(() => [...this.kept, ...this.unread.map(({ receipt }) => ({ receipt }))]);
  }

  private async forgetOldest(): Promise<void> {
    let disk = 0;
    let memory = 0;
    let first = this.kept.length;
    while (first > 0 && this.kept.length - first < this.limits.messages) {
      const next = this.kept[first - 1]!;
      disk += next.source_bytes;
      memory += next.memory_bytes;
      if (first < this.kept.length && (disk > this.limits.disk_bytes || memory > this.limits.memory_bytes)) break;
      first -= 1;
    }
    for (const { message } of this.kept.splice(0, first)) await rm(this.path(message.id), { force: true });
  }

  /** Notes whose source is gone are dropped; sources that nobody has read (a crash in between) are read later. */
  private async load(): Promise<void> {
    const sources = new Set(
      (await readdir(this.folder)).filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4)),
    );
    const receipts = new Map<string, Receipt>();
    for (const note of (await this.notes.read()) as { receipt?: Receipt; message?: MailboxMessage; source_bytes?: number }[]) {
      if (note.receipt) receipts.set(note.receipt.id, note.receipt);
      if (note.message && sources.delete(note.message.id)) this.keep(note.message, note.source_bytes ?? 0);
    }
    for (const id of [...sources].filter(isId).sort()) {
      const receipt = receipts.get(id) ?? { id, from: '', to: '', receivedAt: new Date(instantOf(id)).toISOString() };
      this.unread.push({ receipt, written: Promise.resolve() });
    }
    this.kept.sort((a, b) => (a.message.id < b.message.id ? -1 : 1));
    await this.forgetOldest();
    await this.rewrite();
  }
}

/** RFC 9562 §5.7: the first 48 bits of a UUIDv7 are Unix milliseconds. */
function instantOf(id: string): number {
  return parseInt(id.replace('-', '').slice(0, 12), 16);
}
