import { Injectable } from '@nestjs/common';
import { type Actor, type Id, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, standingIn } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { type StageSummary, type SummaryCard, type SummaryStage, summarise } from '../domain/summary.js';
import { VISIBLE, readerParams } from './visible-cards.js';

// Who is expected to write: who sits in an interview that took or takes place and has not declined, who reviews, and whoever has written.
const SUMMARY = `
WITH card AS (
  SELECT c.id, c.application_id, c.stage_id, c.author_id, c.recommendation, ${VISIBLE} AS visible
    FROM scorecards c JOIN applications a ON a.organization_id = $1 AND a.id = c.application_id
   WHERE c.organization_id = $1 AND c.application_id = ANY ($2::uuid[]) AND c.state = 'SUBMITTED'),
expected AS (
  SELECT i.application_id, i.stage_id, e.person_id FROM interviews i JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = i.id
   WHERE i.organization_id = $1 AND i.application_id = ANY ($2::uuid[]) AND i.state NOT IN ('CANCELLED', 'NO_SHOW')
     AND e.state NOT IN ('CANCELLED', 'NO_SHOW') AND e.answer <> 'DECLINED' AND e.part <> 'SHADOWS'
  UNION SELECT t.application_id, t.stage_id, r.person_id FROM take_homes t JOIN take_home_reviewers r ON r.organization_id = $1 AND r.take_home_id = t.id
   WHERE t.organization_id = $1 AND t.application_id = ANY ($2::uuid[]) AND t.status <> 'CANCELLED'
  UNION SELECT application_id, stage_id, author_id FROM card)
SELECT a.id,
       ${standingIn('a.posting_id', '$3')} AS team_roles,
       coalesce((SELECT json_agg(json_build_object('stageId', s.id, 'stageName', s.name, 'position', s.position, 'expected', x.people, 'attributes', coalesce((
                     SELECT json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.position)
                       FROM interview_kits kit JOIN kit_attributes k ON k.organization_id = $1 AND k.kit_id = kit.id
                      WHERE kit.organization_id = $1 AND kit.stage_id = s.id), '[]')))
                   FROM (SELECT stage_id, count(*)::int AS people FROM expected WHERE application_id = a.id GROUP BY stage_id) x
                   JOIN plan_stages s ON s.organization_id = $1 AND s.id = x.stage_id), '[]') AS stages,
       coalesce((SELECT json_agg(json_build_object('stageId', card.stage_id, 'visible', card.visible,
                     'authorId', CASE WHEN card.visible THEN card.author_id END,
                     'recommendation', CASE WHEN card.visible THEN card.recommendation END,
                     'ratings', coalesce((SELECT json_agg(json_build_object('attributeId', r.attribute_id, 'rating', r.rating, 'note', r.note))
                                   FROM scorecard_ratings r WHERE card.visible AND r.organization_id = $1 AND r.scorecard_id = card.id), '[]')) ORDER BY card.id)
                   FROM card WHERE card.application_id = a.id), '[]') AS cards
  FROM applications a WHERE a.organization_id = $1 AND a.id = ANY ($2::uuid[])`;

/** What the hiring manager decides by: all cards side by side, as far as they may see them. */
@Injectable()
export class ScorecardSummaries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The summaries of several applications by one statement. One whose summary is not the actor's to see is missing. */
  async ofApplications(actor: Actor, applicationIds: readonly Id[]): Promise<Map<Id, StageSummary[]>> {
    const rows = await this.uow.read<{ id: Id; team_roles: TeamRole[]; stages: SummaryStage[]; cards: SummaryCard[] }>(
      actor.organizationId,
      'scorecard-summaries',
      SUMMARY,
      readerParams(actor, applicationIds.filter(isId)),
    );
    const allowed = rows.filter((row) => may(actor, 'scorecard.summary', { teamRoles: row.team_roles }));
    return new Map(allowed.map(({ id, stages, cards }) => [id, summarise(stages, cards)]));
  }
}
