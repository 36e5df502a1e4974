import { isOpenTo, personIdOf } from '#libs/identity/index.js';
import { type Actor, type Id, type Language, isId } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { MailTiming } from '../domain/timing.js';
import { SETTINGS_JSON, type SettingsRow, toTiming } from '../persistence/settings-row.js';

export interface OwnMailSettings {
  readonly version: number;
  readonly timing: MailTiming;
  readonly language: Language | null;
  readonly answerDays: number | null;
}

/** An organisation's own settings; null: the installation's usual times hold. */
export async function ownMailSettings(uow: UnitOfWork, organizationId: Id): Promise<OwnMailSettings | null> {
  const [row] = await uow.read<{ settings: SettingsRow }>(
    organizationId,
    'own-mail-settings',
    `SELECT ${SETTINGS_JSON} AS settings FROM mail_settings s WHERE s.organization_id = $1`,
    [organizationId],
  );
  if (!row) return null;
  const { version, language, answer_days: answerDays } = row.settings;
  return { version, timing: toTiming(row.settings), language, answerDays };
}

export interface PostingMailSettingsRow {
  readonly version: number;
  readonly language: Language | null;
  readonly answerDays: number | null;
}

/** A posting's; version 0 where it has none of its own. null: there is no such posting, or the actor may not know of it. */
export async function postingMailSettings(uow: UnitOfWork, actor: Actor, postingId: Id): Promise<PostingMailSettingsRow | null> {
  if (!isId(postingId)) return null;
  const [row] = await uow.read<PostingMailSettingsRow>(
    actor.organizationId,
    'posting-mail-settings',
    `SELECT coalesce(s.version, 0) AS version, s.language, s.answer_days AS "answerDays"
       FROM postings p LEFT JOIN posting_mail_settings s ON s.organization_id = $1 AND s.posting_id = p.id
      WHERE p.organization_id = $1 AND p.id = $2 AND ${isOpenTo('p.id', '$3::uuid')}`,
    [actor.organizationId, postingId, personIdOf(actor)],
  );
  return row ?? null;
}
