import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** An organisation's own words for a mail, in use now. */
export interface OwnTemplateRow {
  readonly key: string;
  readonly version: number;
  readonly subject: string;
  readonly text: string;
  readonly mjml: string;
  readonly created_at: Date;
}

/** All that are in use, by key. */
export async function ownTemplates(uow: UnitOfWork, organizationId: Id): Promise<ReadonlyMap<string, OwnTemplateRow>> {
  const rows = await uow.read<OwnTemplateRow>(
    organizationId,
    'own-mail-templates',
    'SELECT key, version, subject, text, mjml, created_at FROM mail_templates WHERE organization_id = $1 AND active',
    [organizationId],
  );
  return new Map(rows.map((row) => [row.key, row]));
}
