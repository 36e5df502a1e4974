import { KEPT_AT_MOST_DAYS } from '#libs/compliance/index.js';
import type { CandidateActor, Id, Language } from '#libs/kernel/index.js';
import { PROMISED } from '#libs/notifications/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** What a candidate's own pages are made of; nothing in it is internal to the team. */
export interface CandidateStanding {
  readonly organization: { readonly name: string; readonly slug: string; readonly contactEmail: string };
  readonly postingTitle: string;
  readonly candidateName: string;
  readonly candidateZone: string;
  /** In which they are written to. */
  readonly language: Language;
  /** By when they were promised an answer, where they have had none yet. */
  readonly promisedBy: string | null;
  readonly status: 'ACTIVE' | 'HIRED' | 'REJECTED' | 'WITHDRAWN';
  readonly linkEpoch: number;
  readonly appliedAt: string;
  /** When they agreed that their data are kept, and how many days after the last of their applications that ends by itself; null: not asked, no rule. */
  readonly consentedAt: string | null;
  readonly keptDays: number | null;
  readonly enteredStageAt: string;
  readonly stageId: Id | null;
  /** The candidate's own plan, in order. */
  readonly stages: readonly {
    readonly id: Id;
    readonly name: string;
    readonly kind: string;
    readonly durationMin: number | null;
    readonly targetDays: number | null;
    readonly selfSchedule: boolean;
  }[];
  /** A request to choose a time is open. */
  readonly mayChooseTime: boolean;
  readonly openTakeHome: boolean;
  readonly interviews: readonly {
    readonly id: Id;
    readonly stageId: Id;
    readonly state: string;
    readonly startsAt: string;
    readonly meetingUrl: string | null;
  }[];
  /** What they asked about their data, newest first. */
  readonly requests: readonly {
    readonly kind: 'ACCESS' | 'ERASURE';
    readonly askedAt: string;
    readonly outcome: 'DONE' | 'DECLINED' | null;
    readonly answer: string;
  }[];
}

/** Everything the candidate's page shows, in one statement; null when the application is gone. */
export async function candidateStanding(uow: UnitOfWork, actor: CandidateActor, now: Date): Promise<CandidateStanding | null> {
  const [row] = await uow.read<CandidateStanding>(
    actor.organizationId,
    'candidate-standing',
    `SELECT json_build_object('name', o.name, 'slug', o.slug, 'contactEmail', o.contact_email) AS organization, p.title AS "postingTitle",
            c.name AS "candidateName", c.zone AS "candidateZone",
            coalesce(c.language, (SELECT s.language FROM posting_mail_settings s WHERE s.organization_id = $1 AND s.posting_id = a.posting_id),
                     (SELECT s.language FROM mail_settings s WHERE s.organization_id = $1), 'en') AS language,
            ${PROMISED} AS "promisedBy", a.status, a.link_epoch AS "linkEpoch", a.applied_at AS "appliedAt", a.consented_at AS "consentedAt", ${KEPT_AT_MOST_DAYS} AS "keptDays",
            a.entered_stage_at AS "enteredStageAt", a.stage_id AS "stageId",
            (SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'durationMin', s.duration_min, 'targetDays', s.target_days,
                                               'selfSchedule', s.self_schedule) ORDER BY s.position)
               FROM plan_stages s WHERE s.organization_id = $1 AND s.plan_id = a.plan_id) AS stages,
            EXISTS (SELECT FROM schedule_requests r WHERE r.organization_id = $1 AND r.application_id = a.id AND r.stage_id = a.stage_id
                       AND r.status = 'OPEN' AND r.expires_at > $3)
              OR EXISTS (SELECT FROM loop_requests r WHERE r.organization_id = $1 AND r.application_id = a.id AND r.status = 'OPEN' AND r.expires_at > $3) AS "mayChooseTime",
            EXISTS (SELECT FROM take_homes t WHERE t.organization_id = $1 AND t.application_id = a.id AND t.status = 'SENT') AS "openTakeHome",
            (SELECT coalesce(json_agg(json_build_object('id', i.id, 'stageId', i.stage_id, 'state', i.state, 'startsAt', lower(i.during),
                                                        'meetingUrl', i.meeting_url) ORDER BY lower(i.during)), '[]')
               FROM interviews i WHERE i.organization_id = $1 AND i.application_id = a.id AND i.state <> 'CANCELLED') AS interviews,
            (SELECT coalesce(json_agg(json_build_object('kind', q.kind, 'askedAt', q.asked_at, 'outcome', q.outcome, 'answer', q.answer) ORDER BY q.id DESC), '[]')
               FROM privacy_requests q WHERE q.organization_id = $1 AND q.application_id = a.id) AS requests
       FROM applications a
       JOIN organizations o ON o.id = a.organization_id
       JOIN postings p ON p.organization_id = a.organization_id AND p.id = a.posting_id
       JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
      WHERE a.organization_id = $1 AND a.id = $2`,
    [actor.organizationId, actor.applicationId, now],
  );
  return row ? { ...row, stages: row.stages ?? [] } : null;
}
