import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Application } from '#libs/applications/index.js';
import { Context, type RequestContext, Staff } from '#libs/platform/index.js';
import { type TakeHomeRow, TakeHomes } from '../queries/take-homes.js';
import { TakeHome, toTakeHome } from './take-home.types.js';

/** What an application shows of its take-homes. */
@Resolver(() => Application)
export class ApplicationTakeHomesResolver {
  constructor(private readonly query: TakeHomes) {}

  @ResolveField(() => [TakeHome], { description: 'Oldest first, cancelled ones too' })
  async takeHomes(
    @Parent() application: Application,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<TakeHome[]> {
    const loader = context.loader(
      'take-home.of-applications',
      () =>
        new DataLoader<Id, TakeHomeRow[]>(async (ids) => {
          const found = await this.query.ofApplications(actor, ids);
          return ids.map((id) => found.get(id) ?? []);
        }),
    );
    return (await loader.load(application.id)).map(toTakeHome);
  }
}
