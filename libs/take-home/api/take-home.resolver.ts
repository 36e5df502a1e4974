import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Id, Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import { Person, peopleLoader, toPerson } from '#libs/identity/index.js';
import {
  Context,
  type RequestContext,
  Staff,
  UnitOfWork,
  answer,
  idempotencyOf,
  instance,
  notFound,
} from '#libs/platform/index.js';
import { TakeHomes } from '../queries/take-homes.js';
import { CancelTakeHome } from '../use-cases/cancel-take-home.js';
import type { TakeHomeChanged } from '../use-cases/change-take-home.js';
import { AssignReviewer, RemoveReviewer } from '../use-cases/change-reviewers.js';
import { ExtendTakeHome } from '../use-cases/extend-take-home.js';
import { SetTakeHomeBrief } from '../use-cases/set-take-home-brief.js';
import {
  CancelTakeHomeInput,
  ExtendTakeHomeInput,
  ReviewerInput,
  SetTakeHomeBriefInput,
  TakeHome,
  TakeHomePayload,
  TakeHomeResult,
  toTakeHome,
} from './take-home.types.js';

/** Take-homes for the team and the reviewers. */
@Resolver(() => TakeHome)
export class TakeHomeResolver {
  constructor(
    private readonly takeHomes: TakeHomes,
    private readonly extending: ExtendTakeHome,
    private readonly cancelling: CancelTakeHome,
    private readonly briefing: SetTakeHomeBrief,
    private readonly assigning: AssignReviewer,
    private readonly removing: RemoveReviewer,
    private readonly uow: UnitOfWork,
  ) {}

  @Query(() => TakeHome, { description: 'For those who may read the application, its reviewers among them' })
  async takeHome(@Args('id', { type: () => ID }) id: Id, @Staff() actor: StaffActor): Promise<TakeHome> {
    const row = await this.takeHomes.one(actor, id);
    if (!row) throw notFound('take-home');
    return toTakeHome(row);
  }

  @ResolveField(() => [Person], { description: 'Who reviews it and writes a scorecard' })
  async reviewers(@Parent() takeHome: TakeHome, @Context() context: RequestContext): Promise<Person[]> {
    const loader = peopleLoader(context, this.uow);
    const people = await Promise.all(takeHome.reviewerIds.map((id) => loader.load(id)));
    return people.filter((person) => person !== null).map(toPerson);
  }

  @Mutation(() => TakeHomeResult, { description: 'Gives the candidate more time; they are told' })
  async extendTakeHome(@Staff() actor: StaffActor, @Args('input') input: ExtendTakeHomeInput): Promise<typeof TakeHomeResult> {
    return this.show(actor, await this.extending.execute(actor, input, idempotencyOf('extendTakeHome', input)));
  }

  @Mutation(() => TakeHomeResult, { description: 'The team does without the work; the candidate stays in the stage' })
  async cancelTakeHome(@Staff() actor: StaffActor, @Args('input') input: CancelTakeHomeInput): Promise<typeof TakeHomeResult> {
    return this.show(actor, await this.cancelling.execute(actor, input, idempotencyOf('cancelTakeHome', input)));
  }

  @Mutation(() => TakeHomeResult, { description: 'Writes the assignment anew, before work is handed in' })
  async setTakeHomeBrief(
    @Staff() actor: StaffActor,
    @Args('input') input: SetTakeHomeBriefInput,
  ): Promise<typeof TakeHomeResult> {
    return this.show(actor, await this.briefing.execute(actor, input, idempotencyOf('setTakeHomeBrief', input)));
  }

  @Mutation(() => TakeHomeResult, { description: 'Asks one more member to review it' })
  async assignReviewer(@Staff() actor: StaffActor, @Args('input') input: ReviewerInput): Promise<typeof TakeHomeResult> {
    return this.show(actor, await this.assigning.execute(actor, input, idempotencyOf('assignReviewer', input)));
  }

  @Mutation(() => TakeHomeResult, { description: 'Refused once their scorecard is in' })
  async removeReviewer(@Staff() actor: StaffActor, @Args('input') input: ReviewerInput): Promise<typeof TakeHomeResult> {
    return this.show(actor, await this.removing.execute(actor, input, idempotencyOf('removeReviewer', input)));
  }

  private async show(actor: StaffActor, result: Result<TakeHomeChanged, Refusal>) {
    if (!result.ok) return answer(result, () => new TakeHomePayload());
    const row = await this.takeHomes.one(actor, result.value.takeHomeId);
    if (!row) throw notFound('take-home');
    return instance(TakeHomePayload, { takeHome: toTakeHome(row) });
  }
}
