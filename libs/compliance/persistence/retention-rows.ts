import type { Id } from '#libs/kernel/index.js';

/**
 * When the last application of a person $candidate of organisation $1 ended, whether one is under way or led to a hire, and the rule that is theirs: of the
 * country they live in, else of everywhere else. Merged records have no applications; the kept one has them.
 */
const ENDED = `
SELECT a.candidate_id, max(a.ended_at) AS ended_at, bool_or(a.status IN ('ACTIVE', 'HIRED')) AS goes_on,
       (array_agg(a.country ORDER BY a.applied_at DESC) FILTER (WHERE a.country IS NOT NULL))[1] AS country
  FROM applications a WHERE a.organization_id = $1`;
const ruleOf = (country: string) => `
(SELECT r.id, r.country, r.at_least_days, r.at_most_days, r.changed_at FROM retention_rules r
  WHERE r.organization_id = $1 AND (r.country = ${country} OR r.country IS NULL) ORDER BY r.country NULLS LAST LIMIT 1)`;
const RULE = ruleOf('coalesce(c.country, e.country)');

/**
 * What keeps a person from being erased, as a scalar sub-select in which $2 is the candidate: whether they are under a hold, and until when the rule of their
 * country keeps them at least.
 */
export const KEPT_BY = `(
  SELECT json_build_object(
           'legalHold', EXISTS (SELECT FROM legal_holds h WHERE h.organization_id = $1 AND h.candidate_id = $2),
           'until', e.ended_at + r.at_least_days * interval '1 day')
    FROM candidates c
    LEFT JOIN (${ENDED} AND a.candidate_id = $2 GROUP BY a.candidate_id) e ON e.candidate_id = c.id
    LEFT JOIN LATERAL ${RULE} r ON true
   WHERE c.organization_id = $1 AND c.id = $2)`;

/**
 * How many days after their last application a person of country c.country or else a.country is kept at most, as a scalar sub-select beside candidates c and an
 * application a of organisation $1; null for no end.
 */
export const KEPT_AT_MOST_DAYS = `(SELECT r.at_most_days FROM ${ruleOf('coalesce(c.country, a.country)')} r)`;

/** Somebody whose time comes. */
export interface DueRow {
  readonly id: Id;
  readonly name: string;
  readonly version: number;
  readonly country: string | null;
  readonly ended_at: Date;
  readonly due_at: Date;
  readonly held: boolean;
}

/** People in the order in which their time comes, by $2 at the latest; those under a hold, who stay, with $5. At most $3. */
export const DUE = `
SELECT c.id, c.name, c.version, coalesce(c.country, e.country) AS country, e.ended_at,
       -- A rule that was changed lately waits.
       greatest(e.ended_at + r.at_most_days * interval '1 day', r.changed_at + $4 * interval '1 day') AS due_at,
       EXISTS (SELECT FROM legal_holds h WHERE h.organization_id = $1 AND h.candidate_id = c.id) AS held
  FROM (${ENDED} GROUP BY a.candidate_id) e
  JOIN candidates c ON c.organization_id = $1 AND c.id = e.candidate_id AND c.erased_at IS NULL AND c.merged_into_id IS NULL
  JOIN LATERAL ${RULE} r ON r.at_most_days IS NOT NULL
 WHERE NOT e.goes_on AND greatest(e.ended_at + r.at_most_days * interval '1 day', r.changed_at + $4 * interval '1 day') <= $2
   AND ($5 OR NOT EXISTS (SELECT FROM legal_holds h WHERE h.organization_id = $1 AND h.candidate_id = c.id))
 ORDER BY due_at, c.id LIMIT $3`;

/** Somebody whose process stands still for longer than their country's rule keeps anybody. */
export interface StalledRow {
  readonly applicationId: Id;
  readonly name: string;
  readonly posting: string;
  readonly since: Date;
}

/** Applications of organisation $1 that are under way and have not moved for as long as the rule keeps people at most, at $2; those that wait longest first, at most $3. */
export const STALLED = `
SELECT e.id AS "applicationId", c.name, p.title AS posting, e.entered_stage_at AS since
  FROM applications e JOIN candidates c ON c.organization_id = $1 AND c.id = e.candidate_id JOIN postings p ON p.organization_id = $1 AND p.id = e.posting_id
  JOIN LATERAL ${RULE} r ON r.at_most_days IS NOT NULL
 WHERE e.organization_id = $1 AND e.status = 'ACTIVE' AND e.entered_stage_at + r.at_most_days * interval '1 day' <= $2
 ORDER BY e.entered_stage_at, e.id LIMIT $3`;
