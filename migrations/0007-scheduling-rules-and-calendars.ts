import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Rules of organisation, postings and people; holds and wishes of candidates; calendars that are read and feeds that are given out. */
export class SchedulingRulesAndCalendars1700000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE scheduling_rules (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  posting_id uuid,
  version integer NOT NULL DEFAULT 1,
  hours jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(hours) = 'array'),
  shared_hours jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(shared_hours) = 'array'),
  notice_hours integer CHECK (notice_hours BETWEEN 0 AND 336),
  earliest_on date,
  latest_on date,
  reasonable_from text CHECK (reasonable_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  reasonable_to text CHECK (reasonable_to ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  familiarity text CHECK (familiarity IN ('CONTINUITY', 'FRESH_EYES')),
  meeting_url_template text CHECK (meeting_url_template ~ '^https?://' AND length(meeting_url_template) <= 1000),
  PRIMARY KEY (organization_id, id),
  UNIQUE NULLS NOT DISTINCT (organization_id, posting_id),
  CHECK ((reasonable_from IS NULL) = (reasonable_to IS NULL)),
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE interviewer_limits (
  organization_id uuid NOT NULL,
  person_id uuid NOT NULL,
  per_day integer CHECK (per_day BETWEEN 0 AND 20),
  per_week integer CHECK (per_week BETWEEN 0 AND 60),
  rest_min integer NOT NULL DEFAULT 0 CHECK (rest_min BETWEEN 0 AND 480),
  buffer_before_min integer CHECK (buffer_before_min BETWEEN 0 AND 120),
  buffer_after_min integer CHECK (buffer_after_min BETWEEN 0 AND 120),
  meeting_url text CHECK (meeting_url ~ '^https?://' AND length(meeting_url) <= 2000),
  PRIMARY KEY (organization_id, person_id),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE hours_exceptions (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid,
  from_on date NOT NULL,
  to_on date NOT NULL,
  starts text CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text CHECK (ends ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  name text NOT NULL DEFAULT '' CHECK (length(name) <= 120),
  PRIMARY KEY (organization_id, id),
  CHECK (from_on <= to_on AND to_on - from_on <= 366),
  CHECK ((starts IS NULL) = (ends IS NULL)),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX hours_exceptions_person ON hours_exceptions (organization_id, person_id, to_on);

CREATE TABLE on_call_turns (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  zone text NOT NULL,
  days text[] NOT NULL CHECK (days <@ ARRAY['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] AND cardinality(days) BETWEEN 1 AND 7),
  starts text NOT NULL CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text NOT NULL CHECK (ends ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  every_weeks integer NOT NULL CHECK (every_weeks BETWEEN 1 AND 53),
  first_week date NOT NULL,
  effect text NOT NULL CHECK (effect IN ('BUSY', 'AVOID')),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX on_call_turns_person ON on_call_turns (organization_id, person_id);

ALTER TABLE interviews ADD COLUMN held_until timestamptz;
ALTER TABLE interviews ADD CONSTRAINT interviews_held_until CHECK (held_until IS NULL OR state <> 'CONFIRMED');

CREATE TABLE time_wishes (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  zone text NOT NULL,
  windows jsonb NOT NULL CHECK (jsonb_typeof(windows) = 'array'),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE')),
  said_at timestamptz NOT NULL,
  settled_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CHECK ((state = 'DONE') = (settled_at IS NOT NULL)),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, stage_id) REFERENCES plan_stages (organization_id, id)
);
CREATE UNIQUE INDEX time_wishes_one_open ON time_wishes (organization_id, application_id) WHERE state = 'OPEN';

CREATE TABLE calendar_sources (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ICS', 'CALDAV')),
  name text NOT NULL DEFAULT '' CHECK (length(name) <= 120),
  host text NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  tried_at timestamptz,
  fetched_at timestamptz,
  next_at timestamptz NOT NULL,
  failures integer NOT NULL DEFAULT 0,
  problem text CHECK (length(problem) <= 300),
  etag text CHECK (length(etag) <= 500),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX calendar_sources_person ON calendar_sources (organization_id, person_id);

CREATE TABLE calendar_busy (
  organization_id uuid NOT NULL,
  source_id uuid NOT NULL,
  person_id uuid NOT NULL,
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL AND upper(during) IS NOT NULL),
  PRIMARY KEY (organization_id, source_id, during),
  FOREIGN KEY (organization_id, source_id) REFERENCES calendar_sources (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX calendar_busy_during ON calendar_busy USING gist (organization_id, person_id, during);

CREATE TABLE calendar_feeds (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  posting_id uuid,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE NULLS NOT DISTINCT (organization_id, owner_id, posting_id),
  FOREIGN KEY (organization_id, owner_id) REFERENCES people (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id) ON DELETE CASCADE
);
`,
    );
    for (const table of TABLES) await protect(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE interviews DROP COLUMN held_until');
    await db.query(`DROP TABLE ${[...TABLES].reverse().join(', ')}`);
  }
}

const TABLES = [
  'scheduling_rules',
  'interviewer_limits',
  'hours_exceptions',
  'on_call_turns',
  'time_wishes',
  'calendar_sources',
  'calendar_busy',
  'calendar_feeds',
];
