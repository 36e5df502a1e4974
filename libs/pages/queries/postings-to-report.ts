import { isOpenTo, personIdOf } from '#libs/identity/index.js';
import type { Id, StaffActor } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** Postings to which somebody applied and that the administrator may know of, newest first. */
export function postingsToReport(uow: UnitOfWork, actor: StaffActor): Promise<{ readonly id: Id; readonly title: string }[]> {
  return uow.read(
    actor.organizationId,
    'postings-to-report',
    `SELECT p.id, p.title FROM postings p
      WHERE p.organization_id = $1 AND EXISTS (SELECT FROM applications a WHERE a.organization_id = $1 AND a.posting_id = p.id) AND ${isOpenTo('p.id', '$2')}
      ORDER BY p.id DESC LIMIT 200`,
    [actor.organizationId, personIdOf(actor)],
  );
}
