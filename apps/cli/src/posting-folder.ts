import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { type FileThere, POSTING_LIMITS, findExact } from '#libs/postings/domain/index.js';
import { UnreadableFile, readSections, readTextFile } from './text-file.js';

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const MOST_FILES = 10_000;
const DEEPEST = 20;

export interface PostingFolder {
  readonly files: FileThere[];
  readonly sections: ReadonlyMap<string, string>;
}

/**
 * Reads a folder of postings: its Markdown files, those of its folders too, and the shared sections in `sections`, a folder beside or below it. What is hidden
 * and what packages bring along is left out. A file that cannot be read is in the list with the reason.
 * @throws UnreadableFile when the folder itself, or a shared section, cannot be read.
 */
export async function readPostingFolder(folder: string, sectionsFolder: string | undefined): Promise<PostingFolder> {
  const own = join(folder, 'sections');
  const from = sectionsFolder ?? ((await isFolder(own)) ? own : undefined);
  const sections = from === undefined ? new Map<string, string>() : await readSections(from, POSTING_LIMITS.bytes);
  if (!(await isFolder(folder))) throw new UnreadableFile(`${folder}: it is not a folder of postings.`);
  const paths = (await pathsIn(folder, '', 0)).filter((path) => from === undefined || !isBelow(join(folder, path), from));
  if (paths.length > MOST_FILES) throw new UnreadableFile(`${folder}: it holds more than ${MOST_FILES} documents.`);
  const files: FileThere[] = [];
  for (const path of paths) files.push(await readFileThere(folder, path));
  return { files, sections };
}

async function readFileThere(folder: string, path: string): Promise<FileThere> {
  try {
    if (path.length > 500) throw new UnreadableFile(`${path}: its path has more than 500 characters.`);
    const text = await readTextFile(join(folder, path), POSTING_LIMITS.bytes);
    const hash = createHash('sha256').update(text).digest('hex');
    return { path, text, hash, fault: null, exact: findExact(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')) !== null };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { path, text: '', hash: '', fault: error.message, exact: false };
  }
}

async function pathsIn(folder: string, below: string, depth: number): Promise<string[]> {
  if (depth > DEEPEST) return [];
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) paths.push(...(await pathsIn(folder, path, depth + 1)));
    else if (entry.isFile() && MARKDOWN.test(entry.name)) paths.push(path);
  }
  return paths;
}

function isBelow(path: string, folder: string): boolean {
  return resolve(path).startsWith(`${resolve(folder)}${sep}`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
