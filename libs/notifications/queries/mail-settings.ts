import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';
import type { MailTiming } from '../domain/timing.js';
import { SETTINGS_JSON, type SettingsRow, toTiming } from '../persistence/settings-row.js';

/** An organisation's own settings; null: the installation's usual times hold. */
export async function ownMailSettings(
  uow: UnitOfWork,
  organizationId: Id,
): Promise<{ version: number; timing: MailTiming } | null> {
  const [row] = await uow.read<{ settings: SettingsRow }>(
    organizationId,
    'own-mail-settings',
    `SELECT ${SETTINGS_JSON} AS settings FROM mail_settings s WHERE s.organization_id = $1`,
    [organizationId],
  );
  return row ? { version: row.settings.version, timing: toTiming(row.settings) } : null;
}
