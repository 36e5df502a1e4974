import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { NoRoomError } from '../database/errors.js';

/** A stored file: its key is made here and says nothing about the person or the file's name. */
export interface StoredFile {
  readonly key: string;
  readonly size_bytes: number;
  readonly sha256: Buffer;
}

/** A full disk, a spent quota, and the most a process may write to a file. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const KEY = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** Files in a folder outside any web root, one sub-folder an organisation. */
export class FileStore {
  constructor(private readonly root: string) {}

  /** Writes the bytes durably (temporary file, fsync, rename) and answers where they are. */
  async put(organizationId: string, bytes: Buffer): Promise<StoredFile> {
    const name = randomUUID();
    const key = `${organizationId}/${name.slice(0, 2)}/${name}`;
    await this.write(key, bytes, 'wx');
    return { key, size_bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest() };
  }

  /** Writes a file under the key it had, from a back-up. */
  async putBack(key: string, bytes: Buffer): Promise<void> {
    await this.write(key, bytes, 'w');
  }

  /** Removes every file but those with the keys: after a restore, those that no row names. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      if (!keys.has(relative(this.root, path).split(sep).join('/'))) await rm(path, { force: true });
    }
  }

  /**
   * Removes files that were last written before the moment and of which `areNamed`, asked organisation by organisation, knows no row; what was left half written too.
   * Answers how many.
   */
  async removeUnnamed(
    before: Date,
    areNamed: (organizationId: string, keys: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<number> {
    let removed = 0;
    for (const organizationId of await readdir(this.root).catch(() => [])) {
      const old: string[] = [];
      for (const path of await readdir(join(this.root, organizationId), { recursive: true }).catch(() => [])) {
        const key = `${organizationId}/${path.split(sep).join('/')}`;
        const about = await stat(join(this.root, key)).catch(() => null);
        if (about?.isFile() && about.mtime < before && KEY.test(key.replace(/\.part$/, ''))) old.push(key);
      }
      const named = old.length === 0 ? new Set<string>() : await areNamed(organizationId, old);
      for (const key of old.filter((each) => !named.has(each))) {
        await rm(join(this.root, key), { force: true });
        removed += 1;
      }
    }
    return removed;
  }

  /** The bytes of a stored file. Rejects when the key is unknown. */
  async get(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  /** Removes a file; a missing one is fine. */
  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  /** All of it or nothing: what could not be written whole is removed again. @throws NoRoomError */
  private async write(key: string, bytes: Buffer, flags: 'wx' | 'w'): Promise<void> {
    const path = this.pathOf(key);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const handle = await open(`${path}.part`, flags, 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${path}.part`, path);
    } catch (error) {
      await rm(`${path}.part`, { force: true });
      throw NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '') ? new NoRoomError(error) : error;
    }
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('a storage key is not of our making');
    return join(this.root, key);
  }
}
