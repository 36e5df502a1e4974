import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The relay asks whether an organisation has endpoints before it makes work of an event; of an endpoint it sees nothing else. */
export class RelaySeesEndpoints1700000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE POLICY relay ON webhook_endpoints FOR SELECT TO rounds_relay USING (true)');
    await db.query('GRANT SELECT (organization_id, active) ON webhook_endpoints TO rounds_relay');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('REVOKE SELECT (organization_id, active) ON webhook_endpoints FROM rounds_relay');
    await db.query('DROP POLICY relay ON webhook_endpoints');
  }
}
