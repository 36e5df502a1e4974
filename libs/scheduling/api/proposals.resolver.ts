import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type StaffActor, parseInstant } from '#libs/kernel/index.js';
import { Staff, answer, instance } from '#libs/platform/index.js';
import { TimeProposals } from '../queries/time-proposals.js';
import { ProposeTime } from '../use-cases/propose-time.js';
import { InterviewPayload, InterviewResult } from './interview.types.js';
import { ProposeTimeInput, SettleTimeProposalInput, TimeProposal } from './proposals.types.js';

/** Other times that interviewers propose. */
@Resolver()
export class ProposalsResolver {
  constructor(
    private readonly proposing: ProposeTime,
    private readonly proposals: TimeProposals,
  ) {}

  @Query(() => [TimeProposal], {
    description: 'Other times that interviewers propose and that wait for whoever coordinates, soonest interview first',
  })
  async timeProposals(@Staff() actor: StaffActor): Promise<TimeProposal[]> {
    return (await this.proposals.open(actor)).map((one) => instance(TimeProposal, one));
  }

  @Mutation(() => InterviewResult, {
    description:
      'An interviewer proposes another time: nothing moves, they may not come to the present one, and whoever coordinates has a task',
  })
  async proposeTime(@Staff() actor: StaffActor, @Args('input') input: ProposeTimeInput) {
    const proposed = await this.proposing.execute(actor, { ...input, startsAt: parseInstant(input.startsAt) });
    return answer(proposed, (value) => instance(InterviewPayload, value));
  }

  @Mutation(() => InterviewResult, { description: 'A proposed time was dealt with by another way than moving the interview' })
  async settleTimeProposal(@Staff() actor: StaffActor, @Args('input') input: SettleTimeProposalInput) {
    return answer(await this.proposing.settle(actor, input.interviewSeatId), (value) => instance(InterviewPayload, value));
  }
}
