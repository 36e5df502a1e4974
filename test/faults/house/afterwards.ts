import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type pg from 'pg';
import { SweepFiles } from '#libs/applications/index.js';
import { AuditKey, SealAudit, verifyAudit } from '#libs/audit/index.js';
import { systemClock } from '#libs/kernel/index.js';
import { FileStore, Reactions, type RunningConfig, UnitOfWork, createDataSource } from '#libs/platform/index.js';
import type { MailSink } from '#libs/platform/embedded/index.js';
import type { Told } from './client.js';

/** What is wrong once all is quiet again, a line each; all empty when nothing is. */
export interface Wrong {
  /** Moves, hires, bookings, applications and files that were acknowledged and are not there. */
  readonly lost: readonly string[];
  /** Answers that cannot be when every command happens once. */
  readonly strange: readonly string[];
  /** Applications whose transitions have gaps or do not add up to where they stand. */
  readonly folded: readonly string[];
  /** Transitions without their event or their entry in the audit log. */
  readonly unrecorded: readonly string[];
  /** Moves that should have been told and have no mail in the ledger, and mails of which the ledger says something else than what arrived. */
  readonly untold: readonly string[];
  /** People in two interviews at once, openings with two hires. */
  readonly doubled: readonly string[];
  /** Rows whose file is not there or another, files without a row, and what the audit log's seals do not cover. */
  readonly loose: readonly string[];
}

export interface Compared extends Wrong {
  /** Files without a row that the house swept. */
  readonly swept: number;
  /** Entries of the audit log under whole seals. */
  readonly sealed: number;
}

/** Where the house is kept. */
export interface Place {
  readonly home: string;
  readonly databaseUrl: string;
  readonly secret: string;
}

export async function compare(owner: pg.Client, told: Told, sink: MailSink, place: Place): Promise<Compared> {
  const lines = async (sql: string, values: unknown[] = []) => {
    const { rows } = await owner.query<{ line: string }>(sql, values);
    return rows.map(({ line }) => line);
  };
  const lost = [
    ...(await lines(
      `SELECT 'move ' || m."applicationId" || ' ' || m.version AS line FROM jsonb_to_recordset($1) AS m ("applicationId" uuid, version int, "stageId" uuid, status text)
        WHERE NOT EXISTS (SELECT FROM transitions t WHERE t.application_id = m."applicationId" AND t.version = m.version
                             AND t.to_stage_id IS NOT DISTINCT FROM m."stageId" AND t.to_status = m.status)`,
      [JSON.stringify(told.moves)],
    )),
    ...(await lines(
      `SELECT 'hire ' || h."applicationId" AS line FROM jsonb_to_recordset($1) AS h ("applicationId" uuid, "openingId" uuid)
        WHERE NOT EXISTS (SELECT FROM applications a WHERE a.id = h."applicationId" AND a.status = 'HIRED' AND a.opening_id = h."openingId")`,
      [JSON.stringify(told.hires)],
    )),
    ...(await lines(
      `SELECT 'booking ' || b AS line FROM unnest($1::uuid[]) b WHERE NOT EXISTS (SELECT FROM interviews i WHERE i.id = b)`,
      [told.bookings],
    )),
    ...(await lines(
      `SELECT 'application of ' || e AS line FROM unnest($1::text[]) e
        WHERE (SELECT count(*) FROM applications a JOIN candidates c ON c.id = a.candidate_id WHERE c.email = e) <> 1`,
      [told.applied],
    )),
    ...(await lines(
      `SELECT 'file ' || f.id AS line FROM jsonb_to_recordset($1) AS f (id uuid, size_bytes int)
        WHERE NOT EXISTS (SELECT FROM attachments a WHERE a.id = f.id AND a.size_bytes = f.size_bytes)`,
      [JSON.stringify(told.files)],
    )),
  ];
  const folded = [
    ...(await lines(
      `SELECT a.id || ' stands at version ' || a.version || ' with ' || count(t.version) || ' transitions' AS line
       FROM applications a LEFT JOIN transitions t ON t.application_id = a.id
      GROUP BY a.id, a.version, a.status, a.stage_id
     HAVING count(t.version) <> a.version OR coalesce(max(t.version), 0) <> a.version
         OR (a.version > 0 AND (a.status, a.stage_id) IS DISTINCT FROM
              (SELECT (l.to_status, l.to_stage_id) FROM transitions l WHERE l.application_id = a.id ORDER BY l.version DESC LIMIT 1))`,
    )),
    ...(await lines(
      `SELECT t.application_id || ' ' || t.version || ' does not begin where the one before it ended' AS line
         FROM (SELECT *, lag(to_status, 1, 'ACTIVE') OVER w AS before_status, lag(to_stage_id) OVER w AS before_stage_id, lag(version, 1, 0) OVER w AS before
                 FROM transitions WINDOW w AS (PARTITION BY application_id ORDER BY version)) t
        WHERE (t.version, t.from_status, t.from_stage_id) IS DISTINCT FROM (t.before + 1, t.before_status, t.before_stage_id)`,
    )),
  ];
  const unrecorded = [
    ...(await lines(
      `SELECT 'no event of ' || t.application_id || ' ' || t.version AS line FROM transitions t
        WHERE 1 <> (SELECT count(*) FROM outbox_events e
                     WHERE e.name = 'ApplicationMoved' AND e.subject_id = t.application_id AND (e.payload->>'version')::int = t.version)`,
    )),
    ...(await lines(
      `SELECT 'no entry of ' || t.application_id || ' ' || t.version AS line FROM transitions t
        WHERE 1 <> (SELECT count(*) FROM audit_events e
                     WHERE e.action = 'application.move' AND e.subject_id = t.application_id AND (e.detail->>'version')::int = t.version)`,
    )),
  ];
  const arrived = new Map<string, number>();
  for (const { headers } of await sink.messages()) {
    const id = String(headers['message-id']);
    // The mail server died over its first line; nobody was told that it had arrived.
    if (id === 'undefined') continue;
    arrived.set(id, (arrived.get(id) ?? 0) + 1);
  }
  const { rows: ledger } = await owner.query<{ message_id: string; state: string; doubts: number }>(
    'SELECT message_id, state, doubts FROM mails',
  );
  const byId = new Map(ledger.map((mail) => [mail.message_id, mail]));
  const untold = [
    ...(await lines(
      `SELECT 'no mail of ' || e.subject_id || ' ' || (e.payload->>'version') AS line FROM outbox_events e
        WHERE e.name = 'ApplicationMoved' AND jsonb_path_exists(e.payload, '$.effects[*] ? (@.kind == "Notify")')
          AND NOT EXISTS (SELECT FROM mails m WHERE m.event_id = e.id)`,
    )),
    ...ledger
      .filter(({ state, message_id }) => state === 'SENT' && !arrived.has(message_id))
      .map(({ message_id }) => `sent and not arrived: ${message_id}`),
    ...[...arrived].flatMap(([id, times]) => {
      const { state, doubts } = byId.get(id) ?? { state: 'not there', doubts: 0 };
      if (state !== 'SENT' && state !== 'IN_DOUBT') return [`arrived and ${state}: ${id}`];
      return times > 1 + doubts ? [`arrived ${times} times with ${doubts} doubts: ${id}`] : [];
    }),
  ];
  const doubled = [
    ...(await lines(
      `SELECT 'two interviews of ' || s.person_id AS line FROM interview_seats s JOIN interview_seats o
           ON o.person_id = s.person_id AND o.id > s.id AND o.during && s.during AND o.state IN ('HELD', 'CONFIRMED')
        WHERE s.state IN ('HELD', 'CONFIRMED')`,
    )),
    ...(await lines(
      `SELECT 'two hires into ' || opening_id AS line FROM applications WHERE status = 'HIRED' GROUP BY opening_id HAVING count(*) > 1`,
    )),
  ];
  const { loose, ...counts } = await things(owner, place);
  return { lost, strange: told.strange, folded, unrecorded, untold, doubled, loose, ...counts };
}

