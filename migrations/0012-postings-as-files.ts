import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Postings that a folder of files is the source of, corrections that a document contradicts and nobody has decided yet, and what a posting must state. */
export class PostingsAsFiles1700000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE postings ADD COLUMN source_path text CHECK (length(source_path) BETWEEN 1 AND 500);
CREATE UNIQUE INDEX postings_source_path ON postings (organization_id, source_path);
ALTER TABLE posting_revisions ADD COLUMN conflicts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(conflicts) = 'array');

CREATE TABLE posting_rules (
  organization_id uuid PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
  salary_required boolean NOT NULL
);
`,
    );
    await protect(db, 'posting_rules');
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
DROP TABLE posting_rules;
ALTER TABLE posting_revisions DROP COLUMN conflicts;
ALTER TABLE postings DROP COLUMN source_path;
`,
    );
  }
}
