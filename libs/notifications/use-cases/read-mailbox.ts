import type { Pool } from 'pg';
import type { Clock } from '#libs/kernel/index.js';
import type { Log } from '#libs/platform/index.js';
import { Mailbox, type MailboxAddress, mailboxAddress } from '../imap/mailbox.js';
import { type MailboxPosition, advanceMailbox, claimMailbox, releaseMailbox } from '../persistence/mailbox-rows.js';
import type { ReceiveMail } from './receive-mail.js';

/** Mails of one look; the next look comes at once when there are more. */
const BATCH = 50;
/** How long a reader that has died keeps others from reading. */
const LEASE_S = 120;
/** A mail that cannot be taken so often is left to a person. */
const MOST_TRIES = 5;
/** What is older when a mailbox is read for the first time answers nothing of ours. */
const FIRST_LOOK_BACK_MS = 30 * 86_400_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Takes what comes into a mailbox, each mail in its turn; how far it has got is remembered after every mail. Whoever dies in between is followed by another
 * worker, and what is taken twice counts once. Mails that answer none of ours stay unread: they are for people.
 */
export class ReadMailbox {
  private readonly address: MailboxAddress;
  private failures = 0;
  private pausedUntil_ms = 0;
  private closed = false;
  private open: Mailbox | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly receiving: Pick<ReceiveMail, 'execute'>,
    private readonly clock: Clock,
    private readonly log: Log,
    url: string,
  ) {
    this.address = mailboxAddress(url);
  }

  /** Looks once; answers how many mails were passed. A server that is away, or refuses us, is asked again after growing pauses. */
  async look(): Promise<number> {
    if (this.closed || performance.now() < this.pausedUntil_ms) return 0;
    const position = await claimMailbox(this.pool, this.address.name, LEASE_S);
    if (!position) return 0;
    try {
      const passed = await this.read(position);
      this.failures = 0;
      return passed;
    } catch (error) {
      if (!this.closed) this.pause(error as Error);
      return 0;
    } finally {
      this.open?.close();
      this.open = null;
      await releaseMailbox(this.pool, this.address.name);
    }
  }

  /** Breaks off what is under way. */
  close(): void {
    this.closed = true;
    this.open?.close();
  }

  private async read(known: MailboxPosition): Promise<number> {
    const mailbox = (this.open = await Mailbox.open(this.address));
    const fresh = known.uidValidity !== mailbox.uidValidity;
    const { uidValidity, uidNext } = mailbox;
    const since = new Date(this.clock.now().getTime() - FIRST_LOOK_BACK_MS);
    const uids = await mailbox.find(fresh ? { since } : { after: known.lastUid });
    const start = { uidValidity, lastUid: fresh ? (uids[0] ?? uidNext) - 1 : known.lastUid, tries: fresh ? 0 : known.tries };
    if (fresh) await advanceMailbox(this.pool, this.address.name, start, LEASE_S);
    let { tries } = start;
    for (const [at, uid] of uids.slice(0, BATCH).entries()) {
      if (this.closed) return at;
      await this.pass(mailbox, uid, tries);
      await advanceMailbox(this.pool, this.address.name, { uidValidity, lastUid: uid, tries: (tries = 0) }, LEASE_S);
    }
    return Math.min(uids.length, BATCH);
  }

  private async pass(mailbox: Mailbox, uid: number, tries: number): Promise<void> {
    const bytes = await mailbox.fetch(uid);
    if (bytes === null) return;
    try {
      const { kind } = await this.receiving.execute(this.pool, bytes);
      if (kind !== 'FOREIGN') await mailbox.mark(uid, '\\Seen');
    } catch (error) {
      const position = { uidValidity: mailbox.uidValidity, lastUid: uid - 1, tries: tries + 1 };
      // Where the ledger is away this fails as well, and the mail is not to blame.
      await advanceMailbox(this.pool, this.address.name, position, LEASE_S);
      if (tries + 1 < MOST_TRIES) throw error;
      this.log.error(
        { uid, error: (error as Error).message },
        'a mail could not be taken; it is flagged in its mailbox, for a person',
      );
      await mailbox.mark(uid, '\\Flagged');
    }
  }

  private pause(error: Error): void {
    const pause_ms = Math.min(FIRST_PAUSE_MS * 2 ** this.failures, LONGEST_PAUSE_MS);
    this.failures += 1;
    this.pausedUntil_ms = performance.now() + pause_ms;
    this.log.warn({ error: error.message, pause_ms }, 'the mailbox could not be read; it will be tried again');
  }
}
