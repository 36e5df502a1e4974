import { WEEKDAYS, isZone, type Id, type Interval, type TeamRole, type WeeklyRule } from '#libs/kernel/index.js';
import type { Tx, UnitOfWork } from '#libs/platform/index.js';
import type { Interviewer, Meeting, MeetingSeat, OpenInterview } from '../domain/meeting.js';

/** A meeting, and how the person who asks stands to it. */
export interface MeetingSeen {
  readonly meeting: Meeting;
  readonly teamRoles: readonly TeamRole[];
}

const DAY_MS = 86_400_000;
const NAME = 'load-meeting';

/**
 * One statement: the application's stage, its seats and pools, everybody's hours, blocks and interviews, and the candidate's. Calendars are read
 * for the weeks that the window touches, as loads are counted by the week. Instants travel as epoch milliseconds.
 * $1 organisation, $2 application, $3 and $4 the calendars' window, $5 who asks (a person or null).
 */
const SQL = `
WITH m AS (
  SELECT a.id, a.posting_id, a.candidate_id, a.status, a.version AS application_version, a.stage_id, c.zone AS candidate_zone, o.zone AS organization_zone, p.core_hours,
         i.id AS interview_id, i.version, i.sequence, i.state, i.during
    FROM applications a
    JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
    JOIN organizations o ON o.id = a.organization_id
    JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
    LEFT JOIN interviews i ON i.organization_id = a.organization_id AND i.application_id = a.id AND i.stage_id = a.stage_id
                          AND i.state IN ('HELD', 'CONFIRMED')
   WHERE a.organization_id = $1 AND a.id = $2
), sitter AS (
  SELECT pm.person_id FROM m
    JOIN stage_seats ss ON ss.organization_id = $1 AND ss.stage_id = m.stage_id
    JOIN interviewer_pool_members pm ON pm.organization_id = $1 AND pm.pool_id = ss.pool_id
  UNION
  SELECT s.person_id FROM m
    JOIN interview_seats s ON s.organization_id = $1 AND s.interview_id = m.interview_id AND s.state <> 'CANCELLED'
), person AS (
  SELECT pe.id, pe.zone FROM sitter JOIN people pe ON pe.organization_id = $1 AND pe.id = sitter.person_id AND pe.status = 'ACTIVE'
)
SELECT m.id, m.posting_id, m.candidate_id, m.status, m.application_version, m.candidate_zone, m.organization_zone, m.core_hours,
  (SELECT json_build_object('id', st.id, 'name', st.name, 'kind', st.kind, 'duration_min', st.duration_min, 'selfSchedule', st.self_schedule)
     FROM plan_stages st WHERE st.organization_id = $1 AND st.id = m.stage_id) AS stage,
  (SELECT json_build_object('id', r.id, 'status', r.status, 'expiresAt_ms', (extract(epoch FROM r.expires_at) * 1000)::bigint)
     FROM schedule_requests r WHERE r.organization_id = $1 AND r.application_id = m.id AND r.stage_id = m.stage_id AND r.status <> 'CANCELLED'
    ORDER BY r.transition_version DESC LIMIT 1) AS request,
  CASE WHEN m.interview_id IS NOT NULL THEN json_build_object('id', m.interview_id, 'version', m.version, 'sequence', m.sequence, 'state', m.state,
    'start_ms', (extract(epoch FROM lower(m.during)) * 1000)::bigint, 'end_ms', (extract(epoch FROM upper(m.during)) * 1000)::bigint,
    'seats', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'seatId', s.seat_id, 'personId', s.person_id) ORDER BY s.seat_id), '[]')
                FROM interview_seats s WHERE s.organization_id = $1 AND s.interview_id = m.interview_id AND s.state <> 'CANCELLED')) END AS interview,
  (SELECT coalesce(json_agg(json_build_object('seatId', ss.id, 'role', ss.role, 'poolId', ss.pool_id, 'members',
            (SELECT coalesce(json_agg(json_build_object('personId', pm.person_id, 'target', pm.target_per_week) ORDER BY pm.person_id), '[]')
               FROM interviewer_pool_members pm JOIN person ON person.id = pm.person_id
              WHERE pm.organization_id = $1 AND pm.pool_id = ss.pool_id)) ORDER BY ss.position), '[]')
     FROM stage_seats ss WHERE ss.organization_id = $1 AND ss.stage_id = m.stage_id) AS seats,
  (SELECT coalesce(json_agg(json_build_object('personId', person.id, 'zone', person.zone,
            'hours', (SELECT json_agg(json_build_object('zone', h.zone, 'days', h.days, 'start', h.starts, 'end', h.ends) ORDER BY h.id)
                        FROM weekly_hours h WHERE h.organization_id = $1 AND h.person_id = person.id),
            'blocks', (SELECT json_agg(json_build_array((extract(epoch FROM lower(b.during)) * 1000)::bigint, (extract(epoch FROM upper(b.during)) * 1000)::bigint))
                         FROM busy_blocks b WHERE b.organization_id = $1 AND b.person_id = person.id AND b.during && tstzrange($3, $4)),
            'seats', (SELECT json_agg(json_build_array((extract(epoch FROM lower(s.during)) * 1000)::bigint, (extract(epoch FROM upper(s.during)) * 1000)::bigint,
                                                       s.state IN ('HELD', 'CONFIRMED')))
                        FROM interview_seats s WHERE s.organization_id = $1 AND s.person_id = person.id AND s.state IN ('HELD', 'CONFIRMED', 'COMPLETED')
                         AND s.during && tstzrange($3, $4) AND s.interview_id IS DISTINCT FROM m.interview_id))), '[]')
     FROM person) AS people,
  (SELECT coalesce(json_agg(json_build_array((extract(epoch FROM lower(x.during)) * 1000)::bigint, (extract(epoch FROM upper(x.during)) * 1000)::bigint)), '[]')
     FROM interviews x WHERE x.organization_id = $1 AND x.candidate_id = m.candidate_id AND x.state IN ('HELD', 'CONFIRMED')
      AND x.during && tstzrange($3, $4) AND x.id IS DISTINCT FROM m.interview_id) AS candidate_busy,
  ARRAY(SELECT h.team_role FROM hiring_team_members h WHERE h.organization_id = $1 AND h.posting_id = m.posting_id AND h.person_id = $5) AS team_roles
FROM m`;

