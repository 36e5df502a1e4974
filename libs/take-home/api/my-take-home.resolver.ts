import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { CandidateActor } from '#libs/kernel/index.js';
import { Candidate, answer, idempotencyOf, instance } from '#libs/platform/index.js';
import { LoadMyTakeHome } from '../queries/load-my-take-home.js';
import { SubmitTakeHome } from '../use-cases/submit-take-home.js';
import { MyTakeHome, SubmitTakeHomeInput, SubmitTakeHomePayload, SubmitTakeHomeResult, toMyTakeHome } from './take-home.types.js';

/** The candidate's own take-home, by their signed link. */
@Resolver()
export class MyTakeHomeResolver {
  constructor(
    private readonly load: LoadMyTakeHome,
    private readonly submission: SubmitTakeHome,
  ) {}

  @Query(() => MyTakeHome, {
    nullable: true,
    description: 'The assignment of the candidate’s present stage, else the newest one',
  })
  async myTakeHome(@Candidate() actor: CandidateActor): Promise<MyTakeHome | null> {
    const view = await this.load.execute(actor);
    return view && toMyTakeHome(view);
  }

  @Mutation(() => SubmitTakeHomeResult, {
    description:
      'Hands work in. Late work is accepted until the stage is left; until it is reviewed, handing in again replaces it',
  })
  async submitTakeHome(
    @Candidate() actor: CandidateActor,
    @Args('input') input: SubmitTakeHomeInput,
  ): Promise<typeof SubmitTakeHomeResult> {
    const result = await this.submission.execute(actor, input, idempotencyOf('submitTakeHome', input));
    if (!result.ok) return answer(result, () => new SubmitTakeHomePayload());
    const view = (await this.load.execute(actor))!;
    return instance(SubmitTakeHomePayload, { takeHome: toMyTakeHome(view), resubmitted: result.value.resubmitted });
  }
}
