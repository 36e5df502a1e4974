import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { createDataSource } from '../database/data-source.js';
import type { FileStore } from '../files/file-store.js';
import { type BackupHead, DamagedBackup, readBackupFile } from './backup-file.js';
import { type KeptTable, SCHEMAS, keptTables, quoted } from './tables.js';

type Migrations = readonly (new () => MigrationInterface)[];

export interface RestorePlace {
  /** The owner's. */
  readonly databaseUrl: string;
  readonly files: FileStore;
  /** Every migration that is known here, in order. */
  readonly migrations: Migrations;
  /** Of a back-up that is encrypted. */
  readonly passphrase: string | null;
}

export interface Restored {
  readonly head: BackupHead;
  readonly tables: Readonly<Record<string, number>>;
  readonly files: number;
  /** Mails that had not left when the back-up was made. Nobody knows whether they did afterwards, so a person decides. */
  readonly mailsHeld: number;
}

/** Why nothing was restored; a sentence for the person. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/**
 * Puts a back-up where nothing is yet, or with `force` in the place of what is there. The file is read through and compared first; rows come back in one
 * transaction, with every constraint proved anew, at the version of the back-up, and then the newer migrations run. Nothing is half restored.
 * @throws RestoreRefused, DamagedBackup
 */
export async function restoreBackup(place: RestorePlace, path: string, force: boolean): Promise<Restored> {
  const head = await proved(path, place);
  const client = new pg.Client({ connectionString: place.databaseUrl, application_name: 'rounds-restore' });
  await client.connect();
  try {
    await refuseWhileUsed(client);
    if (!force && (await holdsOrganizations(client)))
      throw new RestoreRefused('there are data already; nothing was changed. --force puts the back-up in their place.');
    await bringTo(place, head.migrations);
    // Before the rows that name them; a file that is there already is the same one, since a key is given once.
    const { files, keys } = await restoreFiles(place, path);
    await client.query('BEGIN');
    const { tables, mailsHeld } = await restoreRows(client, place, path);
    await client.query('COMMIT');
    await place.files.keepOnly(keys);
    await bringTo(place, null);
    return { head, tables, files, mailsHeld };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** Reads all of the file once, so that a damaged one changes nothing, and looks whether its version is known here. */
async function proved(path: string, { migrations, passphrase }: RestorePlace): Promise<BackupHead> {
  let head: BackupHead | null = null;
  for await (const line of readBackupFile(path, passphrase)) {
    if ('rounds' in line) head = line;
    else if (!head) break;
  }
  if (head?.rounds !== 'backup' || head.format !== 1) throw new DamagedBackup('it is no back-up that this Rounds can read');
  const known = migrations.map(({ name }) => name);
  if (head.migrations.some((name, at) => name !== known[at]))
    throw new RestoreRefused('it was made by a newer Rounds; nothing was changed. Restore it with that one.');
  return head;
}

/** Somebody who writes meanwhile would write into what is taken away. */
async function refuseWhileUsed(client: pg.Client): Promise<void> {
  for (let look = 1; ; look += 1) {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'rounds%' LIMIT 1`,
    );
    if (!rowCount) return;
    if (look === LOOKS)
      throw new RestoreRefused('Rounds is running on this database; nothing was changed. Stop every process of it first.');
    await sleep(LOOK_AGAIN_MS);
  }
}

/** The server lets go of a connection a moment after whoever had it. */
const LOOKS = 10;
const LOOK_AGAIN_MS = 100;

async function holdsOrganizations(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.organization_directory') IS NOT NULL AS there`,
  );
  if (!rows[0]!.there) return false;
  return ((await client.query('SELECT FROM organization_directory LIMIT 1')).rowCount ?? 0) > 0;
}

/** Brings the schema to the version that the named migrations made, backwards or forwards; null: to the newest. */
async function bringTo({ databaseUrl, migrations }: RestorePlace, wanted: readonly string[] | null): Promise<void> {
  const list = wanted === null ? migrations : migrations.slice(0, wanted.length);
  const owner = (some: Migrations) =>
    createDataSource({ url: databaseUrl, role: 'owner', poolSize: 1, migrations: [...some] }).initialize();
  const whole = await owner(migrations);
  try {
    const ran = await whole.query<unknown[]>(`SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'migrations'`);
    const count = ran.length === 0 ? 0 : (await whole.query<{ n: number }[]>('SELECT count(*)::int AS n FROM migrations'))[0]!.n;
    for (let more = count - list.length; more > 0; more -= 1) await whole.undoLastMigration();
  } finally {
    await whole.destroy();
  }
  const part = await owner(list);
  await part.runMigrations().finally(() => part.destroy());
}

async function restoreFiles({ files, passphrase }: RestorePlace, path: string): Promise<{ files: number; keys: Set<string> }> {
  const keys = new Set<string>();
  for await (const line of readBackupFile(path, passphrase)) {
    if (!('file' in line)) continue;
    await files.putBack(line.file, Buffer.from(line.base64, 'base64'));
    keys.add(line.file);
  }
  return { files: keys.size, keys };
}

async function restoreRows(client: pg.Client, { passphrase }: RestorePlace, path: string) {
  const tables = new Map((await keptTables(client)).map((table) => [table.name, table]));
  const every = await client.query<{ name: string; forced: boolean }>(
    `SELECT n.nspname || '.' || c.relname AS name, c.relforcerowsecurity AS forced FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY ($1) AND c.relkind = 'r' AND c.relname <> 'migrations'`,
    [Object.keys(SCHEMAS)],
  );
  const names = every.rows.map(({ name }) => quoted(name));
  const forced = every.rows.filter((row) => row.forced).map(({ name }) => quoted(name));
  await client.query(`TRUNCATE ${names.join(', ')}`);
  // Jobs of what was there; the queue makes its schema again.
  await client.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
  // The owner is held by row-level security as well, and rows refer to each other in circles.
  for (const name of forced) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  const references = await dropReferences(client);
  const counts: Record<string, number> = {};
  for await (const line of readBackupFile(path, passphrase)) {
    if (!('rows' in line)) continue;
    const table = tables.get(line.table);
    if (!table) throw new DamagedBackup(`it has rows of ${line.table}, which there is not`);
    await insert(client, table, line.columns, line.rows);
    counts[line.table] = (counts[line.table] ?? 0) + line.rows.length;
  }
  for (const { table, name, definition } of references)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  await client.query('INSERT INTO organization_directory (slug, organization_id) SELECT slug, id FROM organizations');
  const mailsHeld = await holdMails(client);
  await indexCandidates(client);
  await continueCounting(client, [...tables.values()]);
  for (const name of forced) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
  return { tables: counts, mailsHeld };
}

async function insert(client: pg.Client, table: KeptTable, columns: readonly string[], rows: readonly unknown[]): Promise<void> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const values = columns.map((name, at) => {
    const type = types.get(name);
    if (type === undefined) throw new DamagedBackup(`it has ${table.name}.${name}, which there is not`);
    return `(r->>${at})::${type}`;
  });
  await client.query(
    `INSERT INTO ${quoted(table.name)} (${columns.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(rows)],
  );
}

async function dropReferences(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY ($1)) ORDER BY 1, 2`,
    [Object.keys(SCHEMAS)],
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  return rows;
}

/** What waited to be sent may have been sent since: it is put before a person instead of into somebody's mailbox a second time. */
async function holdMails(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE mails SET state = 'FAILED', lease_until = NULL, fence = fence + 1,
            error = 'It was waiting when the back-up was made that was restored. Send it again if it did not arrive.'
      WHERE state IN ('DECIDED', 'RELAYED', 'SENDING', 'IN_DOUBT')`,
  );
  await client.query(`UPDATE outbox_events SET state = 'PENDING', relayed_at = NULL WHERE state = 'RELAYED'`);
  return rowCount ?? 0;
}

async function indexCandidates(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM organizations');
  for (const { id } of rows) {
    await client.query(`SELECT set_config('app.organization_id', $1, true)`, [id]);
    await client.query('SELECT count(index_candidate(id)) FROM candidates WHERE organization_id = $1', [id]);
  }
}

/** Numbers that the database gives go on after the highest that came back. */
async function continueCounting(client: pg.Client, tables: readonly KeptTable[]): Promise<void> {
  for (const { name, columns } of tables)
    for (const column of columns.filter(({ identity }) => identity))
      await client.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), greatest((SELECT max(${quoted(column.name)}) FROM ${quoted(name)}), 1))`,
        [`public.${quoted(name)}`, column.name],
      );
}
