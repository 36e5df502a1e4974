import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { POSTING_LIMITS, exportPosting, parsePosting, planFromPosting, statedStages } from '#libs/postings/domain/index.js';
import type { PostingExport } from '#libs/postings/index.js';
import { UnreadableFile, readSections, readTextFile } from '../text-file.js';

const HELP = `rounds posting export POSTING [--organization SLUG]
rounds posting export --all DIR [--organization SLUG]
rounds posting export --file FILE [--sections DIR]

Writes a posting as a document that states all of it: its facts as they were confirmed and corrected, its
interview plan with seats, pools and kits, in front matter by the schema of \`rounds posting schema\`. Read
again it is the same posting, and nothing is guessed. The text below, and what other programs keep in the
front matter, stay as they are.

  POSTING              the posting by the name in its careers page's address; printed
  --all DIR            all postings that are not archived, each to its file below DIR, for
                       \`rounds posting sync DIR\`; files that are there are written anew
  --file FILE          a document that is in no database; printed as it is understood
  --organization SLUG  which organisation, where there are several
  --sections DIR       with --file: folder of shared sections
  --help               this text

Exit code 0 when it was written, 1 when there is no such posting, 2 when the command or the file cannot be read.
`;

const text = { type: 'string' } as const;
const OPTIONS = { all: text, file: text, organization: text, sections: text, help: { type: 'boolean', short: 'h' } } as const;

/** `rounds posting export`. Out: 0 with the document on stdout or written; 1 or 2 with one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let asked: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    asked = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`, 2);
  }
  const { all, file, organization, sections, help } = asked.values;
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const wanted = [...asked.positionals, ...(all === undefined ? [] : [all]), ...(file === undefined ? [] : [file])];
  if (wanted.length !== 1) return complain('name one posting, --all DIR or --file FILE. --help shows the options.', 2);
  try {
    if (file !== undefined) return await exportFile(file, sections);
    const slug = asked.positionals[0] ?? null;
    const { withHouse } = await import('../database.js');
    const postings = await withHouse((house) => exportFrom(house, organization, slug), { existing: true });
    if (all !== undefined) return await writeAll(all, postings);
    const [posting] = postings;
    if (!posting) return complain(`there is no posting "${slug}".`, 1);
    process.stdout.write(posting.text);
    return sayLost(posting.slug, posting.lost);
  } catch (error) {
    return complain((error as Error).message, error instanceof UnreadableFile ? 2 : 1);
  }
}

async function exportFile(file: string, folder: string | undefined): Promise<number> {
  const document = await readTextFile(file, POSTING_LIMITS.bytes);
  const sections = folder === undefined ? undefined : await readSections(folder, POSTING_LIMITS.bytes);
  const posting = parsePosting(document, { fileName: basename(file), sections });
  const plan = posting.planSource === 'default' ? null : statedStages(planFromPosting(posting, []));
  const exported = exportPosting(document, posting, plan);
  process.stdout.write(exported.text);
  return sayLost(file, exported.lost);
}

async function exportFrom(
  house: INestApplicationContext,
  organization: string | undefined,
  slug: string | null,
): Promise<PostingExport[]> {
  const [{ UnitOfWork }, { exportPostings, postingIdsToExport }, { organizationNamed }] = await Promise.all([
    import('#libs/platform/index.js'),
    import('#libs/postings/index.js'),
    import('../database.js'),
  ]);
  const uow = house.get(UnitOfWork);
  const organizationId = await organizationNamed(uow, organization);
  return exportPostings(uow, organizationId, await postingIdsToExport(uow, organizationId, slug));
}

async function writeAll(folder: string, postings: readonly PostingExport[]): Promise<number> {
  for (const { slug, sourcePath, text: document, lost } of postings) {
    const path = join(folder, sourcePath ?? `${slug}.md`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, document);
    sayLost(path, lost);
  }
  process.stdout.write(`${postings.length} ${postings.length === 1 ? 'posting' : 'postings'} written to ${folder}.\n`);
  return 0;
}

/** What the front matter has no room for is said; the rest was written. */
function sayLost(name: string, lost: readonly string[]): number {
  if (lost.length > 0)
    process.stderr.write(`rounds posting export: ${name}: no room for ${lost.join(', ')}; the rest was written.\n`);
  return 0;
}

function complain(message: string, code: number): number {
  process.stderr.write(`rounds posting export: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return code;
}
