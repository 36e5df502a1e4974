import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Undecipherable, decrypted, encrypted } from './encryption.js';

/** The first line: what the back-up is of. Lines are JSON, the whole is gzip: `zcat FILE | head -c 2000` shows it where it is not encrypted (`encryption.ts`). */
export interface BackupHead {
  readonly rounds: 'backup';
  readonly format: 1;
  readonly madeAt: string;
  /** Names of the migrations that had run. */
  readonly migrations: readonly string[];
  /** Of the audit log's seals: tells whether they were made with the secret that is here now. */
  readonly auditKey: string;
}

/** Rows of one table and organisation. Values are PostgreSQL's own text, as in COPY, so that every type comes back as it was. */
export interface BackupRows {
  readonly table: string;
  readonly organizationId: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface BackupStoredFile {
  readonly file: string;
  readonly sha256: string;
  readonly base64: string;
}

/** The last line: what must have come before it. */
export interface BackupEnd {
  readonly end: { readonly tables: Readonly<Record<string, number>>; readonly files: number; readonly sha256: string };
}

export type BackupLine = BackupHead | BackupRows | BackupStoredFile | BackupEnd;

/** The file is no back-up, not whole, or was changed. */
export class DamagedBackup extends Error {
  override readonly name = 'DamagedBackup';
}

/** Counts and hashes lines on their way, in both directions. */
class Tally {
  readonly tables: Record<string, number> = {};
  files = 0;
  private readonly hash: Hash = createHash('sha256');

  add(text: string | Buffer): void {
    this.hash.update(text).update('\n');
  }

  end(): BackupEnd {
    return { end: { tables: this.tables, files: this.files, sha256: this.hash.copy().digest('hex') } };
  }
}

/**
 * Writes lines to a new file that only its owner can read, encrypted where there is a passphrase, and puts it under its name when it is whole and on disk. Answers the last line.
 * @throws Error when there is such a file, or what the lines throw; nothing is left then.
 */
export async function writeBackupFile(
  path: string,
  lines: AsyncIterable<BackupLine>,
  passphrase: string | null,
): Promise<BackupEnd> {
  const tally = new Tally();
  const draft = `${path}.part`;
  if (await access(path).then(() => true, () => false)) throw thereAlready(path); // prettier-ignore
  const handle = await open(draft, 'wx', 0o600).catch(explain(path));
  try {
    const texts = async function* () {
      for await (const line of lines) {
        if ('rows' in line) tally.tables[line.table] = (tally.tables[line.table] ?? 0) + line.rows.length;
        if ('file' in line) tally.files += 1;
        const text = JSON.stringify(line);
        tally.add(text);
        yield `${text}\n`;
      }
      yield `${JSON.stringify(tally.end())}\n`;
    };
    const sealed = async function* (packed: AsyncIterable<Buffer>) {
      yield* passphrase === null ? packed : encrypted(packed, passphrase);
    };
    await pipeline(Readable.from(texts()), createGzip({ level: 6 }), sealed, handle.createWriteStream({ flush: true }));
    await rename(draft, path).catch(explain(path));
    await syncFolder(dirname(path));
    return tally.end();
  } finally {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
  }
}

/**
 * Reads the lines of a back-up but the last, against which everything is compared when all of it was read.
 * @throws DamagedBackup
 */
export async function* readBackupFile(path: string, passphrase: string | null): AsyncGenerator<Exclude<BackupLine, BackupEnd>> {
  const tally = new Tally();
  let ended: BackupEnd | null = null;
  for await (const bytes of linesOf(path, passphrase)) {
    const line = parse(bytes);
    if (ended) throw new DamagedBackup('something comes after its end');
    if ('end' in line) {
      ended = line;
      continue;
    }
    if ('rows' in line) tally.tables[line.table] = (tally.tables[line.table] ?? 0) + line.rows.length;
    if ('file' in line) {
      tally.files += 1;
      const sha256 = createHash('sha256').update(line.base64, 'base64').digest('hex');
      if (sha256 !== line.sha256) throw new DamagedBackup(`the file ${line.file} in it is not the one that was stored`);
    }
    tally.add(bytes);
    yield line;
  }
  if (!ended) throw new DamagedBackup('its end is missing');
  if (JSON.stringify(ended) !== JSON.stringify(tally.end())) throw new DamagedBackup('it is not what was written');
}

/** Lines by the byte 0x0a alone: a name may hold what other readers take for the end of a line (U+2028). */
async function* linesOf(path: string, passphrase: string | null): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  const source = createReadStream(path);
  const open = Readable.from(decrypted(source as AsyncIterable<Buffer>, passphrase));
  const gunzip = createGunzip();
  open.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of open.pipe(gunzip) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, from)) {
        yield Buffer.concat([...pieces, chunk.subarray(from, at)]);
        pieces = [];
        from = at + 1;
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from));
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof Undecipherable) throw new DamagedBackup(error.message);
    if (code === 'ENOENT') throw new DamagedBackup('there is no such file');
    if (code?.startsWith('Z_')) throw new DamagedBackup('it is cut off, or no back-up of Rounds');
    throw error;
  } finally {
    open.destroy();
    source.destroy();
  }
  if (pieces.length > 0) throw new DamagedBackup('it is cut off');
}

function parse(bytes: Buffer): BackupLine {
  try {
    return JSON.parse(bytes.toString('utf8')) as BackupLine;
  } catch {
    throw new DamagedBackup('a line of it is no JSON');
  }
}

function thereAlready(path: string): Error {
  return new Error(
    `${path} or ${path}.part is there already: nothing is written over a back-up. Choose another name or remove it.`,
  );
}

function explain(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EEXIST') throw thereAlready(path);
    throw new Error(`${path} cannot be written (${error.code ?? error.message}).`);
  };
}

/** A rename is on disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
