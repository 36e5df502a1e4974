import type { Pool } from 'pg';
import type { Id } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { MailKey } from '../domain/mails/registry.js';

/** A reader who is about to get several mails of one kind. */
export interface CrowdedReader {
  readonly organization_id: Id;
  readonly recipient: string;
}

/** One of the mails that come as one. */
export interface GatheredMail {
  readonly id: Id;
  readonly recipient_name: string;
  readonly posting_id: Id;
  readonly posting_title: string;
}

/** Readers for whom several mails of a kind leave soon, in all organisations; read with the relay's role. */
export async function findCrowded(ledger: Pool, template: MailKey, from: Date, until: Date): Promise<CrowdedReader[]> {
  const { rows } = await ledger.query<CrowdedReader>({
    name: 'find-crowded-readers',
    text: `SELECT organization_id, recipient FROM mails
            WHERE state = 'DECIDED' AND fence = 0 AND template = $1 AND not_before > $2 AND not_before <= $3 GROUP BY 1, 2 HAVING count(*) > 1 LIMIT 100`,
    values: [template, from, until],
  });
  return rows;
}

/** Those mails, locked: what is sent, withheld or gathered by somebody else meanwhile is not among them. */
export function lockGathered(tx: Tx, template: MailKey, recipient: string, from: Date, until: Date): Promise<GatheredMail[]> {
  return tx.query<GatheredMail>(
    'lock-gathered-mails',
    `SELECT m.id, m.variables->'recipient'->>'name' AS recipient_name, p.id AS posting_id, p.title AS posting_title
       FROM mails m JOIN applications a ON a.organization_id = m.organization_id AND a.id = m.application_id
       JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
      WHERE m.organization_id = $1 AND m.recipient = $2 AND m.template = $3 AND m.state = 'DECIDED' AND m.fence = 0 AND m.not_before > $4 AND m.not_before <= $5
      ORDER BY m.seq FOR UPDATE OF m`,
    [tx.organizationId, recipient, template, from, until],
  );
}

/** They do not leave: one mail tells of all of them. */
export function supersedeGathered(tx: Tx, ids: readonly Id[]): void {
  tx.write(
    'supersede-gathered-mails',
    `UPDATE mails SET state = 'SUPERSEDED', skipped_because = 'one mail tells of several' WHERE organization_id = $1 AND id = ANY ($2)`,
    [tx.organizationId, ids],
  );
}
