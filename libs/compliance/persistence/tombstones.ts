import { mkdir, open, readFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Id, isId } from '#libs/kernel/index.js';

/** That somebody was erased: ids that tell nothing of anybody, and when. */
export interface Tombstone {
  readonly organizationId: Id;
  /** The records that were this person. */
  readonly candidateIds: readonly Id[];
  readonly erasedAt: string;
}

/**
 * Who was erased, kept outside of the database: a back-up from before knows nothing of it. One small file a person, in a folder that outlives the
 * database.
 */
export class Tombstones {
  constructor(private readonly root: string) {}

  /** Keeps one durably; a second time changes nothing. */
  async keep(stone: Tombstone): Promise<void> {
    const folder = join(this.root, stone.organizationId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `${stone.candidateIds[0]}.json`);
    const handle = await open(`${path}.part`, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(stone)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.part`, path);
  }

  /** All of them. @throws Error for one that cannot be read: to leave it out would bring somebody back. */
  async list(): Promise<Tombstone[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const stones: Tombstone[] = [];
    for (const entry of entries.filter((each) => each.isFile() && each.name.endsWith('.json'))) {
      const path = join(entry.parentPath, entry.name);
      const stone = parseTombstone(await readFile(path, 'utf8'));
      if (!stone) throw new Error(`${path} is damaged: it should say who was erased. Nothing was restored.`);
      stones.push(stone);
    }
    return stones;
  }
}

/** One line of JSON as a tombstone; null when it is none. */
export function parseTombstone(text: string): Tombstone | null {
  try {
    const { organizationId, candidateIds, erasedAt } = JSON.parse(text) as Tombstone;
    const ids = isId(organizationId) && Array.isArray(candidateIds) && candidateIds.length > 0 && candidateIds.every(isId);
    return ids && Number.isFinite(Date.parse(erasedAt)) ? { organizationId, candidateIds, erasedAt } : null;
  } catch {
    return null;
  }
}
