import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/** Take-homes, availability, interviews with seats and answers, scorecards. */
export class TakeHomesInterviewsScorecards1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
CREATE TABLE take_homes (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  transition_version integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  status text NOT NULL DEFAULT 'SENT' CHECK (status IN ('SENT', 'SUBMITTED', 'CANCELLED')),
  brief text NOT NULL DEFAULT '',
  effort_hours numeric(5, 1),
  sent_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  due_zone text NOT NULL,
  extensions integer NOT NULL DEFAULT 0,
  submitted_at timestamptz,
  submission_url text CHECK (submission_url ~ '^https?://' AND length(submission_url) <= 2000),
  submission_attachment_id uuid,
  submission_note text NOT NULL DEFAULT '' CHECK (length(submission_note) <= 10000),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, application_id, transition_version),
  CHECK ((status <> 'SUBMITTED') OR (submitted_at IS NOT NULL AND (submission_url IS NOT NULL OR submission_attachment_id IS NOT NULL))),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, stage_id) REFERENCES plan_stages (organization_id, id),
  FOREIGN KEY (organization_id, submission_attachment_id) REFERENCES attachments (organization_id, id)
);
CREATE UNIQUE INDEX take_homes_one_open ON take_homes (organization_id, application_id, stage_id) WHERE status = 'SENT';

CREATE TABLE take_home_reviewers (
  organization_id uuid NOT NULL,
  take_home_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (organization_id, take_home_id, person_id),
  FOREIGN KEY (organization_id, take_home_id) REFERENCES take_homes (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX take_home_reviewers_person ON take_home_reviewers (organization_id, person_id);

CREATE TABLE weekly_hours (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  zone text NOT NULL,
  days text[] NOT NULL CHECK (days <@ ARRAY['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] AND cardinality(days) BETWEEN 1 AND 7),
  starts text NOT NULL CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text NOT NULL CHECK (ends ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX weekly_hours_person ON weekly_hours (organization_id, person_id);

CREATE TABLE busy_blocks (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL AND upper(during) IS NOT NULL),
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX busy_blocks_during ON busy_blocks USING gist (organization_id, person_id, during);

CREATE TABLE schedule_requests (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  transition_version integer NOT NULL,
  status text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'BOOKED', 'CANCELLED')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, application_id, transition_version),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, stage_id) REFERENCES plan_stages (organization_id, id)
);

CREATE TABLE interviews (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  application_id uuid NOT NULL,
  candidate_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  request_id uuid,
  state text NOT NULL CHECK (state IN ('HELD', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL AND upper(during) IS NOT NULL),
  zone text NOT NULL,
  candidate_zone text NOT NULL,
  tzdata_version text NOT NULL,
  meeting_url text,
  sequence integer NOT NULL DEFAULT 0,
  reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT interviews_candidate_free EXCLUDE USING gist (organization_id WITH =, candidate_id WITH =, during WITH &&)
    WHERE (state IN ('HELD', 'CONFIRMED')),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, candidate_id) REFERENCES candidates (organization_id, id),
  FOREIGN KEY (organization_id, stage_id) REFERENCES plan_stages (organization_id, id),
  FOREIGN KEY (organization_id, request_id) REFERENCES schedule_requests (organization_id, id)
);
CREATE INDEX interviews_application ON interviews (organization_id, application_id);
CREATE UNIQUE INDEX interviews_one_open ON interviews (organization_id, application_id, stage_id) WHERE state IN ('HELD', 'CONFIRMED');

CREATE TABLE interview_seats (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  interview_id uuid NOT NULL,
  seat_id uuid NOT NULL,
  person_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('HELD', 'CONFIRMED', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  during tstzrange NOT NULL CHECK (NOT isempty(during)),
  answer text NOT NULL DEFAULT 'PENDING' CHECK (answer IN ('PENDING', 'ACCEPTED', 'DECLINED', 'TENTATIVE')),
  answered_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT interview_seats_no_double_booking EXCLUDE USING gist (organization_id WITH =, person_id WITH =, during WITH &&)
    WHERE (state IN ('HELD', 'CONFIRMED')),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, seat_id) REFERENCES stage_seats (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id)
);
CREATE INDEX interview_seats_interview ON interview_seats (organization_id, interview_id);
CREATE INDEX interview_seats_person ON interview_seats (organization_id, person_id);
CREATE UNIQUE INDEX interview_seats_one_each ON interview_seats (organization_id, interview_id, seat_id) WHERE state <> 'CANCELLED';

CREATE TABLE scorecards (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  application_id uuid NOT NULL,
  stage_id uuid NOT NULL,
  author_id uuid NOT NULL,
  interview_id uuid,
  take_home_id uuid,
  state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'SUBMITTED')),
  recommendation text CHECK (recommendation IN ('STRONG_NO', 'NO', 'YES', 'STRONG_YES', 'NO_DECISION')),
  notes text NOT NULL DEFAULT '' CHECK (length(notes) <= 20000),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  submitted_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, application_id, stage_id, author_id),
  CHECK ((state = 'SUBMITTED') = (submitted_at IS NOT NULL)),
  CHECK ((state = 'DRAFT') OR (recommendation IS NOT NULL)),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, stage_id) REFERENCES plan_stages (organization_id, id),
  FOREIGN KEY (organization_id, author_id) REFERENCES people (organization_id, id),
  FOREIGN KEY (organization_id, interview_id) REFERENCES interviews (organization_id, id),
  FOREIGN KEY (organization_id, take_home_id) REFERENCES take_homes (organization_id, id)
);

CREATE TABLE scorecard_ratings (
  organization_id uuid NOT NULL,
  scorecard_id uuid NOT NULL,
  attribute_id uuid NOT NULL,
  rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 4),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  PRIMARY KEY (organization_id, scorecard_id, attribute_id),
  FOREIGN KEY (organization_id, scorecard_id) REFERENCES scorecards (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, attribute_id) REFERENCES kit_attributes (organization_id, id)
);

CREATE TABLE scorecard_requests (
  organization_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  person_id uuid NOT NULL,
  application_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  reminded_at timestamptz,
  PRIMARY KEY (organization_id, subject_id, person_id),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES people (organization_id, id) ON DELETE CASCADE
);
`,
    );
    const tables = [
      'take_homes',
      'take_home_reviewers',
      'weekly_hours',
      'busy_blocks',
      'schedule_requests',
      'interviews',
      'interview_seats',
    ];
    for (const table of [...tables, 'scorecards', 'scorecard_ratings', 'scorecard_requests']) await protect(db, table);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE scorecard_requests, scorecard_ratings, scorecards, interview_seats, interviews, schedule_requests, busy_blocks, weekly_hours,
      take_home_reviewers, take_homes`);
  }
}
