import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Id, type StaffActor, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, standingIn } from '#libs/identity/index.js';
import type { ApplicationStatus, StageKind } from '#libs/pipeline/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import type { ResidenceAnswer } from '#libs/postings/index.js';
import { isoOf } from '../domain/text.js';
import { type WaitingFor, type WaitingOn, waitingOf } from '../domain/waiting.js';
import { INTERVIEW_HELD } from './application.js';

export interface BoardCardRow {
  readonly id: Id;
  readonly candidateId: Id;
  readonly candidateName: string;
  readonly stageId: Id | null;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly enteredStageAt: string;
  readonly appliedAt: string;
  readonly residenceCheck: ResidenceAnswer;
  readonly waitingOn: WaitingOn;
  readonly waitingFor: WaitingFor;
  readonly waitingUntil: string | null;
}

export interface BoardColumnRow {
  readonly stageId: Id | null;
  readonly name: string;
  readonly kind: StageKind | null;
  readonly selfSchedule: boolean;
  readonly targetDays: number | null;
  readonly planVersion: number;
  readonly present: boolean;
}

export interface BoardView {
  readonly postingId: Id;
  readonly title: string;
  readonly slug: string;
  readonly status: string;
  readonly columns: (BoardColumnRow & { readonly count: number })[];
  readonly cards: BoardCardRow[];
  readonly ended: { readonly hired: number; readonly rejected: number; readonly withdrawn: number };
}

interface Head {
  readonly title: string;
  readonly slug: string;
  readonly status: string;
  readonly team_roles: TeamRole[] | null;
  readonly columns: BoardColumnRow[];
  readonly ended: { status: ApplicationStatus; n: number }[] | null;
}

interface Row {
  readonly head: Head | null;
  readonly id: Id;
  readonly candidate_id: Id;
  readonly name: string;
  readonly stage_id: Id | null;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly entered: string;
  readonly applied: string;
  readonly residence: ResidenceAnswer;
  readonly due: string | null;
  readonly expires: string | null;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly held: boolean;
}

/**
 * The whole board in one statement: one row with the posting and its columns, one for every card. Instants stay text (a Date costs more than
 * the row). Columns of older plan versions are shown while somebody is in them: a candidate stays on the plan they entered.
 */
export const BOARD = `
SELECT json_build_object(
         'title', p.title, 'slug', p.slug, 'status', p.status,
         'team_roles', ${standingIn('$2', '$3')},
         'ended', (SELECT json_agg(e) FROM (SELECT a.status, count(*)::int AS n FROM applications a
                    WHERE a.organization_id = $1 AND a.posting_id = $2 AND a.status <> 'ACTIVE' GROUP BY a.status) e),
         'columns', (SELECT json_agg(json_build_object('stageId', s.id, 'name', s.name, 'kind', s.kind, 'selfSchedule', s.self_schedule,
                            'targetDays', s.target_days, 'planVersion', v.version, 'present', v.version = p.plan_version) ORDER BY v.version DESC, s.position)
                       FROM interview_plans v JOIN plan_stages s ON s.organization_id = $1 AND s.plan_id = v.id
                      WHERE v.organization_id = $1 AND v.posting_id = $2)) AS head,
       NULL::uuid AS id, NULL::uuid AS candidate_id, NULL AS name, NULL::uuid AS stage_id, NULL AS status, NULL::int AS version, NULL AS entered, NULL AS applied,
       NULL AS residence, NULL AS due, NULL AS expires, NULL AS starts, NULL AS ends, NULL::boolean AS held
  FROM postings p WHERE p.organization_id = $1 AND p.id = $2
UNION ALL
SELECT NULL, a.id, a.candidate_id, c.name, a.stage_id, a.status, a.version, a.entered_stage_at::text, a.applied_at::text, a.residence_check,
       h.due_at::text, r.expires_at::text, lower(i.during)::text, upper(i.during)::text, ${INTERVIEW_HELD}
  FROM applications a
  JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
  LEFT JOIN take_homes h ON h.organization_id = $1 AND h.application_id = a.id AND h.stage_id = a.stage_id AND h.status = 'SENT'
  LEFT JOIN schedule_requests r ON r.organization_id = $1 AND r.application_id = a.id AND r.transition_version = a.version AND r.status = 'OPEN'
  LEFT JOIN interviews i ON i.organization_id = $1 AND i.application_id = a.id AND i.stage_id = a.stage_id AND i.state IN ('HELD', 'CONFIRMED')
 WHERE a.organization_id = $1 AND a.posting_id = $2 AND a.status = 'ACTIVE'`;

