import type { Pool } from 'pg';
import type { Clock, Id } from '#libs/kernel/index.js';
import type { Log, Metrics } from '#libs/platform/index.js';
import { MAX_ATTEMPTS } from '../domain/delivery.js';
import { declarationOf } from '../domain/mails/registry.js';
import { type DoubtfulMail, endDoubt, letPass, loadDoubtful } from '../persistence/delivery-rows.js';

/** What somebody who can know says of a mail; UNKNOWN is no evidence either way. */
export type Finding =
  { readonly kind: 'ARRIVED'; readonly words: string } | { readonly kind: 'ABSENT' } | { readonly kind: 'UNKNOWN' };

/** Somebody who may know whether the server has a mail: a journal, a log, the mailbox of this machine. */
export interface MailEvidence {
  find(mail: { readonly messageId: string; readonly recipient: string }): Promise<Finding>;
}

const BATCH = 100;
/** How long a mail that waits for a person is left alone before evidence is looked for again. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Settles mails in doubt: by evidence where there is any, else by what the mail is. A reminder goes out again with the same bytes and Message-ID; a promise waits for
 * a person (`SettleMail`), for evidence that comes later, or for a report of the server.
 */
export class DoubtSettler {
  private readonly seen = new Map<Id, number>();

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly evidence: MailEvidence | null,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /** Looks at one batch; answers how many doubts have ended. */
  async settle(): Promise<number> {
    const now_ms = performance.now();
    for (const [id, until_ms] of this.seen) if (until_ms <= now_ms) this.seen.delete(id);
    const doubtful = await loadDoubtful(this.pool, BATCH, [...this.seen.keys()]);
    const left: DoubtfulMail[] = [];
    for (const mail of doubtful) if (!(await this.settleOne(mail))) left.push(mail);
    if (left.length > 0) await letPass(this.pool, left);
    for (const { id } of left) this.seen.set(id, now_ms + LOOK_AGAIN_MS);
    return doubtful.length - left.length;
  }

  private async settleOne(mail: DoubtfulMail): Promise<boolean> {
    const finding = await this.lookFor(mail);
    if (finding.kind === 'ARRIVED') {
      this.metrics.mails.inc({ state: 'SENT' });
      return endDoubt(this.pool, mail, finding.words, this.clock.now());
    }
    const again = finding.kind === 'ABSENT' || declarationOf(mail.template).weight === 'REMINDER';
    if (!again || mail.attempts >= MAX_ATTEMPTS) return false;
    return endDoubt(this.pool, mail, null, this.clock.now());
  }

  private async lookFor({ id, message_id, recipient }: DoubtfulMail): Promise<Finding> {
    if (this.evidence === null) return { kind: 'UNKNOWN' };
    try {
      return await this.evidence.find({ messageId: message_id, recipient });
    } catch (error) {
      this.log.warn({ mail: id, error: (error as Error).message }, 'evidence of a mail could not be looked for');
      return { kind: 'UNKNOWN' };
    }
  }
}
