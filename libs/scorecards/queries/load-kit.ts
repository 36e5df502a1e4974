import { Injectable } from '@nestjs/common';
import { type Id, type StaffActor, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, standingIn } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { CARD, type ScorecardView } from './scorecards.js';

/** Which kit: of a stage of an application, or of a seat in an interview. */
export type KitAsked = { readonly applicationId: Id; readonly stageId: Id } | { readonly interviewSeatId: Id };

/** Who sits in the interview and what they cover. */
export interface KitSeat {
  readonly interviewSeatId: Id;
  /** "front-end engineer", as the posting says it. */
  readonly role: string;
  readonly personId: Id;
  readonly personName: string;
  readonly mine: boolean;
}

/** Everything one interviewer or reviewer needs, and nothing of what others think or anybody earns. Instants are ISO texts. */
export interface KitView {
  readonly applicationId: Id;
  readonly postingTitle: string;
  readonly stageId: Id;
  readonly stageName: string;
  readonly candidateName: string;
  /** The newest CV that came with this application or belongs to the person. */
  readonly cvAttachmentId: Id | null;
  readonly cvFileName: string | null;
  readonly purpose: string;
  readonly questions: readonly string[];
  readonly attributes: readonly { readonly id: Id; readonly name: string; readonly description: string }[];
  readonly interview: {
    readonly id: Id;
    readonly state: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly zone: string;
    readonly meetingUrl: string | null;
    readonly seats: readonly KitSeat[];
  } | null;
  readonly takeHome: {
    readonly id: Id;
    readonly status: string;
    readonly brief: string;
    readonly dueAt: string;
    readonly dueZone: string;
    readonly submittedAt: string | null;
    readonly late: boolean;
    readonly submissionUrl: string | null;
    readonly submissionAttachmentId: Id | null;
    readonly submissionFileName: string | null;
    readonly submissionNote: string;
  } | null;
  /** The reader's own card, draft or in. */
  readonly myScorecard: ScorecardView | null;
  /** Whether the reader writes a card here. */
  readonly mayWrite: boolean;
}

interface Row extends KitView {
  readonly team_roles: TeamRole[];
}

