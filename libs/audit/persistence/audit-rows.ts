import type { Id } from '#libs/kernel/index.js';
import type { AuditedEvent, Seal } from '../domain/seal.js';

/** A seal as it is kept. */
export interface KeptSeal extends Seal {
  readonly signature: Buffer;
  readonly sealedAt: Date;
}

/** Whatever reads under one organisation's row-level security: a transaction, or single reads. */
export type Read = <Row extends object>(name: string, sql: string, params: readonly unknown[]) => Promise<Row[]>;

/** Entries after one and up to another, in the order of their ids; at most `limit`. */
export async function readEvents(
  read: Read,
  organizationId: Id,
  after: Id | null,
  upTo: Id,
  limit: number,
): Promise<AuditedEvent[]> {
  return read<AuditedEvent>(
    'audit-events-to-seal',
    `SELECT id, at, actor_kind AS "actorKind", actor_id AS "actorId", action, subject_kind AS "subjectKind", subject_id AS "subjectId", detail
       FROM audit_events WHERE organization_id = $1 AND id > $2 AND id <= $3 ORDER BY id LIMIT $4`,
    [organizationId, after ?? '00000000-0000-0000-0000-000000000000', upTo, limit],
  );
}

/** Seals with a number above `after`, the lowest first; at most `limit`. */
export async function readSeals(read: Read, organizationId: Id, after: number, limit: number): Promise<KeptSeal[]> {
  return read<KeptSeal>(
    'audit-seals',
    `SELECT seq, up_to AS "upTo", events, hash, signature, sealed_at AS "sealedAt"
       FROM audit_seals WHERE organization_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
    [organizationId, after, limit],
  );
}

/** The newest seal, or null before the first. */
export async function lastSeal(read: Read, organizationId: Id): Promise<KeptSeal | null> {
  const [row] = await read<KeptSeal>(
    'last-audit-seal',
    `SELECT seq, up_to AS "upTo", events, hash, signature, sealed_at AS "sealedAt"
       FROM audit_seals WHERE organization_id = $1 ORDER BY seq DESC LIMIT 1`,
    [organizationId],
  );
  return row ?? null;
}

/** How many entries there are up to one. */
export async function countEvents(read: Read, organizationId: Id, upTo: Id): Promise<number> {
  const [row] = await read<{ count: number }>(
    'count-audit-events',
    'SELECT count(*)::int AS count FROM audit_events WHERE organization_id = $1 AND id <= $2',
    [organizationId, upTo],
  );
  return row!.count;
}
