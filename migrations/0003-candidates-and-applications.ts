import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Candidates, applications, transitions, attachments, notes, sources, rejection reasons, and the search over candidates. */
export class CandidatesAndApplications1700000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE sources (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name)
);

CREATE TABLE rejection_reasons (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 120),
  side text NOT NULL CHECK (side IN ('WE_REJECTED', 'THEY_WITHDREW')),
  active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, label)
);

CREATE TABLE candidates (
  organization_id uuid NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  email_key text NOT NULL GENERATED ALWAYS AS (lower(email)) STORED,
  phone text NOT NULL DEFAULT '' CHECK (length(phone) <= 60),
  location text NOT NULL DEFAULT '' CHECK (length(location) <= 200),
  country char(2),
  zone text NOT NULL DEFAULT 'UTC',
  links text[] NOT NULL DEFAULT '{}',
  merged_into_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, merged_into_id) REFERENCES candidates (organization_id, id)
);
CREATE UNIQUE INDEX candidates_email ON candidates (organization_id, email_key) WHERE merged_into_id IS NULL;
CREATE INDEX candidates_merged_email ON candidates (organization_id, email_key) WHERE merged_into_id IS NOT NULL;

CREATE TABLE applications (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  posting_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'HIRED', 'REJECTED', 'WITHDRAWN')),
  stage_id uuid,
  version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  entered_stage_at timestamptz NOT NULL DEFAULT now(),
  opening_id uuid,
  reason_id uuid,
  source_id uuid,
  country char(2),
  residence_check text NOT NULL DEFAULT 'unknown' CHECK (residence_check IN ('inside', 'outside', 'unknown')),
  answers jsonb NOT NULL DEFAULT '[]',
  stated_contact jsonb,
  consented_at timestamptz NOT NULL,
  link_epoch integer NOT NULL DEFAULT 0,
  applied_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CHECK ((status = 'HIRED') = (opening_id IS NOT NULL)),
  CHECK ((status = 'ACTIVE') = (ended_at IS NULL)),
  FOREIGN KEY (organization_id, posting_id) REFERENCES postings (organization_id, id),
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates (organization_id, id),
  FOREIGN KEY (organization_id, plan_id) REFERENCES interview_plans (organization_id, id),
  FOREIGN KEY (organization_id, plan_id, stage_id) REFERENCES plan_stages (organization_id, plan_id, id),
  FOREIGN KEY (organization_id, opening_id) REFERENCES openings (organization_id, id),
  FOREIGN KEY (organization_id, reason_id) REFERENCES rejection_reasons (organization_id, id),
  FOREIGN KEY (organization_id, source_id) REFERENCES sources (organization_id, id)
);
CREATE UNIQUE INDEX applications_one_active ON applications (organization_id, posting_id, candidate_id) WHERE status = 'ACTIVE';
CREATE UNIQUE INDEX applications_one_hire ON applications (organization_id, opening_id) WHERE status = 'HIRED';
CREATE INDEX applications_posting ON applications (organization_id, posting_id, status);
CREATE INDEX applications_candidate ON applications (organization_id, candidate_id);

CREATE TABLE transitions (
  organization_id uuid NOT NULL,
  application_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  command text NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  from_stage_id uuid,
  to_stage_id uuid,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (organization_id, application_id, version),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE attachments (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  application_id uuid,
  kind text NOT NULL CHECK (kind IN ('CV', 'TAKE_HOME', 'OTHER')),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  content_type text NOT NULL,
  size_bytes integer NOT NULL CHECK (size_bytes BETWEEN 1 AND 10485760),
  sha256 bytea NOT NULL,
  storage_key text NOT NULL,
  text_content text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX attachments_candidate ON attachments (organization_id, candidate_id);
CREATE INDEX attachments_application ON attachments (organization_id, application_id);

CREATE TABLE application_notes (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  author_id uuid NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, author_id) REFERENCES people (organization_id, id)
);
CREATE INDEX application_notes_application ON application_notes (organization_id, application_id);

CREATE TABLE candidate_merges (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  merged_by uuid,
  merged_at timestamptz NOT NULL DEFAULT now(),
  before jsonb NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, merged_id),
  FOREIGN KEY (organization_id, kept_id) REFERENCES candidates (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, merged_id) REFERENCES candidates (organization_id, id) ON DELETE CASCADE
);

