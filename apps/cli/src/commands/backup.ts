import { join } from 'node:path';
import { AuditKey } from '#libs/audit/index.js';
import { writeBackup } from '#libs/platform/backup/index.js';
import { FileStore } from '#libs/platform/index.js';
import { CommandFault, installationSecret, withUrl } from '../database.js';
import { backupPassphrase } from '../passphrase.js';
import { explained } from './explained.js';

const HELP = `rounds backup FILE [--encrypt] [--passphrase FILE]

Writes everything of every organisation to FILE: all rows as they are at one instant, and the files that
candidates sent, each with its hash. Rounds may run meanwhile. Ways in (sessions, mailed links, tokens) are left out.

FILE holds personal data, in the clear unless it is encrypted, and can be read by its owner alone: keep it as you keep the
database. The secret (ROUNDS_SECRET, or the file "secret" in ROUNDS_HOME) is not in it; keep that apart.

  --encrypt            encrypt it with the passphrase in ROUNDS_BACKUP_PASSPHRASE (AES-256-GCM, key by scrypt). Without that
                       passphrase nobody reads it again: keep it apart from the file
  --passphrase FILE    the same with the first line of FILE
  --help               this text

Exit code 0 when it is whole, 1 when it could not be made or a file was lost before, 2 when the command is not understood.
`;

/** `rounds backup`. Out: what was written on stdout; 1 with a line on stderr for each file that is lost. */
export async function run(args: readonly string[]): Promise<number> {
  const options = { encrypt: { type: 'boolean' }, passphrase: { type: 'string' } } as const;
  return explained({ words: 'backup', help: HELP, options, takes: ['FILE'] }, args, async ({ positionals: [path], values }) => {
    const wanted = values['encrypt'] === true || values['passphrase'] !== undefined;
    const passphrase = wanted ? await backupPassphrase(values['passphrase']) : null;
    if (wanted && passphrase === null)
      throw new CommandFault(
        'no passphrase is named: set ROUNDS_BACKUP_PASSPHRASE or give --passphrase FILE. Nothing was written.',
      );
    const { publicKey: auditKey } = new AuditKey(await installationSecret());
    const { end, lost } = await withUrl({ existing: true }, (databaseUrl, { home }) =>
      writeBackup({ databaseUrl, files: new FileStore(join(home, 'files')), auditKey, now: new Date(), passphrase }, path!),
    );
    const rows = Object.values(end.tables).reduce((sum, count) => sum + count, 0);
    process.stdout.write(
      `${path}  ${rows} rows of ${Object.keys(end.tables).length} tables, ${end.files} files  sha256 ${end.sha256}${passphrase === null ? '' : '  encrypted'}\n`,
    );
    for (const key of lost)
      process.stderr.write(`rounds backup: the file ${key} is missing or damaged; an older back-up may have it.\n`);
    return lost.length === 0 ? 0 : 1;
  });
}
