import { AuditKey, type Head, type Verified, verifyAudit } from '#libs/audit/index.js';
import { CommandFault, installationSecret, withDatabase } from '../database.js';
import { readTextFile } from '../text-file.js';
import { audited } from './audited.js';

const HELP = `rounds audit verify [--heads FILE]

Computes every seal of every organisation's audit log anew from its entries. Finds entries that were changed, deleted
or slipped in, seals that were cut off or made with another key.

  --heads FILE    what \`rounds audit head\` has printed before and was kept elsewhere; shows that no log was made anew
  --help          this text

Exit code 0 when every log holds, 1 when one does not, 2 when the command is not understood.
`;

/** `rounds audit verify`. Out: a line an organisation on stdout; 1 when anything is wrong. */
export async function run(args: readonly string[]): Promise<number> {
  return audited('verify', HELP, { heads: { type: 'string' } }, args, async ({ heads: file }) => {
    const heads = typeof file === 'string' ? headsIn(await readTextFile(file, MOST_BYTES)) : [];
    const { publicKey } = new AuditKey(await installationSecret());
    const found = await withDatabase((uow) => verifyAudit(uow, publicKey, heads), { existing: true });
    for (const each of found) process.stdout.write(spoken(each));
    return found.every(({ faults }) => faults.length === 0) ? 0 : 1;
  });
}

/** Of a head, some 400. */
const MOST_BYTES = 10_000_000;

function spoken({ organizationId, seals, events, head, faults }: Verified): string {
  if (faults.length > 0) return faults.map((fault) => `${organizationId}  BROKEN  ${fault}\n`).join('');
  if (!head) return `${organizationId}  nothing is sealed yet\n`;
  return `${organizationId}  whole   ${events} entries under ${seals} seals, the last of ${head.sealedAt.toISOString()}\n`;
}

function headsIn(text: string): Head[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      try {
        const head = JSON.parse(line) as Head;
        if (typeof head.hash === 'string' && Number.isInteger(head.seq)) return head;
      } catch {
        // Said below.
      }
      throw new CommandFault(`line ${index + 1} of the file is not what \`rounds audit head\` prints.`);
    });
}
