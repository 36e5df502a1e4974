import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../../libs/platform/embedded/process-identity.js';
import { Command, makeCheckout } from './checkout.js';

let root: string;
const commands: Command[] = [];

beforeAll(async () => {
  root = await makeCheckout();
});

afterAll(async () => {
  for (const { child } of commands) child.kill('SIGKILL');
  await rm(dirname(root), { recursive: true, force: true });
});

function run(script: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Command {
  const command = new Command(root, process.execPath, [join('scripts', `${script}.mjs`), ...args], {
    npm_lifecycle_event: undefined,
    ...env,
  });
  commands.push(command);
  return command;
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited_ms = 0; !condition(); waited_ms += 20) {
    if (waited_ms > 15_000) throw new Error('waited too long');
    await sleep(20);
  }
}

async function compilations(): Promise<number> {
  return (await readFile(join(root, 'compiled.log'), 'utf8').catch(() => '')).length;
}

describe('a command in a fresh checkout', () => {
  it('installs, builds and runs, passes its arguments on, and does nothing twice', async () => {
    const first = run('bench', ['slots', 'a b']);
    expect(await first.ended).toBe(0);
    expect(first.stdout).toBe('["slots","a b"]\n');
    expect(first.stderr).toMatch(/Installing packages \(first time.*\nPackages installed.*\nBuilding Rounds.*\nBuilt in/s);

    const second = run('bench');
    expect(await second.ended).toBe(0);
    expect(second.stderr).toBe('');
    expect(await compilations()).toBe(1);
  }, 30_000);

  it('builds again what changed, drops what lost its source, and stops at what does not compile', async () => {
    await writeFile(join(root, 'libs', 'added.ts'), '');
    expect(await run('bench').ended).toBe(0);
    expect(existsSync(join(root, 'dist/libs/added.js'))).toBe(true);
    await rm(join(root, 'libs', 'added.ts'));
    expect(await run('bench').ended).toBe(0);
    expect(existsSync(join(root, 'dist/libs/added.js'))).toBe(false);

    await writeFile(join(root, 'libs', 'wrong.ts'), '');
    const wrong = run('bench');
    expect(await wrong.ended).toBe(1);
    expect(wrong.stderr).toMatch(/could not be built.*\nwrong.ts: error TS1/);
    await rm(join(root, 'libs', 'wrong.ts'));
    expect(await run('bench').ended).toBe(0);
  }, 30_000);

  it('lets one of two commands prepare, and the other wait for it', async () => {
    const before = await compilations();
    await writeFile(join(root, 'libs', 'both.ts'), '');
    const one = run('bench', ['one'], { COMPILER_MS: '700' });
    await until(() => existsSync(join(root, 'dist/.rounds-ready.lock')));
    const two = run('bench', ['two']);
    expect([await one.ended, await two.ended]).toEqual([0, 0]);
    expect(two.stderr).toContain(`(process ${one.child.pid}); waiting for it`);
    expect(await compilations()).toBe(before + 1);
  }, 30_000);

  it('goes on after a kill in the middle, and ends what the killed one left at work', async () => {
    const before = await compilations();
    await writeFile(join(root, 'libs', 'killed.ts'), '');
    const killed = run('bench', [], { COMPILER_MS: '60000' });
    for (let now = before; now === before; now = await compilations()) await sleep(20);
    const { child } = JSON.parse(await readFile(join(root, 'dist/.rounds-ready.lock'), 'utf8')) as { child: { pid: number } };
    killed.child.kill('SIGKILL');
    await killed.ended.catch(() => undefined);
    const next = run('bench');
    expect(await next.ended).toBe(0);
    expect(await isAlive(child.pid)).toBe(false);
  }, 30_000);
});

describe('npm start', () => {
  it('runs in the same process, hears a repeated signal once and hands the exit code through', async () => {
    const started = run('start', [], { PORT: '0' });
    await until(() => started.stdout.includes('ready'));
    started.child.kill('SIGTERM');
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(7);
    expect(started.stdout).toBe('ready\nstopping\n');
  }, 30_000);

  it('stops when the shell that npm put above it is ended', async () => {
    const script = `"${process.execPath}" scripts/start.mjs; true`;
    const shell = new Command(root, 'sh', ['-c', script], { PORT: '0', npm_lifecycle_event: 'start' });
    commands.push(shell);
    await until(() => shell.stdout.includes('ready'));
    shell.child.kill('SIGTERM');
    await shell.ended;
    expect(shell.stdout).toContain('stopping');
  }, 30_000);

  it('says what to do about a port that is taken, before anything else', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const refused = run('start', [], { PORT: String(port), HOST: '' });
    expect(await refused.ended).toBe(1);
    expect(refused.stderr).toMatch(new RegExp(`^Port ${port} is used by another program.*PORT=\\d+ npm start\n$`));
    taken.close();
  }, 30_000);
});
