import type { Id, Interval } from '#libs/kernel/index.js';
import type { Tx } from '#libs/platform/index.js';
import type { CalendarKind } from '../domain/calendar-address.js';

/** A calendar elsewhere, with what is needed to read it. */
export interface SourceRow {
  readonly id: Id;
  readonly personId: Id;
  readonly kind: CalendarKind;
  readonly zone: string;
  readonly sealed: Buffer;
  readonly etag: string | null;
  readonly failures: number;
  readonly nextAt: Date;
}

export const SOURCE = `
SELECT s.id, s.person_id AS "personId", s.kind, p.zone, s.sealed, s.etag, s.failures, s.next_at AS "nextAt"
  FROM calendar_sources s JOIN people p ON p.organization_id = $1 AND p.id = s.person_id AND p.status = 'ACTIVE'
 WHERE s.organization_id = $1 AND s.id = $2`;

export interface NewSource {
  readonly id: Id;
  readonly personId: Id;
  readonly kind: CalendarKind;
  readonly name: string;
  readonly host: string;
  readonly sealed: Buffer;
}

export function insertSource(tx: Tx, source: NewSource, nextAt: Date): void {
  tx.write(
    'insert-calendar-source',
    `INSERT INTO calendar_sources (organization_id, id, person_id, kind, name, host, sealed, created_at, next_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.organizationId, source.id, source.personId, source.kind, source.name, source.host, source.sealed, tx.now, nextAt],
  );
}

/** How many calendars a person has, who is locked until COMMIT; null when the organisation has no such person. */
export async function countSources(tx: Tx, personId: Id): Promise<number | null> {
  const [row] = await tx.query<{ count: number }>(
    'count-calendar-sources',
    `SELECT (SELECT count(*)::integer FROM calendar_sources s WHERE s.organization_id = $1 AND s.person_id = p.id) AS count
       FROM people p WHERE p.organization_id = $1 AND p.id = $2 AND p.status = 'ACTIVE' FOR NO KEY UPDATE`,
    [tx.organizationId, personId],
  );
  return row?.count ?? null;
}

/** What a reading found; `busy` null: nothing has changed. */
export interface Reading {
  readonly sourceId: Id;
  readonly personId: Id;
  readonly busy: readonly Interval[] | null;
  readonly etag: string | null;
  readonly problem: string | null;
  readonly nextAt: Date;
}

/** Keeps what a reading found in place of what was known before. */
export function keepReading(tx: Tx, { sourceId, personId, busy, etag, problem, nextAt }: Reading): void {
  if (busy !== null) {
    tx.write('clear-calendar-busy', 'DELETE FROM calendar_busy WHERE organization_id = $1 AND source_id = $2', [
      tx.organizationId,
      sourceId,
    ]);
    const spans = busy.map(({ start_ms, end_ms }) => [new Date(start_ms), new Date(end_ms)]);
    tx.write(
      'insert-calendar-busy',
      `INSERT INTO calendar_busy (organization_id, source_id, person_id, during)
       SELECT $1, $2, $3, tstzrange((span->>0)::timestamptz, (span->>1)::timestamptz) FROM jsonb_array_elements($4::jsonb) AS span`,
      [tx.organizationId, sourceId, personId, JSON.stringify(spans)],
    );
  }
  tx.write(
    'calendar-was-read',
    `UPDATE calendar_sources SET tried_at = $3, fetched_at = $3, next_at = $4, failures = 0, problem = $5, etag = $6 WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, sourceId, tx.now, nextAt, problem, etag],
  );
}

/** A reading failed: what was known before stays, with its age. */
export function keepFailure(tx: Tx, sourceId: Id, problem: string, nextAt: Date): void {
  tx.write(
    'calendar-was-not-read',
    `UPDATE calendar_sources SET tried_at = $3, next_at = $4, failures = failures + 1, problem = $5 WHERE organization_id = $1 AND id = $2`,
    [tx.organizationId, sourceId, tx.now, nextAt, problem.slice(0, 300)],
  );
}
