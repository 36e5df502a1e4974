import { Inject, Injectable } from '@nestjs/common';
import {
  type Actor,
  type CandidateActor,
  type Clock,
  type Id,
  type StaffActor,
  type TeamRole,
  isId,
} from '#libs/kernel/index.js';
import { may, personIdOf, standingIn } from '#libs/identity/index.js';
import {
  type ApplicationState,
  type ApplicationStatus,
  type CommandKind,
  type TransitionKind,
  type StageKind,
  possibleCommands,
} from '#libs/pipeline/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { PlanStore, type ResidenceAnswer } from '#libs/postings/index.js';
import type { Answer } from '../domain/answers.js';
import type { KnownContact } from '../domain/contact.js';
import type { AttachmentKind } from '../domain/stored-file.js';
import { isoOf } from '../domain/text.js';
import { type Waiting, waitingOf } from '../domain/waiting.js';

export interface TransitionView {
  readonly version: number;
  readonly command: TransitionKind;
  readonly fromStatus: ApplicationStatus;
  readonly toStatus: ApplicationStatus;
  readonly fromStageId: Id | null;
  /** By its own plan, which may be an older one. */
  readonly fromStageName: string | null;
  readonly toStageId: Id | null;
  readonly toStageName: string | null;
  readonly at: string;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly passedOver: Id[];
  readonly reasonId: Id | null;
  readonly reason: string | null;
  readonly evidence: string | null;
}

export interface ApplicationView {
  readonly id: Id;
  readonly postingId: Id;
  readonly postingTitle: string;
  readonly candidate: KnownContact & { readonly id: Id; readonly email: string; readonly version: number };
  readonly status: ApplicationStatus;
  readonly stageId: Id | null;
  readonly stageName: string | null;
  readonly version: number;
  readonly enteredStageAt: string;
  readonly appliedAt: string;
  readonly endedAt: string | null;
  readonly consentedAt: string;
  readonly source: string | null;
  readonly country: string | null;
  readonly residence: string[];
  readonly residenceCheck: ResidenceAnswer;
  readonly answers: Answer[];
  readonly statedContact: Partial<KnownContact> | null;
  readonly openingId: Id | null;
  readonly reason: { readonly id: Id; readonly label: string } | null;
  readonly waiting: Waiting;
  readonly possibleCommands: CommandKind[];
  /** The reader's roles in the posting's hiring team. */
  readonly teamRoles: readonly TeamRole[];
  readonly stages: {
    id: Id;
    position: number;
    name: string;
    kind: StageKind;
    skippableIf: string | null;
    targetDays: number | null;
    selfSchedule: boolean;
  }[];
  readonly transitions: TransitionView[];
  readonly notes: { id: Id; authorId: Id; authorName: string; text: string; createdAt: string }[];
  readonly attachments: {
    id: Id;
    kind: AttachmentKind;
    fileName: string;
    contentType: string;
    sizeBytes: number;
    createdAt: string;
  }[];
}

interface Row {
  posting_id: Id;
  plan_id: Id;
  status: ApplicationStatus;
  stage_id: Id | null;
  version: number;
  entered: string;
  applied: string;
  ended: string | null;
  consented: string;
  country: string | null;
  residence_check: ResidenceAnswer;
  answers: Answer[];
  stated_contact: Partial<KnownContact> | null;
  opening_id: Id | null;
  reason_id: Id | null;
  reason: string | null;
  source: string | null;
  title: string;
  residence: string[];
  candidate: ApplicationView['candidate'];
  team_roles: TeamRole[] | null;
  has_seat: boolean;
  due: string | null;
  expires: string | null;
  starts: string | null;
  ends: string | null;
  held: boolean;
  transitions: TransitionView[] | null;
  notes: ApplicationView['notes'] | null;
  attachments: ApplicationView['attachments'] | null;
}

