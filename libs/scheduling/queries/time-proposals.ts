import { Inject, Injectable } from '@nestjs/common';
import { may, standingIn } from '#libs/identity/index.js';
import { formatInZone, type Clock, type Id, type StaffActor, type TeamRole } from '#libs/kernel/index.js';
import { CLOCK, UnitOfWork } from '#libs/platform/index.js';

/** Another time that an interviewer proposes and that waits for whoever coordinates. */
export interface TimeProposalSeen {
  readonly interviewSeatId: Id;
  readonly interviewId: Id;
  /** The interview's, for moving it. */
  readonly version: number;
  readonly applicationId: Id;
  readonly postingId: Id;
  readonly postingTitle: string;
  readonly candidateName: string;
  readonly stageName: string;
  readonly personName: string;
  readonly startsAt: string;
  readonly proposedAt: string;
  /** The proposed time in words, in the posting's zone. */
  readonly said: string;
  readonly note: string;
}

type Row = Omit<TimeProposalSeen, 'startsAt' | 'proposedAt' | 'said'> & {
  readonly startsAt: Date;
  readonly proposedAt: Date;
  readonly zone: string;
  readonly teamRoles: TeamRole[];
};

const MOST = 200;

/** Reads of what interviewers propose. */
@Injectable()
export class TimeProposals {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Open ones for interviews to come that the actor may schedule, soonest interview first, at most 200. */
  async open(actor: StaffActor): Promise<TimeProposalSeen[]> {
    const rows = await this.uow.read<Row>(
      actor.organizationId,
      'open-time-proposals',
      `SELECT s.id AS "interviewSeatId", i.id AS "interviewId", i.version, i.application_id AS "applicationId", a.posting_id AS "postingId", p.title AS "postingTitle",
              c.name AS "candidateName", st.name AS "stageName", pe.name AS "personName", lower(i.during) AS "startsAt", s.proposed_at AS "proposedAt",
              i.zone, s.proposal_note AS note,
              ${standingIn('a.posting_id', '$2')} AS "teamRoles"
         FROM interview_seats s
         JOIN interviews i ON i.organization_id = $1 AND i.id = s.interview_id AND i.state = 'CONFIRMED' AND lower(i.during) > $3
         JOIN applications a ON a.organization_id = $1 AND a.id = i.application_id
         JOIN postings p ON p.organization_id = $1 AND p.id = a.posting_id
         JOIN candidates c ON c.organization_id = $1 AND c.id = i.candidate_id
         JOIN plan_stages st ON st.organization_id = $1 AND st.id = i.stage_id
         JOIN people pe ON pe.organization_id = $1 AND pe.id = s.person_id
        WHERE s.organization_id = $1 AND s.proposed_at > $3 AND s.state = 'CONFIRMED' ORDER BY lower(i.during), s.id`,
      [actor.organizationId, actor.personId, this.clock.now()],
    );
    return rows
      .filter(({ teamRoles }) => may(actor, 'interview.schedule', { teamRoles }))
      .slice(0, MOST)
      .map(({ teamRoles: _, zone, startsAt, proposedAt, ...row }) => ({
        ...row,
        startsAt: startsAt.toISOString(),
        proposedAt: proposedAt.toISOString(),
        said: formatInZone(proposedAt, zone),
      }));
  }
}
