import { standingIn } from '#libs/identity/index.js';
import type { Id, TeamRole } from '#libs/kernel/index.js';
import type { StageKind } from '#libs/pipeline/index.js';
import type { ClockShift } from '../domain/clocks.js';
import type { CancelledBy, InterviewState, SeatAnswer, SeatPart } from '../domain/meeting.js';
import { SCHEDULING } from '../domain/scheduling-rules.js';

const NOTICE = `interval '${SCHEDULING.notice_ms / 3_600_000} hours'`;

/** An interview as it is shown, and how the person who asks stands to its application. */
export interface InterviewRow {
  id: Id;
  version: number;
  application_id: Id;
  posting_id: Id;
  posting_title: string;
  stage_id: Id;
  stage_name: string;
  stage_kind: StageKind;
  self_schedule: boolean;
  /** Whether the application still is in this stage. */
  in_stage: boolean;
  /** Whether the application has yet to come to this stage. */
  is_ahead: boolean;
  state: InterviewState;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  candidate_id: Id;
  candidate_name: string;
  candidate_zone: string;
  meeting_url: string | null;
  sequence: number;
  reason: string;
  cancelled_by: CancelledBy | null;
  /** Cancelled with less than a day to go. */
  cancelled_late: boolean;
  /** Whose clocks show another time than was told when it was booked; null: nobody's. */
  clock_shift: ClockShift[] | null;
  seats: {
    id: Id;
    seatId: Id;
    role: string;
    personId: Id;
    part: SeatPart;
    name: string;
    title: string;
    answer: SeatAnswer;
    answeredAt: string | null;
    proposedAt: string | null;
    proposalNote: string;
    /** Did not come, though the interview took place. */
    absent: boolean;
  }[];
  team_roles: TeamRole[];
  has_seat: boolean;
}

/**
 * Selects interviews as InterviewRow. $1 is the organisation, $2 the person who asks (or null); `where` uses i (interview) and a (application). Seats that were given
 * up are left out, unless the whole interview was cancelled.
 */
export function selectInterviews(where: string): string {
  return `
SELECT i.id, i.version, i.application_id, a.posting_id, p.title AS posting_title, i.stage_id, st.name AS stage_name, st.kind AS stage_kind,
       (st.self_schedule OR EXISTS (SELECT FROM loop_requests l WHERE l.organization_id = $1 AND l.application_id = a.id AND l.status = 'BOOKED')) AS self_schedule,
       (a.status = 'ACTIVE' AND a.stage_id = i.stage_id) AS in_stage,
       (a.status = 'ACTIVE' AND st.plan_id = a.plan_id AND st.position > coalesce((SELECT h.position FROM plan_stages h
                                                                                WHERE h.organization_id = $1 AND h.id = a.stage_id), 0)) AS is_ahead,
       i.state, lower(i.during) AS starts_at, upper(i.during) AS ends_at, i.zone, c.id AS candidate_id, c.name AS candidate_name, i.candidate_zone,
       i.meeting_url, i.sequence, i.reason, i.cancelled_by, coalesce(lower(i.during) - i.cancelled_at < ${NOTICE}, false) AS cancelled_late, i.clock_shift,
       (SELECT coalesce(json_agg(json_build_object('id', s.id, 'seatId', s.seat_id, 'role', ss.role, 'personId', s.person_id, 'part', s.part, 'name', pe.name, 'title', pe.title,
                 'answer', s.answer, 'absent', s.state = 'NO_SHOW' AND i.state <> 'NO_SHOW', 'answeredAt', to_char(s.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                 'proposedAt', to_char(s.proposed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'proposalNote', s.proposal_note) ORDER BY ss.position, s.part), '[]')
          FROM interview_seats s
          JOIN stage_seats ss ON ss.organization_id = s.organization_id AND ss.id = s.seat_id
          JOIN people pe ON pe.organization_id = s.organization_id AND pe.id = s.person_id
         WHERE s.organization_id = $1 AND s.interview_id = i.id AND s.state <> 'CANCELLED') AS seats,
       ${standingIn('a.posting_id', '$2')} AS team_roles,
       EXISTS (SELECT FROM interview_seats s JOIN interviews x ON x.organization_id = s.organization_id AND x.id = s.interview_id
                WHERE s.organization_id = $1 AND x.application_id = a.id AND s.person_id = $2 AND s.state <> 'CANCELLED') AS has_seat
  FROM interviews i
  JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
  JOIN postings p ON p.organization_id = i.organization_id AND p.id = a.posting_id
  JOIN plan_stages st ON st.organization_id = i.organization_id AND st.id = i.stage_id
  JOIN candidates c ON c.organization_id = i.organization_id AND c.id = i.candidate_id
 WHERE i.organization_id = $1 AND NOT (i.state = 'CANCELLED' AND i.held_until IS NOT NULL) AND ${where}`;
}
