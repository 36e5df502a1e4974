import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './programs.js';

const run = promisify(execFile);

export interface TestPostfix {
  /** Where mails are handed in. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Whether this user may start one: Postfix gives each of its parts another account, which root alone can. */
export function mayStartPostfix(): boolean {
  return userInfo().uid === 0;
}

/**
 * A Postfix of the test's own with a queue and a configuration of its own, on a free port of loopback, that relays everything to the server at `relayPort` and
 * reports what that refuses. `ROUNDS_TEST_POSTFIX` names the program (see scripts/test.mjs).
 */
export async function startPostfix(relayPort: number): Promise<TestPostfix> {
  const program = process.env.ROUNDS_TEST_POSTFIX ?? 'postfix';
  const folder = await mkdtemp(join(tmpdir(), 'rounds-postfix-'));
  const port = await freePort();
  await chmod(folder, 0o755);
  const [configuration, queue, data] = ['etc', 'queue', 'data'].map((name) => join(folder, name)) as [string, string, string];
  await Promise.all([configuration, queue, data].map((path) => mkdir(path)));
  await run('chown', ['postfix', data]);
  await writeFile(join(configuration, 'main.cf'), mainOf({ folder, queue, data, relayPort }));
  await writeFile(join(configuration, 'master.cf'), masterOf(port));
  const postfix = (command: string) =>
    run(program, ['-c', configuration, command], {
      env: { ...process.env, PATH: `${dirname(program)}:${process.env.PATH}:/usr/sbin` },
    });
  await postfix('start');
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: async () => {
      await postfix('stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function mainOf(place: { folder: string; queue: string; data: string; relayPort: number }): string {
  return `
compatibility_level = 3.6
queue_directory = ${place.queue}
data_directory = ${place.data}
maillog_file = ${place.folder}/log
maillog_file_prefixes = ${place.folder}
myhostname = relay.test
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtp_host_lookup = native
disable_dns_lookups = yes
relayhost = [127.0.0.1]:${place.relayPort}
smtpd_relay_restrictions = permit_mynetworks, reject
append_dot_mydomain = no
biff = no
notify_classes =
`;
}

function masterOf(port: number): string {
  const services = [
    [`127.0.0.1:${port}`, 'inet', 'n', '-', 'n', '-', '-', 'smtpd'],
    ['pickup', 'unix', 'n', '-', 'n', '60', '1', 'pickup'],
    ['cleanup', 'unix', 'n', '-', 'n', '-', '0', 'cleanup'],
    ['qmgr', 'unix', 'n', '-', 'n', '300', '1', 'qmgr'],
    ['rewrite', 'unix', '-', '-', 'n', '-', '-', 'trivial-rewrite'],
    ['bounce', 'unix', '-', '-', 'n', '-', '0', 'bounce'],
    ['defer', 'unix', '-', '-', 'n', '-', '0', 'bounce'],
    ['trace', 'unix', '-', '-', 'n', '-', '0', 'bounce'],
    ['smtp', 'unix', '-', '-', 'n', '-', '-', 'smtp'],
    ['relay', 'unix', '-', '-', 'n', '-', '-', 'smtp'],
    ['error', 'unix', '-', '-', 'n', '-', '-', 'error'],
    ['retry', 'unix', '-', '-', 'n', '-', '-', 'error'],
    ['showq', 'unix', 'n', '-', 'n', '-', '-', 'showq'],
    ['anvil', 'unix', '-', '-', 'n', '-', '1', 'anvil'],
    ['scache', 'unix', '-', '-', 'n', '-', '1', 'scache'],
    ['proxymap', 'unix', '-', '-', 'n', '-', '-', 'proxymap'],
    ['postlog', 'unix-dgram', 'n', '-', 'n', '-', '1', 'postlogd'],
  ];
  return `${services.map((fields) => fields.join(' ')).join('\n')}\n`;
}