/** Whether the person holds a seat in one of the application's interviews or reviews its take-home; `$3` is the person. */
export const HAS_SEAT = `(EXISTS (SELECT FROM interview_seats x JOIN interviews y ON y.organization_id = $1 AND y.id = x.interview_id
     WHERE x.organization_id = $1 AND x.person_id = $3 AND x.state <> 'CANCELLED' AND y.application_id = a.id)
  OR EXISTS (SELECT FROM take_home_reviewers x JOIN take_homes y ON y.organization_id = $1 AND y.id = x.take_home_id
     WHERE x.organization_id = $1 AND x.person_id = $3 AND y.application_id = a.id))`;

/** Whether the stage's meeting took place; looked for only where nothing else is open. */
export const INTERVIEW_HELD = `CASE WHEN a.stage_id IS NOT NULL AND h.id IS NULL AND r.id IS NULL AND i.id IS NULL THEN EXISTS (
     SELECT FROM interviews d WHERE d.organization_id = $1 AND d.application_id = a.id AND d.stage_id = a.stage_id AND d.state = 'COMPLETED') ELSE false END`;

/** The actor's roles in the hiring team of the application's posting. */
export const TEAM_ROLES_OF = `${standingIn('a.posting_id', '$3')}`;

const OPEN_WORK = `
  LEFT JOIN take_homes h ON h.organization_id = $1 AND h.application_id = a.id AND h.stage_id = a.stage_id AND h.status = 'SENT'
  LEFT JOIN schedule_requests r ON r.organization_id = $1 AND r.application_id = a.id AND r.transition_version = a.version AND r.status = 'OPEN'
  LEFT JOIN interviews i ON i.organization_id = $1 AND i.application_id = a.id AND i.stage_id = a.stage_id AND i.state IN ('HELD', 'CONFIRMED')`;

const APPLICATION = `
SELECT a.posting_id, a.plan_id, a.status, a.stage_id, a.version, a.entered_stage_at::text AS entered, a.applied_at::text AS applied, a.ended_at::text AS ended,
       a.consented_at::text AS consented, a.country, a.residence_check, a.answers, a.stated_contact, a.opening_id, a.reason_id, q.label AS reason,
       s.name AS source, p.title, p.residence, ${TEAM_ROLES_OF} AS team_roles, ${HAS_SEAT} AS has_seat,
       json_build_object('id', c.id, 'version', c.version, 'name', c.name, 'email', c.email, 'phone', c.phone, 'location', c.location, 'country', c.country,
                         'zone', c.zone, 'language', c.language, 'links', c.links) AS candidate,
       h.due_at::text AS due, r.expires_at::text AS expires, lower(i.during)::text AS starts, upper(i.during)::text AS ends, ${INTERVIEW_HELD} AS held,
       (SELECT json_agg(json_build_object('version', t.version, 'command', t.command, 'fromStatus', t.from_status, 'toStatus', t.to_status,
                 'fromStageId', t.from_stage_id, 'toStageId', t.to_stage_id, 'at', t.at,
                 'fromStageName', (SELECT b.name FROM plan_stages b WHERE b.organization_id = $1 AND b.id = t.from_stage_id),
                 'toStageName', (SELECT b.name FROM plan_stages b WHERE b.organization_id = $1 AND b.id = t.to_stage_id), 'actorKind', t.actor_kind, 'actorName', e.name,
                 'passedOver', coalesce(t.detail -> 'passedOver', '[]'), 'reasonId', t.detail ->> 'reasonId', 'reason', t.detail ->> 'reason',
                 'evidence', t.detail ->> 'evidence') ORDER BY t.version)
          FROM transitions t LEFT JOIN people e ON e.organization_id = $1 AND e.id = CASE WHEN t.actor_kind = 'staff' THEN t.actor_id::uuid END
         WHERE t.organization_id = $1 AND t.application_id = a.id) AS transitions,
       (SELECT json_agg(json_build_object('id', n.id, 'authorId', n.author_id, 'authorName', e.name, 'text', n.text, 'createdAt', n.created_at) ORDER BY n.id)
          FROM application_notes n JOIN people e ON e.organization_id = $1 AND e.id = n.author_id
         WHERE n.organization_id = $1 AND n.application_id = a.id) AS notes,
       (SELECT json_agg(json_build_object('id', f.id, 'kind', f.kind, 'fileName', f.file_name, 'contentType', f.content_type, 'sizeBytes', f.size_bytes,
                 'createdAt', f.created_at) ORDER BY f.id)
          FROM attachments f WHERE f.organization_id = $1 AND f.application_id = a.id) AS attachments
  FROM applications a
  JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
  JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
  LEFT JOIN sources s ON s.organization_id = $1 AND s.id = a.source_id
  LEFT JOIN rejection_reasons q ON q.organization_id = $1 AND q.id = a.reason_id${OPEN_WORK}
 WHERE a.organization_id = $1 AND a.id = $2`;

