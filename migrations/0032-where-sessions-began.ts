import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which network a session was opened: where `via` in the audit log leads to, as long as the session is kept. */
export class WhereSessionsBegan1700000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE sessions ADD COLUMN network text NOT NULL DEFAULT '' CHECK (length(network) <= 64)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE sessions DROP COLUMN network');
  }
}
