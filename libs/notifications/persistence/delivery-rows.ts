import type { Pool } from 'pg';
import type { Id, Language } from '#libs/kernel/index.js';
import type { Ticket } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import type { Audience } from '../domain/declaration.js';
import { MAX_ATTEMPTS } from '../domain/delivery.js';
import { MAIL_KEYS, type MailKey, declarationOf } from '../domain/mails/registry.js';

/**
 * The ledger as the worker sees it, with the relay's role: mails of all organisations and nothing else. What is due and when a mail was sent follow
 * the clock of the house; leases and lost tickets are a matter between processes and follow the database's.
 */

/** In doubt these wait for a person; the others go out again within seconds. */
const PROMISES = MAIL_KEYS.filter((key) => declarationOf(key).weight === 'PROMISE');
/** The lease of a mail that has come into doubt: those behind it wait until evidence was looked for, by which it might go out again before them. */
const UNTIL_LOOKED_INTO = `'infinity'::timestamptz`;

/** A mail whose ticket has come. */
export interface MailToSend {
  readonly organization_id: Id;
  readonly id: Id;
  readonly template: MailKey;
  readonly template_version: number;
  readonly language: Language;
  readonly audience: Audience;
  readonly recipient: string;
  readonly application_id: Id | null;
  readonly message_id: string;
  readonly subject: string;
  readonly variables: object;
  readonly calendar: CalendarMessage | null;
  /** When it was to go out first: the date it carries, however long a server kept it waiting. */
  readonly not_before: Date;
  /** The bytes of an earlier try, which are sent again unchanged. */
  readonly message: Buffer | null;
  readonly attempts: number;
  readonly fence: number;
}

/** A mail that has to wait before it is made. */
export interface PutOff {
  readonly mail: MailToSend;
  readonly pause_ms: number;
}

/** What identifies one claim of a mail. */
export interface Claim {
  readonly organization_id: Id;
  readonly id: Id;
  readonly fence: number;
}

/** What is written of a claim when it ends. */
export interface Settlement extends Claim {
  readonly state: 'SENT' | 'DECIDED' | 'FAILED' | 'IN_DOUBT';
  readonly server_answer: string | null;
  readonly error: string | null;
  /** How many tries it counts as: 0 or 1. */
  readonly tries: 0 | 1;
  /** For DECIDED: from when on it is tried again. */
  readonly pause_ms: number | null;
  /** The mail holds a live token: neither variables nor bytes rest any longer. */
  readonly forget: boolean;
}

/**
 * Takes mails that are due, of each application and reader the first unsent one: who reads about an application reads in the order in which it happened.
 * A mail that failed, was skipped or waits for a person is in nobody's way, nor is one that is held for later than those behind it.
 */
export async function takeDue(pool: Pool, most: number, now: Date): Promise<Ticket[]> {
  const { rows } = await pool.query<{ organization_id: Id; id: Id }>({
    name: 'relay-mails',
    text: `UPDATE mails m SET state = 'RELAYED', relayed_at = now()
             FROM (SELECT d.organization_id, d.id FROM mails d
                    WHERE d.state = 'DECIDED' AND d.not_before <= $2
                      AND NOT EXISTS (SELECT FROM mails e WHERE e.organization_id = d.organization_id AND e.application_id = d.application_id
                                         AND e.recipient = d.recipient AND e.seq < d.seq
                                         AND (e.state IN ('RELAYED', 'SENDING')
                                              OR (e.state = 'IN_DOUBT' AND (e.lease_until > now() OR e.template <> ALL ($3) AND e.attempts < $4))
                                              OR (e.state = 'DECIDED' AND (e.fence > 0 OR e.not_before <= d.not_before))))
                    ORDER BY d.not_before LIMIT $1 FOR UPDATE SKIP LOCKED) due
            WHERE m.organization_id = due.organization_id AND m.id = due.id
        RETURNING m.organization_id, m.id`,
    values: [most, now, PROMISES, MAX_ATTEMPTS],
  });
  return rows.map(({ organization_id, id }) => ({ organizationId: organization_id, id }));
}

