import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { may } from '#libs/identity/index.js';
import { type Id, type Refusal, type Result, type StaffActor, isLanguage, languageOf } from '#libs/kernel/index.js';
import { Staff, UnitOfWork, answer, forbidden, idempotencyOf, instance, notFound } from '#libs/platform/index.js';
import { MAIL_KEYS } from '../domain/mails/registry.js';
import { postingMailSettings } from '../queries/mail-settings.js';
import { ownTemplates } from '../queries/mail-templates.js';
import { PreviewTemplate } from '../use-cases/preview-template.js';
import { SaveMailTemplate } from '../use-cases/save-mail-template.js';
import type { WordsPlace } from '../use-cases/words-place.js';
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

  @Query(() => [MailTemplateView], {
    description: 'Every mail that Rounds can send, with the words for all postings, for one, or for one of its stages',
  })
  async mailTemplates(
    @Args('language', { type: () => String, nullable: true, description: 'en or de; en if left out' }) language: string | null,
    @Args('postingId', { type: () => ID, nullable: true }) postingId: Id | null,
    @Args('stage', { type: () => String, nullable: true, description: 'A stage’s name' }) stage: string | null,
    @Staff() actor: StaffActor,
  ): Promise<MailTemplateView[]> {
    if (!may(actor, 'templates.manage')) throw forbidden('Only administrators and recruiters see templates; ask one of them.');
    if (language && !isLanguage(language)) throw notFound('language');
    if (stage && (stage.length > 120 || stage.includes('\0'))) throw notFound('stage');
    if ((postingId ?? null) !== null && !(await postingMailSettings(this.uow, actor, postingId!))) throw notFound('posting');
    const rows = await ownTemplates(this.uow, actor);
    const place = { language: languageOf(language), postingId: postingId ?? null, stage: stage ?? null };
    return MAIL_KEYS.map((key) => toTemplateView(key, rows, place));
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

  private async show(actor: StaffActor, result: Result<WordsPlace, Refusal>): Promise<typeof MailTemplateResult> {
    const rows = result.ok ? await ownTemplates(this.uow, actor) : [];
    return answer(result, (place) => instance(MailTemplatePayload, { template: toTemplateView(place.key, rows, place) }));
  }
}