@Injectable()
export class BoardQuery {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All active applications of a posting, oldest in their stage first; null when there is no such posting or the actor may not see its board. */
  async read(actor: StaffActor, postingId: Id): Promise<BoardView | null> {
    if (!isId(postingId)) return null;
    const rows = await this.uow.read<Row>(actor.organizationId, 'board', BOARD, [
      actor.organizationId,
      postingId,
      actor.personId,
    ]);
    const at = rows.findIndex(({ head }) => head !== null);
    const head = rows[at]?.head;
    if (!head || !may(actor, 'board.read', { teamRoles: head.team_roles })) return null;
    rows.splice(at, 1);
    return assemble(postingId, head, rows, `${this.clock.now().toISOString().slice(0, 19)}Z`);
  }

  /** Whether the actor may see the board of this posting. */
  async isAllowed(actor: StaffActor, postingId: Id): Promise<boolean> {
    if (!isId(postingId)) return false;
    const [row] = await this.uow.read<{ team_roles: TeamRole[] | null }>(
      actor.organizationId,
      'board-allowed',
      `SELECT ${standingIn('$2', '$3')} AS team_roles
         FROM postings p WHERE p.organization_id = $1 AND p.id = $2`,
      [actor.organizationId, postingId, actor.personId],
    );
    return row !== undefined && may(actor, 'board.read', { teamRoles: row.team_roles });
  }
}

const RECEIVED = {
  stageId: null,
  name: 'Received',
  kind: null,
  selfSchedule: false,
  targetDays: null,
  planVersion: 0,
  present: true,
} as const;

function assemble(postingId: Id, head: Head, rows: Row[], now: string): BoardView {
  const known = new Map<Id | null, BoardColumnRow>([RECEIVED, ...(head.columns ?? [])].map((column) => [column.stageId, column]));
  const counts = new Map<Id | null, number>();
  rows.sort((a, b) => (a.entered < b.entered ? -1 : a.entered > b.entered ? 1 : 0));
  const cards = rows.map((row) => {
    counts.set(row.stage_id, (counts.get(row.stage_id) ?? 0) + 1);
    return toCard(row, known.get(row.stage_id), now);
  });
  const ended = (status: ApplicationStatus) => head.ended?.find((entry) => entry.status === status)?.n ?? 0;
  const columns = [...known.values()]
    .map((column) => ({ ...column, count: counts.get(column.stageId) ?? 0 }))
    .filter(({ present, count }) => present || count > 0);
  return {
    postingId,
    ...{ title: head.title, slug: head.slug, status: head.status, columns, cards },
    ended: { hired: ended('HIRED'), rejected: ended('REJECTED'), withdrawn: ended('WITHDRAWN') },
  };
}

function toCard(row: Row, column: BoardColumnRow | undefined, now: string): BoardCardRow {
  const waiting = waitingOf(
    {
      status: row.status,
      stageKind: column?.kind ?? null,
      selfSchedule: column?.selfSchedule ?? false,
      takeHomeDueAt: row.due && isoOf(row.due),
      requestExpiresAt: row.expires && isoOf(row.expires),
      interviewStartsAt: row.starts && isoOf(row.starts),
      interviewEndsAt: row.ends && isoOf(row.ends),
      interviewHeld: row.held,
    },
    now,
  );
  return {
    id: row.id,
    candidateId: row.candidate_id,
    candidateName: row.name,
    stageId: row.stage_id,
    status: row.status,
    version: row.version,
    enteredStageAt: isoOf(row.entered),
    appliedAt: isoOf(row.applied),
    residenceCheck: row.residence,
    waitingOn: waiting.on,
    waitingFor: waiting.for,
    waitingUntil: waiting.until,
  };
}