/** Compares files with their rows, both ways, after the house's own sweep; and has the house seal its log and prove the seals. */
async function things(
  owner: pg.Client,
  { home, databaseUrl, secret }: Place,
): Promise<Pick<Compared, 'loose' | 'swept' | 'sealed'>> {
  const root = join(home, 'files');
  const dataSource = await createDataSource({ url: databaseUrl, role: 'rounds_app', poolSize: 2 }).initialize();
  try {
    const uow = new UnitOfWork(dataSource, systemClock, new Reactions());
    const swept = await new SweepFiles(uow, new FileStore(root), systemClock).execute(-60_000);
    while ((await new SealAudit(uow, { secret } as RunningConfig).execute(-1_000)) > 0);
    const verified = await verifyAudit(uow, new AuditKey(secret).publicKey, []);
    const sealed = verified.reduce((sum, { events }) => sum + events, 0);
    const { rows: written } = await owner.query<{ count: number }>('SELECT count(*)::int AS count FROM audit_events');
    const { rows } = await owner.query<{ storage_key: string; sha256: Buffer }>('SELECT storage_key, sha256 FROM attachments');
    const keys = new Set(rows.map(({ storage_key }) => storage_key));
    const there = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    const loose = [
      ...verified.flatMap(({ faults }) => faults),
      ...(sealed === written[0]!.count ? [] : [`${written[0]!.count} entries of the log, and ${sealed} under seals`]),
      ...there
        .filter((each) => each.isFile())
        .map((each) => relative(root, join(each.parentPath, each.name)))
        .flatMap((key) => (keys.has(key) ? [] : [`no row of the file ${key}`])),
    ];
    for (const { storage_key, sha256 } of rows) {
      const bytes = await readFile(join(root, storage_key)).catch(() => null);
      if (bytes === null) loose.push(`no file of the row ${storage_key}`);
      else if (!createHash('sha256').update(bytes).digest().equals(sha256))
        loose.push(`another file than the row says: ${storage_key}`);
    }
    return { loose, swept, sealed };
  } finally {
    await dataSource.destroy();
  }
}
