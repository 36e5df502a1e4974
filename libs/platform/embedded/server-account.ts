import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The user under whom PostgreSQL runs when Rounds itself runs as root, which PostgreSQL refuses. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** System users without rights of their own, most particular first. */
const CANDIDATES = ['rounds', 'nobody', 'postgres', 'daemon'];

/**
 * The account for the server, or null when Rounds is no root and the server runs as the same user. Data that already belongs to an
 * ordinary user keeps that user; `sudo npm start` serves the person behind sudo; otherwise an unprivileged system user is taken.
 */
export async function serverAccount(ownedPaths: readonly string[]): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const owners = await Promise.all(
    ownedPaths.map((path) =>
      stat(path).then(
        ({ uid }) => String(uid),
        () => '0',
      ),
    ),
  );
  for (const user of [...owners, process.env['SUDO_UID'] ?? '0', ...CANDIDATES]) {
    if (user === '0') continue;
    const account = await lookUp(user);
    if (account) return account;
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and none of the users ${CANDIDATES.join(', ')} exists here. ` +
      'Start Rounds as an ordinary user, make a system user named rounds, or set DATABASE_URL.',
  );
}

/** initdb needs a user with a name, so a bare number does not do. */
async function lookUp(user: string): Promise<ServerAccount | null> {
  const ask = (what: string) => run('id', [what, user]).then(({ stdout }) => stdout.trim());
  try {
    const [name, uid, gid] = await Promise.all([ask('-nu'), ask('-u'), ask('-g')]);
    const account = { name, uid: Number(uid), gid: Number(gid) };
    return account.uid > 0 && account.uid < 2 ** 31 ? account : null;
  } catch {
    return null;
  }
}

/** Whether the account (null: this process) may pass through every folder down to `folder`; read from the modes, so no ACLs. */
export async function canReach(folder: string, account: ServerAccount | null): Promise<boolean> {
  if (!account)
    return access(folder, constants.X_OK).then(
      () => true,
      () => false,
    );
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(folder) === folder || canReach(dirname(folder), account);
}
