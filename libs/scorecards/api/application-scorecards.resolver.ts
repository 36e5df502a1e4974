import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Application } from '#libs/applications/index.js';
import { Context, type RequestContext, Staff } from '#libs/platform/index.js';
import type { StageSummary } from '../domain/summary.js';
import { ScorecardSummaries } from '../queries/scorecard-summaries.js';
import { type ScorecardView, Scorecards } from '../queries/scorecards.js';
import { Scorecard, StageScorecards, toScorecard, toStageScorecards } from './scorecard.types.js';

/** What an application shows of its cards, to each reader their share. */
@Resolver(() => Application)
export class ApplicationScorecardsResolver {
  constructor(
    private readonly cards: Scorecards,
    private readonly summaries: ScorecardSummaries,
  ) {}

  @ResolveField(() => [Scorecard], {
    description: 'Your own, and those of others as soon as nothing of yours is missing in their stage',
  })
  async scorecards(
    @Parent() application: Application,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<Scorecard[]> {
    const loader = context.loader(
      'scorecards.of-applications',
      () =>
        new DataLoader<Id, ScorecardView[]>(async (ids) => {
          const found = await this.cards.ofApplications(actor, ids);
          return ids.map((id) => found.get(id) ?? []);
        }),
    );
    return (await loader.load(application.id)).map(toScorecard);
  }

  @ResolveField(() => [StageScorecards], {
    nullable: true,
    description: 'Stage by stage, for those who decide; null for everybody else',
  })
  async scorecardSummary(
    @Parent() application: Application,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<StageScorecards[] | null> {
    const loader = context.loader(
      'scorecards.summaries',
      () =>
        new DataLoader<Id, StageSummary[] | null>(async (ids) => {
          const found = await this.summaries.ofApplications(actor, ids);
          return ids.map((id) => found.get(id) ?? null);
        }),
    );
    return (await loader.load(application.id))?.map(toStageScorecards) ?? null;
  }
}
