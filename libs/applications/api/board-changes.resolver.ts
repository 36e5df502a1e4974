import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Staff, notFound } from '#libs/platform/index.js';
import { BoardQuery } from '../queries/board.js';
import { LiveBoards } from '../queries/live-boards.js';
import { BoardChange } from './board.types.js';

@Resolver()
export class BoardChangesResolver {
  constructor(
    private readonly boards: BoardQuery,
    private readonly live: LiveBoards,
  ) {}

  @Subscription(() => BoardChange, {
    description: 'Tells that the board of a posting changed, soon after it did; read the board again',
    resolve(this: void, at: Date, args: { postingId: Id }): BoardChange {
      return { postingId: args.postingId, at: at.toISOString() };
    },
  })
  async boardChanged(
    @Staff() actor: StaffActor,
    @Args('postingId', { type: () => ID }) postingId: Id,
  ): Promise<AsyncIterableIterator<Date>> {
    if (!(await this.boards.isAllowed(actor, postingId))) throw notFound('board');
    return this.live.watch(actor.organizationId, postingId);
  }
}