interface OwnRow {
  organization: string;
  title: string;
  slug: string;
  plan_id: Id;
  status: ApplicationStatus;
  stage_id: Id | null;
  entered: string;
  applied: string;
  name: string;
  zone: string;
  due: string | null;
  expires: string | null;
  starts: string | null;
  ends: string | null;
  held: boolean;
}

const OWN = `
SELECT o.name AS organization, p.title, p.slug, a.plan_id, a.status, a.stage_id, a.entered_stage_at::text AS entered, a.applied_at::text AS applied, c.name, c.zone,
       h.due_at::text AS due, r.expires_at::text AS expires, lower(i.during)::text AS starts, upper(i.during)::text AS ends, ${INTERVIEW_HELD} AS held
  FROM applications a
  JOIN organizations o ON o.id = $1
  JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
  JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id${OPEN_WORK}
 WHERE a.organization_id = $1 AND a.id = $2`;

/** What a candidate sees of their own application: where it truly stands, whose turn it is, and by when they will hear. */
export interface OwnApplicationView {
  readonly organization: string;
  readonly postingTitle: string;
  readonly postingSlug: string;
  readonly candidateName: string;
  readonly zone: string;
  readonly status: ApplicationStatus;
  readonly stageName: string | null;
  readonly stageKind: StageKind | null;
  readonly enteredStageAt: string;
  readonly appliedAt: string;
  readonly waiting: Waiting;
  /** When the team means to be done with the present stage. */
  readonly expectedBy: string | null;
  readonly stages: { name: string; kind: StageKind; state: 'DONE' | 'PRESENT' | 'AHEAD' }[];
}

const DAY_MS = 86_400_000;

