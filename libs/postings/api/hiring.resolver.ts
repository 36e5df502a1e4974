import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Id, Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import { Context, type RequestContext, Staff, UnitOfWork, answer, idempotencyOf, instance } from '#libs/platform/index.js';
import { poolLoader, postingLoader, presentPlanLoader, plansLoader } from '../queries/index.js';
import { ConfidentialPostings } from '../use-cases/confidential-postings.js';
import { EditKit } from '../use-cases/edit-kit.js';
import { EditPlan } from '../use-cases/edit-plan.js';
import { HiringTeam } from '../use-cases/hiring-team.js';
import { InterviewerPools } from '../use-cases/interviewer-pools.js';
import { SetPostingQuestions } from '../use-cases/posting-questions.js';
import {
  AddOpeningsInput,
  AddPoolMemberInput,
  AssignSeatPoolInput,
  CancelOpeningInput,
  CreatePoolInput,
  EditKitInput,
  EditKitPayload,
  EditKitResult,
  EditPlanInput,
  PoolMemberInput,
  PoolPayload,
  PoolResult,
  RenamePoolInput,
  SetPostingConfidentialInput,
  SetPostingQuestionsInput,
  TeamMemberInput,
} from './hiring-input.types.js';
import { toPlan, toPool, toPosting } from './mappers.js';
import { ChangePostingResult, PostingPayload } from './posting-input.types.js';

/** How a posting's process is run: plan, kits, questions, openings and hiring team. */
@Resolver()
export class HiringResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: EditPlan,
    private readonly kits: EditKit,
    private readonly team: HiringTeam,
    private readonly questions: SetPostingQuestions,
    private readonly confidential: ConfidentialPostings,
  ) {}

  @Mutation(() => ChangePostingResult, { description: "Makes the plan's next version; candidates stay on the one they entered" })
  async editPlan(@Args('input') input: EditPlanInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.plans.execute(actor, input, idempotencyOf('editPlan', input)), actor, context);
  }

  @Mutation(() => ChangePostingResult, { description: 'Says which pool fills a seat; booked interviews keep their people' })
  async assignSeatPool(
    @Args('input') input: AssignSeatPoolInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ) {
    const given = { seatId: input.seatId, poolId: input.poolId ?? null };
    return this.payload(await this.plans.assignPool(actor, given, idempotencyOf('assignSeatPool', input)), actor, context);
  }

  @Mutation(() => EditKitResult, { description: 'Changes what the interviewers of a stage assess; what has been rated stays' })
  async editKit(@Args('input') input: EditKitInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    const result = await this.kits.execute(actor, input, idempotencyOf('editKit', input));
    const plans = result.ok
      ? ((await plansLoader(context, this.uow).clear(result.value.postingId).load(result.value.postingId)) ?? [])
      : [];
    const stage = plans
      .map(toPlan)
      .flatMap(({ stages }) => stages)
      .find(({ id }) => id === input.stageId);
    return answer(result, ({ kept }) => instance(EditKitPayload, { kit: stage?.kit ?? null, kept }));
  }

  @Mutation(() => ChangePostingResult, { description: 'Adds seats to fill' })
  async addOpenings(@Args('input') input: AddOpeningsInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.team.addOpenings(actor, input, idempotencyOf('addOpenings', input)), actor, context);
  }

  @Mutation(() => ChangePostingResult, { description: 'Takes back a seat that nobody was hired into' })
  async cancelOpening(@Args('input') input: CancelOpeningInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.team.cancelOpening(actor, input, idempotencyOf('cancelOpening', input)), actor, context);
  }

  @Mutation(() => ChangePostingResult, { description: 'Gives a person a role in the hiring team' })
  async addTeamMember(@Args('input') input: TeamMemberInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.team.addMember(actor, input, idempotencyOf('addTeamMember', input)), actor, context);
  }

  @Mutation(() => ChangePostingResult, { description: 'Takes a role in the hiring team from a person' })
  async removeTeamMember(@Args('input') input: TeamMemberInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.team.removeMember(actor, input, idempotencyOf('removeTeamMember', input)), actor, context);
  }

  @Mutation(() => ChangePostingResult, { description: 'Sets what the posting asks of those who apply' })
  async setPostingQuestions(
    @Args('input') input: SetPostingQuestionsInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ) {
    return this.payload(await this.questions.execute(actor, input, idempotencyOf('setPostingQuestions', input)), actor, context);
  }

  @Mutation(() => ChangePostingResult, {
    description:
      'Says whether only its hiring team knows of the posting. What is confidential stands on no page and takes no application from the public',
  })
  async setPostingConfidential(
    @Args('input') input: SetPostingConfidentialInput,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ) {
    const result = await this.confidential.set(actor, input, idempotencyOf('setPostingConfidential', input));
    return this.payload(result, actor, context);
  }

  private async payload(result: Result<{ postingId: Id }, Refusal>, actor: StaffActor, context: RequestContext) {
    const row = result.ok ? await this.present(result.value.postingId, context) : null;
    return answer(result, () => instance(PostingPayload, { posting: row && toPosting(row, actor) }));
  }

  private present(postingId: Id, context: RequestContext) {
    presentPlanLoader(context, this.uow).clear(postingId);
    return postingLoader(context, this.uow).clear(postingId).load(postingId);
  }
}

/** Who can take which seats. */
@Resolver()
export class PoolsResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pools: InterviewerPools,
  ) {}

  @Mutation(() => PoolResult)
  async createPool(@Args('input') input: CreatePoolInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.pools.create(actor, input, idempotencyOf('createPool', input)), context);
  }

  @Mutation(() => PoolResult)
  async renamePool(@Args('input') input: RenamePoolInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.pools.rename(actor, input, idempotencyOf('renamePool', input)), context);
  }

  @Mutation(() => PoolResult, {
    description: 'Puts a person in the pool, or changes how many interviews a week they mean to hold',
  })
  async addPoolMember(@Args('input') input: AddPoolMemberInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.pools.putMember(actor, input, idempotencyOf('addPoolMember', input)), context);
  }

  @Mutation(() => PoolResult, { description: 'Takes a person out of the pool; interviews booked with them stay' })
  async removePoolMember(@Args('input') input: PoolMemberInput, @Staff() actor: StaffActor, @Context() context: RequestContext) {
    return this.payload(await this.pools.removeMember(actor, input, idempotencyOf('removePoolMember', input)), context);
  }

  private async payload(result: Result<{ poolId: Id }, Refusal>, context: RequestContext) {
    const row = result.ok ? await poolLoader(context, this.uow).clear(result.value.poolId).load(result.value.poolId) : null;
    return answer(result, () => instance(PoolPayload, { pool: toPool(row!) }));
  }
}
