import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './support/organization-table.js';

/** How far mailboxes were read, answers found by the UID of the invitation, and mails that a reader does without. */
export class IncomingDoors1700000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE mailbox_positions (
  mailbox text PRIMARY KEY CHECK (length(mailbox) BETWEEN 1 AND 500),
  uid_validity bigint NOT NULL,
  last_uid bigint NOT NULL CHECK (last_uid >= 0),
  tries integer NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL DEFAULT '-infinity'
);
GRANT SELECT, INSERT, UPDATE ON mailbox_positions TO rounds_relay;
CREATE INDEX mails_calendar_uid ON mails ((calendar->>'uid')) WHERE calendar IS NOT NULL;
ALTER TABLE mail_suppressions
  ADD COLUMN template text NOT NULL DEFAULT '' CHECK (length(template) <= 80),
  DROP CONSTRAINT mail_suppressions_pkey,
  ADD PRIMARY KEY (organization_id, address, template);
`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE mail_suppressions NO FORCE ROW LEVEL SECURITY;
DELETE FROM mail_suppressions WHERE template <> '';
ALTER TABLE mail_suppressions FORCE ROW LEVEL SECURITY;
ALTER TABLE mail_suppressions
  DROP CONSTRAINT mail_suppressions_pkey,
  DROP COLUMN template,
  ADD PRIMARY KEY (organization_id, address);
DROP INDEX mails_calendar_uid;
DROP TABLE mailbox_positions;
`,
    );
  }
}
