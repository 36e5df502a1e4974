import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Tokens by which programs act for a member, within scopes and for a time. */
export class ApiTokens1700000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE api_tokens (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['READ', 'HIRING', 'POSTINGS', 'MAIL'] AND cardinality(scopes) >= 1),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, token_hash),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX api_tokens_person ON api_tokens (organization_id, person_id);
`,
    );
    await protect(db, 'api_tokens');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_tokens');
  }
}
