import type { Actor, Id, TeamRole } from '#libs/kernel/index.js';
import { POLICY, may, personIdOf, isOpenTo } from '#libs/identity/index.js';

/**
 * SQL that is true for a card `c` of an application `a` that the reader may see; the parameters are those of `readerParams`.
 *
 * One's own always. Another's only when it is in, and either one's own for the same stage is in too, or one has nothing to write there (no seat, no
 * review) and is allowed the summary. So nobody who still has to judge sees a judgement: a hiring manager with a seat is as blind as everybody. It is
 * part of the statement, so that no screen and no mapper can forget it.
 */
export const VISIBLE = `(c.author_id = $3 OR (c.state = 'SUBMITTED' AND (
  EXISTS (SELECT FROM scorecards own WHERE own.organization_id = $1 AND own.application_id = c.application_id AND own.stage_id = c.stage_id
                                       AND own.author_id = $3 AND own.state = 'SUBMITTED')
  OR (($4::boolean AND ${isOpenTo('a.posting_id', '$3')} OR EXISTS (SELECT FROM hiring_team_members h WHERE h.organization_id = $1 AND h.posting_id = a.posting_id
                                                                 AND h.person_id = $3 AND h.team_role = ANY ($5::text[])))
      AND NOT EXISTS (SELECT FROM interviews i JOIN interview_seats e ON e.organization_id = $1 AND e.interview_id = i.id
                       WHERE i.organization_id = $1 AND i.application_id = c.application_id AND i.stage_id = c.stage_id AND e.person_id = $3
                         AND i.state NOT IN ('CANCELLED', 'NO_SHOW') AND e.state NOT IN ('CANCELLED', 'NO_SHOW'))
      AND NOT EXISTS (SELECT FROM take_homes t JOIN take_home_reviewers r ON r.organization_id = $1 AND r.take_home_id = t.id
                       WHERE t.organization_id = $1 AND t.application_id = c.application_id AND t.stage_id = c.stage_id AND r.person_id = $3
                         AND t.status <> 'CANCELLED')))))`;

/** $1 to $5 of a statement with `VISIBLE`: organisation, what is asked for, the reader, whether their role allows the summary, which team roles do. */
export function readerParams(actor: Actor, asked: unknown): [Id, unknown, Id | null, boolean, readonly TeamRole[]] {
  return [actor.organizationId, asked, personIdOf(actor), may(actor, 'scorecard.summary'), POLICY['scorecard.summary'].team];
}
