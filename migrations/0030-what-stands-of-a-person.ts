import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What takes somebody's time is found without reading all that was ever cancelled: a search for times reads the seats of everybody who could sit, and whom the
 * candidate has met, which took longer with every booking that was given up. Built beside bookings that go on, waiting for those that are under way.
 */
export class WhatStandsOfAPerson1700000000030 implements MigrationInterface {
  readonly transaction = false;

  async up(db: QueryRunner): Promise<void> {
    // Nobody waits behind this one, so it needs no patience; giving up would leave half an index.
    await db.query('SET lock_timeout = 0');
    // What was interrupted while it was built stands there, and serves nobody.
    await db.query('DROP INDEX CONCURRENTLY IF EXISTS interviews_standing');
    await db.query('DROP INDEX CONCURRENTLY IF EXISTS interview_seats_standing');
    await db.query(
      `CREATE INDEX CONCURRENTLY interview_seats_standing ON interview_seats (organization_id, person_id, lower(during)) WHERE state <> 'CANCELLED'`,
    );
    await db.query(
      `CREATE INDEX CONCURRENTLY interviews_standing ON interviews (organization_id, candidate_id) WHERE state <> 'CANCELLED'`,
    );
    await db.query('RESET lock_timeout');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX IF EXISTS interviews_standing');
    await db.query('DROP INDEX IF EXISTS interview_seats_standing');
  }
}
