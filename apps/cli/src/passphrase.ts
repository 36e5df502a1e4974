import { CommandFault } from './database.js';
import { readTextFile } from './text-file.js';

const MOST_BYTES = 4096;
const LEAST = 12;

/** What back-ups are encrypted with: the first line of the file, else `ROUNDS_BACKUP_PASSPHRASE`, else null. Never an argument: those are seen by everybody on the machine. */
export async function backupPassphrase(file: unknown): Promise<string | null> {
  const words =
    typeof file === 'string' ? (await readTextFile(file, MOST_BYTES)).split(/\r?\n/)[0]! : process.env.ROUNDS_BACKUP_PASSPHRASE;
  if (words === undefined || (words === '' && typeof file !== 'string')) return null;
  if (words.length < LEAST) throw new CommandFault(`the passphrase has fewer than ${LEAST} characters; nothing was done.`);
  return words;
}
