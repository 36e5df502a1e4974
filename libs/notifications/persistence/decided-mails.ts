import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import type { Audience } from '../domain/declaration.js';
import type { MailKey } from '../domain/mails/registry.js';

/** A decided mail as its row is first written. */
export interface DecidedRow {
  readonly id: Id;
  readonly template: MailKey;
  readonly template_version: number;
  readonly audience: Audience;
  readonly recipient: string;
  readonly application_id: Id | null;
  readonly state: 'DECIDED' | 'SKIPPED' | 'FAILED';
  readonly skipped_because: string | null;
  readonly error: string | null;
  readonly message_id: string;
  readonly subject: string;
  readonly variables: object;
  readonly calendar: CalendarMessage | null;
}

/** Queues the rows of one event. Who was told of the event by the same mail already is not told again: the database's unique key says so. */
export function insertDecided(tx: Tx, eventId: Id, notBefore: Date, rows: readonly DecidedRow[]): void {
  if (rows.length === 0) return;
  tx.write(
    'decide-mails',
    `INSERT INTO mails (organization_id, id, event_id, template, template_version, audience, recipient, application_id, state, skipped_because, error,
                        message_id, subject, variables, calendar, created_at, not_before)
     SELECT $1, d.id, $2, d.template, d.template_version, d.audience, d.recipient, d.application_id, d.state, d.skipped_because, d.error,
            d.message_id, d.subject, d.variables, d.calendar, $3, $4
       FROM jsonb_to_recordset($5::jsonb) AS d (id uuid, template text, template_version integer, audience text, recipient text, application_id uuid,
            state text, skipped_because text, error text, message_id text, subject text, variables jsonb, calendar jsonb)
     ON CONFLICT (organization_id, event_id, template, recipient) DO NOTHING`,
    [tx.organizationId, eventId, tx.now, notBefore, JSON.stringify(rows)],
  );
}

/**
 * Gives the calendar message to the mail, decided in this very transaction, that tells the candidate how the application ended.
 * Answers false when there is none, or when it carries another meeting's message already.
 */
export async function attachToEnding(tx: Tx, applicationId: Id, calendar: CalendarMessage): Promise<boolean> {
  const rows = await tx.query(
    'attach-calendar-to-ending',
    `UPDATE mails SET calendar = $4
      WHERE organization_id = $1 AND application_id = $2 AND created_at = $3 AND state = 'DECIDED' AND calendar IS NULL
        AND template IN ('rejected', 'hired', 'withdrawn') AND audience = 'candidate'
  RETURNING id`,
    [tx.organizationId, applicationId, tx.now, JSON.stringify(calendar)],
  );
  return rows.length > 0;
}
