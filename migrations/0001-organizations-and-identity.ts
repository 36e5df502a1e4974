import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Roles, the organisation setting, organisations, people, sessions, audit, idempotency. */
export class OrganizationsAndIdentity1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Roles belong to the cluster, not to the database: a second database of the same cluster finds them there.
    for (const role of ['rounds_app', 'rounds_relay']) {
      await db.query(`DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF;
        IF NOT pg_has_role(current_user, '${role}', 'MEMBER') THEN EXECUTE format('GRANT ${role} TO %I', current_user); END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    }
    await run(
      db,
      `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
GRANT USAGE ON SCHEMA public TO rounds_app, rounds_relay;

CREATE FUNCTION rounds_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.organization_id', true), '')::uuid;

CREATE TABLE organizations (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  zone text NOT NULL DEFAULT 'UTC',
  website text,
  about text NOT NULL DEFAULT '',
  contact_email text NOT NULL,
  default_plan jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE organization_directory (
  slug text PRIMARY KEY,
  organization_id uuid NOT NULL UNIQUE REFERENCES organizations (id) ON DELETE CASCADE
);

CREATE TABLE people (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  role text NOT NULL CHECK (role IN ('ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER')),
  status text NOT NULL DEFAULT 'INVITED' CHECK (status IN ('INVITED', 'ACTIVE', 'DISABLED')),
  title text NOT NULL DEFAULT '',
  zone text NOT NULL DEFAULT 'UTC',
  password_hash text,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_signed_in_at timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX people_email ON people (organization_id, lower(email));

CREATE TABLE sessions (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  user_agent text NOT NULL DEFAULT '',
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, token_hash),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX sessions_person ON sessions (organization_id, person_id);

CREATE TABLE account_tokens (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('INVITATION', 'PASSWORD_RESET')),
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, token_hash),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX account_tokens_person ON account_tokens (organization_id, person_id);

CREATE TABLE rate_limits (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  key text NOT NULL CHECK (length(key) <= 200),
  empty_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, key)
);

CREATE TABLE audit_events (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'candidate', 'visitor', 'system')),
  actor_id text,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX audit_events_subject ON audit_events (organization_id, subject_id, id);

CREATE TABLE idempotency_keys (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  operation text NOT NULL,
  request_hash bytea NOT NULL,
  answer jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, key)
);
`,
    );
    await db.query('GRANT SELECT ON organization_directory TO rounds_app, rounds_relay');
    await db.query('GRANT INSERT ON organization_directory TO rounds_app');
    await protect(db, 'organizations', 'read-write', 'id');
    await db.query('REVOKE DELETE ON organizations FROM rounds_app');
    for (const table of ['people', 'sessions', 'account_tokens', 'rate_limits', 'idempotency_keys']) await protect(db, table);
    await protect(db, 'audit_events', 'append-only');
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
DROP TABLE idempotency_keys, audit_events, rate_limits, account_tokens, sessions, people, organization_directory, organizations;
DROP FUNCTION rounds_organization();
REVOKE USAGE ON SCHEMA public FROM rounds_app, rounds_relay;
`,
    );
  }
}
