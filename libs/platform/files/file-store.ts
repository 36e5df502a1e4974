import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** A stored file: its key is made here and says nothing about the person or the file's name. */
export interface StoredFile {
  readonly key: string;
  readonly size_bytes: number;
  readonly sha256: Buffer;
}

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

  /** The bytes of a stored file. Rejects when the key is unknown. */
  async get(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  /** Removes a file; a missing one is fine. */
  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private async write(key: string, bytes: Buffer, flags: 'wx' | 'w'): Promise<void> {
    const path = this.pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(`${path}.part`, flags, 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('a storage key is not of our making');
    return join(this.root, key);
  }
}
