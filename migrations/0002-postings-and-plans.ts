import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Postings with revisions and shared sections, openings, hiring teams, interviewer pools, interview plans with stages, seats and kits. */
export class PostingsAndPlans1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE postings (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9](-?[a-z0-9]){0,120}$'),
  status text NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'OPEN', 'CLOSED', 'ARCHIVED')),
  version integer NOT NULL DEFAULT 1,
  revision integer NOT NULL DEFAULT 1,
  plan_version integer NOT NULL DEFAULT 1,
  title text NOT NULL DEFAULT '' CHECK (length(title) <= 200 AND (title <> '' OR status IN ('DRAFT', 'ARCHIVED'))),
  company text,
  category text,
  remote boolean,
  locations text[] NOT NULL DEFAULT '{}',
  residence text[] NOT NULL DEFAULT '{}',
  employment_types text[] NOT NULL DEFAULT '{}',
  salary jsonb,
  core_hours jsonb,
  on_call text,
  process_duration text,
  questions jsonb NOT NULL DEFAULT '[]',
  includes text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  opened_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, slug)
);

CREATE TABLE posting_revisions (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  posting_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  file_name text NOT NULL DEFAULT '',
  document text NOT NULL CHECK (octet_length(document) <= 1048576),
  parsed jsonb NOT NULL,
  corrections jsonb NOT NULL DEFAULT '[]',
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, posting_id, number),
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE shared_sections (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  revision integer NOT NULL DEFAULT 1,
  text text NOT NULL CHECK (octet_length(text) <= 262144),
  includes text[] NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name)
);

CREATE TABLE shared_section_revisions (
  organization_id uuid NOT NULL,
  section_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  text text NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, section_id, number),
  FOREIGN KEY (organization_id, section_id) REFERENCES shared_sections (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE openings (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  posting_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  status text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'FILLED', 'CANCELLED')),
  created_at timestamptz NOT NULL DEFAULT now(),
  filled_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, posting_id, number),
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE hiring_team_members (
  organization_id uuid NOT NULL,
  posting_id uuid NOT NULL,
  person_id uuid NOT NULL,
  team_role text NOT NULL CHECK (team_role IN ('HIRING_MANAGER', 'RECRUITER', 'COORDINATOR', 'INTERVIEWER')),
  PRIMARY KEY (organization_id, posting_id, person_id, team_role),
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX hiring_team_members_person ON hiring_team_members (organization_id, person_id);

CREATE TABLE interviewer_pools (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX interviewer_pools_name ON interviewer_pools (organization_id, lower(name));

CREATE TABLE interviewer_pool_members (
  organization_id uuid NOT NULL,
  pool_id uuid NOT NULL,
  person_id uuid NOT NULL,
  target_per_week integer NOT NULL DEFAULT 5 CHECK (target_per_week BETWEEN 0 AND 50),
  PRIMARY KEY (organization_id, pool_id, person_id),
  FOREIGN KEY (organization_id, pool_id) REFERENCES interviewer_pools (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE interview_plans (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  posting_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  source text NOT NULL CHECK (source IN ('document', 'default', 'edited')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, posting_id, version),
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE plan_stages (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 1),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  kind text NOT NULL CHECK (kind IN ('SCREEN', 'TAKE_HOME', 'TECHNICAL', 'PANEL', 'INTERVIEW', 'OFFER')),
  duration_min integer CHECK (duration_min BETWEEN 5 AND 480),
  skippable_if text,
  target_days integer CHECK (target_days BETWEEN 0 AND 365),
  take_home jsonb,
  self_schedule boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, plan_id, position),
  UNIQUE (organization_id, plan_id, id),
  CHECK ((take_home IS NULL) OR (kind = 'TAKE_HOME')),
  FOREIGN KEY (organization_id, plan_id) REFERENCES interview_plans (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE stage_seats (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  stage_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  role text NOT NULL CHECK (length(role) BETWEEN 1 AND 120),
  pool_id uuid,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, stage_id, position),
  FOREIGN KEY (organization_id, stage_id) REFERENCES plan_stages (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, pool_id) REFERENCES interviewer_pools (organization_id, id)
);

CREATE TABLE interview_kits (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  stage_id uuid NOT NULL,
  purpose text NOT NULL DEFAULT '',
  questions text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, stage_id),
  FOREIGN KEY (organization_id, stage_id) REFERENCES plan_stages (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE kit_attributes (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  kit_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  description text NOT NULL DEFAULT '',
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, kit_id, position),
  FOREIGN KEY (organization_id, kit_id) REFERENCES interview_kits (organization_id, id) ON DELETE CASCADE
);
`,
    );
    const tables = [
      'postings',
      'shared_sections',
      'openings',
      'hiring_team_members',
      'interviewer_pools',
      'interviewer_pool_members',
    ];
    for (const table of [...tables, 'interview_kits', 'kit_attributes', 'interview_plans', 'plan_stages', 'stage_seats'])
      await protect(db, table);
    for (const table of ['posting_revisions', 'shared_section_revisions']) await protect(db, table);
    // A plan version is a promise to the candidates in it: stages never change under them. Seats may be given another pool, kits may improve.
    await db.query('REVOKE UPDATE, DELETE ON interview_plans, plan_stages FROM rounds_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE kit_attributes, interview_kits, stage_seats, plan_stages, interview_plans, interviewer_pool_members, interviewer_pools,
      hiring_team_members, openings, shared_section_revisions, shared_sections, posting_revisions, postings`);
  }
}
