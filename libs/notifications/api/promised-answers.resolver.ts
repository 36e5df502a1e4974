import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { DateTime, Staff, instance } from '#libs/platform/index.js';
import { PromisedAnswers } from '../queries/promised-answers.js';

@ObjectType({ description: 'A candidate who was promised an answer and has not had it' })
export class PromisedAnswer {
  @Field(() => ID)
  applicationId: Id;
  @Field(() => ID)
  postingId: Id;
  @Field(() => String)
  postingTitle: string;
  @Field(() => String)
  candidateName: string;
  @Field(() => String, { nullable: true, description: 'null is received, before the first stage' })
  stageName: string | null;
  @Field(() => DateTime, { description: 'What they did last: applied, handed work in, came to an interview' })
  since: string;
  @Field(() => DateTime)
  dueAt: string;
  @Field(() => Boolean, { description: 'The time is over' })
  broken: boolean;
  @Field(() => DateTime, { nullable: true, description: 'When the candidate was told that we are late' })
  lateToldAt: string | null;
}

const MOST = 100;

/** What was promised to candidates. */
@Resolver()
export class PromisedAnswersResolver {
  constructor(private readonly promised: PromisedAnswers) {}

  @Query(() => [PromisedAnswer], {
    description:
      'Who was promised an answer and has not had it, over all postings whose board one may see; those due soonest first',
  })
  async promisedAnswers(
    @Args('first', { type: () => Int, defaultValue: 20, description: '0 to 100' }) first: number,
    @Staff() actor: StaffActor,
  ): Promise<PromisedAnswer[]> {
    const rows = await this.promised.read(actor, Math.min(MOST, Math.max(0, first)));
    return rows.map(({ since, dueAt, lateToldAt, ...row }) =>
      instance(PromisedAnswer, {
        ...row,
        since: since.toISOString(),
        dueAt: dueAt.toISOString(),
        lateToldAt: lateToldAt?.toISOString() ?? null,
      }),
    );
  }
}
