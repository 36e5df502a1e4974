import { Injectable } from '@nestjs/common';
import { may, isOpenTo, personIdOf } from '#libs/identity/index.js';
import { type Actor, type Id, type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { type InvalidInputRefusal, UnitOfWork } from '#libs/platform/index.js';
import { reviveVariables, withoutTokens } from '../domain/frozen-variables.js';
import { type MailKey, type MailVariables } from '../domain/mails/registry.js';
import { declarationIn } from '../domain/mails/translations.js';
import { previewMail } from '../domain/preview.js';
import type { RenderedMail } from '../domain/rendering.js';
import { postingMailSettings } from '../queries/mail-settings.js';
import { ownTemplates, wordsUsedAt } from '../queries/mail-templates.js';
import { toInvalidInput } from './save-mail-template.js';
import { type PlaceInput, noSuchPlace, readPlace } from './words-place.js';

export interface PreviewInput extends PlaceInput {
  /** Parts that are being edited; the others are taken as they are in use. */
  readonly subject?: string | null;
  readonly text?: string | null;
  readonly mjml?: string | null;
  /** A mail of this key: shown as it would read to its reader, but for what opens their pages. */
  readonly likeMailId?: Id | null;
}

/** Shows a mail with example data or those of one that was decided, in the words in use or in words that are being written. */
@Injectable()
export class PreviewTemplate {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: Actor, input: PreviewInput): Promise<Result<RenderedMail, Refusal<'FORBIDDEN'> | InvalidInputRefusal>> {
    if (!may(actor, 'templates.manage'))
      return refuse('FORBIDDEN', 'Only administrators and recruiters see templates; ask one of them.');
    const read = readPlace(input);
    if (!read.ok) return read;
    const { key, language } = read.value;
    const { postingId } = read.value;
    if (postingId !== null && !(await postingMailSettings(this.uow, actor, postingId))) return noSuchPlace();
    const own = wordsUsedAt(await ownTemplates(this.uow, actor), key, read.value);
    const edited = input.subject ?? input.text ?? input.mjml ?? null;
    const inUse = own ?? declarationIn(key, language);
    const words = {
      subject: input.subject ?? inUse.subject,
      text: input.text ?? inUse.text,
      mjml: input.mjml ?? inUse.mjml,
    };
    const like = input.likeMailId ?? null;
    const variables = like === null ? undefined : await this.variablesOf(actor, key, like);
    if (variables === null)
      return refuse('INVALID_INPUT', 'There is no such mail of this kind that was decided. Choose another one, or none.', {
        field: 'input.likeMailId',
      });
    const preview = await previewMail(key, own || edited !== null ? words : undefined, variables, language);
    return preview.ok ? ok(preview.value) : toInvalidInput(preview.refusal);
  }

  /** null: there is none. Mails about accounts and those that were decided against hold nothing to show. */
  private async variablesOf<K extends MailKey>(actor: Actor, key: K, mailId: Id): Promise<MailVariables[K] | null> {
    if (!isId(mailId)) return null;
    const [mail] = await this.uow.read<{ variables: object }>(
      actor.organizationId,
      'mail-variables-for-preview',
      `SELECT m.variables FROM mails m JOIN applications a ON a.organization_id = $1 AND a.id = m.application_id
        WHERE m.organization_id = $1 AND m.id = $2 AND m.template = $3 AND m.audience <> 'person' AND m.variables <> '{}' AND ${isOpenTo('a.posting_id', '$4')}`,
      [actor.organizationId, mailId, key, personIdOf(actor)],
    );
    return mail ? withoutTokens(key, reviveVariables(key, mail.variables)) : null;
  }
}
