import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '#libs/applications/index.js';
import { may } from '#libs/identity/index.js';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import {
  Context,
  PageArgs,
  type RequestContext,
  Staff,
  answer,
  forbidden,
  idempotencyOf,
  instance,
  notFound,
  pageSize,
} from '#libs/platform/index.js';
import type { IncomingKind } from '../domain/incoming/incoming-mail.js';
import { IncomingMails } from '../queries/incoming.js';
import { Suppressions } from '../queries/suppressions.js';
import { LiftSuppression } from '../use-cases/lift-suppression.js';
import {
  IncomingKindEnum,
  IncomingMail,
  IncomingMailConnection,
  LiftMailSuppressionInput,
  LiftMailSuppressionPayload,
  LiftMailSuppressionResult,
  MailSuppressionConnection,
  toIncomingMail,
  toMailSuppression,
} from './incoming.types.js';

/** What came back on our mails, and whom they do not reach. */
@Resolver(() => Application)
export class IncomingResolver {
  constructor(
    private readonly incoming: IncomingMails,
    private readonly suppressions: Suppressions,
    private readonly lifting: LiftSuppression,
  ) {}

  @Query(() => IncomingMailConnection, {
    description: 'All that came back on an application’s mails, in the order in which it came',
  })
  async incomingMailsOf(
    @Args('applicationId', { type: () => ID }) applicationId: Id,
    @Args() { first, after }: PageArgs,
    @Staff() actor: StaffActor,
  ): Promise<IncomingMailConnection> {
    const found = await this.incoming.ofApplication(actor, applicationId, pageSize(first), after);
    if (!found) throw notFound('application');
    return instance(IncomingMailConnection, { nodes: found.nodes.map(toIncomingMail), pageInfo: found.pageInfo });
  }

  @Query(() => IncomingMailConnection, {
    name: 'incomingMails',
    description: 'What came back on mails of all postings whose mails one may read, the newest first',
  })
  async allIncomingMails(
    @Args('kinds', { type: () => [IncomingKindEnum], nullable: true, description: 'Any if left out' })
    kinds: IncomingKind[] | null,
    @Args() { first, after }: PageArgs,
    @Staff() actor: StaffActor,
  ): Promise<IncomingMailConnection> {
    const found = await this.incoming.all(actor, kinds ?? null, pageSize(first), after);
    return instance(IncomingMailConnection, { nodes: found.nodes.map(toIncomingMail), pageInfo: found.pageInfo });
  }

  @ResolveField(() => [IncomingMail], {
    nullable: true,
    description:
      'What came back on its mails: the newest 100 in the order in which they came; null for those who may not read them',
  })
  async incomingMails(
    @Parent() application: Application,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<IncomingMail[] | null> {
    const rows = await context.loader('incoming-mails', () => this.incoming.loader(actor)).load(application.id);
    return rows && rows.map(toIncomingMail);
  }

  @Query(() => MailSuppressionConnection, { description: 'Addresses that mails do not go to. Administrators and recruiters.' })
  async mailSuppressions(@Args() { first, after }: PageArgs, @Staff() actor: StaffActor): Promise<MailSuppressionConnection> {
    if (!may(actor, 'mail.retry'))
      throw forbidden('Only administrators and recruiters see which addresses get no mails; ask one of them.');
    const found = await this.suppressions.list(actor, pageSize(first), after);
    return instance(MailSuppressionConnection, { nodes: found.nodes.map(toMailSuppression), pageInfo: found.pageInfo });
  }

  @Mutation(() => LiftMailSuppressionResult, {
    description: 'Lets mails go to an address again; the audit log tells of it. Administrators and recruiters.',
  })
  async liftMailSuppression(
    @Args('input') input: LiftMailSuppressionInput,
    @Staff() actor: StaffActor,
  ): Promise<typeof LiftMailSuppressionResult> {
    const { address, template = null } = input;
    const result = await this.lifting.execute(actor, address, template, idempotencyOf('liftMailSuppression', input));
    return answer(result, () => instance(LiftMailSuppressionPayload, { address }));
  }
}
