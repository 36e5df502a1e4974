import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { may } from '#libs/identity/index.js';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import { Staff, UnitOfWork, answer, idempotencyOf, instance, notFound } from '#libs/platform/index.js';
import { postingMailSettings } from '../queries/mail-settings.js';
import { SavePostingMailSettings } from '../use-cases/save-posting-mail-settings.js';
import {
  PostingMailSettings,
  PostingMailSettingsPayload,
  PostingMailSettingsResult,
  SavePostingMailSettingsInput,
  toPostingMailSettings,
} from './mail-lists.types.js';

/** What a posting says of its mails. */
@Resolver()
export class MailSettingsResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly postings: SavePostingMailSettings,
  ) {}

  @Query(() => PostingMailSettings, { description: 'Administrators and recruiters' })
  async postingMailSettings(
    @Args('postingId', { type: () => ID }) postingId: Id,
    @Staff() actor: StaffActor,
  ): Promise<PostingMailSettings> {
    const found = may(actor, 'templates.manage') ? await postingMailSettings(this.uow, actor, postingId) : null;
    if (!found) throw notFound('posting');
    return toPostingMailSettings(found);
  }

  @Mutation(() => PostingMailSettingsResult, {
    description: 'Holds for mails and promises from now on. Administrators and recruiters.',
  })
  async savePostingMailSettings(
    @Args('input') input: SavePostingMailSettingsInput,
    @Staff() actor: StaffActor,
  ): Promise<typeof PostingMailSettingsResult> {
    const { postingId, expectedVersion, language = null, answerDays = null } = input;
    const wanted = { postingId, expectedVersion, language, answerDays };
    const result = await this.postings.execute(actor, wanted, idempotencyOf('savePostingMailSettings', input));
    const settings = result.ok ? await postingMailSettings(this.uow, actor, postingId) : null;
    return answer(result, () => instance(PostingMailSettingsPayload, { settings: toPostingMailSettings(settings!) }));
  }
}
