import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { may } from '#libs/identity/index.js';
import { type Id, type Refusal, type Result, type StaffActor, parseInstant } from '#libs/kernel/index.js';
import {
  PageArgs,
  Staff,
  UnitOfWork,
  answer,
  forbidden,
  idempotencyOf,
  instance,
  notFound,
  pageSize,
} from '#libs/platform/index.js';
import { MailLedger } from '../queries/ledger.js';
import { MailLists } from '../queries/mail-lists.js';
import { ownMailSettings } from '../queries/mail-settings.js';
import { ManageHeldMail } from '../use-cases/manage-held-mail.js';
import { ReadMailSource } from '../use-cases/read-mail-source.js';
import { SaveMailSettings } from '../use-cases/save-mail-settings.js';
import { SettleMail } from '../use-cases/settle-mail.js';
import { MailConnection, toMail } from './ledger.types.js';
import {
  ChangedMailPayload,
  ChangedMailResult,
  MailIdInput,
  MailSettings,
  MailSettingsPayload,
  MailSettingsResult,
  MailSourcePayload,
  MailSourceResult,
  ReadMailSourceInput,
  SaveMailSettingsInput,
  ScheduleMailInput,
  SettleMailInput,
  toMailSettings,
} from './mail-lists.types.js';

/** What is held, what needs a person, and when mails leave. */
@Resolver()
export class MailListsResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: MailLedger,
    private readonly lists: MailLists,
    private readonly held: ManageHeldMail,
    private readonly settling: SettleMail,
    private readonly sources: ReadMailSource,
    private readonly settings: SaveMailSettings,
  ) {}

  @Query(() => MailConnection, { description: 'A posting’s mails that have not left yet, in the order of their decision' })
  async pendingMails(
    @Args('postingId', { type: () => ID }) postingId: Id,
    @Args() { first, after }: PageArgs,
    @Staff() actor: StaffActor,
  ): Promise<MailConnection> {
    const found = await this.lists.pendingOf(actor, postingId, pageSize(first), after);
    if (!found) throw notFound('posting');
    return instance(MailConnection, { nodes: found.nodes.map(toMail), pageInfo: found.pageInfo });
  }

  @Query(() => MailConnection, {
    description: 'Mails that need a person: failed, returned, or in doubt; of the postings whose mails one may read',
  })
  async mailTasks(@Args() { first, after }: PageArgs, @Staff() actor: StaffActor): Promise<MailConnection> {
    const found = await this.lists.needingAPerson(actor, pageSize(first), after);
    return instance(MailConnection, { nodes: found.nodes.map(toMail), pageInfo: found.pageInfo });
  }

  @Query(() => MailSettings, { nullable: true, description: 'null: the installation’s usual times hold' })
  async mailSettings(@Staff() actor: StaffActor): Promise<MailSettings | null> {
    if (!may(actor, 'templates.manage'))
      throw forbidden('Only administrators and recruiters see when mails leave; ask one of them.');
    const own = await ownMailSettings(this.uow, actor.organizationId);
    return own && toMailSettings(own);
  }

  @Mutation(() => MailSettingsResult, { description: 'Mails decided from now on keep to it. Administrators and recruiters.' })
  async saveMailSettings(
    @Args('input') input: SaveMailSettingsInput,
    @Staff() actor: StaffActor,
  ): Promise<typeof MailSettingsResult> {
    const wanted = {
      expectedVersion: input.expectedVersion,
      undo_s: input.undoSeconds,
      undoByMail: (input.undoByMail ?? []).map(({ key, seconds }) => ({ key, undo_s: seconds })),
      quietFrom: input.quietFrom ?? null,
      quietUntil: input.quietUntil ?? null,
      language: input.language,
      answerDays: input.answerDays,
    };
    const result = await this.settings.execute(actor, wanted, idempotencyOf('saveMailSettings', input));
    const own = result.ok ? await ownMailSettings(this.uow, actor.organizationId) : null;
    return answer(result, () => instance(MailSettingsPayload, { settings: toMailSettings(own!) }));
  }

  @Mutation(() => ChangedMailResult, { description: 'Lets a held mail leave at another time, or now' })
  async scheduleMail(@Args('input') input: ScheduleMailInput, @Staff() actor: StaffActor): Promise<typeof ChangedMailResult> {
    const at = input.sendAt === null || input.sendAt === undefined ? null : parseInstant(input.sendAt);
    return this.show(actor, await this.held.schedule(actor, input.id, at, idempotencyOf('scheduleMail', input)));
  }

  @Mutation(() => ChangedMailResult, { description: 'A held mail never leaves' })
  async withholdMail(@Args('input') input: MailIdInput, @Staff() actor: StaffActor): Promise<typeof ChangedMailResult> {
    return this.show(actor, await this.held.withhold(actor, input.id, idempotencyOf('withholdMail', input)));
  }

  @Mutation(() => ChangedMailResult, { description: 'Ends the doubt about a mail by what a person found out' })
  async settleMail(@Args('input') input: SettleMailInput, @Staff() actor: StaffActor): Promise<typeof ChangedMailResult> {
    return this.show(actor, await this.settling.settle(actor, input.id, input.verdict, idempotencyOf('settleMail', input)));
  }

  @Mutation(() => ChangedMailResult, { description: 'Takes a mail off the list of what needs a person' })
  async attendMail(@Args('input') input: MailIdInput, @Staff() actor: StaffActor): Promise<typeof ChangedMailResult> {
    return this.show(actor, await this.settling.attend(actor, input.id, idempotencyOf('attendMail', input)));
  }

  @Mutation(() => MailSourceResult, {
    description: 'The bytes a mail was sent with, which open its reader’s pages. Administrators; the audit log tells of it.',
  })
  async readMailSource(@Args('input') input: ReadMailSourceInput, @Staff() actor: StaffActor): Promise<typeof MailSourceResult> {
    const result = await this.sources.execute(actor, input.id);
    return answer(result, ({ source }) => instance(MailSourcePayload, { base64: source?.toString('base64') ?? null }));
  }

  private async show(actor: StaffActor, result: Result<{ mailId: Id }, Refusal>): Promise<typeof ChangedMailResult> {
    if (!result.ok) return answer(result, () => new ChangedMailPayload());
    const found = await this.ledger.inFull(actor, result.value.mailId);
    if (!found) throw notFound('mail');
    return instance(ChangedMailPayload, { mail: toMail(found.row) });
  }
}