@Injectable()
export class ApplicationQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlanStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything about one application; null when there is none or the actor may not read it. */
  async read(actor: StaffActor, id: Id): Promise<ApplicationView | null> {
    if (!isId(id)) return null;
    const { organizationId } = actor;
    const [row] = await this.uow.read<Row>(organizationId, 'application', APPLICATION, [organizationId, id, personIdOf(actor)]);
    if (!row || !may(actor, 'application.read', { teamRoles: row.team_roles, hasSeat: row.has_seat })) return null;
    const readsNotes = may(actor, 'application.notes', { teamRoles: row.team_roles });
    const plan = (await this.plans.get(organizationId, row.plan_id))!;
    const stage = plan.stages.find((known) => known.id === row.stage_id);
    const state: ApplicationState = {
      ...{ applicationId: id, planId: row.plan_id, status: row.status, stageId: row.stage_id, version: row.version },
      ...{ enteredStageAt: isoOf(row.entered), openingId: row.opening_id, reasonId: row.reason_id },
    };
    return {
      id,
      postingId: row.posting_id,
      postingTitle: row.title,
      candidate: row.candidate,
      ...{ status: row.status, stageId: row.stage_id, stageName: stage?.name ?? null, version: row.version },
      ...{ enteredStageAt: isoOf(row.entered), appliedAt: isoOf(row.applied), consentedAt: isoOf(row.consented) },
      endedAt: row.ended && isoOf(row.ended),
      ...{ source: row.source, country: row.country, residence: row.residence, residenceCheck: row.residence_check },
      ...{ answers: row.answers, statedContact: row.stated_contact, openingId: row.opening_id },
      reason: row.reason_id === null ? null : { id: row.reason_id, label: row.reason! },
      waiting: this.waiting(row, stage?.kind ?? null, stage?.selfSchedule ?? false),
      possibleCommands: may(actor, 'application.move', { teamRoles: row.team_roles }) ? possibleCommands(plan, state) : [],
      teamRoles: row.team_roles ?? [],
      stages: plan.stages.map(({ id: stageId, position, name, kind, skippableIf, targetDays, selfSchedule }) => ({
        ...{ id: stageId, position, name, kind, skippableIf, targetDays, selfSchedule },
      })),
      ...{ transitions: row.transitions ?? [], attachments: row.attachments ?? [] },
      // Whoever has to judge for themselves reads no opinion of others before.
      notes: (row.notes ?? []).filter(({ authorId }) => readsNotes || authorId === actor.personId),
    };
  }

  /** The candidate's own, by their signed link; null when it is gone. */
  async own(actor: CandidateActor): Promise<OwnApplicationView | null> {
    const { organizationId, applicationId } = actor;
    const [row] = await this.uow.read<OwnRow>(organizationId, 'own-application', OWN, [organizationId, applicationId]);
    if (!row) return null;
    const plan = (await this.plans.get(organizationId, row.plan_id))!;
    const stage = plan.stages.find((known) => known.id === row.stage_id);
    const position = stage?.position ?? 0;
    const ended = row.status !== 'ACTIVE';
    return {
      organization: row.organization,
      ...{ postingTitle: row.title, postingSlug: row.slug, candidateName: row.name, zone: row.zone, status: row.status },
      ...{ stageName: stage?.name ?? null, stageKind: stage?.kind ?? null },
      ...{ enteredStageAt: isoOf(row.entered), appliedAt: isoOf(row.applied) },
      waiting: this.waiting(row, stage?.kind ?? null, stage?.selfSchedule ?? false),
      expectedBy:
        ended || !stage || stage.targetDays === null
          ? null
          : new Date(Date.parse(isoOf(row.entered)) + stage.targetDays * DAY_MS).toISOString(),
      stages: plan.stages.map(({ name, kind, position: at }) => ({
        ...{ name, kind },
        state: at < position || row.status === 'HIRED' ? 'DONE' : at === position && !ended ? 'PRESENT' : 'AHEAD',
      })),
    };
  }

  /** The posting of an application that the actor may read, for those who act on it; null otherwise. */
  async isReadable(actor: Actor, id: Id): Promise<boolean> {
    if (!isId(id)) return false;
    const { organizationId } = actor;
    const [row] = await this.uow.read<{ team_roles: TeamRole[] | null; has_seat: boolean }>(
      organizationId,
      'application-readable',
      `SELECT ${TEAM_ROLES_OF} AS team_roles, ${HAS_SEAT} AS has_seat FROM applications a WHERE a.organization_id = $1 AND a.id = $2`,
      [organizationId, id, personIdOf(actor)],
    );
    return row !== undefined && may(actor, 'application.read', { teamRoles: row.team_roles, hasSeat: row.has_seat });
  }

  private waiting(
    row: Pick<Row, 'status' | 'due' | 'expires' | 'starts' | 'ends' | 'held'>,
    stageKind: StageKind | null,
    selfSchedule: boolean,
  ): Waiting {
    return waitingOf(
      {
        ...{ status: row.status, stageKind, selfSchedule },
        takeHomeDueAt: row.due && isoOf(row.due),
        requestExpiresAt: row.expires && isoOf(row.expires),
        interviewStartsAt: row.starts && isoOf(row.starts),
        interviewEndsAt: row.ends && isoOf(row.ends),
        interviewHeld: row.held,
      },
      `${this.clock.now().toISOString().slice(0, 19)}Z`,
    );
  }
}
