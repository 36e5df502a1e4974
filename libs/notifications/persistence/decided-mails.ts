import type { Id, Language } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import type { Audience } from '../domain/declaration.js';
import type { MailKey } from '../domain/mails/registry.js';

/** A decided mail as its row is first written. */
export interface DecidedRow {
  readonly id: Id;
  readonly template: MailKey;
  readonly template_version: number;
  readonly language: Language;
  readonly audience: Audience;
  readonly recipient: string;
  readonly application_id: Id | null;
  /** The booked interview that it is about. */
  readonly interview_id: Id | null;
  readonly state: 'DECIDED' | 'SKIPPED' | 'FAILED';
  readonly skipped_because: string | null;
  readonly error: string | null;
  readonly message_id: string;
  readonly subject: string;
  readonly variables: object;
  readonly calendar: CalendarMessage | null;
  /** Where the candidate will believe the application to stand; null: it says nothing of that. */
  readonly tells: string | null;
  readonly not_before: Date;
}

/** Why a mail that was held did not leave, and why the one that would take it back need not. */
const MOVED_ON = 'the application moved on before it left';
const NEVER_KNEW = 'nobody had been told of what this takes back';

/** Asked with the lock of an application that moves, so that the ordinary move, which takes nothing back, does not look for it again. */
export const HELD_MAILS = {
  heldMails: `EXISTS (SELECT FROM mails WHERE organization_id = $1 AND application_id = $2 AND state = 'DECIDED' AND fence = 0 AND tells IS NOT NULL)`,
};

/** The answer. */
export type HeldMails = Readonly<Record<keyof typeof HELD_MAILS, boolean>>;

const COLUMNS = `organization_id, id, event_id, template, template_version, audience, recipient, application_id, tells, message_id, created_at, not_before,
                 error, state, skipped_because, subject, variables, calendar, language, interview_id`;
/** Whoever was told of the event by the same mail already is not told again: the database's unique key says so. */
const ONCE = 'ON CONFLICT (organization_id, event_id, template, recipient) DO NOTHING';

// Plain values: as one row of JSON, taking nothing back, it costs the server three times as much.
const DECIDE_ONE = `
INSERT INTO mails (${COLUMNS})
SELECT $1, $3, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, CASE WHEN s.because IS NULL THEN $14 ELSE 'SKIPPED' END, coalesce(s.because, $15),
       CASE WHEN s.because IS NULL THEN $16 ELSE '' END, CASE WHEN s.because IS NULL THEN $17::jsonb ELSE '{}' END, CASE WHEN s.because IS NULL THEN $18::jsonb END,
       $19, $20
  FROM (VALUES (1)) one
  LEFT JOIN mail_suppressions s ON s.organization_id = $1 AND s.address = lower($7) AND s.template IN ('', $4) AND $14 = 'DECIDED'
${ONCE}`;

const DECIDE_AND_TAKE_BACK = `
WITH gone AS (
  UPDATE mails SET state = 'SUPERSEDED', skipped_because = $6
   WHERE organization_id = $1 AND application_id = $5 AND state = 'DECIDED' AND not_before > $3 AND fence = 0 AND tells IS NOT NULL
RETURNING id)
INSERT INTO mails (${COLUMNS})
SELECT $1, d.id, $2, d.template, d.template_version, d.audience, d.recipient, d.application_id, d.tells, d.message_id, $3, d.not_before, d.error,
       CASE WHEN n.because IS NULL THEN d.state ELSE 'SKIPPED' END, n.because,
       CASE WHEN n.because IS NULL THEN d.subject ELSE '' END, CASE WHEN n.because IS NULL THEN d.variables ELSE '{}' END,
       CASE WHEN n.because IS NULL THEN d.calendar END, d.language, d.interview_id
  FROM jsonb_to_recordset($4::jsonb) AS d (id uuid, template text, template_version integer, audience text, recipient text, application_id uuid,
       tells text, message_id text, not_before timestamptz, error text, state text, skipped_because text, subject text, variables jsonb, calendar jsonb, language text, interview_id uuid)
  LEFT JOIN mail_suppressions s ON s.organization_id = $1 AND s.address = lower(d.recipient) AND s.template IN ('', d.template) AND d.state = 'DECIDED'
 CROSS JOIN LATERAL (SELECT CASE
       WHEN d.state <> 'DECIDED' THEN d.skipped_because
       WHEN s.because IS NOT NULL THEN s.because
       WHEN d.tells IS NOT NULL AND EXISTS (SELECT FROM gone)
        AND d.tells = (SELECT k.tells FROM mails k
                        WHERE k.organization_id = $1 AND k.application_id = $5 AND k.tells IS NOT NULL AND k.state NOT IN ('SKIPPED', 'SUPERSEDED')
                          AND k.id NOT IN (SELECT id FROM gone) ORDER BY k.seq DESC LIMIT 1) THEN $7
        END AS because) n
${ONCE}`;