const KIT = `
WITH asked AS (
  SELECT i.application_id, i.stage_id, i.id AS interview_id FROM interview_seats e JOIN interviews i ON i.organization_id = $1 AND i.id = e.interview_id
   WHERE e.organization_id = $1 AND e.id = $4::uuid AND e.state <> 'CANCELLED'
  UNION ALL SELECT $2::uuid, $5::uuid, NULL WHERE $4::uuid IS NULL)
SELECT a.id AS "applicationId", p.title AS "postingTitle", s.id AS "stageId", s.name AS "stageName", c.name AS "candidateName",
       cv.id AS "cvAttachmentId", cv.file_name AS "cvFileName", coalesce(k.purpose, '') AS purpose, coalesce(k.questions, '{}') AS questions,
       coalesce((SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'description', t.description) ORDER BY t.position)
                   FROM kit_attributes t WHERE t.organization_id = $1 AND t.kit_id = k.id), '[]') AS attributes,
       CASE WHEN i.id IS NULL THEN NULL ELSE json_build_object('id', i.id, 'state', i.state, 'startsAt', lower(i.during), 'endsAt', upper(i.during),
         'zone', i.zone, 'meetingUrl', i.meeting_url, 'seats', coalesce((
           SELECT json_agg(json_build_object('interviewSeatId', e.id, 'role', x.role, 'personId', e.person_id, 'personName', n.name,
                                             'mine', e.person_id = $3) ORDER BY x.position)
             FROM interview_seats e
             JOIN stage_seats x ON x.organization_id = $1 AND x.id = e.seat_id
             JOIN people n ON n.organization_id = $1 AND n.id = e.person_id
            WHERE e.organization_id = $1 AND e.interview_id = i.id AND e.state <> 'CANCELLED'), '[]')) END AS interview,
       CASE WHEN t.id IS NULL THEN NULL ELSE json_build_object('id', t.id, 'status', t.status, 'brief', t.brief, 'dueAt', t.due_at, 'dueZone', t.due_zone,
         'submittedAt', t.submitted_at, 'late', coalesce(t.submitted_at > t.due_at, false), 'submissionUrl', t.submission_url,
         'submissionAttachmentId', t.submission_attachment_id, 'submissionFileName', f.file_name, 'submissionNote', t.submission_note) END AS "takeHome",
       (SELECT ${CARD} FROM scorecards c WHERE c.organization_id = $1 AND c.application_id = a.id AND c.stage_id = s.id AND c.author_id = $3) AS "myScorecard",
       EXISTS (SELECT FROM interviews o JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = o.id
                WHERE o.organization_id = $1 AND o.application_id = a.id AND o.stage_id = s.id AND e.person_id = $3
                  AND o.state <> 'CANCELLED' AND e.state <> 'CANCELLED')
       OR EXISTS (SELECT FROM take_homes o JOIN take_home_reviewers r ON r.organization_id = $1 AND r.take_home_id = o.id
                   WHERE o.organization_id = $1 AND o.application_id = a.id AND o.stage_id = s.id AND r.person_id = $3
                     AND o.status <> 'CANCELLED') AS "mayWrite",
       ${standingIn('a.posting_id', '$3')} AS team_roles
  FROM asked
  JOIN applications a ON a.organization_id = $1 AND a.id = asked.application_id
  JOIN plan_stages s ON s.organization_id = $1 AND s.id = asked.stage_id
  JOIN interview_plans v ON v.organization_id = $1 AND v.id = s.plan_id AND v.posting_id = a.posting_id
  JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
  JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
  LEFT JOIN interview_kits k ON k.organization_id = $1 AND k.stage_id = s.id
  LEFT JOIN LATERAL (SELECT id, file_name FROM attachments
                      WHERE organization_id = $1 AND candidate_id = a.candidate_id AND kind = 'CV' AND (application_id = a.id OR application_id IS NULL)
                      ORDER BY id DESC LIMIT 1) cv ON true
  LEFT JOIN LATERAL (SELECT o.* FROM interviews o
                      WHERE o.organization_id = $1 AND o.application_id = a.id AND o.stage_id = s.id AND o.state <> 'CANCELLED'
                        AND o.id = coalesce(asked.interview_id, o.id)
                      ORDER BY EXISTS (SELECT FROM interview_seats e WHERE e.organization_id = $1 AND e.interview_id = o.id AND e.person_id = $3
                                                                        AND e.state <> 'CANCELLED') DESC, lower(o.during) DESC LIMIT 1) i ON true
  LEFT JOIN LATERAL (SELECT * FROM take_homes o
                      WHERE o.organization_id = $1 AND o.application_id = a.id AND o.stage_id = s.id AND o.status <> 'CANCELLED'
                      ORDER BY o.id DESC LIMIT 1) t ON true
  LEFT JOIN attachments f ON f.organization_id = $1 AND f.id = t.submission_attachment_id`;

/** The one page that an interviewer or a reviewer needs. */
@Injectable()
export class LoadKit {
  constructor(private readonly uow: UnitOfWork) {}

  /** The kit for whoever sits in the stage, reviews its take-home, or leads the team; null for everybody else and for what is not there. */
  async execute(actor: StaffActor, asked: KitAsked): Promise<KitView | null> {
    const { applicationId, stageId, interviewSeatId } = { applicationId: null, stageId: null, interviewSeatId: null, ...asked };
    const ids = interviewSeatId === null ? [applicationId, stageId] : [interviewSeatId];
    if (!ids.every(isId)) return null;
    const params = [actor.organizationId, applicationId, actor.personId, interviewSeatId, stageId];
    const [row] = await this.uow.read<Row>(actor.organizationId, 'interview-kit', KIT, params);
    if (!row) return null;
    const { team_roles: teamRoles, ...view } = row;
    return view.mayWrite || may(actor, 'scorecard.summary', { teamRoles }) ? view : null;
  }
}
