import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/**
 * Voluntary answers about equal opportunity in a schema of their own. The application's role writes and forgets them by two functions and reads none of them;
 * the role that reads them does nothing else and sees nothing else.
 */
export class SelfIdentification1700000000024 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rounds_self_id') THEN CREATE ROLE rounds_self_id NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF;
      IF NOT pg_has_role(current_user, 'rounds_self_id', 'MEMBER') THEN EXECUTE format('GRANT rounds_self_id TO %I', current_user); END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    await run(
      db,
      `
CREATE TABLE self_identification_settings (
  organization_id uuid PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
  forms text[] NOT NULL DEFAULT '{}' CHECK (cardinality(forms) <= 20),
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL
);

CREATE SCHEMA self_identification;
CREATE TABLE self_identification.answers (
  organization_id uuid NOT NULL,
  application_id uuid NOT NULL,
  form text NOT NULL CHECK (form ~ '^[a-z][a-z0-9-]{0,39}$'),
  form_version integer NOT NULL CHECK (form_version >= 1),
  question text NOT NULL CHECK (question ~ '^[a-z][a-z0-9-]{0,39}$'),
  category text NOT NULL CHECK (category ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, application_id, question),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE
);
ALTER TABLE self_identification.answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_identification.answers FORCE ROW LEVEL SECURITY;
CREATE POLICY organization ON self_identification.answers FOR ALL
  USING (organization_id = (SELECT rounds_organization())) WITH CHECK (organization_id = (SELECT rounds_organization()));
GRANT USAGE ON SCHEMA self_identification TO rounds_app, rounds_self_id;
GRANT USAGE ON SCHEMA public TO rounds_self_id;
GRANT SELECT ON self_identification.answers TO rounds_self_id;
`,
    );
    await protect(db, 'self_identification_settings');
    for (const [name, statement] of Object.entries(FUNCTIONS)) {
      await db.query(statement);
      await db.query(`REVOKE ALL ON FUNCTION self_identification.${name} FROM PUBLIC`);
      await db.query(`GRANT EXECUTE ON FUNCTION self_identification.${name} TO rounds_app`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
DROP SCHEMA self_identification CASCADE;
DROP TABLE self_identification_settings;
REVOKE USAGE ON SCHEMA public FROM rounds_self_id;
`,
    );
  }
}

/** They run as their owner, whom the policy holds as well; the condition holds for an owner who is above it. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  answer: `
CREATE FUNCTION self_identification.answer(application uuid, form text, form_version integer, given jsonb, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM self_identification.answers a WHERE a.organization_id = public.rounds_organization() AND a.application_id = application;
  INSERT INTO self_identification.answers (organization_id, application_id, form, form_version, question, category, answered_at)
  SELECT public.rounds_organization(), application, form, form_version, g.key, g.value, at FROM jsonb_each_text(given) g;
$$`,
  forget: `
CREATE FUNCTION self_identification.forget(applications uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM self_identification.answers a WHERE a.organization_id = public.rounds_organization() AND a.application_id = ANY (applications);
$$`,
};