/** How many mails wait on the queue or are being sent; no more than `most` are counted. */
export async function countInFlight(pool: Pool, most: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count-mails-in-flight',
    text: `SELECT count(*)::integer AS count FROM (SELECT FROM mails WHERE state IN ('RELAYED', 'SENDING') LIMIT $1) counted`,
    values: [most],
  });
  return rows[0]!.count;
}

/** The mails of a ticket that still wait to be sent. */
export async function loadRelayed(pool: Pool, tickets: readonly Ticket[]): Promise<MailToSend[]> {
  const { rows } = await pool.query<MailToSend>({
    name: 'load-mails',
    text: `SELECT m.organization_id, m.id, m.template, m.template_version, m.language, m.audience, m.recipient, m.application_id, m.message_id, m.subject, m.variables,
                  m.calendar, m.not_before, m.message, m.attempts, m.fence
             FROM unnest($1::uuid[], $2::uuid[]) AS t (organization_id, id)
             JOIN mails m ON m.organization_id = t.organization_id AND m.id = t.id
            WHERE m.state = 'RELAYED' ORDER BY m.seq`,
    values: [tickets.map(({ organizationId }) => organizationId), tickets.map(({ id }) => id)],
  });
  return rows;
}

/**
 * Claims mails for this process and freezes their bytes, in one statement, before anything is sent. Of two processes that built the same mail one gets
 * the claim; the answer names the claims that were got.
 */
export async function claimAndFreeze(
  pool: Pool,
  mails: readonly { readonly mail: MailToSend; readonly bytes: Buffer | null }[],
  lease_s: number,
): Promise<Claim[]> {
  // One parameter in binary for all messages: as an array they would travel as text of twice their length.
  const fresh = mails.map(({ mail, bytes }) => (mail.message === null ? bytes : null));
  let at = 1;
  const offsets = fresh.map((bytes) => (at += bytes?.length ?? 0) - (bytes?.length ?? 0));
  const { rows } = await pool.query<Claim>({
    name: 'claim-mails',
    text: `UPDATE mails m SET state = 'SENDING', lease_until = now() + make_interval(secs => $7), fence = m.fence + 1, dot_at = NULL,
                  message = coalesce(m.message, CASE WHEN c.length > 0 THEN substring($4::bytea FROM c.at FOR c.length) END)
             FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $5::integer[], $6::integer[]) AS c (organization_id, id, fence, at, length)
            WHERE m.organization_id = c.organization_id AND m.id = c.id AND m.state = 'RELAYED' AND m.fence = c.fence
        RETURNING m.organization_id, m.id, m.fence`,
    values: [
      mails.map(({ mail }) => mail.organization_id),
      mails.map(({ mail }) => mail.id),
      mails.map(({ mail }) => mail.fence),
      Buffer.concat(fresh.filter((bytes) => bytes !== null)),
      offsets,
      fresh.map((bytes) => bytes?.length ?? 0),
      lease_s,
    ],
  });
  return rows;
}

/** Puts relayed mails back in line for later; their fence keeps those behind them from overtaking. */
export async function putOff(pool: Pool, now: Date, later: readonly PutOff[]): Promise<void> {
  await pool.query({
    name: 'put-off-mails',
    text: `UPDATE mails m SET state = 'DECIDED', fence = m.fence + 1, not_before = $5::timestamptz + w.pause_ms * interval '1 ms'
             FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[]) AS w (organization_id, id, fence, pause_ms)
            WHERE m.organization_id = w.organization_id AND m.id = w.id AND m.state = 'RELAYED' AND m.fence = w.fence`,
    values: [
      later.map(({ mail }) => mail.organization_id),
      later.map(({ mail }) => mail.id),
      later.map(({ mail }) => mail.fence),
      later.map(({ pause_ms }) => Math.ceil(pause_ms)),
      now,
    ],
  });
}

