import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '#libs/kernel/index.js';
import { Staff, UnitOfWork, answer, idempotencyOf, instance, resultUnion } from '#libs/platform/index.js';
import { readPostingRules } from '../queries/index.js';
import { SetPostingRules } from '../use-cases/set-posting-rules.js';

@ObjectType({ description: 'What the organisation demands of a posting before it opens' })
export class PostingRules {
  @Field(() => Boolean, { description: 'A sum or a range, with its currency' })
  salaryRequired: boolean;
}

@InputType()
export class SetPostingRulesInput {
  @Field(() => Boolean)
  salaryRequired: boolean;
  @Field(() => String, { nullable: true, description: 'Send the same key again to be sure that it happens once' })
  idempotencyKey?: string | null;
}

@ObjectType()
export class PostingRulesPayload {
  @Field(() => PostingRules)
  rules: PostingRules;
}

const SetPostingRulesResult = resultUnion('SetPostingRulesResult', () => PostingRulesPayload);

/** What postings must state. */
@Resolver()
export class PostingRulesResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: SetPostingRules,
  ) {}

  @Query(() => PostingRules)
  async postingRules(@Staff() actor: StaffActor): Promise<PostingRules> {
    return instance(PostingRules, await readPostingRules(this.uow, actor.organizationId));
  }

  @Mutation(() => SetPostingRulesResult, {
    description: 'Says what a posting must state before it opens; those that are open stay open',
  })
  async setPostingRules(@Args('input') input: SetPostingRulesInput, @Staff() actor: StaffActor) {
    const { salaryRequired } = input;
    const result = await this.rules.execute(actor, { salaryRequired }, idempotencyOf('setPostingRules', input));
    return answer(result, (rules) => instance(PostingRulesPayload, { rules: instance(PostingRules, rules) }));
  }
}
