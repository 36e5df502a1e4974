import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import {
  Context,
  PageArgs,
  type RequestContext,
  Staff,
  UnitOfWork,
  answer,
  idempotencyOf,
  instance,
  notFound,
} from '#libs/platform/index.js';
import { ApplicationListQuery } from '../queries/application-list.js';
import { ApplicationQuery } from '../queries/application.js';
import { BoardQuery } from '../queries/board.js';
import { readStageFlow } from '../queries/stage-flow.js';
import { AddNote } from '../use-cases/add-note.js';
import {
  AddNoteInput,
  AddNotePayload,
  AddNoteResult,
  Application,
  ApplicationConnection,
  ApplicationFilterInput,
} from './application.types.js';
import { Board, BoardCard, StageFlow } from './board.types.js';

@Resolver(() => Board)
export class ApplicationResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly boards: BoardQuery,
    private readonly one: ApplicationQuery,
    private readonly list: ApplicationListQuery,
    private readonly notes: AddNote,
  ) {}

  @Query(() => Board, { description: 'All active applications of a posting, in one statement' })
  async board(@Staff() actor: StaffActor, @Args('postingId', { type: () => ID }) postingId: Id): Promise<Board> {
    const board = await this.boards.read(actor, postingId);
    if (!board) throw notFound('board');
    return board;
  }

  @ResolveField(() => [BoardCard], { description: 'Longest in their stage first' })
  cards(@Parent() board: Board, @Context() context: RequestContext): BoardCard[] {
    if (!context.flat) return board.cards;
    context.flat.items = board.cards;
    return [];
  }

  @Query(() => [StageFlow], { description: 'How applications went through the stages of a posting, for those who see its board' })
  async stageFlow(@Staff() actor: StaffActor, @Args('postingId', { type: () => ID }) postingId: Id): Promise<StageFlow[]> {
    if (!(await this.boards.isAllowed(actor, postingId))) throw notFound('board');
    return readStageFlow(this.uow, actor.organizationId, postingId);
  }

  @Query(() => Application)
  async application(@Staff() actor: StaffActor, @Args('id', { type: () => ID }) id: Id): Promise<Application> {
    const application = await this.one.read(actor, id);
    if (!application) throw notFound('application');
    return application;
  }

  @Query(() => ApplicationConnection, { description: "A posting's applications, newest first" })
  async applications(
    @Staff() actor: StaffActor,
    @Args('postingId', { type: () => ID }) postingId: Id,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ApplicationFilterInput, nullable: true }) filter?: ApplicationFilterInput | null,
  ): Promise<ApplicationConnection> {
    const found = await this.list.read(actor, postingId, filter ?? {}, page.first, page.after);
    if (!found) throw notFound('posting');
    return found;
  }

  @Mutation(() => AddNoteResult, { description: 'A note of the team on an application; the candidate never sees it' })
  async addNote(@Staff() actor: StaffActor, @Args('input') input: AddNoteInput) {
    const { applicationId, text } = input;
    return answer(await this.notes.execute(actor, applicationId, text, idempotencyOf('addNote', input)), (noteId) =>
      instance(AddNotePayload, { noteId }),
    );
  }
}