/** Keeps claims alive while their mails are under way. */
export async function renewLeases(pool: Pool, claims: readonly Claim[], lease_s: number): Promise<void> {
  await pool.query({
    name: 'renew-mail-leases',
    text: `UPDATE mails m SET lease_until = now() + make_interval(secs => $4)
             FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS c (organization_id, id, fence)
            WHERE m.organization_id = c.organization_id AND m.id = c.id AND m.state = 'SENDING' AND m.fence = c.fence`,
    values: [claims.map((c) => c.organization_id), claims.map((c) => c.id), claims.map((c) => c.fence), lease_s],
  });
}

/**
 * Lets the row say that the end of its message is about to be sent; answers for which claims it does. Whoever finds the row later knows that the server may have
 * the mail, and from a row that does not say so that it cannot.
 */
export async function markDots(pool: Pool, claims: readonly Claim[]): Promise<ReadonlySet<Id>> {
  const { rows } = await pool.query<{ id: Id }>({
    name: 'mark-dots',
    text: `UPDATE mails m SET dot_at = now() FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS c (organization_id, id, fence)
            WHERE m.organization_id = c.organization_id AND m.id = c.id AND m.state = 'SENDING' AND m.fence = c.fence RETURNING m.id`,
    values: [claims.map((c) => c.organization_id), claims.map((c) => c.id), claims.map((c) => c.fence)],
  });
  return new Set(rows.map(({ id }) => id));
}

/**
 * Writes outcomes under their fences; answers how many claims were still ours. That a mail was accepted is evidence as long as nobody has claimed it
 * since, even where a sweeper has put it back in line.
 */
export async function settle(pool: Pool, now: Date, settlements: readonly Settlement[]): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'settle-mails',
    text: `UPDATE mails m SET state = s.state, error = s.error, server_answer = s.server_answer, attempts = m.attempts + s.tries,
                  lease_until = CASE WHEN s.state = 'IN_DOUBT' THEN ${UNTIL_LOOKED_INTO} END,
                  doubts = m.doubts + CASE WHEN s.state = 'IN_DOUBT' THEN 1 ELSE 0 END,
                  sent_at = CASE WHEN s.state = 'SENT' THEN $2::timestamptz END,
                  not_before = CASE WHEN s.pause_ms IS NULL THEN m.not_before ELSE $2::timestamptz + s.pause_ms * interval '1 ms' END,
                  variables = CASE WHEN s.forget THEN '{}' ELSE m.variables END, message = CASE WHEN s.forget THEN '' ELSE m.message END
             FROM jsonb_to_recordset($1::jsonb) AS s (organization_id uuid, id uuid, fence integer, state text, server_answer text, error text, tries integer,
                                                      pause_ms integer, forget boolean)
            WHERE m.organization_id = s.organization_id AND m.id = s.id AND m.fence = s.fence
              AND (m.state = 'SENDING' OR (s.state = 'SENT' AND m.state IN ('DECIDED', 'RELAYED', 'IN_DOUBT')))`,
    values: [JSON.stringify(settlements), now],
  });
  return rowCount ?? 0;
}

/** Mails behind one that has to wait wait with it: the relay need not look at them again and again. */
export async function waitBehind(pool: Pool, settlements: readonly Settlement[]): Promise<void> {
  await pool.query({
    name: 'wait-behind-mails',
    text: `UPDATE mails m SET not_before = h.not_before
             FROM unnest($1::uuid[], $2::uuid[]) AS w (organization_id, id)
             JOIN mails h ON h.organization_id = w.organization_id AND h.id = w.id
            WHERE m.organization_id = h.organization_id AND m.application_id = h.application_id AND m.recipient = h.recipient AND m.seq > h.seq AND m.state = 'DECIDED'
              AND m.not_before < h.not_before AND h.state = 'DECIDED'`,
    values: [settlements.map((s) => s.organization_id), settlements.map((s) => s.id)],
  });
}

/** So often a mail may be claimed before it is taken for what kills its processes. */
const CLAIMS_IN_GOOD_FAITH = 24;

/**
 * Puts mails back in line whose tickets were lost or whose process died before it had sent them. A process holds hundreds of claims and dies of something else: its
 * death is no try of a mail that was far from its end, unless it happens to the same mail again and again: then it is, and each pause is twice as long. Where the end of the message was about to be sent nobody
 * knows whether it arrived: such a mail is in doubt.
 */
