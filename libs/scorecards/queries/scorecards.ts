import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, standingIn } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import type { Recommendation, ScorecardState } from '../domain/scorecard.js';
import { VISIBLE, readerParams } from './visible-cards.js';

/** A card as a reader who may see it gets it. */
export interface ScorecardView {
  readonly id: Id;
  readonly applicationId: Id;
  readonly stageId: Id;
  readonly stageName: string;
  readonly authorId: Id;
  readonly interviewId: Id | null;
  readonly takeHomeId: Id | null;
  readonly version: number;
  readonly state: ScorecardState;
  readonly recommendation: Recommendation | null;
  readonly notes: string;
  /** ISO instants, as PostgreSQL writes them into JSON. */
  readonly updatedAt: string;
  readonly submittedAt: string | null;
  readonly ratings: readonly {
    readonly attributeId: Id;
    readonly name: string;
    readonly rating: number;
    readonly note: string;
  }[];
}

/** A card `c` with its stage `s` as JSON, the keys those of `ScorecardView`. */
export const CARD = `json_build_object(
  'id', c.id, 'applicationId', c.application_id, 'stageId', c.stage_id, 'stageName', s.name, 'authorId', c.author_id,
  'interviewId', c.interview_id, 'takeHomeId', c.take_home_id, 'version', c.version, 'state', c.state, 'recommendation', c.recommendation,
  'notes', c.notes, 'updatedAt', c.updated_at, 'submittedAt', c.submitted_at, 'ratings', coalesce((
    SELECT json_agg(json_build_object('attributeId', r.attribute_id, 'name', k.name, 'rating', r.rating, 'note', r.note) ORDER BY k.position)
      FROM scorecard_ratings r JOIN kit_attributes k ON k.organization_id = $1 AND k.id = r.attribute_id
     WHERE r.organization_id = $1 AND r.scorecard_id = c.id), '[]'))`;

const OF_APPLICATIONS = `
SELECT a.id,
       ${standingIn('a.posting_id', '$3')} AS team_roles,
       EXISTS (SELECT FROM take_homes t JOIN take_home_reviewers r ON r.organization_id = $1 AND r.take_home_id = t.id
                WHERE t.organization_id = $1 AND t.application_id = a.id AND r.person_id = $3)
       OR EXISTS (SELECT FROM interviews i JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = i.id
                   WHERE i.organization_id = $1 AND i.application_id = a.id AND e.person_id = $3 AND e.state <> 'CANCELLED') AS has_seat,
       coalesce((SELECT json_agg(${CARD} ORDER BY s.position, c.submitted_at, c.id)
                   FROM scorecards c JOIN plan_stages s ON s.organization_id = $1 AND s.id = c.stage_id
                  WHERE c.organization_id = $1 AND c.application_id = a.id AND ${VISIBLE}), '[]') AS cards
  FROM applications a WHERE a.organization_id = $1 AND a.id = ANY ($2::uuid[])`;

const ONE = `
SELECT ${CARD} AS card FROM scorecards c
  JOIN applications a ON a.organization_id = $1 AND a.id = c.application_id
  JOIN plan_stages s ON s.organization_id = $1 AND s.id = c.stage_id
 WHERE c.organization_id = $1 AND c.id = $2::uuid AND ${VISIBLE}`;

/** Cards, each reader's own share of them. */
@Injectable()
export class Scorecards {
  constructor(private readonly uow: UnitOfWork) {}

  /** The cards of several applications by one statement, in the order of the stages. An application that may not be read is missing. */
  async ofApplications(actor: Actor, applicationIds: readonly Id[]): Promise<Map<Id, ScorecardView[]>> {
    const rows = await this.uow.read<{ id: Id; team_roles: TeamRole[]; has_seat: boolean; cards: ScorecardView[] }>(
      actor.organizationId,
      'scorecards-of-applications',
      OF_APPLICATIONS,
      readerParams(actor, applicationIds.filter(isId)),
    );
    const readable = rows.filter((row) => may(actor, 'application.read', { teamRoles: row.team_roles, hasSeat: row.has_seat }));
    return new Map(readable.map(({ id, cards }) => [id, cards]));
  }

  /** One card, or null when it is not there or not for the actor to see. */
  async one(actor: Actor, scorecardId: Id): Promise<ScorecardView | null> {
    if (!isId(scorecardId)) return null;
    const params = readerParams(actor, scorecardId);
    const [row] = await this.uow.read<{ card: ScorecardView }>(actor.organizationId, 'scorecard', ONE, params);
    return row?.card ?? null;
  }
}
