import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '#libs/applications/index.js';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import {
  Context,
  PageArgs,
  type RequestContext,
  Staff,
  answer,
  idempotencyOf,
  instance,
  notFound,
  pageSize,
} from '#libs/platform/index.js';
import { MailLedger } from '../queries/ledger.js';
import { RequestPageLink } from '../use-cases/request-page-link.js';
import { RetryMail } from '../use-cases/retry-mail.js';
import {
  Mail,
  MailConnection,
  MailWithWords,
  RequestPageLinkInput,
  RequestPageLinkPayload,
  RequestPageLinkResult,
  RetryMailInput,
  RetryMailPayload,
  RetryMailResult,
  toMail,
} from './ledger.types.js';

const LINK_ANSWER =
  'If we have an application with this address, a mail with a link to it is on its way. It may take a minute; look into the spam folder too.';

/** The ledger of an application's mails. */
@Resolver(() => Application)
export class LedgerResolver {
  constructor(
    private readonly ledger: MailLedger,
    private readonly retrying: RetryMail,
    private readonly links: RequestPageLink,
  ) {}

  @Query(() => MailConnection, { description: 'All mails about an application in the order in which they were decided' })
  async mailsOf(
    @Args('applicationId', { type: () => ID }) applicationId: Id,
    @Args() { first, after }: PageArgs,
    @Staff() actor: StaffActor,
  ): Promise<MailConnection> {
    const found = await this.ledger.ofApplication(actor, applicationId, pageSize(first), after);
    if (!found) throw notFound('application');
    return instance(MailConnection, { nodes: found.nodes.map(toMail), pageInfo: found.pageInfo });
  }

  @Query(() => MailWithWords)
  async mail(@Args('id', { type: () => ID }) id: Id, @Staff() actor: StaffActor): Promise<MailWithWords> {
    const found = await this.ledger.inFull(actor, id);
    if (!found) throw notFound('mail');
    const { row, words } = found;
    return instance(MailWithWords, { mail: toMail(row), text: words?.text ?? null, html: words?.html ?? null });
  }

  @ResolveField(() => [Mail], {
    nullable: true,
    description: 'The newest 100 in the order in which they were decided; null for those who may not read them',
  })
  async mails(
    @Parent() application: Application,
    @Staff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<Mail[] | null> {
    const rows = await context.loader('mails', () => this.ledger.loader(actor)).load(application.id);
    return rows && rows.map(toMail);
  }

  @Mutation(() => RetryMailResult, { description: 'Sends a failed mail again. Administrators and recruiters.' })
  async retryMail(@Args('input') input: RetryMailInput, @Staff() actor: StaffActor): Promise<typeof RetryMailResult> {
    const result = await this.retrying.execute(actor, input.id, idempotencyOf('retryMail', input));
    if (!result.ok) return answer(result, () => new RetryMailPayload());
    const found = await this.ledger.inFull(actor, result.value.mailId);
    if (!found) throw notFound('mail');
    return instance(RetryMailPayload, { mail: toMail(found.row) });
  }

  @Mutation(() => RequestPageLinkResult, {
    description:
      'For candidates: mails fresh links to the pages of their applications. The answer is the same for every address.',
  })
  async requestPageLink(
    @Args('input') input: RequestPageLinkInput,
    @Context() context: RequestContext,
  ): Promise<typeof RequestPageLinkResult> {
    const result = await this.links.execute(input.organization ?? null, input.email, context.ip);
    return answer(result, () => instance(RequestPageLinkPayload, { message: LINK_ANSWER }));
  }
}
