import type { QueryRunner } from 'typeorm';

/** What the application's role may do with a table. */
export type Access = 'read-write' | 'append-only' | 'read-only';

const GRANTS: Record<Access, string> = {
  'read-write': 'SELECT, INSERT, UPDATE, DELETE',
  'append-only': 'SELECT, INSERT',
  'read-only': 'SELECT',
};

/**
 * Puts a table behind row-level security: only rows of the organisation named by the transaction's `app.organization_id` are seen or written;
 * with no setting, none. FORCE makes it hold for the owner too. The sub-select lets the planner read the setting once per statement.
 */
export async function protect(
  db: QueryRunner,
  table: string,
  access: Access = 'read-write',
  column = 'organization_id',
): Promise<void> {
  await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await db.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await db.query(
    `CREATE POLICY organization ON ${table} FOR ALL TO rounds_app
       USING (${column} = (SELECT rounds_organization())) WITH CHECK (${column} = (SELECT rounds_organization()))`,
  );
  await db.query(`GRANT ${GRANTS[access]} ON ${table} TO rounds_app`);
}

/** Opens a protected table to the relay's role, which works across organisations and sees nothing else. */
export async function openToRelay(db: QueryRunner, table: string): Promise<void> {
  await db.query(`CREATE POLICY relay ON ${table} FOR ALL TO rounds_relay USING (true) WITH CHECK (true)`);
  await db.query(`GRANT SELECT, UPDATE, DELETE ON ${table} TO rounds_relay`);
}

/** Runs a script of statements separated by `;` at the end of a line. */
export async function run(db: QueryRunner, script: string): Promise<void> {
  for (const statement of script.split(/;\s*$/m)) if (statement.trim()) await db.query(statement);
}
