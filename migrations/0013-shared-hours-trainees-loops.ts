import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, run } from './support/organization-table.js';

/**
 * Shared hours that a document asks for, members of pools who are being trained and sit beside, who cancelled an interview and when, and loops that candidates are
 * asked to choose as a whole.
 */
export class SharedHoursTraineesLoops1700000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
ALTER TABLE postings ADD COLUMN shared_hours jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(shared_hours) = 'array');
ALTER TABLE postings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE posting_revisions NO FORCE ROW LEVEL SECURITY;
UPDATE postings p SET shared_hours = coalesce(
    (SELECT CASE c->>'action' WHEN 'change' THEN c->'value' WHEN 'drop' THEN '[]'::jsonb END
       FROM jsonb_array_elements(r.corrections) c WHERE c->>'field' = 'overlap' LIMIT 1), r.parsed->'overlap')
  FROM posting_revisions r
 WHERE r.organization_id = p.organization_id AND r.posting_id = p.id AND r.number = p.revision AND jsonb_typeof(r.parsed->'overlap') = 'array';
ALTER TABLE posting_revisions FORCE ROW LEVEL SECURITY;
ALTER TABLE postings FORCE ROW LEVEL SECURITY;

ALTER TABLE interviewer_pool_members ADD COLUMN standing text NOT NULL DEFAULT 'TRAINED'
  CHECK (standing IN ('TRAINED', 'SHADOW', 'REVERSE_SHADOW'));

ALTER TABLE interview_seats ADD COLUMN part text NOT NULL DEFAULT 'INTERVIEWS'
  CHECK (part IN ('INTERVIEWS', 'SHADOWS', 'REVERSE_SHADOWS'));
DROP INDEX interview_seats_one_each;
CREATE UNIQUE INDEX interview_seats_one_each ON interview_seats (organization_id, interview_id, seat_id) WHERE state <> 'CANCELLED' AND part = 'INTERVIEWS';
CREATE UNIQUE INDEX interview_seats_one_trainee ON interview_seats (organization_id, interview_id, seat_id) WHERE state <> 'CANCELLED' AND part <> 'INTERVIEWS';

ALTER TABLE interviews ADD COLUMN cancelled_at timestamptz;
ALTER TABLE interviews ADD COLUMN cancelled_by text CHECK (cancelled_by IN ('CANDIDATE', 'TEAM', 'SYSTEM'));
ALTER TABLE interviews ADD CONSTRAINT interviews_cancelled_by CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL));

CREATE TABLE loop_requests (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  application_id uuid NOT NULL,
  pace text NOT NULL CHECK (pace IN ('ANY', 'SAME_DAY', 'SPREAD')),
  longest_days integer CHECK (longest_days BETWEEN 1 AND 28),
  status text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'BOOKED', 'CANCELLED')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, application_id) REFERENCES applications (organization_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX loop_requests_one_open ON loop_requests (organization_id, application_id) WHERE status = 'OPEN';
`,
    );
    await protect(db, 'loop_requests');
  }

  async down(db: QueryRunner): Promise<void> {
    await run(
      db,
      `
DROP TABLE loop_requests;
ALTER TABLE interviews DROP COLUMN cancelled_at, DROP COLUMN cancelled_by;
ALTER TABLE interview_seats NO FORCE ROW LEVEL SECURITY;
DELETE FROM interview_seats WHERE part <> 'INTERVIEWS';
ALTER TABLE interview_seats FORCE ROW LEVEL SECURITY;
DROP INDEX interview_seats_one_trainee;
DROP INDEX interview_seats_one_each;
ALTER TABLE interview_seats DROP COLUMN part;
CREATE UNIQUE INDEX interview_seats_one_each ON interview_seats (organization_id, interview_id, seat_id) WHERE state <> 'CANCELLED';
ALTER TABLE interviewer_pool_members DROP COLUMN standing;
ALTER TABLE postings DROP COLUMN shared_hours;
`,
    );
  }
}
