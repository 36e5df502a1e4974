import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPostingFolder } from '#apps/cli/src/posting-folder.js';
import type { SystemActor } from '#libs/kernel/index.js';
import { SyncPostings } from '#libs/postings/index.js';
import { startTestApi } from '../support/api.js';

/** One measurement, printed as a line of JSON. */
export interface SyncTime {
  readonly bench: string;
  readonly documents: number;
  readonly changed: number;
  readonly s: number;
}

const DOCUMENTS = 1000;
const CHANGED = 10;

/**
 * How long it takes to make the postings of an organisation equal to a folder of 1,000 documents of 6 kB: all new, then 10 of them changed, then none. Reading the
 * folder counts, as `rounds posting sync` reads it; starting the program does not.
 */
export async function syncTimes(): Promise<SyncTime[]> {
  const api = await startTestApi({ config: { processes: 'api' } });
  const folder = await mkdtemp(join(tmpdir(), 'rounds-bench-sync-'));
  try {
    const actor: SystemActor = { kind: 'system', organizationId: await api.newOrganization(), part: 'cli' };
    const put = (index: number, salary: number) => writeFile(join(folder, `job-${index}.md`), documentOf(index, salary));
    const sync = async (bench: string, changed: number): Promise<SyncTime> => {
      const started_ms = performance.now();
      const done = await api.app.get(SyncPostings).execute(actor, await readPostingFolder(folder, undefined), { dryRun: false, confirm: false }); // prettier-ignore
      const steps = done.ok ? done.value.steps.length : -1;
      if (steps !== changed) throw new Error(`${steps} steps where ${changed} were due`);
      return { bench, documents: DOCUMENTS, changed, s: Math.round(performance.now() - started_ms) / 1000 };
    };
    for (let index = 0; index < DOCUMENTS; index += 1) await put(index, 60_000);
    const first = await sync('sync-all-new', DOCUMENTS);
    for (let index = 0; index < CHANGED; index += 1) await put(index * 97, 65_000);
    return [first, await sync('sync-some-changed', CHANGED), await sync('sync-none-changed', 0)];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await api.close();
  }
}

/** A posting of about 6 kB that is no other's. */
function documentOf(index: number, salary: number): string {
  const word = createHash('sha256').update(String(index)).digest('hex').slice(0, 8);
  const line = `- You look after the ${word} service, and say what it costs when it stands still.\n`;
  return [
    `# Data Engineer ${index}\n`,
    `Tern Lines runs ferries. This is a full-time position.\n\n## Responsibilities\n\n${line.repeat(70)}`,
    '## Interview Process\n\n1. Screening call with our recruiter (30 minutes)\n2. Technical interview with our backend engineer (60 minutes)\n',
    `## Salary\n\nThe salary is EUR ${salary.toLocaleString('en')} to 75,000 per year.\n`,
    '## Hours\n\nOur core hours are 10:00 to 15:00 Europe/Lisbon, Monday to Friday.\n',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const time of await syncTimes()) console.log(JSON.stringify(time));
