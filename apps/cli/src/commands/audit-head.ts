import { AuditKey, auditHeads } from '#libs/audit/index.js';
import { installationSecret, withDatabase } from '../database.js';
import { audited } from './audited.js';

const HELP = `rounds audit head

Prints the newest seal of every organisation's audit log, signed, one JSON object a line. Keep it where nobody
reaches who administers this installation (another machine, a mail, paper): \`rounds audit verify --heads FILE\`
then shows that everything up to it is still there and unchanged.

  --help    this text

Exit code 0; 1 when a log does not hold, with what is wrong on stderr.
`;

/** `rounds audit head`. Out: heads as JSON lines on stdout. */
export async function run(args: readonly string[]): Promise<number> {
  return audited('head', HELP, {}, args, async () => {
    const { publicKey } = new AuditKey(await installationSecret());
    const heads = await withDatabase((uow) => auditHeads(uow, publicKey), { existing: true });
    for (const head of heads) process.stdout.write(`${JSON.stringify(head)}\n`);
    if (heads.length === 0) process.stderr.write('Nothing is sealed yet: entries are sealed when they are two minutes old.\n');
    return 0;
  });
}
