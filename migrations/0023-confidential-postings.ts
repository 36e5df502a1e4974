import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a confidential posting only its hiring team knows. They are few: those who list what a reader must not see find them by an index of their own. */
export class ConfidentialPostings1700000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE postings ADD COLUMN confidential boolean NOT NULL DEFAULT false');
    await db.query('CREATE INDEX postings_confidential ON postings (organization_id, id) WHERE confidential');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE postings DROP COLUMN confidential');
  }
}
