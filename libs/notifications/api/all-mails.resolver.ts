import { Args, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { PageArgs, Staff, instance, notFound, pageSize } from '#libs/platform/index.js';
import type { MailState } from '../domain/mail-state.js';
import { AllMails } from '../queries/all-mails.js';
import { MailStateEnum } from './enums.js';
import { MailConnection, toMail } from './ledger.types.js';

@InputType()
export class MailFilterInput {
  @Field(() => [MailStateEnum], { nullable: true, description: 'In any state if left out' })
  states?: MailState[] | null;
  @Field(() => ID, { nullable: true })
  postingId?: Id | null;
}

@Resolver()
export class AllMailsResolver {
  constructor(private readonly all: AllMails) {}

  @Query(() => MailConnection, { description: 'Mails of all postings whose mails one may read, the newest first' })
  async mails(
    @Args() { first, after }: PageArgs,
    @Args('filter', { type: () => MailFilterInput, nullable: true }) filter: MailFilterInput | null,
    @Staff() actor: StaffActor,
  ): Promise<MailConnection> {
    const postingId = filter?.postingId ?? null;
    const found = await this.all.read(actor, { states: filter?.states ?? null, postingId }, pageSize(first), after);
    if (!found) throw notFound('posting');
    return instance(MailConnection, { nodes: found.nodes.map(toMail), pageInfo: found.pageInfo });
  }
}
