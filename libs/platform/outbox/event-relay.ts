import type { DataSource } from 'typeorm';
import type { Clock } from '#libs/kernel/index.js';
import { poolOf } from '../database/data-source.js';
import type { Queues, Ticket } from '../queue/queues.js';
import type { StoredEvent } from './domain-event.js';
import type { Reactions } from './reactions.js';

/** How many rows one claim takes; more lengthens the transaction without raising the rate. */
const BATCH = 100;
/** A ticket older than this was lost or its worker died: the row is relayed again. */
const LOST_AFTER_S = 30;
const MAX_ATTEMPTS = 12;

interface ClaimedRow {
  organization_id: string;
  id: string;
  name: string;
  subject_id: string | null;
  payload: object;
  state: 'RELAYED' | 'DONE';
}

/** Told of every event as it is relayed; feeds live screens. Must not throw. */
export type RelayListener = (events: readonly StoredEvent[]) => void;

/**
 * Moves due events from the outbox to the queue. Several relays may run: SKIP LOCKED shares the rows among them.
 * Works with the relay's role, which sees outbox tables of all organisations and little else.
 */
export class EventRelay {
  constructor(
    private readonly relay: DataSource,
    private readonly queues: Queues,
    private readonly reactions: Reactions,
    private readonly clock: Clock,
    private readonly onRelayed: RelayListener = () => {},
  ) {}

  /** Relays one batch; answers how many rows were taken. Events nobody handles, or wants to, are done at once. */
  async relayDue(): Promise<number> {
    const optional = [...this.reactions.handledWhere()];
    const wanted = ['e.name = ANY ($1)', ...optional.map(([where], at) => `e.name = ANY ($${at + 4}) AND ${where}`)].join(' OR ');
    const { rows } = await poolOf(this.relay).query<ClaimedRow>({
      name: 'relay-events',
      text: `UPDATE outbox_events e
                SET state = CASE WHEN ${wanted} THEN 'RELAYED' ELSE 'DONE' END, relayed_at = now()
               FROM (SELECT organization_id, id FROM outbox_events WHERE state = 'PENDING' AND not_before <= $3
                      ORDER BY not_before LIMIT $2 FOR UPDATE SKIP LOCKED) due
              WHERE e.organization_id = due.organization_id AND e.id = due.id
          RETURNING e.organization_id, e.id, e.name, e.subject_id, e.payload, e.state`,
      values: [this.reactions.handledNames(), BATCH, this.clock.now(), ...optional.map(([, names]) => names)],
    });
    if (rows.length === 0) return 0;
    await this.queues.add('events', rows.filter((row) => row.state === 'RELAYED').map(ticketOf));
    this.onRelayed(rows.map(toEvent));
    return rows.length;
  }

  /** Handles one ticket: all handlers of the event, then the row is done. Runs again after an error, with the queue's backoff and the sweeper's. */
  async handle(ticket: Ticket): Promise<void> {
    const pool = poolOf(this.relay);
    const { rows } = await pool.query<ClaimedRow>({
      name: 'load-event',
      text: `UPDATE outbox_events SET attempts = attempts + 1, relayed_at = now() WHERE organization_id = $1 AND id = $2 AND state = 'RELAYED'
             RETURNING organization_id, id, name, subject_id, payload, state`,
      values: [ticket.organizationId, ticket.id],
    });
    const row = rows[0];
    if (!row) return;
    try {
      for (const handler of this.reactions.handlersOf(row.name)) await handler(toEvent(row));
    } catch (error) {
      await pool.query({
        name: 'fail-event',
        text: `UPDATE outbox_events SET error = $3, state = CASE WHEN attempts >= $4 THEN 'FAILED' ELSE state END WHERE organization_id = $1 AND id = $2`,
        values: [row.organization_id, row.id, String((error as Error).message ?? error).slice(0, 500), MAX_ATTEMPTS],
      });
      throw error;
    }
    await pool.query({
      name: 'finish-event',
      text: `UPDATE outbox_events SET state = 'DONE', error = NULL WHERE organization_id = $1 AND id = $2`,
      values: [row.organization_id, row.id],
    });
  }

  /** Puts events whose tickets were lost back in line; answers how many. The guarantee does not rest on the queue but on this. */
  async sweep(): Promise<number> {
    const { rowCount } = await poolOf(this.relay).query({
      name: 'sweep-events',
      text: `UPDATE outbox_events SET state = 'PENDING' WHERE state = 'RELAYED' AND relayed_at < now() - make_interval(secs => $1)`,
      values: [LOST_AFTER_S],
    });
    return rowCount ?? 0;
  }

  /** Removes events that were done more than a week ago. */
  async prune(): Promise<number> {
    const { rowCount } = await poolOf(this.relay).query(
      `DELETE FROM outbox_events WHERE state = 'DONE' AND created_at < now() - interval '7 days'`,
    );
    return rowCount ?? 0;
  }
}

function ticketOf(row: ClaimedRow): Ticket {
  return { organizationId: row.organization_id, id: row.id };
}

function toEvent(row: ClaimedRow): StoredEvent {
  return { id: row.id, organizationId: row.organization_id, name: row.name, subjectId: row.subject_id, payload: row.payload };
}
