import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '#libs/kernel/index.js';
import { readMail, type MailboxMessage, type Receipt } from './mailbox-message.js';

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

/** Mails that are stored and not read yet, at most; beyond it the sender waits. */
const UNREAD_MAX = 200;

/**
 * The mails of the sink in a folder: `<id>.eml` as received, and messages.jsonl with what was read from them, so that a restart does not
 * read two thousand mails again. A mail is stored before it is acknowledged and read right after, in order.
 */
export class MailboxStore {
  private kept: Kept[] = [];
  private noted = 0;
  private unread = 0;
  private reading: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<(message: MailboxMessage) => void>();

  private constructor(
    private readonly folder: string,
    private readonly limits: MailboxLimits,
  ) {}

  static async open(folder: string, limits: MailboxLimits = MAILBOX_LIMITS): Promise<MailboxStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const store = new MailboxStore(folder, limits);
    await store.load();
    return store;
  }

  /** Newest last, every mail acknowledged so far among them. */
  async messages(): Promise<MailboxMessage[]> {
    await this.reading;
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

  async add(source: Buffer, receipt: Receipt): Promise<void> {
    await writeFile(this.path(receipt.id), source, { mode: 0o600 });
    this.unread += 1;
    this.reading = this.reading.then(() => this.take(source, receipt)).finally(() => (this.unread -= 1));
    if (this.unread > UNREAD_MAX) await this.reading;
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await this.reading;
    const gone = this.kept;
    this.kept = [];
    await Promise.all(gone.map(({ message }) => rm(this.path(message.id), { force: true })));
    await this.rewrite();
  }

  /** Everything acknowledged is read and noted when this resolves. */
  async close(): Promise<void> {
    await this.reading;
  }

  private path(id: string): string {
    return join(this.folder, `${id}.eml`);
  }

  private async take(source: Buffer, receipt: Receipt): Promise<void> {
    const message = await readMail(source, receipt);
    this.keep(message, source.length);
    await this.note(message, source.length);
    for (const listener of this.listeners) listener(message);
    await this.forgetOldest();
  }

  private keep(message: MailboxMessage, source_bytes: number): string {
    const line = JSON.stringify({ message, source_bytes });
    this.kept.push({ message, source_bytes, memory_bytes: line.length });
    return line;
  }

  private async note(message: MailboxMessage, source_bytes: number): Promise<void> {
    this.noted += 1;
    await appendFile(join(this.folder, 'messages.jsonl'), `${JSON.stringify({ message, source_bytes })}\n`, { mode: 0o600 });
    if (this.noted > 2 * this.limits.messages) await this.rewrite();
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

  private async rewrite(): Promise<void> {
    const lines = this.kept.map(({ message, source_bytes }) => `${JSON.stringify({ message, source_bytes })}\n`);
    const path = join(this.folder, 'messages.jsonl');
    await writeFile(`${path}.draft`, lines.join(''), { mode: 0o600 });
    await rename(`${path}.draft`, path);
    this.noted = lines.length;
  }

  /** Notes whose source is gone are dropped, half a last line too; sources without a note (a crash in between) are read now. */
  private async load(): Promise<void> {
    const sources = new Set(
      (await readdir(this.folder)).filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4)),
    );
    const text = await readFile(join(this.folder, 'messages.jsonl'), 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const note = parseNote(line);
      if (note && sources.delete(note.message.id)) this.keep(note.message, note.source_bytes);
    }
    for (const id of [...sources].filter(isId).sort()) {
      const source = await readFile(this.path(id));
      const message = await readMail(source, { id, from: '', to: '', receivedAt: new Date(instantOf(id)).toISOString() });
      this.keep({ ...message, to: message.headers['to'] ?? '' }, source.length);
    }
    this.kept.sort((a, b) => (a.message.id < b.message.id ? -1 : 1));
    await this.forgetOldest();
    await this.rewrite();
  }
}

function parseNote(line: string): Kept | null {
  try {
    const note = JSON.parse(line) as Kept;
    return isId(note.message.id) ? note : null;
  } catch {
    return null;
  }
}

/** RFC 9562 §5.7: the first 48 bits of a UUIDv7 are Unix milliseconds. */
function instantOf(id: string): number {
  return parseInt(id.replace('-', '').slice(0, 12), 16);
}
