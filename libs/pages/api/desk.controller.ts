import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may } from '#libs/identity/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { listPostings } from '#libs/postings/index.js';
import { Interviews, TimeProposals, TimeWishes } from '#libs/scheduling/index.js';
import { ScorecardsDue } from '#libs/scorecards/index.js';
import { type DeskPosting, deskPage } from '../views/desk-page.js';
import { stageCounts } from '../queries/stage-counts.js';
import { sendPage } from './form.js';
import { StaffDoor, type Visit } from './staff-door.js';

/** Postings and interviews that a desk shows; who has more looks them up. */
const MOST = 100;
const ORDER = ['OPEN', 'DRAFT', 'CLOSED'];

/** The page that a member begins with. */
@Controller('desk')
export class DeskController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly door: StaffDoor,
    private readonly due: ScorecardsDue,
    private readonly interviews: Interviews,
    private readonly wishes: TimeWishes,
    private readonly proposals: TimeProposals,
  ) {}

  @Get()
  async desk(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open(request, reply, async (visit) => {
      const [cardsDue, coming, postings, wishes, proposals] = await Promise.all([
        this.due.ofPerson(visit.actor),
        this.interviews.ofPerson(visit.actor, false, null, MOST),
        this.postings(visit),
        this.wishes.open(visit.actor),
        this.proposals.open(visit.actor),
      ]);
      const interviews = coming.map(({ interview, answer }) => ({
        applicationId: interview.application_id,
        stageId: interview.stage_id,
        stageName: interview.stage_name,
        candidateName: interview.candidate_name,
        postingTitle: interview.posting_title,
        startsAt: interview.starts_at,
        answer,
      }));
      await sendPage(
        reply,
        200,
        deskPage({ frame: visit.frame, now: visit.now, cardsDue, interviews, postings, wishes, proposals }),
      );
    });
  }

  /** Those the reader may read, open ones first, with counts where they may see the board. */
  private async postings({ actor }: Visit): Promise<DeskPosting[]> {
    const { nodes } = await listPostings(this.uow, actor, { status: null, first: MOST, after: null });
    const shown = nodes.filter(({ status }) => status !== 'ARCHIVED');
    const withBoard = shown.filter(({ team_roles }) => may(actor, 'board.read', { teamRoles: team_roles })).map(({ id }) => id);
    const counts = await stageCounts(this.uow, actor.organizationId, withBoard);
    return shown
      .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
      .map(({ id, title, status }) => ({
        ...{ id, title, status },
        stages: withBoard.includes(id) ? counts.filter(({ postingId }) => postingId === id) : null,
      }));
  }
}
