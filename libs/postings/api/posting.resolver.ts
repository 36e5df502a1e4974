import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Person, may, peopleLoader, toPerson } from '#libs/identity/index.js';
import {
  Context,
  PageArgs,
  type RequestContext,
  Staff,
  UnitOfWork,
  forbidden,
  instance,
  notFound,
  pageSize,
} from '#libs/platform/index.js';
import type { PostingStatus } from '../domain/posting-status.js';
import {
  exportLoader,
  listPools,
  listPostings,
  openingsLoader,
  plansLoader,
  poolLoader,
  postingLoader,
  presentPlanLoader,
  problemsLoader,
  readingLoader,
  revisionsLoader,
  teamLoader,
} from '../queries/index.js';
import { PostingStatusEnum } from './enums.js';
import { isAboutPay, toOvertaken, toPlan, toPool, toPosting, toReading } from './mappers.js';
import { InterviewPlan, StageSeat } from './plan.types.js';
import {
  HiringTeamMember,
  InterviewerPool,
  Opening,
  PoolMember,
  Posting,
  PostingConnection,
  PostingRevision,
  PublishProblem,
} from './posting.types.js';
import { PostingReading } from './reading.types.js';
import { OvertakenCorrection, PostingExport } from './revision.types.js';

@ArgsType()
class PostingsArgs extends PageArgs {
  @Field(() => PostingStatusEnum, { nullable: true })
  status: PostingStatus | null;
}

/** Postings and what belongs to them, for those who may read them. */
@Resolver(() => Posting)
export class PostingResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query(() => PostingConnection, { description: 'The postings you may read, the newest first' })
  async postings(@Args() { first, after, status }: PostingsArgs, @Staff() actor: StaffActor): Promise<PostingConnection> {
    const found = await listPostings(this.uow, actor, { status: status ?? null, first: pageSize(first), after });
    return instance(PostingConnection, { ...found, nodes: found.nodes.map((row) => toPosting(row, actor)) });
  }

  @Query(() => Posting)
  async posting(
    @Args('id', { type: () => ID }) id: Id,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<Posting> {
    const row = await postingLoader(context, this.uow).load(id);
    if (!row) throw notFound('posting');
    return toPosting(row, actor);
  }

  @Query(() => [InterviewerPool], { description: 'All interviewer pools by name' })
  async interviewerPools(@Staff() actor: StaffActor): Promise<InterviewerPool[]> {
    if (!may(actor, 'people.read')) throw forbidden('You may not see the interviewer pools.');
    return (await listPools(this.uow, actor.organizationId)).map(toPool);
  }

  @ResolveField(() => InterviewPlan, { description: 'The version that new candidates enter' })
  async plan(@Parent() posting: Posting, @Context() context: RequestContext): Promise<InterviewPlan> {
    return toPlan((await presentPlanLoader(context, this.uow).load(posting.id))!);
  }

  @ResolveField(() => [InterviewPlan], { description: 'All versions, the newest first' })
  async plans(@Parent() posting: Posting, @Context() context: RequestContext): Promise<InterviewPlan[]> {
    return ((await plansLoader(context, this.uow).load(posting.id)) ?? []).map(toPlan);
  }

  @ResolveField(() => [Opening])
  async openings(@Parent() posting: Posting, @Context() context: RequestContext): Promise<Opening[]> {
    const rows = (await openingsLoader(context, this.uow).load(posting.id)) ?? [];
    return rows.map(({ id, number, status, filled_at }) =>
      instance(Opening, { id, number, status, filledAt: filled_at?.toISOString() ?? null }),
    );
  }

  @ResolveField(() => [HiringTeamMember])
  async team(@Parent() posting: Posting, @Context() context: RequestContext): Promise<HiringTeamMember[]> {
    const rows = (await teamLoader(context, this.uow).load(posting.id)) ?? [];
    return rows.map(({ person_id, team_role }) => instance(HiringTeamMember, { personId: person_id, teamRole: team_role }));
  }

  @ResolveField(() => PostingReading, { nullable: true, description: 'How its document is understood, for those who manage it' })
  async reading(@Parent() posting: Posting, @Context() context: RequestContext): Promise<PostingReading | null> {
    const row = posting.mayManage ? await readingLoader(context, this.uow).load(posting.id) : null;
    return row && toReading(row.posting, posting.maySeeSalary);
  }

  @ResolveField(() => String, { nullable: true, description: 'Its Markdown as it came, for those who manage it' })
  async document(@Parent() posting: Posting, @Context() context: RequestContext): Promise<string | null> {
    return posting.mayManage ? ((await readingLoader(context, this.uow).load(posting.id))?.document ?? null) : null;
  }

  @ResolveField(() => PostingExport, {
    nullable: true,
    description: 'It as a document that states all of it exactly, for those who manage it',
  })
  async exported(@Parent() posting: Posting, @Context() context: RequestContext): Promise<PostingExport | null> {
    const row = posting.mayManage ? await exportLoader(context, this.uow).load(posting.id) : null;
    return row && instance(PostingExport, { text: row.text, lost: [...row.lost] });
  }

  @ResolveField(() => [OvertakenCorrection], {
    description: 'Corrections that its document contradicts and nobody has decided, for those who manage it',
  })
  async overtaken(@Parent() posting: Posting, @Context() context: RequestContext): Promise<OvertakenCorrection[]> {
    const row = posting.mayManage ? await readingLoader(context, this.uow).load(posting.id) : null;
    return (row?.conflicts ?? []).filter((one) => posting.maySeeSalary || !isAboutPay(one)).map(toOvertaken);
  }

  @ResolveField(() => [PostingRevision], { description: 'The newest first, for those who manage it' })
  async revisions(@Parent() posting: Posting, @Context() context: RequestContext): Promise<PostingRevision[]> {
    const rows = posting.mayManage ? await revisionsLoader(context, this.uow).load(posting.id) : null;
    return (rows ?? []).map((row) =>
      instance(PostingRevision, {
        number: row.number,
        fileName: row.file_name,
        createdById: row.created_by,
        createdAt: row.created_at.toISOString(),
      }),
    );
  }

  @ResolveField(() => [PublishProblem], { description: 'What stands in the way of publishing it now' })
  async publishProblems(@Parent() posting: Posting, @Context() context: RequestContext): Promise<PublishProblem[]> {
    const problems = (await problemsLoader(context, this.uow).load(posting.id)) ?? [];
    return problems.map((problem) => instance(PublishProblem, problem));
  }
}

@Resolver(() => StageSeat)
export class StageSeatResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField(() => InterviewerPool, { nullable: true, description: 'Who can take it; null while nobody has chosen a pool' })
  async pool(@Parent() seat: StageSeat, @Context() context: RequestContext): Promise<InterviewerPool | null> {
    const row = seat.poolId ? await poolLoader(context, this.uow).load(seat.poolId) : null;
    return row && toPool(row);
  }
}

@Resolver(() => HiringTeamMember)
export class HiringTeamMemberResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField(() => Person)
  async person(@Parent() member: HiringTeamMember, @Context() context: RequestContext): Promise<Person> {
    return toPerson((await peopleLoader(context, this.uow).load(member.personId))!);
  }
}

@Resolver(() => PoolMember)
export class PoolMemberResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField(() => Person)
  async person(@Parent() member: PoolMember, @Context() context: RequestContext): Promise<Person> {
    return toPerson((await peopleLoader(context, this.uow).load(member.personId))!);
  }
}
