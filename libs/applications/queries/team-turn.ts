import { Inject, Injectable } from '@nestjs/common';
import { may, isOpenTo } from '#libs/identity/index.js';
import { type Clock, type Id, type StaffActor, TEAM_ROLES } from '#libs/kernel/index.js';
import type { StageKind } from '#libs/pipeline/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { isoOf } from '../domain/text.js';
import { type WaitingFor, waitingOf } from '../domain/waiting.js';
import { INTERVIEW_HELD } from './application.js';

/** A posting whose board the reader may see, in numbers. */
export interface PostingTurn {
  readonly postingId: Id;
  readonly title: string;
  readonly status: string;
  /** Active applications. */
  readonly active: number;
  /** Of these, how many wait for the team. */
  readonly waiting: number;
}

/** An application that waits for the team. */
export interface WaitingApplication {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly postingTitle: string;
  readonly candidateName: string;
  /** Null is received, before the first stage. */
  readonly stageName: string | null;
  readonly waitingFor: WaitingFor;
  readonly since: string;
  /** Whole days beyond the stage's target; null within it or where there is none. */
  readonly lateDays: number | null;
}

export interface TeamTurnView {
  readonly count: number;
  readonly applications: readonly WaitingApplication[];
  readonly postings: readonly PostingTurn[];
}

interface Row {
  readonly postings: PostingTurn[];
  readonly applications: {
    readonly id: Id;
    readonly posting_id: Id;
    readonly title: string;
    readonly name: string;
    readonly stage: string | null;
    readonly kind: StageKind | null;
    readonly entered: string;
    readonly requested: string | null;
    readonly starts: string | null;
    readonly ends: string | null;
    readonly held: boolean;
    readonly late: number | null;
  }[];
}

/**
 * The rule of `waitingOf` as the database counts it: a meeting that is over, or nothing that the candidate has to do. A take-home that is out and a choice of time are
 * the candidate's turn. The spec holds the two against each other.
 */
const TEAM_IS_WAITED_FOR = `CASE WHEN i.id IS NOT NULL THEN upper(i.during) <= $3
     WHEN h.id IS NOT NULL THEN false WHEN r.id IS NOT NULL THEN NOT coalesce(s.self_schedule, false) ELSE true END`;

const TEAM_TURN = `
WITH led AS (
  SELECT p.id, p.title, p.status FROM postings p
   WHERE p.organization_id = $1 AND p.status IN ('OPEN', 'CLOSED')
     AND ($4 AND ${isOpenTo('p.id', '$2')} OR EXISTS (SELECT FROM hiring_team_members t WHERE t.organization_id = $1 AND t.posting_id = p.id AND t.person_id = $2 AND t.team_role = ANY ($5)))
), active AS (
  SELECT a.id, a.posting_id, a.candidate_id, led.title, s.name AS stage, s.kind, a.entered_stage_at, r.expires_at, i.during,
         ${INTERVIEW_HELD} AS held, ${TEAM_IS_WAITED_FOR} AS team,
         floor(extract(epoch FROM $3 - a.entered_stage_at) / 86400)::int - s.target_days AS late
    FROM led
    JOIN applications a ON a.organization_id = $1 AND a.posting_id = led.id AND a.status = 'ACTIVE'
    LEFT JOIN plan_stages s ON s.organization_id = $1 AND s.id = a.stage_id
    LEFT JOIN take_homes h ON h.organization_id = $1 AND h.application_id = a.id AND h.stage_id = a.stage_id AND h.status = 'SENT'
    LEFT JOIN schedule_requests r ON r.organization_id = $1 AND r.application_id = a.id AND r.transition_version = a.version AND r.status = 'OPEN'
    LEFT JOIN interviews i ON i.organization_id = $1 AND i.application_id = a.id AND i.stage_id = a.stage_id AND i.state IN ('HELD', 'CONFIRMED')
)
SELECT (SELECT coalesce(json_agg(n ORDER BY n.title, n."postingId"), '[]') FROM (
          SELECT led.id AS "postingId", led.title, led.status, count(x.id)::int AS active, count(x.id) FILTER (WHERE x.team)::int AS waiting
            FROM led LEFT JOIN active x ON x.posting_id = led.id GROUP BY led.id, led.title, led.status) n) AS postings,
       (SELECT coalesce(json_agg(w ORDER BY w.late DESC NULLS LAST, w.entered, w.id), '[]') FROM (
          SELECT x.id, x.posting_id, x.title, c.name, x.stage, x.kind, x.entered_stage_at::text AS entered, x.expires_at::text AS requested,
                 lower(x.during)::text AS starts, upper(x.during)::text AS ends, x.held, x.late
            FROM active x JOIN candidates c ON c.organization_id = $1 AND c.id = x.candidate_id
           WHERE x.team ORDER BY x.late DESC NULLS LAST, x.entered_stage_at, x.id LIMIT $6) w) AS applications`;

/** What waits for the team, over all postings that the reader leads or coordinates. */
@Injectable()
export class TeamTurnQuery {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Numbers of every open or closed posting, and the `first` applications, those longest over their target first. One statement. */
  async read(actor: StaffActor, first: number): Promise<TeamTurnView> {
    const now = this.clock.now();
    const everywhere = may(actor, 'board.read', { teamRoles: [] });
    const roles = TEAM_ROLES.filter((role) => may(actor, 'board.read', { teamRoles: [role] }));
    const [row] = await this.uow.read<Row>(actor.organizationId, 'team-turn', TEAM_TURN, [
      ...[actor.organizationId, actor.personId, now, everywhere, roles, first],
    ]);
    const { postings, applications } = row!;
    return {
      count: postings.reduce((sum, { waiting }) => sum + waiting, 0),
      postings,
      applications: applications.map((one) => shown(one, now.toISOString())),
    };
  }
}

function shown(row: Row['applications'][number], now: string): WaitingApplication {
  const waiting = waitingOf(
    {
      status: 'ACTIVE',
      stageKind: row.kind,
      selfSchedule: false,
      takeHomeDueAt: null,
      requestExpiresAt: row.requested && isoOf(row.requested),
      interviewStartsAt: row.starts && isoOf(row.starts),
      interviewEndsAt: row.ends && isoOf(row.ends),
      interviewHeld: row.held,
    },
    now,
  );
  return {
    ...{
      applicationId: row.id,
      postingId: row.posting_id,
      postingTitle: row.title,
      candidateName: row.name,
      stageName: row.stage,
    },
    waitingFor: waiting.for,
    since: isoOf(row.entered),
    lateDays: row.late !== null && row.late > 0 ? row.late : null,
  };
}
