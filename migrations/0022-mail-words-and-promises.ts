import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/**
 * Mails in the reader's language and in the words of a posting or a stage, which interview they are about, and by when a candidate was promised an answer. A stage is known by its name within its
 * posting, since the stages of another version of a plan are other rows.
 */
export class MailWordsAndPromises1700000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE candidates ADD COLUMN language text CHECK (language ~ '^[a-z]{2}$');
ALTER TABLE mails ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2}$'), ADD COLUMN interview_id uuid;
UPDATE mails SET interview_id = (calendar->>'interviewId')::uuid WHERE calendar IS NOT NULL;
ALTER TABLE mail_templates
  ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2}$'),
  ADD COLUMN posting_id uuid,
  ADD COLUMN stage text CHECK (length(stage) BETWEEN 1 AND 120),
  ADD CONSTRAINT mail_templates_posting FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id),
  ADD CONSTRAINT mail_templates_stage_of_posting CHECK (stage IS NULL OR posting_id IS NOT NULL);
DROP INDEX mail_templates_active;
CREATE UNIQUE INDEX mail_templates_active ON mail_templates (organization_id, key, language, posting_id, stage) NULLS NOT DISTINCT WHERE active;

ALTER TABLE mail_settings
  ADD COLUMN language text CHECK (language ~ '^[a-z]{2}$'),
  ADD COLUMN answer_days integer CHECK (answer_days BETWEEN 1 AND 60);

CREATE TABLE posting_mail_settings (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  posting_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  language text CHECK (language ~ '^[a-z]{2}$'),
  answer_days integer CHECK (answer_days BETWEEN 0 AND 60),
  PRIMARY KEY (organization_id, posting_id),
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id)
);

CREATE TABLE answer_promises (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  application_id uuid NOT NULL,
  since timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  late_told_at timestamptz,
  PRIMARY KEY (organization_id, application_id),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id),
  CHECK (due_at > since)
);
`,
    );
    await protect(db, 'posting_mail_settings');
    await protect(db, 'answer_promises');
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
DROP TABLE answer_promises, posting_mail_settings;
ALTER TABLE mail_settings DROP COLUMN answer_days, DROP COLUMN language;
UPDATE mail_templates SET active = false WHERE language <> 'en' OR posting_id IS NOT NULL;
DROP INDEX mail_templates_active;
ALTER TABLE mail_templates
  DROP CONSTRAINT mail_templates_stage_of_posting,
  DROP CONSTRAINT mail_templates_posting,
  DROP COLUMN stage,
  DROP COLUMN posting_id,
  DROP COLUMN language;
CREATE UNIQUE INDEX mail_templates_active ON mail_templates (organization_id, key) WHERE active;
ALTER TABLE mails DROP COLUMN interview_id, DROP COLUMN language;
ALTER TABLE candidates DROP COLUMN language;
`,
    );
  }
}
