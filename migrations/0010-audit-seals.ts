import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** The chain over the audit log: each row seals all entries since the one before. */
export class AuditSeals1700000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE audit_seals (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  seq integer NOT NULL CHECK (seq >= 1),
  up_to uuid NOT NULL,
  events integer NOT NULL CHECK (events >= 1),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  signature bytea NOT NULL CHECK (length(signature) = 64),
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, seq)
);
`,
    );
    await protect(db, 'audit_seals', 'append-only');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_seals');
  }
}