export async function putBack(pool: Pool, lostAfter_s: number, now: Date): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'sweep-mails',
    text: `UPDATE mails SET lease_until = CASE WHEN state = 'SENDING' AND dot_at IS NOT NULL THEN ${UNTIL_LOOKED_INTO} END,
                  state = CASE WHEN state = 'SENDING' AND dot_at IS NOT NULL THEN 'IN_DOUBT'
                               WHEN state = 'SENDING' AND fence > $3 AND attempts + 1 >= $2 THEN 'FAILED' ELSE 'DECIDED' END,
                  doubts = doubts + CASE WHEN state = 'SENDING' AND dot_at IS NOT NULL THEN 1 ELSE 0 END,
                  not_before = CASE WHEN state = 'SENDING' AND dot_at IS NULL AND fence > $3 THEN $4::timestamptz + power(2, attempts) * interval '1 second' ELSE not_before END,
                  attempts = CASE WHEN state = 'SENDING' AND (dot_at IS NOT NULL OR fence > $3) THEN attempts + 1 ELSE attempts END,
                  error = CASE WHEN state = 'SENDING' THEN 'the sending process ended before the server had answered' ELSE error END
            WHERE (state = 'RELAYED' AND relayed_at < now() - make_interval(secs => $1)) OR (state = 'SENDING' AND lease_until < now())`,
    values: [lostAfter_s, MAX_ATTEMPTS, CLAIMS_IN_GOOD_FAITH, now],
  });
  return rowCount ?? 0;
}

/** A mail of which nobody knows whether it arrived. */
export interface DoubtfulMail extends Claim {
  readonly template: MailKey;
  readonly message_id: string;
  readonly recipient: string;
  readonly attempts: number;
}

/** The oldest mails in doubt, but those that were looked at and wait for a person. */
export async function loadDoubtful(pool: Pool, most: number, seen: readonly Id[]): Promise<DoubtfulMail[]> {
  const { rows } = await pool.query<DoubtfulMail>({
    name: 'load-doubtful-mails',
    text: `SELECT organization_id, id, fence, template, message_id, recipient, attempts FROM mails
            WHERE state = 'IN_DOUBT' AND attended_at IS NULL AND id <> ALL ($2) ORDER BY id LIMIT $1`,
    values: [most, seen],
  });
  return rows;
}

/** Lets those behind mails in doubt go on: nobody knows more of these, and they wait for a person. */
export async function letPass(pool: Pool, doubtful: readonly Claim[]): Promise<void> {
  await pool.query({
    name: 'let-pass-doubtful-mails',
    text: `UPDATE mails m SET lease_until = NULL FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS c (organization_id, id, fence)
            WHERE m.organization_id = c.organization_id AND m.id = c.id AND m.fence = c.fence AND m.state = 'IN_DOUBT' AND m.lease_until IS NOT NULL`,
    values: [doubtful.map((c) => c.organization_id), doubtful.map((c) => c.id), doubtful.map((c) => c.fence)],
  });
}

/** Ends a doubt: it arrived (`answer` says how that is known), or it goes out again; false where somebody else was faster. */
export async function endDoubt(
  pool: Pool,
  { organization_id, id, fence }: Claim,
  answer: string | null,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'end-doubt',
    text: `UPDATE mails SET state = CASE WHEN $4::text IS NULL THEN 'DECIDED' ELSE 'SENT' END, server_answer = $4,
                  sent_at = CASE WHEN $4::text IS NULL THEN NULL ELSE coalesce(dot_at, $5) END, error = CASE WHEN $4::text IS NULL THEN error END,
                  not_before = CASE WHEN $4::text IS NULL THEN $5 ELSE not_before END,
                  variables = CASE WHEN audience = 'person' AND $4::text IS NOT NULL THEN '{}' ELSE variables END,
                  message = CASE WHEN audience = 'person' AND $4::text IS NOT NULL THEN '' ELSE message END
            WHERE organization_id = $1 AND id = $2 AND fence = $3 AND state = 'IN_DOUBT'`,
    values: [organization_id, id, fence, answer, now],
  });
  return rowCount === 1;
}
