import type { Id, TeamRole } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';

/** Queues new openings of a posting. */
export function insertOpenings(tx: Tx, postingId: Id, openings: readonly { id: Id; number: number }[]): void {
  tx.write(
    'insert-openings',
    `INSERT INTO openings (organization_id, id, posting_id, number, created_at)
     SELECT $1, o.id, $2, o.number, $4 FROM jsonb_to_recordset($3::jsonb) AS o (id uuid, number integer)`,
    [tx.organizationId, postingId, JSON.stringify(openings), tx.now],
  );
}

export interface OpeningRow {
  readonly id: Id;
  readonly number: number;
  readonly status: 'OPEN' | 'FILLED' | 'CANCELLED';
}

/** Openings of a posting, locked; the posting must be locked before, as a hire does it. */
export async function lockOpenings(tx: Tx, postingId: Id): Promise<OpeningRow[]> {
  return tx.query<OpeningRow>(
    'lock-openings',
    'SELECT id, number, status FROM openings WHERE organization_id = $1 AND posting_id = $2 ORDER BY number FOR NO KEY UPDATE',
    [tx.organizationId, postingId],
  );
}

export function cancelOpeningRow(tx: Tx, openingId: Id): void {
  tx.write('cancel-opening', `UPDATE openings SET status = 'CANCELLED' WHERE organization_id = $1 AND id = $2`, [
    tx.organizationId,
    openingId,
  ]);
}

/** Queues that a person has a role in a posting's hiring team; having it already is no fault. */
export function insertTeamMember(tx: Tx, postingId: Id, personId: Id, teamRole: TeamRole): void {
  tx.write(
    'insert-team-member',
    'INSERT INTO hiring_team_members (organization_id, posting_id, person_id, team_role) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [tx.organizationId, postingId, personId, teamRole],
  );
}

/** Whether an active person leads the hiring for the posting. Ask with the posting locked. */
export async function isLed(tx: Tx, postingId: Id): Promise<boolean> {
  const leads = await tx.query(
    'team-is-led',
    `SELECT FROM hiring_team_members t JOIN people p ON p.organization_id = $1 AND p.id = t.person_id AND p.status = 'ACTIVE'
      WHERE t.organization_id = $1 AND t.posting_id = $2 AND t.team_role IN ('HIRING_MANAGER', 'RECRUITER') LIMIT 1`,
    [tx.organizationId, postingId],
  );
  return leads.length > 0;
}

export async function deleteTeamMember(tx: Tx, postingId: Id, personId: Id, teamRole: TeamRole): Promise<boolean> {
  const deleted = await tx.query(
    'delete-team-member',
    'DELETE FROM hiring_team_members WHERE organization_id = $1 AND posting_id = $2 AND person_id = $3 AND team_role = $4 RETURNING 1',
    [tx.organizationId, postingId, personId, teamRole],
  );
  return deleted.length > 0;
}

/** Whether the organisation has this person and has not disabled them. */
export async function isPresentPerson(tx: Tx, personId: Id): Promise<boolean> {
  const rows = await tx.query(
    'is-present-person',
    `SELECT FROM people WHERE organization_id = $1 AND id = $2 AND status <> 'DISABLED'`,
    [tx.organizationId, personId],
  );
  return rows.length > 0;
}
