import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToRelay, protect, run } from './support/organization-table.js';

/** The outbox of events, mail templates and the mail ledger. Both outboxes are the truth; the queue only wakes workers. */
export class OutboxAndMail1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE outbox_events (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  subject_id uuid,
  payload jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  not_before timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'RELAYED', 'DONE', 'FAILED')),
  attempts integer NOT NULL DEFAULT 0,
  relayed_at timestamptz,
  error text,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX outbox_events_due ON outbox_events (not_before) WHERE state = 'PENDING';
CREATE INDEX outbox_events_relayed ON outbox_events (relayed_at) WHERE state = 'RELAYED';

CREATE TABLE mail_templates (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
  version integer NOT NULL CHECK (version >= 1),
  active boolean NOT NULL DEFAULT true,
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 300),
  text text NOT NULL CHECK (length(text) <= 50000),
  mjml text NOT NULL CHECK (length(mjml) <= 100000),
  html text NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, key, version)
);
CREATE UNIQUE INDEX mail_templates_active ON mail_templates (organization_id, key) WHERE active;

CREATE TABLE mails (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  event_id uuid NOT NULL,
  template text NOT NULL,
  template_version integer NOT NULL DEFAULT 0,
  audience text NOT NULL CHECK (audience IN ('candidate', 'team', 'person')),
  recipient text NOT NULL,
  application_id uuid,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  state text NOT NULL CHECK (state IN ('DECIDED', 'RELAYED', 'SENDING', 'SENT', 'FAILED', 'SKIPPED')),
  skipped_because text,
  message_id text NOT NULL,
  subject text NOT NULL,
  variables jsonb NOT NULL DEFAULT '{}',
  calendar jsonb,
  message bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  not_before timestamptz NOT NULL DEFAULT now(),
  relayed_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  fence integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  server_answer text,
  error text,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, event_id, template, recipient),
  CHECK ((state = 'SKIPPED') = (skipped_because IS NOT NULL)),
  CHECK ((state <> 'SENT') OR (message IS NOT NULL AND sent_at IS NOT NULL))
);
CREATE INDEX mails_due ON mails (not_before) WHERE state = 'DECIDED';
CREATE INDEX mails_in_flight ON mails (relayed_at) WHERE state IN ('RELAYED', 'SENDING');
CREATE INDEX mails_application ON mails (organization_id, application_id, seq);
`,
    );
    for (const table of ['outbox_events', 'mail_templates', 'mails']) await protect(db, table);
    for (const table of ['outbox_events', 'mails']) await openToRelay(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mails, mail_templates, outbox_events');
  }
}