type Span = readonly [number, number];

interface Row {
  id: Id;
  posting_id: Id;
  candidate_id: Id;
  status: Meeting['status'];
  application_version: number;
  candidate_zone: string;
  organization_zone: string;
  core_hours: WeeklyRule | null;
  stage: Meeting['stage'];
  request: Meeting['request'];
  interview: OpenInterview | null;
  seats: MeetingSeat[];
  people: {
    personId: Id;
    zone: string;
    hours: WeeklyRule[] | null;
    blocks: Span[] | null;
    seats: (readonly [number, number, boolean])[] | null;
  }[];
  candidate_busy: Span[];
  team_roles: TeamRole[];
}

/** Reads a meeting for the times in `window`; null when the organisation has no such application. */
export async function readMeeting(
  uow: UnitOfWork,
  organizationId: Id,
  applicationId: Id,
  window: Interval,
  personId: Id | null,
): Promise<MeetingSeen | null> {
  const [row] = await uow.read<Row>(organizationId, NAME, SQL, params(organizationId, applicationId, window, personId));
  return row ? seen(row) : null;
}

/** The same inside a transaction, on what is committed now: call it after the application has been locked. */
export async function loadMeeting(tx: Tx, applicationId: Id, window: Interval, personId: Id | null): Promise<MeetingSeen | null> {
  const [row] = await tx.query<Row>(NAME, SQL, params(tx.organizationId, applicationId, window, personId));
  return row ? seen(row) : null;
}

function params(organizationId: Id, applicationId: Id, window: Interval, personId: Id | null): unknown[] {
  // Whole weeks, in any zone.
  const from = new Date(window.start_ms - 8 * DAY_MS);
  const to = new Date(window.end_ms + 8 * DAY_MS);
  return [organizationId, applicationId, from, to, personId];
}

function seen(row: Row): MeetingSeen {
  const coreHours = row.core_hours && coreHoursRule(row.core_hours);
  const meeting: Meeting = {
    applicationId: row.id,
    postingId: row.posting_id,
    candidateId: row.candidate_id,
    status: row.status,
    version: row.application_version,
    stage: row.stage,
    coreHours,
    zone: knownZone(coreHours?.zone ?? row.organization_zone),
    candidateZone: knownZone(row.candidate_zone),
    candidateBusy: row.candidate_busy.map(interval),
    request: row.request,
    interview: row.interview,
    seats: row.seats,
    interviewers: new Map(row.people.map((person): [Id, Interviewer] => [person.personId, interviewer(person)])),
  };
  return { meeting, teamRoles: row.team_roles };
}

function interviewer({ personId, zone, hours, blocks, seats }: Row['people'][number]): Interviewer {
  return {
    personId,
    zone: knownZone(zone),
    weeklyHours: hours,
    blocks: (blocks ?? []).map(interval),
    interviews: (seats ?? []).filter(([, , open]) => open).map(([start_ms, end_ms]) => ({ start_ms, end_ms })),
    load: (seats ?? []).map(([start_ms]) => start_ms),
  };
}

/** Doors refuse unknown zones; should a machine know fewer than the one that let them in, UTC is shown rather than nothing. */
function knownZone(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}

/** A document that names no days means Monday to Friday. */
function coreHoursRule({ zone, start, end, days }: WeeklyRule): WeeklyRule {
  return { zone, start, end, days: Array.isArray(days) && days.length > 0 ? days : WEEKDAYS.slice(0, 5) };
}

function interval([start_ms, end_ms]: Span): Interval {
  return { start_ms, end_ms };
}
