import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './support/organization-table.js';

/** What people were told their clocks show when an interview begins, what has shifted since, and other times that interviewers propose. */
export class ToldClocksAndProposedTimes1700000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE interviews ADD COLUMN clocks jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(clocks) = 'object');
ALTER TABLE interviews ADD COLUMN clock_shift jsonb CHECK (jsonb_typeof(clock_shift) = 'array');
ALTER TABLE interview_seats ADD COLUMN proposed_at timestamptz;
ALTER TABLE interview_seats ADD COLUMN proposal_note text NOT NULL DEFAULT '' CHECK (length(proposal_note) <= 500);
ALTER TABLE interview_seats ADD CONSTRAINT interview_seats_proposal CHECK (proposed_at IS NOT NULL OR proposal_note = '');
`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE interview_seats DROP COLUMN proposed_at, DROP COLUMN proposal_note;
ALTER TABLE interviews DROP COLUMN clocks, DROP COLUMN clock_shift;
`,
    );
  }
}
