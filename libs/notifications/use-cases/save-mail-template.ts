import { Injectable } from '@nestjs/common';
import { isOpenTo, may, personIdOf } from '#libs/identity/index.js';
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
import { HouseFactsStore } from '../persistence/house-facts.js';
import { type PlaceInput, type WordsPlace, noSuchPlace, readPlace } from './words-place.js';

export interface SaveTemplateInput extends MailTemplate, PlaceInput {
  /** The version in use that the person edited; 0 for the words of this software. */
  readonly expectedVersion: number;
}

export type TemplateChangeRefusal = Refusal<'FORBIDDEN'> | InvalidInputRefusal | ConflictRefusal | IdempotencyRefusal;

/** As the columns have it. */
const MOST_CHARS = { subject: 300, text: 50_000, mjml: 100_000 } as const;

/** An organisation's own words for a mail: a new version each time they are saved, and back to those that would be used without them. */
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
  ): Promise<Result<WordsPlace, TemplateChangeRefusal>> {
    if (!may(actor, 'templates.manage')) return forbidden();
    const read = readPlace(input);
    if (!read.ok) return read;
    const place = read.value;
    const { key, language } = place;
    const sound = tooLong(input) ?? (await compileTemplate(key, input, language));
    if (!sound.ok) return toInvalidInput(sound.refusal);
    const compiled = sound.value;
    const saved = await this.uow.run<WordsPlace, TemplateChangeRefusal>(
      actor,
      async (tx) => {
        const present = await lockTemplate(tx, place);
        if (!present.there) return noSuchPlace();
        if (present.active !== input.expectedVersion) return conflict(present.active);
        retire(tx, place);
        tx.write(
          'save-mail-template',
          `INSERT INTO mail_templates (organization_id, id, key, version, active, subject, text, mjml, html, created_by, created_at, language, posting_id, stage)
           VALUES ($1, $2, $3, $4, true, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
          [
            ...[tx.organizationId, newId(tx.now.getTime()), key, present.newest + 1, compiled.subject, input.text, input.mjml],
            ...[compiled.html, actor.kind === 'staff' ? actor.personId : null, tx.now],
            ...[language, place.postingId, place.stage],
          ],
        );
        tx.audit('template.save', 'mail-template', null, { ...place, version: present.newest + 1 });
        return ok(place);
      },
      idempotency,
    );
    this.houses.forget(actor.organizationId);
    return saved;
  }

  /** Back to the words that hold without these; the organisation's versions are kept for the mails that were sent with them. */
  async reset(
    actor: Actor,
    input: PlaceInput & Pick<SaveTemplateInput, 'expectedVersion'>,
    idempotency?: Idempotency,
  ): Promise<Result<WordsPlace, TemplateChangeRefusal>> {
    if (!may(actor, 'templates.manage')) return forbidden();
    const read = readPlace(input);
    if (!read.ok) return read;
    const place = read.value;
    const done = await this.uow.run<WordsPlace, TemplateChangeRefusal>(
      actor,
      async (tx) => {
        const present = await lockTemplate(tx, place);
        if (!present.there) return noSuchPlace();
        if (present.active !== input.expectedVersion) return conflict(present.active);
        retire(tx, place);
        tx.audit('template.reset', 'mail-template', null, { ...place });
        return ok(place);
      },
      idempotency,
    );
    this.houses.forget(actor.organizationId);
    return done;
  }
}

const SAME_PLACE = 'language = $3 AND posting_id IS NOT DISTINCT FROM $4::uuid AND stage IS NOT DISTINCT FROM $5::text';

interface Present {
  /** The version in use in this place; 0: none. */
  readonly active: number;
  readonly newest: number;
  /** Whether there are such a posting, open to the actor, and such a stage in one of its plans. */
  readonly there: boolean;
}

/** Two people who save at once do so one after the other, also where there is no version yet that could be locked. */
async function lockTemplate(tx: Tx, { key, language, postingId, stage }: WordsPlace): Promise<Present> {
  const locked = tx.query('lock-organization-templates', 'SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [
    tx.organizationId,
  ]);
  await locked;
  const [row] = await tx.query<Present>(
    'mail-template-versions',
    `SELECT coalesce(max(version) FILTER (WHERE active AND ${SAME_PLACE}), 0) AS active, coalesce(max(version), 0) AS newest,
            $4::uuid IS NULL OR EXISTS (SELECT FROM postings p WHERE p.organization_id = $1 AND p.id = $4 AND ${isOpenTo('p.id', '$6::uuid')}
              AND ($5::text IS NULL OR EXISTS (SELECT FROM interview_plans pl JOIN plan_stages st ON st.organization_id = $1 AND st.plan_id = pl.id
                                               WHERE pl.organization_id = $1 AND pl.posting_id = p.id AND st.name = $5))) AS there
       FROM mail_templates WHERE organization_id = $1 AND key = $2`,
    [tx.organizationId, key, language, postingId, stage, personIdOf(tx.actor)],
  );
  return row!;
}

function retire(tx: Tx, { key, language, postingId, stage }: WordsPlace): void {
  tx.write(
    'retire-mail-template',
    `UPDATE mail_templates SET active = false WHERE organization_id = $1 AND key = $2 AND ${SAME_PLACE} AND active`,
    [tx.organizationId, key, language, postingId, stage],
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

function forbidden(): Result<never, Refusal<'FORBIDDEN'>> {
  return refuse('FORBIDDEN', 'Only administrators and recruiters change templates. Nothing was changed; ask one of them.');
}

function conflict(presentVersion: number): Result<never, ConflictRefusal> {
  const message =
    'Somebody else changed this template meanwhile. Nothing of yours was saved; look at the words in use and save again.';
  return refuse('CONFLICT', message, { presentVersion });
}
