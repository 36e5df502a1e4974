import type { Pool } from 'pg';
import { type Clock, newId } from '#libs/kernel/index.js';
import type { Queues } from '#libs/platform/index.js';
import { countInFlight, putBack, takeDue } from '../persistence/delivery-rows.js';
import type { MailServer } from './mail-server.js';

/** How many mails one claim takes, and how many travel in one ticket: a job costs the queue's database as much as two mails cost the ledger's. */
const BATCH = 100;
const TICKET = 25;
/** So many find out whether a server that could not be reached can be again. */
const FEW = 10;
/** More than this on the queue would only grow old there: the server is the slowest stage. */
const WINDOW = 1_000;
/** A ticket older than this was lost, or its worker died before it claimed the mails. */
const LOST_AFTER_S = 30;

export interface RelayOptions {
  readonly window?: number;
  readonly lostAfter_s?: number;
}

/**
 * Moves due mails from the ledger to the queue. Several relays may run: SKIP LOCKED shares the rows among them. While the server cannot be reached
 * nothing is moved, and then a few first.
 */
export class MailRelay {
  private lastWasFull = false;

  constructor(
    private readonly pool: Pool,
    private readonly queues: Queues,
    /** Says which mails are due. */
    private readonly clock: Clock,
    private readonly server: Pick<MailServer, 'pause_ms' | 'doubtful'>,
    private readonly options: RelayOptions = {},
  ) {}

  /** Relays one batch; answers how many mails were taken. */
  async relayDue(): Promise<number> {
    if (this.server.pause_ms > 0) return 0;
    const most = Math.min(this.server.doubtful ? FEW : BATCH, await this.room());
    if (most === 0) return 0;
    const rows = await takeDue(this.pool, most, this.clock.now());
    this.lastWasFull = rows.length === most;
    const tickets = [];
    for (let at = 0; at < rows.length; at += TICKET) tickets.push({ id: newId(), rows: rows.slice(at, at + TICKET) });
    await this.queues.add('mail', tickets);
    return rows.length;
  }

  /** Puts mails back in line whose tickets or processes were lost; answers how many. The guarantee rests on this, not on the queue. */
  sweep(): Promise<number> {
    return putBack(this.pool, this.options.lostAfter_s ?? LOST_AFTER_S, this.clock.now());
  }

  /** How many more mails may go on the queue; only a busy relay has to ask. */
  private async room(): Promise<number> {
    const window = this.options.window ?? WINDOW;
    if (!this.lastWasFull || window === Infinity) return Math.min(BATCH, window);
    return window - (await countInFlight(this.pool, window));
  }
}
