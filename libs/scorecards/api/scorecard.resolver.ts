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
import { LoadKit } from '../queries/load-kit.js';
import { ScorecardsDue } from '../queries/scorecards-due.js';
import { Scorecards } from '../queries/scorecards.js';
import { SaveScorecardDraft } from '../use-cases/save-scorecard-draft.js';
import { SubmitScorecard } from '../use-cases/submit-scorecard.js';
import type { CardWritten } from '../use-cases/write-card.js';
import { InterviewerKit, KitArgs, toInterviewerKit } from './kit.types.js';
import {
  RatingOfAuthor,
  Scorecard,
  ScorecardInput,
  ScorecardOwed,
  ScorecardPayload,
  ScorecardResult,
  toScorecard,
} from './scorecard.types.js';

/** Kits and cards. Who sees whose card is decided by the query. */
@Resolver(() => Scorecard)
export class ScorecardResolver {
  constructor(
    private readonly cards: Scorecards,
    private readonly due: ScorecardsDue,
    private readonly kits: LoadKit,
    private readonly drafts: SaveScorecardDraft,
    private readonly submission: SubmitScorecard,
    private readonly uow: UnitOfWork,
  ) {}

  @Query(() => InterviewerKit, {
    description: 'By a seat, or by application and stage; for who writes there and who leads the team',
  })
  async interviewKit(@Args() args: KitArgs, @Staff() actor: StaffActor): Promise<InterviewerKit> {
    const { applicationId, stageId, interviewSeatId } = args;
    const asked = interviewSeatId ? { interviewSeatId } : { applicationId: applicationId ?? '', stageId: stageId ?? '' };
    const view = await this.kits.execute(actor, asked);
    if (!view) throw notFound('interview kit');
    return toInterviewerKit(view);
  }

  @Query(() => [Scorecard], {
    description: 'Your own, and those of others as soon as nothing of yours is missing in their stage',
  })
  async scorecards(
    @Args('applicationId', { type: () => ID }) applicationId: Id,
    @Staff() actor: StaffActor,
  ): Promise<Scorecard[]> {
    const cards = (await this.cards.ofApplications(actor, [applicationId])).get(applicationId);
    if (!cards) throw notFound('application');
    return cards.map(toScorecard);
  }

  @Query(() => [ScorecardOwed], { description: 'What you still have to write, longest waiting first, at most 100' })
  async myScorecardsDue(@Staff() actor: StaffActor): Promise<ScorecardOwed[]> {
    return (await this.due.ofPerson(actor)).map((owed) => instance(ScorecardOwed, owed));
  }

  @ResolveField(() => Person)
  async author(@Parent() card: Scorecard, @Context() context: RequestContext): Promise<Person> {
    return toPerson((await peopleLoader(context, this.uow).load(card.authorId))!);
  }

  @Mutation(() => ScorecardResult, { description: 'Keeps what was typed so far; nobody else sees it' })
  async saveScorecardDraft(@Staff() actor: StaffActor, @Args('input') input: ScorecardInput): Promise<typeof ScorecardResult> {
    return this.show(actor, await this.drafts.execute(actor, input, idempotencyOf('saveScorecardDraft', input)));
  }

  @Mutation(() => ScorecardResult, { description: 'Hands the card in, or amends the one that is in; its author alone may' })
  async submitScorecard(@Staff() actor: StaffActor, @Args('input') input: ScorecardInput): Promise<typeof ScorecardResult> {
    return this.show(actor, await this.submission.execute(actor, input, idempotencyOf('submitScorecard', input)));
  }

  private async show(actor: StaffActor, result: Result<CardWritten, Refusal>) {
    if (!result.ok) return answer(result, () => new ScorecardPayload());
    const view = (await this.cards.one(actor, result.value.scorecardId))!;
    return instance(ScorecardPayload, { scorecard: toScorecard(view) });
  }
}

@Resolver(() => RatingOfAuthor)
export class RatingOfAuthorResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField(() => Person)
  async author(@Parent() rating: RatingOfAuthor, @Context() context: RequestContext): Promise<Person> {
    return toPerson((await peopleLoader(context, this.uow).load(rating.authorId))!);
  }
}
