import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import type { SystemActor } from '#libs/kernel/index.js';
import { POSTING_LIMITS } from '#libs/postings/domain/index.js';
import { readSections, readTextFile, UnreadableFile } from '../text-file.js';

const HELP = `rounds posting import FILE [--organization SLUG] [--sections DIR]

Makes a draft posting of a document in Markdown: its facts, its interview plan, one opening. Nothing is
published. \`rounds posting parse FILE\` shows beforehand what will be understood. Works on the database
that \`npm start\` would use, also while it runs.

  --organization SLUG  which organisation, where there are several
  --sections DIR       folder of shared sections (NAME.md); those that the organisation has not yet are
                       saved with the posting, those it has stay as they are
  --help               this text

Exit code 0 when it was imported, 1 when it was refused, 2 when the file or the command cannot be read.
`;

const text = { type: 'string' } as const;
const OPTIONS = { organization: text, sections: text, help: { type: 'boolean', short: 'h' } } as const;

/** `rounds posting import`. Out: 0 with the draft on stdout; 1 or 2 with one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let asked: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    asked = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`, 2);
  }
  const { organization, sections: folder, help } = asked.values;
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [file, ...more] = asked.positionals;
  if (file === undefined || more.length > 0) return complain('name one file. --help shows the options.', 2);
  try {
    const document = await readTextFile(file, POSTING_LIMITS.bytes);
    const sections = folder === undefined ? new Map<string, string>() : await readSections(folder, POSTING_LIMITS.bytes);
    const wanted = { document, fileName: basename(file), sections };
    const { withHouse } = await import('../database.js');
    const imported = await withHouse((house) => importInto(house, organization, wanted), { existing: true });
    process.stdout.write(
      `Imported as a draft: ${imported.slug} (${imported.postingId}).\nNext: put somebody on its hiring team, confirm or correct what was read, and publish it.\n`,
    );
    return 0;
  } catch (error) {
    return complain((error as Error).message, error instanceof UnreadableFile ? 2 : 1);
  }
}

async function importInto(
  house: INestApplicationContext,
  slug: string | undefined,
  wanted: { readonly document: string; readonly fileName: string; readonly sections: ReadonlyMap<string, string> },
): Promise<{ postingId: string; slug: string }> {
  const [{ UnitOfWork }, { ImportPosting, SharedSections }, { CommandFault, organizationNamed }] = await Promise.all([
    import('#libs/platform/index.js'),
    import('#libs/postings/index.js'),
    import('../database.js'),
  ]);
  const organizationId = await organizationNamed(house.get(UnitOfWork), slug);
  const actor: SystemActor = { kind: 'system', organizationId, part: 'cli' };
  for (const [name, text] of wanted.sections) {
    const saved = await house.get(SharedSections).save(actor, { name, text, expectedVersion: null });
    if (!saved.ok && saved.refusal.code !== 'CONFLICT') throw new CommandFault(`${name}: ${saved.refusal.message}`);
  }
  const { document, fileName } = wanted;
  const imported = await house.get(ImportPosting).execute(actor, { document, fileName, corrections: {} });
  if (!imported.ok) throw new CommandFault(imported.refusal.message);
  return imported.value;
}

function complain(message: string, code: number): number {
  process.stderr.write(`rounds posting import: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return code;
}
