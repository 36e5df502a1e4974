import { createHash } from 'node:crypto';
import pg from 'pg';
import type { FileStore } from '../files/file-store.js';
import { type BackupEnd, type BackupLine, type BackupRows, writeBackupFile } from './backup-file.js';
import { type KeptTable, keptTables, quoted, readerOf } from './tables.js';

/** Rows read and written at once: some have the text of a CV. */
const BATCH = 200;

export interface BackupSource {
  /** The owner's. */
  readonly databaseUrl: string;
  readonly files: FileStore;
  readonly auditKey: string;
  readonly now: Date;
  /** Encrypts what is written; null leaves it in the clear. */
  readonly passphrase: string | null;
}

export interface BackedUp extends BackupEnd {
  /** Storage keys of files that rows name and that are not there or not as they were stored; the back-up is without them. */
  readonly lost: readonly string[];
}

/**
 * Writes everything of every organisation to a file, consistent while Rounds runs: all rows are those of one instant (one snapshot), and files are
 * never changed, only added and removed. Reads as the roles that may read, organisation by organisation; locks nothing that anybody waits for.
 */
export async function writeBackup(source: BackupSource, path: string): Promise<BackedUp> {
  const client = new pg.Client({ connectionString: source.databaseUrl, application_name: 'rounds-backup' });
  await client.connect();
  const missing: { organizationId: string; key: string }[] = [];
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: ran } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp');
    await client.query(`SET LOCAL ROLE rounds_app`);
    await client.query(
      `SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'iso_8601'`,
    );
    const migrations = ran.map(({ name }) => name);
    const written = await writeBackupFile(path, lines(client, source, migrations, missing), source.passphrase);
    await client.query('COMMIT');
    return { ...written, lost: await stillNamed(client, missing) };
  } finally {
    await client.end();
  }
}

async function* lines(
  client: pg.Client,
  { files, auditKey, now }: BackupSource,
  migrations: string[],
  missing: { organizationId: string; key: string }[],
): AsyncGenerator<BackupLine> {
  yield { rounds: 'backup', format: 1, madeAt: now.toISOString(), migrations, auditKey };
  const tables = await keptTables(client);
  const { rows: organizations } = await client.query<{ id: string }>(
    'SELECT organization_id AS id FROM organization_directory ORDER BY 1',
  );
  for (const { id: organizationId } of organizations) {
    await inOrganization(client, organizationId);
    for (const table of tables) {
      await client.query(`SET LOCAL ROLE ${readerOf(table)}`);
      yield* rowsOf(client, table, organizationId);
    }
    await client.query('SET LOCAL ROLE rounds_app');
    const { rows: stored } = await client.query<{ key: string; sha256: string }>(
      `SELECT storage_key AS key, encode(sha256, 'hex') AS sha256 FROM attachments WHERE organization_id = $1 ORDER BY storage_key`,
      [organizationId],
    );
    for (const { key, sha256 } of stored) {
      const bytes = await files.get(key).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        return null;
      });
      if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256)
        yield { file: key, sha256, base64: bytes.toString('base64') };
      else missing.push({ organizationId, key });
    }
  }
}

async function* rowsOf(client: pg.Client, table: KeptTable, organizationId: string): AsyncGenerator<BackupRows> {
  const columns = table.columns.map(({ name }) => name);
  const texts = columns.map((name) => `${quoted(name)}::text`).join(', ');
  const select = `SELECT ARRAY[${texts}] AS row FROM ${quoted(table.name)} WHERE ${table.key} = '${organizationId}'::uuid`;
  await client.query(`DECLARE kept NO SCROLL CURSOR FOR ${select}`);
  for (;;) {
    const { rows } = await client.query<{ row: (string | null)[] }>(`FETCH ${BATCH} FROM kept`);
    if (rows.length > 0) yield { table: table.name, organizationId, columns, rows: rows.map(({ row }) => row) };
    if (rows.length < BATCH) break;
  }
  await client.query('CLOSE kept');
}

/** Of the files that were not found, those that a row still names: a person who was erased meanwhile has none any more, and that is no loss. */
async function stillNamed(client: pg.Client, missing: readonly { organizationId: string; key: string }[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { organizationId, key } of missing) {
    await client.query('BEGIN READ ONLY');
    await client.query('SET LOCAL ROLE rounds_app');
    await inOrganization(client, organizationId);
    const { rowCount } = await client.query('SELECT FROM attachments WHERE organization_id = $1 AND storage_key = $2', [
      organizationId,
      key,
    ]);
    await client.query('COMMIT');
    if (rowCount) lost.push(key);
  }
  return lost;
}

async function inOrganization(client: pg.Client, organizationId: string): Promise<void> {
  await client.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
}