/**
 * Queues the rows of one event. With `takesBack`, held mails about that application's standing are taken back first, and a mail that would only tell what
 * the candidate believes anyway is skipped. Whom no mail reaches gets none.
 */
export function insertDecided(tx: Tx, eventId: Id, takesBack: Id | null, rows: readonly DecidedRow[]): void {
  if (rows.length === 0) return;
  if (takesBack !== null) {
    const all = JSON.stringify(rows);
    tx.write('decide-and-take-back', DECIDE_AND_TAKE_BACK, [
      tx.organizationId,
      eventId,
      tx.now,
      all,
      takesBack,
      MOVED_ON,
      NEVER_KNEW,
    ]);
    return;
  }
  for (const row of rows) {
    tx.write('decide-mail', DECIDE_ONE, [
      ...[
        tx.organizationId,
        eventId,
        row.id,
        row.template,
        row.template_version,
        row.audience,
        row.recipient,
        row.application_id,
      ],
      ...[row.tells, row.message_id, tx.now, row.not_before, row.error, row.state, row.skipped_because, row.subject],
      ...[
        JSON.stringify(row.variables),
        row.calendar === null ? null : JSON.stringify(row.calendar),
        row.language,
        row.interview_id,
      ],
    ]);
  }
}

/** Takes back what is still held of the mails about a meeting; whoever would have got them is told by what the ledger says then. */
export function supersedeMeetingMails(tx: Tx, applicationId: Id, interviewId: Id): void {
  tx.write(
    'supersede-meeting-mails',
    `UPDATE mails SET state = 'SUPERSEDED', skipped_because = 'the interview changed again before it left'
      WHERE organization_id = $1 AND application_id = $2 AND calendar->>'interviewId' = $3 AND state = 'DECIDED' AND not_before > $4 AND fence = 0
        AND tells IS NULL`,
    [tx.organizationId, applicationId, interviewId, tx.now],
  );
}

/** The meetings whose cancellation was to be told by a mail about the application's end that never left. */
export async function untoldCancellations(tx: Tx, applicationId: Id): Promise<Id[]> {
  const rows = await tx.query<{ interview_id: Id }>(
    'untold-cancellations',
    `SELECT DISTINCT calendar->>'interviewId' AS interview_id FROM mails
      WHERE organization_id = $1 AND application_id = $2 AND state = 'SUPERSEDED' AND tells IS NOT NULL AND calendar->>'method' = 'CANCEL'`,
    [tx.organizationId, applicationId],
  );
  return rows.map(({ interview_id }) => interview_id);
}

/**
 * Gives the calendar message to the mail, decided in this very transaction, that tells the candidate how the application ended.
 * Answers false when there is none, when it carries another meeting's message already, or when it leaves later than `by`.
 */
export async function attachToEnding(tx: Tx, applicationId: Id, calendar: CalendarMessage, by: Date): Promise<boolean> {
  const rows = await tx.query(
    'attach-calendar-to-ending',
    `UPDATE mails SET calendar = $4, interview_id = ($4::jsonb->>'interviewId')::uuid
      WHERE organization_id = $1 AND application_id = $2 AND created_at = $3 AND state = 'DECIDED' AND calendar IS NULL AND not_before <= $5
        AND template IN ('rejected', 'hired', 'withdrawn') AND audience = 'candidate'
  RETURNING id`,
    [tx.organizationId, applicationId, tx.now, JSON.stringify(calendar), by],
  );
  return rows.length > 0;
}
