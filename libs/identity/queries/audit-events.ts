import { type Id, isId } from '#libs/kernel/index.js';
import { type UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';

export interface AuditEventRow {
  readonly id: Id;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: Id | null;
  readonly detail: object;
  /** Where the session that did it was opened, and by what; null when it is forgotten, or it was none. */
  readonly opened_from: string | null;
}

const COLUMNS = `id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail,
  (SELECT concat_ws(', ', nullif(s.network, ''), nullif(s.user_agent, '')) FROM sessions s
    WHERE s.organization_id = $1 AND s.id = CASE WHEN detail->>'via' LIKE 'session %' THEN substr(detail->>'via', 9)::uuid END) AS opened_from`;

/** Who did what, newest first: to one subject, or to all. Ids rise with time, so they are the keyset. */
export async function listAuditEvents(
  uow: UnitOfWork,
  organizationId: Id,
  subjectId: Id | null,
  first: number,
  after: string | null,
) {
  const from = decodeCursor(after, 1, ([id]) => isId(id))?.[0] ?? null;
  const rows = subjectId
    ? await uow.read<AuditEventRow>(
        organizationId,
        'audit-events-of-subject',
        `SELECT ${COLUMNS} FROM audit_events WHERE organization_id = $1 AND subject_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
        [organizationId, subjectId, from, first + 1],
      )
    : await uow.read<AuditEventRow>(
        organizationId,
        'audit-events',
        `SELECT ${COLUMNS} FROM audit_events WHERE organization_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [organizationId, from, first + 1],
      );
  return page(
    rows,
    first,
    (row) => row,
    ({ id }) => [id],
  );
}
