import { Inject, Injectable } from '@nestjs/common';
import { isOpenTo, may } from '#libs/identity/index.js';
import { type Clock, type Id, type StaffActor, TEAM_ROLES } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';
import { UNANSWERED } from '../persistence/promise-rows.js';

/** A candidate who was promised an answer and has not had it. */
export interface PromisedAnswerRow {
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly postingTitle: string;
  readonly candidateName: string;
  /** Null is received, before the first stage. */
  readonly stageName: string | null;
  /** Since when they wait: what they did last. */
  readonly since: Date;
  readonly dueAt: Date;
  readonly broken: boolean;
  readonly lateToldAt: Date | null;
}

/** What was promised to candidates and is not done, over all postings whose board the reader may see. */
@Injectable()
export class PromisedAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The `first` of them, those due soonest first. One statement. */
  async read(actor: StaffActor, first: number): Promise<PromisedAnswerRow[]> {
    const everywhere = may(actor, 'board.read', { teamRoles: [] });
    const roles = TEAM_ROLES.filter((role) => may(actor, 'board.read', { teamRoles: [role] }));
    return this.uow.read<PromisedAnswerRow>(
      actor.organizationId,
      'promised-answers',
      `SELECT a.id AS "applicationId", p.id AS "postingId", p.title AS "postingTitle", c.name AS "candidateName", s.name AS "stageName", q.since, q.due_at AS "dueAt",
              q.due_at <= $3 AS broken, q.late_told_at AS "lateToldAt"
         FROM answer_promises q
         JOIN applications a ON a.organization_id = $1 AND a.id = q.application_id AND a.status = 'ACTIVE'
         JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
         JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
         LEFT JOIN plan_stages s ON s.organization_id = $1 AND s.id = a.stage_id
        WHERE q.organization_id = $1 AND ${UNANSWERED}
          AND ($4 AND ${isOpenTo('p.id', '$2')}
               OR EXISTS (SELECT FROM hiring_team_members t WHERE t.organization_id = $1 AND t.posting_id = p.id AND t.person_id = $2 AND t.team_role = ANY ($5)))
        ORDER BY q.due_at, a.id LIMIT $6`,
      [actor.organizationId, actor.personId, this.clock.now(), everywhere, roles, first],
    );
  }
}
