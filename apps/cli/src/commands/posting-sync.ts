import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import type { SystemActor } from '#libs/kernel/index.js';
import type { SyncOutcome } from '#libs/postings/index.js';
import { type PostingFolder, readPostingFolder } from '../posting-folder.js';
import { syncReport } from '../sync-report.js';
import { UnreadableFile } from '../text-file.js';

const HELP = `rounds posting sync DIR [--dry-run] [--confirm] [--organization SLUG] [--sections DIR]

Makes the postings of an organisation equal to the Markdown documents in a folder and those below it: adds
what is new, revises what has changed, closes what is gone. A posting belongs to its file from then on;
postings that never had one are left alone. Run again it does nothing. Works beside a Rounds that runs.

A posting is opened and closed by its file where the front matter states it exactly (rounds.status, see
\`rounds posting schema\`); any other waits as a draft until somebody publishes it. What people corrected
holds as long as the document does not say something else.

  --dry-run            say what would change, and change nothing
  --confirm            open in spite of warnings, such as a pool that nobody is in yet; and end postings
                       although the folder holds none of their files
  --organization SLUG  which organisation, where there are several
  --sections DIR       folder of shared sections; without it DIR/sections, where there is one
  --help               this text

Exit code 0 when all is equal, 1 when something failed (each is named; the rest was done), 2 when the
folder or the command cannot be read.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  organization: text,
  sections: text,
  'dry-run': flag,
  confirm: flag,
  help: { type: 'boolean', short: 'h' },
} as const;

/** `rounds posting sync`. Out: 0, or 1 when a file failed, with the report on stdout; 1 or 2 with one line on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  let asked: ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;
  try {
    asked = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. --help shows the options.`, 2);
  }
  const { organization, sections, confirm = false, 'dry-run': dryRun = false, help } = asked.values;
  if (help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [directory, ...more] = asked.positionals;
  if (directory === undefined || more.length > 0) return complain('name one folder. --help shows the options.', 2);
  try {
    const folder = await readPostingFolder(directory, sections);
    const { withHouse } = await import('../database.js');
    const outcome = await withHouse((house) => syncWithin(house, organization, folder, { dryRun, confirm }), { existing: true });
    process.stdout.write(syncReport(outcome, dryRun));
    return outcome.steps.some(({ what }) => what === 'failed') ? 1 : 0;
  } catch (error) {
    return complain((error as Error).message, error instanceof UnreadableFile ? 2 : 1);
  }
}

async function syncWithin(
  house: INestApplicationContext,
  slug: string | undefined,
  folder: PostingFolder,
  options: { readonly dryRun: boolean; readonly confirm: boolean },
): Promise<SyncOutcome> {
  const [{ UnitOfWork }, { SyncPostings }, { CommandFault, organizationNamed }] = await Promise.all([
    import('#libs/platform/index.js'),
    import('#libs/postings/index.js'),
    import('../database.js'),
  ]);
  const organizationId = await organizationNamed(house.get(UnitOfWork), slug);
  const actor: SystemActor = { kind: 'system', organizationId, part: 'cli' };
  const outcome = await house.get(SyncPostings).execute(actor, folder, options);
  if (!outcome.ok) throw new CommandFault(outcome.refusal.message);
  return outcome.value;
}

function complain(message: string, code: number): number {
  process.stderr.write(`rounds posting sync: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
  return code;
}
