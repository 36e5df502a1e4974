import { execFileSync, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './programs.js';

export interface TestDovecot {
  /** Of the one mailbox, whose user and password are `hiring` and `secret`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** An IMAP server of the test's own on a free port of loopback. `ROUNDS_TEST_DOVECOT` names the program (see scripts/test.mjs). */
export async function startDovecot(): Promise<TestDovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-dovecot-'));
  const port = await freePort();
  // Root may start it, but it serves nobody as root.
  const { username } = userInfo();
  const user = username === 'root' ? 'nobody' : username;
  const id = (option: string) => Number(execFileSync('id', [option, user], { encoding: 'utf8' }));
  const [uid, gid] = [id('-u'), id('-g')];
  const group = execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim();
  await mkdir(join(folder, 'mail'));
  await chmod(folder, 0o755);
  if (username === 'root') await chown(join(folder, 'mail'), uid, gid);
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, configuration({ folder, port, user, group, uid, gid }));
  const server = spawn(process.env.ROUNDS_TEST_DOVECOT ?? 'dovecot', ['-F', '-c', config], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('starting up')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`dovecot ended with ${code}: ${said}`)));
    server.once('error', reject);
  });
  await ready;
  return {
    url: `imap://hiring:secret@127.0.0.1:${port}/INBOX`,
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

function configuration({ folder, port, user, group, uid, gid }: Place): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}
