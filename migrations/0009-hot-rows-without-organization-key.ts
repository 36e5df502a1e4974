import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that every command writes to. Row-level security already ties each row to the organisation whose transaction wrote it. */
const TABLES = ['audit_events', 'idempotency_keys', 'mails'];

/**
 * A foreign key to the organisation makes every insert lock the organisation's one row for share: commands that run at once queue on that page and
 * leave a multixact behind each. Organisations are never deleted row by row; who removes one empties its tables.
 */
export class HotRowsWithoutOrganizationKey1700000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_organization_id_fkey`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await db.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_organization_id_fkey
           FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE`,
      );
  }
}
