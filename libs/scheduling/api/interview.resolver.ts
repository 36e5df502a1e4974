import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Application } from '#libs/applications/index.js';
import { type CandidateActor, type Id, type StaffActor, isId } from '#libs/kernel/index.js';
import {
  Candidate,
  Context,
  PageArgs,
  Staff,
  decodeCursor,
  instance,
  isInstantOfKeyset,
  notFound,
  page,
  pageSize,
  type RequestContext,
} from '#libs/platform/index.js';
import { Interviews, type InterviewSeen } from '../queries/interviews.js';
import { CandidateInterview, Interview, InterviewPayload, MyInterviewPage } from './interview.types.js';
import { toCandidateInterview, toInterview, toMyInterview } from './show-interview.js';

@Resolver()
export class InterviewResolver {
  constructor(private readonly interviews: Interviews) {}

  @Query(() => Interview)
  async interview(@Staff() actor: StaffActor, @Args('id', { type: () => ID }) id: Id): Promise<Interview> {
    const [row] = await this.interviews.byIds(actor, [id]);
    if (!row) throw notFound('interview');
    return toInterview(row);
  }

  @Query(() => [Interview], { description: 'All interviews of an application, earliest first; none of one that you may not see' })
  async interviewsOf(
    @Staff() actor: StaffActor,
    @Args('applicationId', { type: () => ID }) applicationId: Id,
  ): Promise<Interview[]> {
    const [rows] = await this.interviews.ofApplications(actor, [applicationId]);
    return rows!.map(toInterview);
  }

  @Query(() => MyInterviewPage, { description: 'Interviews in which one sits: coming ones by time, or past ones latest first' })
  async myInterviews(
    @Staff() actor: StaffActor,
    @Args('past', { type: () => Boolean, defaultValue: false }) past: boolean,
    @Args() { first, after }: PageArgs,
  ): Promise<MyInterviewPage> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 2, ([at, id]) => isInstantOfKeyset(at) && isId(id)) as [string, string] | null;
    const rows = await this.interviews.ofPerson(actor, past, cursor, size);
    return instance(
      MyInterviewPage,
      page(rows, size, toMyInterview, ({ interview }) => [interview.starts_at.toISOString(), interview.id]),
    );
  }

  @Query(() => [CandidateInterview], { description: "The candidate's own interviews, by their link; earliest first" })
  async candidateInterviews(@Candidate() actor: CandidateActor): Promise<CandidateInterview[]> {
    return (await this.interviews.ofCandidate(actor)).map(toCandidateInterview);
  }
}

/** The interviews of an application, wherever the team sees one. */
@Resolver(() => Application)
export class ApplicationInterviewsResolver {
  constructor(private readonly read: Interviews) {}

  @ResolveField(() => [Interview], { description: 'Earliest first' })
  async interviews(@Context() context: RequestContext, @Parent() { id }: Application): Promise<Interview[]> {
    const { actor } = context;
    if (actor?.kind !== 'staff') return [];
    const loader = context.loader(
      'interviews-of-applications',
      () => new DataLoader<Id, InterviewSeen[]>((ids) => this.read.ofApplications(actor, ids)),
    );
    return (await loader.load(id)).map(toInterview);
  }
}

/** Shows the interview that a mutation changed; null for a candidate, who asks `candidateInterviews`. */
@Resolver(() => InterviewPayload)
export class InterviewPayloadResolver {
  constructor(private readonly interviews: Interviews) {}

  @ResolveField(() => Interview, { nullable: true, description: 'For the team' })
  async interview(@Context() context: RequestContext, @Parent() { interviewId }: InterviewPayload): Promise<Interview | null> {
    const { actor } = context;
    if (actor?.kind !== 'staff') return null;
    const loader = context.loader(
      'interviews',
      () => new DataLoader<Id, InterviewSeen | null>((ids) => this.interviews.byIds(actor, ids), { cache: false }),
    );
    const row = await loader.load(interviewId);
    return row && toInterview(row);
  }
}
