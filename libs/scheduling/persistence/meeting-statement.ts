import { standingIn } from '#libs/identity/index.js';

/**
 * The statement for one application, or for one of several: the application's stage, its seats and pools, everybody's hours, blocks and interviews, and the candidate's. Calendars are read
 * for the weeks that the window touches, as loads are counted by the week. Instants travel as epoch milliseconds. Rounds keep their order: an interview of another
 * round of the same application takes all of the candidate's time before it, or after it.
 * $1 organisation, $3 and $4 the calendars' window, $5 who asks (a person or null); `stageId` is a stage of its plan, or null for the one in which it is.
 */
const meetingOf = (applicationId: string, stageId: string) => `
WITH m AS (
  SELECT a.id, a.posting_id, a.candidate_id, a.status, a.version AS application_version, coalesce(${stageId}, a.stage_id) AS stage_id, c.zone AS candidate_zone, o.zone AS organization_zone, p.core_hours, p.shared_hours,
         i.id AS interview_id, i.version, i.sequence, i.state, i.during
    FROM applications a
    JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
    JOIN organizations o ON o.id = a.organization_id
    JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
    LEFT JOIN interviews i ON i.organization_id = a.organization_id AND i.application_id = a.id
                          AND i.stage_id = coalesce(${stageId}, a.stage_id) AND i.state IN ('HELD', 'CONFIRMED')
   WHERE a.organization_id = $1 AND a.id = ${applicationId}
), sitter AS (
  SELECT pm.person_id FROM m
    JOIN stage_seats ss ON ss.organization_id = $1 AND ss.stage_id = m.stage_id
    JOIN interviewer_pool_members pm ON pm.organization_id = $1 AND pm.pool_id = ss.pool_id
  UNION
  SELECT s.person_id FROM m
    JOIN interview_seats s ON s.organization_id = $1 AND s.interview_id = m.interview_id AND s.state <> 'CANCELLED'
), person AS (
  SELECT pe.id, pe.zone, pe.name FROM sitter JOIN people pe ON pe.organization_id = $1 AND pe.id = sitter.person_id AND pe.status = 'ACTIVE'
), met AS (
  SELECT s.person_id FROM m
    JOIN interviews x ON x.organization_id = $1 AND x.candidate_id = m.candidate_id AND x.state <> 'CANCELLED' AND x.id IS DISTINCT FROM m.interview_id
    JOIN interview_seats s ON s.organization_id = $1 AND s.interview_id = x.id AND s.state IN ('CONFIRMED', 'COMPLETED')
)
SELECT m.id, m.posting_id, m.candidate_id, m.status, m.application_version, m.candidate_zone, m.organization_zone, m.core_hours, m.shared_hours,
  (SELECT json_build_object('id', st.id, 'name', st.name, 'kind', st.kind, 'duration_min', st.duration_min, 'selfSchedule', (st.self_schedule OR EXISTS (
     SELECT FROM loop_requests l WHERE l.organization_id = $1 AND l.application_id = m.id AND l.status = 'BOOKED')))
     FROM plan_stages st WHERE st.organization_id = $1 AND st.id = m.stage_id) AS stage,
  (SELECT json_build_object('id', r.id, 'status', r.status, 'expiresAt_ms', (extract(epoch FROM r.expires_at) * 1000)::bigint)
     FROM schedule_requests r WHERE r.organization_id = $1 AND r.application_id = m.id AND r.stage_id = m.stage_id AND r.status <> 'CANCELLED'
    ORDER BY r.transition_version DESC LIMIT 1) AS request,
  CASE WHEN m.interview_id IS NOT NULL THEN json_build_object('id', m.interview_id, 'version', m.version, 'sequence', m.sequence, 'state', m.state,
    'start_ms', (extract(epoch FROM lower(m.during)) * 1000)::bigint, 'end_ms', (extract(epoch FROM upper(m.during)) * 1000)::bigint,
    'seats', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'seatId', s.seat_id, 'personId', s.person_id) ORDER BY s.seat_id), '[]')
                FROM interview_seats s WHERE s.organization_id = $1 AND s.interview_id = m.interview_id AND s.state <> 'CANCELLED' AND s.part = 'INTERVIEWS'),
    'trainees', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'seatId', s.seat_id, 'personId', s.person_id) ORDER BY s.seat_id), '[]')
                   FROM interview_seats s WHERE s.organization_id = $1 AND s.interview_id = m.interview_id AND s.state <> 'CANCELLED' AND s.part <> 'INTERVIEWS')) END AS interview,
  (SELECT coalesce(json_agg(json_build_object('seatId', ss.id, 'role', ss.role, 'poolId', ss.pool_id, 'members',
            (SELECT coalesce(json_agg(json_build_object('personId', pm.person_id, 'target', pm.target_per_week) ORDER BY pm.person_id), '[]')
               FROM interviewer_pool_members pm JOIN person ON person.id = pm.person_id
              WHERE pm.organization_id = $1 AND pm.pool_id = ss.pool_id AND pm.standing = 'TRAINED'), 'trainees',
            (SELECT coalesce(json_agg(json_build_object('personId', pm.person_id, 'target', pm.target_per_week, 'part', pm.standing || 'S') ORDER BY pm.person_id), '[]')
               FROM interviewer_pool_members pm JOIN person ON person.id = pm.person_id
              WHERE pm.organization_id = $1 AND pm.pool_id = ss.pool_id AND pm.standing <> 'TRAINED')) ORDER BY ss.position), '[]')
     FROM stage_seats ss WHERE ss.organization_id = $1 AND ss.stage_id = m.stage_id) AS seats,
  (SELECT coalesce(json_agg(json_build_object('personId', person.id, 'name', person.name, 'zone', person.zone,
            'hours', (SELECT json_agg(json_build_object('zone', h.zone, 'days', h.days, 'start', h.starts, 'end', h.ends) ORDER BY h.id)
                        FROM weekly_hours h WHERE h.organization_id = $1 AND h.person_id = person.id),
            'exceptions', (SELECT json_agg(json_build_object('from', e.from_on, 'to', e.to_on, 'starts', e.starts, 'ends', e.ends) ORDER BY e.id)
                             FROM hours_exceptions e WHERE e.organization_id = $1 AND (e.person_id = person.id OR e.person_id IS NULL)
                              AND e.to_on >= $3::timestamptz::date - 2 AND e.from_on <= $4::timestamptz::date + 2),
            'turns', (SELECT json_agg(json_build_object('zone', t.zone, 'days', t.days, 'start', t.starts, 'end', t.ends, 'everyWeeks', t.every_weeks,
                                                        'firstWeek', t.first_week, 'effect', t.effect) ORDER BY t.id)
                        FROM on_call_turns t WHERE t.organization_id = $1 AND t.person_id = person.id),
            'limits', (SELECT json_build_object('perDay', l.per_day, 'perWeek', l.per_week, 'rest_min', l.rest_min, 'before_min', l.buffer_before_min,
                                                'after_min', l.buffer_after_min, 'meetingUrl', l.meeting_url)
                         FROM interviewer_limits l WHERE l.organization_id = $1 AND l.person_id = person.id),
            'blocks', (SELECT json_agg(json_build_array((extract(epoch FROM lower(b.during)) * 1000)::bigint, (extract(epoch FROM upper(b.during)) * 1000)::bigint))
                         FROM (SELECT during FROM busy_blocks WHERE organization_id = $1 AND person_id = person.id AND during && tstzrange($3, $4)
                               UNION ALL
                               SELECT during FROM calendar_busy WHERE organization_id = $1 AND person_id = person.id AND during && tstzrange($3, $4)) AS b),
            'seats', (SELECT json_agg(json_build_array((extract(epoch FROM lower(s.during)) * 1000)::bigint, (extract(epoch FROM upper(s.during)) * 1000)::bigint,
                                                       s.state IN ('HELD', 'CONFIRMED'), (extract(epoch FROM lower(x.during)) * 1000)::bigint,
                                                       (extract(epoch FROM upper(x.during)) * 1000)::bigint))
                        FROM interview_seats s JOIN interviews x ON x.organization_id = $1 AND x.id = s.interview_id
                       WHERE s.organization_id = $1 AND s.person_id = person.id AND s.state IN ('HELD', 'CONFIRMED', 'COMPLETED') AND s.state <> 'CANCELLED'
                         AND lower(s.during) > $3::timestamptz - interval '2 days' AND lower(s.during) < $4 AND s.during && tstzrange($3, $4)
                         AND s.interview_id IS DISTINCT FROM m.interview_id),
            'hasMet', person.id IN (SELECT met.person_id FROM met))), '[]')
     FROM person) AS people,
  (SELECT json_agg(json_build_object('ofPosting', r.posting_id IS NOT NULL, 'hours', r.hours, 'overlaps', r.shared_hours, 'noticeHours', r.notice_hours,
                                     'earliestOn', r.earliest_on, 'latestOn', r.latest_on, 'reasonableFrom', r.reasonable_from, 'reasonableTo', r.reasonable_to,
                                     'familiarity', r.familiarity, 'meetingUrlTemplate', r.meeting_url_template))
     FROM scheduling_rules r WHERE r.organization_id = $1 AND (r.posting_id = m.posting_id OR r.posting_id IS NULL)) AS rules,
  (SELECT w.windows FROM time_wishes w WHERE w.organization_id = $1 AND w.application_id = m.id AND w.stage_id = m.stage_id AND w.state = 'OPEN') AS wished,
  (SELECT coalesce(json_agg(json_build_array((extract(epoch FROM CASE WHEN r.position < here.position THEN least($3, lower(x.during)) ELSE lower(x.during) END) * 1000)::bigint,
                                             (extract(epoch FROM CASE WHEN r.position > here.position THEN greatest($4, upper(x.during)) ELSE upper(x.during) END) * 1000)::bigint)), '[]')
     FROM interviews x
     LEFT JOIN plan_stages r ON r.organization_id = $1 AND r.id = x.stage_id AND x.application_id = m.id
     LEFT JOIN plan_stages here ON here.organization_id = $1 AND here.id = m.stage_id AND here.plan_id = r.plan_id
    WHERE x.organization_id = $1 AND x.candidate_id = m.candidate_id AND x.state IN ('HELD', 'CONFIRMED')
      AND (x.during && tstzrange($3, $4) OR x.application_id = m.id) AND x.id IS DISTINCT FROM m.interview_id) AS candidate_busy,
  ${standingIn('m.posting_id', '$5')} AS team_roles
FROM m`;

/** $2 the application, $6 the stage or null. */
export const LOAD_MEETING = meetingOf('$2', '$6::uuid');

/** $2 applications and $6 a stage or null for each; one row for each in their order, without an id where there is no such application. */
export const LOAD_MEETINGS = `
SELECT meeting.* FROM unnest($2::uuid[], $6::uuid[]) WITH ORDINALITY AS wanted (application_id, stage_id, place)
  LEFT JOIN LATERAL (${meetingOf('wanted.application_id', 'wanted.stage_id')}) AS meeting ON true
 ORDER BY wanted.place`;
