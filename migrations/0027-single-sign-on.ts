import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Whom an identity provider means by a subject. A person is one subject of a provider, and a subject one person of an organisation. */
export class SingleSignOn1700000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE provider_subjects (
  organization_id uuid NOT NULL,
  issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  person_id uuid NOT NULL,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, issuer, subject),
  UNIQUE (organization_id, person_id, issuer),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
`,
    );
    await protect(db, 'provider_subjects');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE provider_subjects');
  }
}
