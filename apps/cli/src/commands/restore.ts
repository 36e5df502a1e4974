import { join } from 'node:path';
import { AuditKey, verifyAudit } from '#libs/audit/index.js';
import { EraseAgain, type Tombstone, erasedPeople, parseTombstone, tombstonesOf } from '#libs/compliance/index.js';
import { DamagedBackup, restoreBackup } from '#libs/platform/backup/index.js';
import { FileStore, Reactions, type StoredEvent, UnitOfWork } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';
import { CommandFault, installationSecret, uowOn, withHouse, withUrl } from '../database.js';
import { backupPassphrase } from '../passphrase.js';
import { readTextFile } from '../text-file.js';
import { explained } from './explained.js';

const HELP = `rounds restore FILE [--force] [--erased LIST] [--passphrase FILE]

Puts a back-up of \`rounds backup\` into the database and folder of this environment, all of it or nothing, and compares it
with what was written. Rounds must not run. Whoever was erased after the back-up was made is erased again: this is known
from ROUNDS_HOME/erased, from the database that is replaced, and from LIST. Everybody signs in anew.

  --force              replace what is there; without it a database that holds data is left alone
  --erased LIST        what \`rounds erased\` has printed before and was kept elsewhere
  --passphrase FILE    its first line opens an encrypted back-up; else ROUNDS_BACKUP_PASSPHRASE does
  --help               this text

Exit code 0 when it is restored and the audit log is whole, 1 when not, 2 when the command is not understood.
`;

const MOST_BYTES = 50_000_000;

/** `rounds restore`. Out: what was restored on stdout; 1 with one line on stderr when nothing was. */
export async function run(args: readonly string[]): Promise<number> {
  const options = { force: { type: 'boolean' }, erased: { type: 'string' }, passphrase: { type: 'string' } } as const;
  return explained({ words: 'restore', help: HELP, options, takes: ['FILE'] }, args, async ({ positionals: [path], values }) => {
    const listed = typeof values['erased'] === 'string' ? tombstonesIn(await readTextFile(values['erased'], MOST_BYTES)) : [];
    const passphrase = await backupPassphrase(values['passphrase']);
    const { publicKey } = new AuditKey(await installationSecret());
    return withUrl({ alone: true }, async (databaseUrl, config) => {
      const kept = tombstonesOf(config.home);
      const stones = [...listed, ...(await kept.list()), ...(await uowOn(databaseUrl, erasedPeople))];
      // Before anything is replaced: what the database knows of it goes with it.
      for (const stone of stones) await kept.keep(stone);
      const files = new FileStore(join(config.home, 'files'));
      const restored = await restoreBackup({ databaseUrl, files, migrations, passphrase }, path!, values['force'] === true).catch(
        (error: Error) => {
          throw error instanceof DamagedBackup ? new CommandFault(`${path}: ${error.message}; nothing was restored.`) : error;
        },
      );
      const erased = await eraseAgain(databaseUrl, stones);
      const rows = Object.values(restored.tables).reduce((sum, count) => sum + count, 0);
      process.stdout.write(`Restored ${rows} rows and ${restored.files} files of ${restored.head.madeAt}.\n`);
      if (erased > 0) process.stdout.write(`Erased ${erased} again who had been erased since.\n`);
      if (restored.mailsHeld > 0)
        process.stdout.write(
          `${restored.mailsHeld} mails that waited then are held: look through the ledger and send again what is missing.\n`,
        );
      return spoken(databaseUrl, publicKey, restored.head.auditKey);
    });
  });
}

/** Everything in one house: what erasing has to follow happens here and now, not when a worker runs. */
async function eraseAgain(databaseUrl: string, stones: readonly Tombstone[]): Promise<number> {
  if (stones.length === 0) return 0;
  return withHouse(
    async (house) => {
      const reactions = house.get(Reactions);
      const events: StoredEvent[] = [];
      reactions.on('CandidateErased', Number.MAX_SAFE_INTEGER, async (_, event) => void events.push(event));
      const erased = await house.get(EraseAgain, { strict: false }).execute(stones);
      for (const event of events) for (const handle of reactions.handlersOf(event.name)) await handle(event);
      return erased;
    },
    { databaseUrl },
  );
}

async function spoken(databaseUrl: string, publicKey: string, madeWith: string): Promise<number> {
  if (publicKey !== madeWith)
    process.stdout.write(
      'The secret is another one than when the back-up was made: links that were mailed do not work any more.\n',
    );
  const found = await uowOn(databaseUrl, (uow: UnitOfWork) => verifyAudit(uow, madeWith, []));
  for (const { organizationId, faults, head } of found)
    process.stdout.write(
      `${organizationId}  audit log ${faults.length > 0 ? `BROKEN: ${faults[0]}` : `whole, ${head?.seq ?? 0} seals`}\n`,
    );
  return found.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

function tombstonesIn(text: string): Tombstone[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const stone = parseTombstone(line);
      if (!stone) throw new CommandFault(`line ${index + 1} of the list is not what \`rounds erased\` prints.`);
      return stone;
    });
}
