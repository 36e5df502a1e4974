import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** How long people are kept, who must be kept for now, and what people ask about their data. */
export class Privacy1700000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE retention_rules (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  country char(2) CHECK (country ~ '^[A-Z]{2}$'),
  version integer NOT NULL DEFAULT 1,
  at_least_days integer NOT NULL CHECK (at_least_days BETWEEN 0 AND 3660),
  at_most_days integer CHECK (at_most_days BETWEEN 1 AND 3660),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE NULLS NOT DISTINCT (organization_id, country),
  CHECK (at_least_days <= at_most_days)
);

CREATE TABLE legal_holds (
  organization_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  placed_by uuid,
  placed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, candidate_id),
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE privacy_requests (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  application_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ACCESS', 'ERASURE')),
  asked_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('DONE', 'DECLINED')),
  answer text NOT NULL DEFAULT '' CHECK (length(answer) <= 4000),
  settled_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CHECK ((outcome IS NULL) = (settled_at IS NULL)),
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX privacy_requests_one_open ON privacy_requests (organization_id, application_id, kind) WHERE outcome IS NULL;
CREATE INDEX privacy_requests_candidate ON privacy_requests (organization_id, candidate_id);
`,
    );
    for (const table of ['retention_rules', 'legal_holds', 'privacy_requests']) await protect(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE privacy_requests, legal_holds, retention_rules');
  }
}
