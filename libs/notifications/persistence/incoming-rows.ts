import type { Pool } from 'pg';
import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import type { Audience } from '../domain/declaration.js';
import type { IncomingKind } from '../domain/incoming/incoming-mail.js';
import type { MailState } from '../domain/mail-state.js';

/** The mail of ours that something came back on. */
export interface AnsweredMail {
  readonly organization_id: Id;
  readonly id: Id;
  readonly audience: Audience;
  readonly recipient: string;
  readonly application_id: Id | null;
  readonly state: MailState;
  readonly calendar: CalendarMessage | null;
}

const ANSWERED = 'm.organization_id, m.id, m.audience, m.recipient, m.application_id, m.state, m.calendar';
const NOT_ERASED = `m.recipient NOT LIKE 'erased-%@erased.invalid'`;

/** The first of these mails that there is, in any organisation; read with the relay's role. Those of a person who was erased are not: an answer must not bring them back. */
export async function findAnswered(ledger: Pool, ids: readonly Id[]): Promise<AnsweredMail | null> {
  if (ids.length === 0) return null;
  const { rows } = await ledger.query<AnsweredMail>({
    name: 'find-answered-mail',
    text: `SELECT ${ANSWERED} FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN mails m ON m.id = wanted.id
            WHERE ${NOT_ERASED} ORDER BY wanted.place LIMIT 1`,
    values: [ids],
  });
  return rows[0] ?? null;
}

/** The newest mail that carried this invitation: many calendars answer without naming the mail. */
export async function findInvitation(ledger: Pool, uid: string): Promise<AnsweredMail | null> {
  const { rows } = await ledger.query<AnsweredMail>({
    name: 'find-invitation',
    text: `SELECT ${ANSWERED} FROM mails m WHERE m.calendar IS NOT NULL AND m.calendar->>'uid' = $1 AND m.state NOT IN ('SKIPPED', 'SUPERSEDED') AND ${NOT_ERASED}
            ORDER BY m.seq DESC LIMIT 1`,
    values: [uid],
  });
  return rows[0] ?? null;
}

/** An incoming mail as its row is written. */
export interface IncomingRow {
  readonly id: Id;
  readonly digest: Buffer;
  readonly kind: IncomingKind;
  readonly mailId: Id;
  readonly applicationId: Id | null;
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
  readonly outcome: string;
  readonly attachmentIds: readonly Id[];
}

/** Keeps an incoming mail; false when it was kept before. */
export async function insertIncoming(tx: Tx, row: IncomingRow): Promise<boolean> {
  const kept = await tx.query(
    'insert-incoming-mail',
    `INSERT INTO incoming_mails (organization_id, id, digest, kind, mail_id, application_id, sender, subject, text, outcome, attachment_ids, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (organization_id, digest) DO NOTHING RETURNING id`,
    [
      ...[tx.organizationId, row.id, row.digest, row.kind, row.mailId, row.applicationId, row.sender, row.subject, row.text],
      ...[row.outcome, row.attachmentIds, tx.now],
    ],
  );
  return kept.length > 0;
}

/** A server further on gave the mail back. */
export function markBounced(tx: Tx, mailId: Id, words: string): void {
  tx.write(
    'mark-mail-bounced',
    `UPDATE mails SET state = 'BOUNCED', bounced_at = $3, error = $4, sent_at = coalesce(sent_at, dot_at, $3) WHERE organization_id = $1 AND id = $2
        AND state IN ('SENT', 'IN_DOUBT')`,
    [tx.organizationId, mailId, tx.now, words],
  );
}

/** A report of the server is evidence that it had the mail. */
export function markArrived(tx: Tx, mailId: Id, words: string): void {
  tx.write(
    'mark-mail-arrived',
    `UPDATE mails SET state = 'SENT', sent_at = coalesce(dot_at, $3), server_answer = $4, error = NULL WHERE organization_id = $1 AND id = $2 AND state = 'IN_DOUBT'`,
    [tx.organizationId, mailId, tx.now, words],
  );
}

/** No mail of the organisation goes to this address any more. */
export function suppress(tx: Tx, address: string, because: string, mailId: Id): void {
  tx.write(
    'suppress-address',
    `INSERT INTO mail_suppressions (organization_id, address, because, mail_id, created_at) VALUES ($1, lower($2), $3, $4, $5) ON CONFLICT DO NOTHING`,
    [tx.organizationId, address, because, mailId, tx.now],
  );
}

/** The newest sequence that an attendee's calendar was told of. */
export async function newestSequence(tx: Tx, applicationId: Id, uid: string): Promise<number | null> {
  const [row] = await tx.query<{ newest: number | null }>(
    'newest-calendar-sequence',
    `SELECT max((calendar->>'sequence')::integer) AS newest FROM mails
      WHERE organization_id = $1 AND application_id = $2 AND calendar->>'uid' = $3 AND state NOT IN ('SKIPPED', 'SUPERSEDED')`,
    [tx.organizationId, applicationId, uid],
  );
  return row!.newest;
}

/** What a candidate answered is kept with what they were told, so that an update does not ask again. */
export function keepPartstat(tx: Tx, applicationId: Id, uid: string, partstat: string): void {
  tx.write(
    'keep-partstat',
    `UPDATE mails SET calendar = jsonb_set(calendar, '{attendee,partstat}', to_jsonb($4::text))
      WHERE organization_id = $1 AND id = (SELECT id FROM mails WHERE organization_id = $1 AND application_id = $2 AND calendar->>'uid' = $3
                                             AND state NOT IN ('SKIPPED', 'SUPERSEDED') ORDER BY seq DESC LIMIT 1)`,
    [tx.organizationId, applicationId, uid, partstat],
  );
}

/** The seat that a member of the team holds in an interview. */
export async function seatHeldBy(tx: Tx, interviewId: Id, personId: Id) {
  const [row] = await tx.query<{ id: Id; role: 'ADMIN' | 'RECRUITER' | 'HIRING_MANAGER' | 'INTERVIEWER' }>(
    'seat-held-by',
    `SELECT s.id, p.role FROM interview_seats s JOIN people p ON p.organization_id = s.organization_id AND p.id = s.person_id
      WHERE s.organization_id = $1 AND s.interview_id = $2 AND s.person_id = $3 AND s.state <> 'CANCELLED' AND p.status = 'ACTIVE'
      ORDER BY s.id DESC LIMIT 1`,
    [tx.organizationId, interviewId, personId],
  );
  return row ?? null;
}

/** Whose application it is, and for which posting. */
export async function applicationOf(tx: Tx, applicationId: Id) {
  const [row] = await tx.query<{ candidate_id: Id; posting_id: Id }>(
    'application-of-incoming',
    'SELECT candidate_id, posting_id FROM applications WHERE organization_id = $1 AND id = $2',
    [tx.organizationId, applicationId],
  );
  return row ?? null;
}
