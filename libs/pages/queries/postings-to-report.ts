import type { Id } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** Postings to which somebody applied, newest first; for administrators. */
export function postingsToReport(uow: UnitOfWork, organizationId: Id): Promise<{ readonly id: Id; readonly title: string }[]> {
  return uow.read(
    organizationId,
    'postings-to-report',
    `SELECT p.id, p.title FROM postings p
      WHERE p.organization_id = $1 AND EXISTS (SELECT FROM applications a WHERE a.organization_id = $1 AND a.posting_id = p.id)
      ORDER BY p.id DESC LIMIT 200`,
    [organizationId],
  );
}
