import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is indexed of a person is found by keys alone. The plans of a SQL function are kept for the connection: one that was made while the tables were small read
 * them whole for every application, 19 ms at forty thousand people, until the tables were analysed again. Who replaces the function says this again.
 */
export class IndexingByKey1700000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER FUNCTION index_candidate(uuid) SET enable_seqscan = off');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER FUNCTION index_candidate(uuid) RESET enable_seqscan');
  }
}
