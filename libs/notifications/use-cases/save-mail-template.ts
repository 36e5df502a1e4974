import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type Actor, type Refusal, type Result, newId, ok, refuse } from '#libs/kernel/index.js';
import {
  type ConflictRefusal,
  type Idempotency,
  type IdempotencyRefusal,
  type InvalidInputRefusal,
  type Tx,
  UnitOfWork,
} from '#libs/platform/index.js';
import { type TemplateRefusal, compileTemplate } from '../domain/compiling.js';
import { type MailTemplate } from '../domain/declaration.js';
import { type MailKey, isMailKey } from '../domain/mails/registry.js';
import { HouseFactsStore } from '../persistence/house-facts.js';

export interface SaveTemplateInput extends MailTemplate {
  readonly key: string;
  /** The version in use that the person edited; 0 for the words of this software. */
  readonly expectedVersion: number;
}

export type TemplateChangeRefusal = Refusal<'FORBIDDEN'> | InvalidInputRefusal | ConflictRefusal | IdempotencyRefusal;

/** As the columns have it. */
const MOST_CHARS = { subject: 300, text: 50_000, mjml: 100_000 } as const;

/** An organisation's own words for a mail: a new version each time it is saved, and back to the words of this software. */
@Injectable()
export class SaveMailTemplate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly houses: HouseFactsStore,
  ) {}

  /** Mails decided from now on use these words. What cannot be sent is refused and the words in use stay. */
  async execute(
    actor: Actor,
    input: SaveTemplateInput,
    idempotency?: Idempotency,
  ): Promise<Result<{ key: MailKey }, TemplateChangeRefusal>> {
    const { key } = input;
    if (!may(actor, 'templates.manage')) return forbidden();
    if (!isMailKey(key)) return noSuchMail();
    const sound = tooLong(input) ?? (await compileTemplate(key, input));
    if (!sound.ok) return toInvalidInput(sound.refusal);
    const compiled = sound.value;
    const saved = await this.uow.run<{ key: MailKey }, TemplateChangeRefusal>(
      actor,
      async (tx) => {
        const present = await lockTemplate(tx, key);
        if (present.active !== input.expectedVersion) return conflict(present.active);
        retire(tx, key);
        tx.write(
          'save-mail-template',
          `INSERT INTO mail_templates (organization_id, id, key, version, active, subject, text, mjml, html, created_by, created_at)
           VALUES ($1, $2, $3, $4, true, $5, $6, $7, $8, $9, $10)`,
          [
            ...[tx.organizationId, newId(tx.now.getTime()), key, present.newest + 1, compiled.subject, input.text, input.mjml],
            ...[compiled.html, actor.kind === 'staff' ? actor.personId : null, tx.now],
          ],
        );
        tx.audit('template.save', 'mail-template', null, { key, version: present.newest + 1 });
        return ok({ key });
      },
      idempotency,
    );
    this.houses.forget(actor.organizationId);
    return saved;
  }

  /** Back to the words of this software; the organisation's versions are kept for the mails that were sent with them. */
  async reset(
    actor: Actor,
    input: Pick<SaveTemplateInput, 'key' | 'expectedVersion'>,
    idempotency?: Idempotency,
  ): Promise<Result<{ key: MailKey }, TemplateChangeRefusal>> {
    const { key, expectedVersion } = input;
    if (!may(actor, 'templates.manage')) return forbidden();
    if (!isMailKey(key)) return noSuchMail();
    const done = await this.uow.run<{ key: MailKey }, TemplateChangeRefusal>(
      actor,
      async (tx) => {
        const present = await lockTemplate(tx, key);
        if (present.active !== expectedVersion) return conflict(present.active);
        retire(tx, key);
        tx.audit('template.reset', 'mail-template', null, { key });
        return ok({ key });
      },
      idempotency,
    );
    this.houses.forget(actor.organizationId);
    return done;
  }
}

/** Two people who save at once do so one after the other, also where there is no version yet that could be locked. */
async function lockTemplate(tx: Tx, key: MailKey): Promise<{ active: number; newest: number }> {
  const locked = tx.query('lock-organization-templates', 'SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [
    tx.organizationId,
  ]);
  await locked;
  const [row] = await tx.query<{ active: number; newest: number }>(
    'mail-template-versions',
    `SELECT coalesce(max(version) FILTER (WHERE active), 0) AS active, coalesce(max(version), 0) AS newest
       FROM mail_templates WHERE organization_id = $1 AND key = $2`,
    [tx.organizationId, key],
  );
  return row!;
}

function retire(tx: Tx, key: MailKey): void {
  tx.write(
    'retire-mail-template',
    'UPDATE mail_templates SET active = false WHERE organization_id = $1 AND key = $2 AND active',
    [tx.organizationId, key],
  );
}

function tooLong(template: MailTemplate): Result<never, TemplateRefusal> | null {
  for (const part of ['subject', 'text', 'mjml'] as const) {
    if (typeof template[part] === 'string' && template[part].length <= MOST_CHARS[part] && !template[part].includes('\0'))
      continue;
    const message = `The template was not saved; the one before it stays in use. Its ${part} may have ${MOST_CHARS[part]} characters at most, and none that is no text.`;
    return refuse('TEMPLATE_TOO_LONG', message, { part });
  }
  return null;
}

/** Which argument needs a correction, for the screen that edits it. */
export function toInvalidInput(refusal: TemplateRefusal): Result<never, InvalidInputRefusal> {
  return refuse('INVALID_INPUT', refusal.message, { field: `input.${refusal.part}` });
}

export function noSuchMail(): Result<never, InvalidInputRefusal> {
  return refuse('INVALID_INPUT', 'There is no such mail. Nothing was changed; take a key from the list of mail templates.', {
    field: 'input.key',
  });
}

function forbidden(): Result<never, Refusal<'FORBIDDEN'>> {
  return refuse('FORBIDDEN', 'Only administrators and recruiters change templates. Nothing was changed; ask one of them.');
}

function conflict(presentVersion: number): Result<never, ConflictRefusal> {
  const message =
    'Somebody else changed this template meanwhile. Nothing of yours was saved; look at the words in use and save again.';
  return refuse('CONFLICT', message, { presentVersion });
}