CREATE TABLE candidate_search (
  organization_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  label text NOT NULL,
  words tsvector NOT NULL DEFAULT '',
  PRIMARY KEY (organization_id, candidate_id),
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX candidate_search_label ON candidate_search USING gin (label gin_trgm_ops);
CREATE INDEX candidate_search_words ON candidate_search USING gin (words);
`,
    );
    for (const table of ['sources', 'rejection_reasons', 'candidates', 'applications', 'attachments']) await protect(db, table);
    for (const table of ['transitions', 'application_notes', 'candidate_merges']) await protect(db, table, 'append-only');
    await createSearch(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
DROP FUNCTION search_candidates(text, integer);
DROP FUNCTION index_candidate(uuid);
DROP TABLE candidate_search, candidate_merges, application_notes, attachments, transitions, applications, candidates, rejection_reasons, sources;
DROP FUNCTION rounds_words(text);
DROP FUNCTION rounds_fold(text);
`,
    );
  }
}

/**
 * LIKE and @@ are not leakproof, so under row-level security the planner may not use their indexes (nor one on lower(email): hence the column
 * email_key). The search table therefore is closed to the application's role altogether and read through two functions of its owner, which name the
 * organisation themselves.
 */
async function createSearch(db: QueryRunner): Promise<void> {
  await db.query('ALTER TABLE candidate_search ENABLE ROW LEVEL SECURITY');
  // Row-level security is forced on owners too, and not every owner is a superuser: these two functions read as the owner.
  for (const table of ['candidates', 'attachments'])
    await db.query(
      `CREATE POLICY search ON ${table} FOR SELECT TO CURRENT_USER USING (organization_id = (SELECT rounds_organization()))`,
    );
  await db.query(`CREATE FUNCTION rounds_fold(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, input))`);
  // The same cut for what is stored and what is asked, so that "node.js" is found by "js".
  await db.query(`CREATE FUNCTION rounds_words(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(rounds_fold(input), '[^[:alnum:]]+', ' ', 'g')`);
  await db.query(`CREATE FUNCTION index_candidate(candidate uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM candidate_search WHERE organization_id = rounds_organization() AND candidate_id = candidate;
    INSERT INTO candidate_search (organization_id, candidate_id, label, words)
    SELECT c.organization_id, c.id, rounds_fold(c.name || ' ' || c.email),
           to_tsvector('simple', rounds_words(left(c.name || ' ' || c.email || ' ' || c.location || ' ' ||
             coalesce((SELECT string_agg(a.text_content, ' ' ORDER BY a.id DESC) FROM attachments a
                        WHERE a.organization_id = c.organization_id AND a.candidate_id = c.id AND a.kind = 'CV'), ''), 100000)))
      FROM candidates c WHERE c.organization_id = rounds_organization() AND c.id = candidate AND c.merged_into_id IS NULL
  $$`);
  // A part of the name or address anywhere; then, while there is room, people of whom every word asked for begins a word of the name, address, place
  // or CV. The newest of the first matches come first. Left to itself the planner reads rows in turn and unpacks every CV, or joins for a thousand.
  await db.query(`CREATE FUNCTION search_candidates(query text, most integer) RETURNS TABLE (candidate_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
    ROWS 20 SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
    DECLARE
      organization uuid := rounds_organization();
      part text := rounds_fold(trim(query));
      pattern text := '%' || replace(replace(replace(part, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
      words_asked text := trim(rounds_words(query));
      -- Single letters begin almost everything: they count only where there is nothing else.
      longer text := trim(regexp_replace(' ' || words_asked || ' ', '( [[:alnum:]])+(?= )', '', 'g'));
      asked tsquery;
      found uuid[] := '{}';
    BEGIN
      IF length(part) >= 3 THEN
        found := ARRAY(SELECT s.candidate_id FROM candidate_search s WHERE s.organization_id = organization AND s.label LIKE pattern LIMIT 200);
        RETURN QUERY SELECT f FROM unnest(found) f ORDER BY f DESC LIMIT most;
      END IF;
      IF words_asked <> '' AND cardinality(found) < most THEN
        asked := to_tsquery('simple', replace(coalesce(nullif(longer, ''), words_asked), ' ', ':* & ') || ':*');
        RETURN QUERY SELECT w.candidate_id FROM (
            SELECT s.candidate_id FROM candidate_search s
             WHERE s.organization_id = organization AND s.words @@ asked AND s.candidate_id <> ALL (found) LIMIT 200) w
          ORDER BY w.candidate_id DESC LIMIT most - cardinality(found);
      END IF;
    END $$`);
  await db.query('REVOKE ALL ON FUNCTION index_candidate(uuid), search_candidates(text, integer) FROM PUBLIC');
  await db.query('GRANT EXECUTE ON FUNCTION index_candidate(uuid), search_candidates(text, integer) TO rounds_app');
}
