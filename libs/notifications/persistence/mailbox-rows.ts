import type { Pool } from 'pg';

/** How far a mailbox was read, with the relay's role. */
export interface MailboxPosition {
  readonly uidValidity: bigint;
  readonly lastUid: number;
  readonly tries: number;
}

/** Takes the right to read a mailbox for a while; null when somebody else has it. */
export async function claimMailbox(pool: Pool, mailbox: string, lease_s: number): Promise<MailboxPosition | null> {
  const { rows } = await pool.query<{ uid_validity: string; last_uid: string; tries: number }>({
    name: 'claim-mailbox',
    text: `INSERT INTO mailbox_positions AS p (mailbox, uid_validity, last_uid, lease_until) VALUES ($1, 0, 0, now() + make_interval(secs => $2))
           ON CONFLICT (mailbox) DO UPDATE SET lease_until = excluded.lease_until WHERE p.lease_until < now()
           RETURNING uid_validity, last_uid, tries`,
    values: [mailbox, lease_s],
  });
  const [row] = rows;
  return row ? { uidValidity: BigInt(row.uid_validity), lastUid: Number(row.last_uid), tries: row.tries } : null;
}

/** All mails up to `lastUid` were taken. The lease goes on. */
export async function advanceMailbox(
  pool: Pool,
  mailbox: string,
  { uidValidity, lastUid, tries }: MailboxPosition,
  lease_s: number,
): Promise<void> {
  await pool.query({
    name: 'advance-mailbox',
    text: `UPDATE mailbox_positions SET uid_validity = $2, last_uid = $3, tries = $4, lease_until = now() + make_interval(secs => $5) WHERE mailbox = $1`,
    values: [mailbox, String(uidValidity), String(lastUid), tries, lease_s],
  });
}

/** Lets others read it. */
export async function releaseMailbox(pool: Pool, mailbox: string): Promise<void> {
  await pool.query({
    name: 'release-mailbox',
    text: `UPDATE mailbox_positions SET lease_until = '-infinity' WHERE mailbox = $1`,
    values: [mailbox],
  });
}
