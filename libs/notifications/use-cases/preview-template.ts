import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Actor, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { type InvalidInputRefusal, UnitOfWork } from '#libs/platform/index.js';
import { declarationOf, isMailKey } from '../domain/mails/registry.js';
import { previewMail } from '../domain/preview.js';
import type { RenderedMail } from '../domain/rendering.js';
import { ownTemplates } from '../queries/mail-templates.js';
import { noSuchMail, toInvalidInput } from './save-mail-template.js';

export interface PreviewInput {
  readonly key: string;
  /** Parts that are being edited; the others are taken as they are in use. */
  readonly subject?: string | null;
  readonly text?: string | null;
  readonly mjml?: string | null;
}

/** Shows a mail with example data, in the words in use or in words that are being written. */
@Injectable()
export class PreviewTemplate {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: Actor, input: PreviewInput): Promise<Result<RenderedMail, Refusal<'FORBIDDEN'> | InvalidInputRefusal>> {
    if (!may(actor, 'templates.manage'))
      return refuse('FORBIDDEN', 'Only administrators and recruiters see templates; ask one of them.');
    const { key } = input;
    if (!isMailKey(key)) return noSuchMail();
    const own = (await ownTemplates(this.uow, actor.organizationId)).get(key);
    const edited = input.subject ?? input.text ?? input.mjml ?? null;
    const inUse = own ?? declarationOf(key);
    const words = {
      subject: input.subject ?? inUse.subject,
      text: input.text ?? inUse.text,
      mjml: input.mjml ?? inUse.mjml,
    };
    const preview = await previewMail(key, own || edited !== null ? words : undefined);
    return preview.ok ? ok(preview.value) : toInvalidInput(preview.refusal);
  }
}
