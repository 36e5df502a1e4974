import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { may } from '#libs/identity/index.js';
import type { Refusal, Result, StaffActor } from '#libs/kernel/index.js';
import { Staff, UnitOfWork, answer, forbidden, idempotencyOf, instance } from '#libs/platform/index.js';
import { MAIL_KEYS, type MailKey } from '../domain/mails/registry.js';
import { ownTemplates } from '../queries/mail-templates.js';
import { PreviewTemplate } from '../use-cases/preview-template.js';
import { SaveMailTemplate } from '../use-cases/save-mail-template.js';
import {
  MailPreview,
  MailTemplatePayload,
  MailTemplateResult,
  MailTemplateView,
  PreviewMailInput,
  PreviewMailResult,
  ResetMailTemplateInput,
  SaveMailTemplateInput,
  toTemplateView,
} from './template.types.js';

/** The mails Rounds sends and the words they are sent in. */
@Resolver()
export class TemplateResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly saving: SaveMailTemplate,
    private readonly previews: PreviewTemplate,
  ) {}

  @Query(() => [MailTemplateView], { description: 'Every mail that Rounds can send' })
  async mailTemplates(@Staff() actor: StaffActor): Promise<MailTemplateView[]> {
    if (!may(actor, 'templates.manage')) throw forbidden('Only administrators and recruiters see templates; ask one of them.');
    const own = await ownTemplates(this.uow, actor.organizationId);
    return MAIL_KEYS.map((key) => toTemplateView(key, own.get(key)));
  }

  @Query(() => PreviewMailResult, {
    description: 'A mail with example data, in the words in use or in words that are being written',
  })
  async previewMail(@Args('input') input: PreviewMailInput, @Staff() actor: StaffActor): Promise<typeof PreviewMailResult> {
    return answer(await this.previews.execute(actor, input), (mail) => instance(MailPreview, { ...mail }));
  }

  @Mutation(() => MailTemplateResult, {
    description: 'Mails decided from now on use these words. What could not be sent is refused. Administrators and recruiters.',
  })
  async saveMailTemplate(
    @Args('input') input: SaveMailTemplateInput,
    @Staff() actor: StaffActor,
  ): Promise<typeof MailTemplateResult> {
    return this.show(actor, await this.saving.execute(actor, input, idempotencyOf('saveMailTemplate', input)));
  }

  @Mutation(() => MailTemplateResult, { description: 'Back to the words of this software. Administrators and recruiters.' })
  async resetMailTemplate(
    @Args('input') input: ResetMailTemplateInput,
    @Staff() actor: StaffActor,
  ): Promise<typeof MailTemplateResult> {
    return this.show(actor, await this.saving.reset(actor, input, idempotencyOf('resetMailTemplate', input)));
  }

  private async show(actor: StaffActor, result: Result<{ key: MailKey }, Refusal>): Promise<typeof MailTemplateResult> {
    const own = result.ok ? await ownTemplates(this.uow, actor.organizationId) : null;
    return answer(result, ({ key }) => instance(MailTemplatePayload, { template: toTemplateView(key, own!.get(key)) }));
  }
}
