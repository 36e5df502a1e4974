import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './support/organization-table.js';

const INDEX = (condition: string) => `
CREATE OR REPLACE FUNCTION index_candidate(candidate uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM candidate_search WHERE organization_id = rounds_organization() AND candidate_id = candidate;
    INSERT INTO candidate_search (organization_id, candidate_id, label, words)
    SELECT c.organization_id, c.id, rounds_fold(c.name || ' ' || c.email),
           to_tsvector('simple', rounds_words(left(c.name || ' ' || c.email || ' ' || c.location || ' ' ||
             coalesce((SELECT string_agg(a.text_content, ' ' ORDER BY a.id DESC) FROM attachments a
                        WHERE a.organization_id = c.organization_id AND a.candidate_id = c.id AND a.kind = 'CV'), ''), 100000)))
      FROM candidates c WHERE c.organization_id = rounds_organization() AND c.id = candidate AND c.merged_into_id IS NULL ${condition}
  $$`;

/** People can be erased: when is kept, the search forgets them, and words may be taken out of what otherwise is only ever added to. */
export class Erasure1700000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE candidates ADD COLUMN erased_at timestamptz;
GRANT UPDATE (detail) ON transitions TO rounds_app;
GRANT UPDATE (before) ON candidate_merges TO rounds_app;
GRANT DELETE ON application_notes TO rounds_app;
`,
    );
    await db.query(INDEX('AND c.erased_at IS NULL'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(INDEX(''));
    await run(
      db,
      `
REVOKE DELETE ON application_notes FROM rounds_app;
REVOKE UPDATE (before) ON candidate_merges FROM rounds_app;
REVOKE UPDATE (detail) ON transitions FROM rounds_app;
ALTER TABLE candidates DROP COLUMN erased_at;
`,
    );
  }
}
