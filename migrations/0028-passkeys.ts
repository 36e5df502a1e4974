import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Passkeys of members, and the challenges that were answered: each is taken once. */
export class Passkeys1700000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE passkeys (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  credential_id bytea NOT NULL CHECK (length(credential_id) BETWEEN 1 AND 1023),
  public_key bytea NOT NULL CHECK (length(public_key) BETWEEN 1 AND 4096),
  counter bigint NOT NULL CHECK (counter >= 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, credential_id),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX passkeys_person ON passkeys (organization_id, person_id);

CREATE TABLE spent_challenges (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  challenge bytea NOT NULL CHECK (length(challenge) BETWEEN 16 AND 64),
  spent_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, challenge)
);
`,
    );
    await protect(db, 'passkeys');
    await protect(db, 'spent_challenges');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE spent_challenges, passkeys');
  }
}
