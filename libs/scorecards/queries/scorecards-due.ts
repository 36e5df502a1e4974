import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Id, StaffActor } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';

/** A card that a person still has to write. */
export interface ScorecardDueView {
  readonly applicationId: Id;
  readonly stageId: Id;
  readonly stageName: string;
  readonly candidateName: string;
  readonly postingTitle: string;
  readonly interviewId: Id | null;
  readonly interviewSeatId: Id | null;
  readonly takeHomeId: Id | null;
  /** When the interview began or the work came. */
  readonly since: Date;
  /** The version of the draft that is there; 0 for none. */
  readonly draftVersion: number;
}

/** How many are answered; who has more has other worries. */
const MOST = 100;

@Injectable()
export class ScorecardsDue {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the person owes for interviews that have begun and work that was handed in, longest waiting first; ended applications wait for nothing. */
  async ofPerson(actor: StaffActor): Promise<ScorecardDueView[]> {
    return this.uow.read<ScorecardDueView>(
      actor.organizationId,
      'scorecards-due',
      `WITH owed AS (
         SELECT i.application_id, i.stage_id, i.id AS interview_id, e.id AS interview_seat_id, NULL::uuid AS take_home_id, lower(i.during) AS since
           FROM interview_seats e JOIN interviews i ON i.organization_id = $1 AND i.id = e.interview_id
          WHERE e.organization_id = $1 AND e.person_id = $2 AND e.state NOT IN ('CANCELLED', 'NO_SHOW') AND e.answer <> 'DECLINED' AND e.part <> 'SHADOWS'
            AND i.state NOT IN ('CANCELLED', 'NO_SHOW') AND lower(i.during) <= $3
         UNION ALL
         SELECT t.application_id, t.stage_id, NULL, NULL, t.id, t.submitted_at
           FROM take_home_reviewers r JOIN take_homes t ON t.organization_id = $1 AND t.id = r.take_home_id
          WHERE r.organization_id = $1 AND r.person_id = $2 AND t.status = 'SUBMITTED'),
       once AS (SELECT DISTINCT ON (application_id, stage_id) * FROM owed ORDER BY application_id, stage_id, since DESC)
       SELECT o.application_id AS "applicationId", o.stage_id AS "stageId", s.name AS "stageName", c.name AS "candidateName", p.title AS "postingTitle",
              o.interview_id AS "interviewId", o.interview_seat_id AS "interviewSeatId", o.take_home_id AS "takeHomeId", o.since,
              coalesce(d.version, 0) AS "draftVersion"
         FROM once o
         JOIN applications a ON a.organization_id = $1 AND a.id = o.application_id AND a.status = 'ACTIVE'
         JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
         JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
         JOIN plan_stages s ON s.organization_id = $1 AND s.id = o.stage_id
         LEFT JOIN scorecards d ON d.organization_id = $1 AND d.application_id = o.application_id AND d.stage_id = o.stage_id AND d.author_id = $2
        WHERE d.state IS DISTINCT FROM 'SUBMITTED'
        ORDER BY o.since, o.application_id LIMIT ${MOST}`,
      [actor.organizationId, actor.personId, this.clock.now()],
    );
  }
}
