import { Inject, Injectable } from '@nestjs/common';
import { may, standingIn } from '#libs/identity/index.js';
import { type Clock, type Id, type StaffActor, type TeamRole, isId } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';

/** How much one person interviews: for the posting, and for all postings together, since their weeks are one. */
export interface InterviewerLoad {
  readonly personId: Id;
  readonly name: string;
  /** Interviews that began in the last four weeks and were not cancelled. */
  readonly held: number;
  readonly heldHere: number;
  /** Interviews that begin in the next four weeks. */
  readonly coming: number;
  readonly comingHere: number;
  /** How many a week they mean to hold, by the pools of this posting; null for who is in none of them any more. */
  readonly targetPerWeek: number | null;
}

const WEEKS = 4;

const LOAD = `
WITH posting AS (
  SELECT p.id, ${standingIn('p.id', '$3')} AS team_roles
    FROM postings p WHERE p.organization_id = $1 AND p.id = $2
), sat AS (
  SELECT s.person_id, a.posting_id = $2 AS here, lower(i.during) < $4 AS past
    FROM interviews i
    JOIN interview_seats s ON s.organization_id = $1 AND s.interview_id = i.id AND s.state <> 'CANCELLED' AND s.part = 'INTERVIEWS'
    JOIN applications a ON a.organization_id = $1 AND a.id = i.application_id
   WHERE i.organization_id = $1 AND i.state IN ('CONFIRMED', 'COMPLETED', 'NO_SHOW') AND i.during && tstzrange($5, $6)
     AND lower(i.during) >= $5 AND lower(i.during) < $6
), pooled AS (
  SELECT m.person_id, max(m.target_per_week) AS target
    FROM postings p
    JOIN interview_plans l ON l.organization_id = $1 AND l.posting_id = p.id AND l.version = p.plan_version
    JOIN plan_stages st ON st.organization_id = $1 AND st.plan_id = l.id
    JOIN stage_seats ss ON ss.organization_id = $1 AND ss.stage_id = st.id
    JOIN interviewer_pool_members m ON m.organization_id = $1 AND m.pool_id = ss.pool_id
   WHERE p.organization_id = $1 AND p.id = $2 GROUP BY m.person_id
)
SELECT posting.team_roles, one.* FROM posting LEFT JOIN LATERAL (
  SELECT pe.id AS "personId", pe.name, pooled.target AS "targetPerWeek",
         count(*) FILTER (WHERE sat.past)::int AS held, count(*) FILTER (WHERE sat.past AND sat.here)::int AS "heldHere",
         count(*) FILTER (WHERE NOT sat.past)::int AS coming, count(*) FILTER (WHERE NOT sat.past AND sat.here)::int AS "comingHere"
    FROM people pe
    LEFT JOIN pooled ON pooled.person_id = pe.id
    LEFT JOIN sat ON sat.person_id = pe.id
   WHERE pe.organization_id = $1 AND pe.status = 'ACTIVE' AND (pooled.person_id IS NOT NULL OR EXISTS (SELECT FROM sat x WHERE x.person_id = pe.id AND x.here))
   GROUP BY pe.id, pe.name, pooled.target
) one ON true ORDER BY one.held + one.coming DESC, one.name, one."personId"`;

/** How interviews are spread over those who hold them. */
@Injectable()
export class InterviewerLoads {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of everybody in the pools of a posting's present plan and whoever sat in its interviews lately, the busiest first; null for who may not see its board. */
  async read(actor: StaffActor, postingId: Id): Promise<InterviewerLoad[] | null> {
    if (!isId(postingId)) return null;
    const now = this.clock.now();
    const away = (weeks: number) => new Date(now.getTime() + weeks * 7 * 86_400_000);
    const rows = await this.uow.read<InterviewerLoad & { readonly team_roles: TeamRole[] }>(
      actor.organizationId,
      'interviewer-load',
      LOAD,
      [actor.organizationId, postingId, actor.personId, now, away(-WEEKS), away(WEEKS)],
    );
    if (!rows[0] || !may(actor, 'board.read', { teamRoles: rows[0].team_roles })) return null;
    return rows.filter(({ personId }) => personId !== null);
  }
}
