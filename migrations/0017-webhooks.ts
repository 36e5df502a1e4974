import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Programs elsewhere that are told of what happens, and what became of each telling. */
export class Webhooks1700000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE webhook_endpoints (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  kind text NOT NULL CHECK (kind IN ('SIGNED', 'CHAT')),
  url text NOT NULL CHECK (length(url) BETWEEN 10 AND 2000),
  events text[] NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 50),
  active boolean NOT NULL DEFAULT true,
  secret_version integer NOT NULL DEFAULT 1,
  rotated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);
CREATE TABLE webhook_deliveries (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL CHECK (length(type) BETWEEN 1 AND 80),
  happened_at timestamptz NOT NULL,
  data jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz,
  last_status integer,
  last_problem text,
  delivered_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, endpoint_id, event_id),
  FOREIGN KEY (organization_id, endpoint_id) REFERENCES webhook_endpoints (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_deliveries_endpoint ON webhook_deliveries (organization_id, endpoint_id, id);
`,
    );
    await protect(db, 'webhook_endpoints');
    await protect(db, 'webhook_deliveries');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhook_deliveries, webhook_endpoints');
  }
}
