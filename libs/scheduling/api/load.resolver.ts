import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Staff, instance, notFound } from '#libs/platform/index.js';
import { InterviewerLoads } from '../queries/interviewer-load.js';

@ObjectType({ description: 'How much one person interviews; weeks of theirs are shared by all postings' })
export class InterviewerLoad {
  @Field(() => ID)
  personId: Id;
  @Field(() => String)
  name: string;
  @Field(() => Int, { description: 'Interviews that began in the last four weeks and were not cancelled, for any posting' })
  held: number;
  @Field(() => Int, { description: 'Of these, for this posting' })
  heldHere: number;
  @Field(() => Int, { description: 'Interviews that begin in the next four weeks, for any posting' })
  coming: number;
  @Field(() => Int, { description: 'Of these, for this posting' })
  comingHere: number;
  @Field(() => Int, {
    nullable: true,
    description: 'How many a week they mean to hold; null for who is in no pool of the posting',
  })
  targetPerWeek: number | null;
}

@Resolver()
export class LoadResolver {
  constructor(private readonly loads: InterviewerLoads) {}

  @Query(() => [InterviewerLoad], {
    description: 'How a posting’s interviews are spread over its interviewers, the busiest first; for those who see its board',
  })
  async interviewerLoad(
    @Args('postingId', { type: () => ID }) postingId: Id,
    @Staff() actor: StaffActor,
  ): Promise<InterviewerLoad[]> {
    const found = await this.loads.read(actor, postingId);
    if (!found) throw notFound('board');
    return found.map(({ personId, name, held, heldHere, coming, comingHere, targetPerWeek }) =>
      instance(InterviewerLoad, { personId, name, held, heldHere, coming, comingHere, targetPerWeek }),
    );
  }
}
