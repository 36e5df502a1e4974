import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that cannot be read as text, with what to tell the person. */
export class UnreadableFile extends Error {}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a directory',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

function unreadable(path: string, why: string): UnreadableFile {
  return new UnreadableFile(`${path}: ${why}.`);
}

async function tried<T>(path: string, doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw unreadable(path, FAULTS[code] ?? `it cannot be read (${code || String(error)})`);
  }
}

async function readBytes(path: string, most_bytes: number): Promise<Buffer> {
  const info = await tried(path, stat(path));
  if (info.isDirectory()) throw unreadable(path, 'it is a directory; name a file');
  if (!info.isFile()) throw unreadable(path, 'it is not a regular file');
  if (info.size > most_bytes) throw unreadable(path, `it is larger than ${most_bytes / 1024 / 1024} MiB, the most that is read`);
  const file = await tried(path, open(path));
  try {
    // The file may have grown since it was measured.
    const buffer = Buffer.alloc(Math.min(most_bytes, info.size) + 1);
    const { bytesRead } = await tried(path, file.read(buffer, 0, buffer.length, 0));
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Reads a file as UTF-8 text of at most `most_bytes`.
 * @throws UnreadableFile when it is missing, no regular file, too large, binary or not UTF-8.
 */
export async function readTextFile(path: string, most_bytes: number): Promise<string> {
  const bytes = await readBytes(path, most_bytes);
  if (bytes.includes(0)) throw unreadable(path, 'it is binary or UTF-16, not a text in UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable(path, 'it is not UTF-8; save it as UTF-8 and try again');
  }
}

const MOST_SECTIONS = 500;

/**
 * Reads the shared sections in a folder: its Markdown files by their names.
 * @throws UnreadableFile when the folder or one of its files cannot be read.
 */
export async function readSections(directory: string, most_bytes: number): Promise<ReadonlyMap<string, string>> {
  const info = await tried(directory, stat(directory));
  if (!info.isDirectory()) throw unreadable(directory, 'it is not a directory of shared sections');
  const names = (await tried(directory, readdir(directory))).filter((name) => /\.(?:md|markdown|mdx)$/i.test(name)).sort();
  if (names.length > MOST_SECTIONS) throw unreadable(directory, `it holds more than ${MOST_SECTIONS} sections`);
  const sections = new Map<string, string>();
  for (const name of names) sections.set(name, await readTextFile(join(directory, name), most_bytes));
  return sections;
}
