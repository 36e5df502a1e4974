import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** What the ledger says of a mail beyond sent or not, when mails leave, whom no mail reaches, and mail that comes in. */
export class MailProtocol1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE mails DROP CONSTRAINT mails_state_check;
ALTER TABLE mails DROP CONSTRAINT mails_check;
ALTER TABLE mails
  ADD COLUMN tells text,
  ADD COLUMN dot_at timestamptz,
  ADD COLUMN doubts integer NOT NULL DEFAULT 0,
  ADD COLUMN bounced_at timestamptz,
  ADD COLUMN attended_at timestamptz,
  ADD CONSTRAINT mails_state_check
    CHECK (state IN ('DECIDED', 'RELAYED', 'SENDING', 'IN_DOUBT', 'SENT', 'BOUNCED', 'FAILED', 'SKIPPED', 'SUPERSEDED')),
  ADD CONSTRAINT mails_check CHECK ((state IN ('SKIPPED', 'SUPERSEDED')) = (skipped_because IS NOT NULL)),
  ADD CONSTRAINT mails_bounced_check CHECK ((state = 'BOUNCED') = (bounced_at IS NOT NULL));
CREATE INDEX mails_id ON mails (id);
CREATE INDEX mails_attention ON mails (organization_id, id) WHERE state IN ('FAILED', 'IN_DOUBT', 'BOUNCED') AND attended_at IS NULL;

CREATE TABLE mail_settings (
  organization_id uuid PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
  version integer NOT NULL DEFAULT 1,
  undo_s integer NOT NULL CHECK (undo_s BETWEEN 0 AND 86400),
  undo_by_mail jsonb NOT NULL DEFAULT '{}',
  quiet_from time,
  quiet_until time,
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL)),
  CHECK (quiet_from <> quiet_until)
);

CREATE TABLE mail_suppressions (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  address text NOT NULL CHECK (address = lower(address) AND length(address) BETWEEN 3 AND 254),
  because text NOT NULL,
  mail_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, address)
);

CREATE TABLE incoming_mails (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  digest bytea NOT NULL CHECK (length(digest) = 32),
  kind text NOT NULL CHECK (kind IN ('REPLY', 'AUTO_REPLY', 'BOUNCE', 'DELAY', 'CALENDAR')),
  mail_id uuid NOT NULL,
  application_id uuid,
  sender text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  outcome text NOT NULL,
  attachment_ids uuid[] NOT NULL DEFAULT '{}',
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, digest),
  FOREIGN KEY (organization_id, mail_id) REFERENCES mails (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX incoming_mails_application ON incoming_mails (organization_id, application_id, id);
CREATE INDEX incoming_mails_mail ON incoming_mails (organization_id, mail_id);
`,
    );
    await protect(db, 'mail_settings');
    await protect(db, 'mail_suppressions');
    await protect(db, 'incoming_mails');
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
DROP TABLE incoming_mails, mail_suppressions, mail_settings;
DROP INDEX mails_attention;
DROP INDEX mails_id;
UPDATE mails SET bounced_at = NULL, state = CASE state WHEN 'IN_DOUBT' THEN 'FAILED' WHEN 'BOUNCED' THEN 'SENT' ELSE 'SKIPPED' END WHERE state IN ('IN_DOUBT', 'BOUNCED', 'SUPERSEDED');
ALTER TABLE mails DROP CONSTRAINT mails_state_check;
ALTER TABLE mails DROP CONSTRAINT mails_check;
ALTER TABLE mails
  DROP COLUMN tells,
  DROP COLUMN dot_at,
  DROP COLUMN doubts,
  DROP COLUMN bounced_at,
  DROP COLUMN attended_at,
  ADD CONSTRAINT mails_state_check CHECK (state IN ('DECIDED', 'RELAYED', 'SENDING', 'SENT', 'FAILED', 'SKIPPED')),
  ADD CONSTRAINT mails_check CHECK ((state = 'SKIPPED') = (skipped_because IS NOT NULL));
`,
    );
  }
}
