import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileHouse } from '../../support/compiled-house.js';

const PROGRAM = `import { runCommand } from '#apps/cli/src/main.js'; process.exitCode = await runCommand(process.argv.slice(2));`;
const ANSWER_MS = 60_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A command under way, with what it has said so far. */
class Said {
  out = '';
  err = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(house: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    const program = ['--no-warnings', join(house, 'rounds.js'), ...args];
    this.child = spawn(process.execPath, program, { cwd: house, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout!.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.child.stderr!.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  async until(pattern: RegExp): Promise<RegExpExecArray> {
    const end_ms = performance.now() + ANSWER_MS;
    while (performance.now() < end_ms) {
      const found = pattern.exec(this.out);
      if (found) return found;
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`expected ${pattern}, got ${this.out}${this.err}`);
  }
}

describe('rounds, on a machine of its own', () => {
  let house: string;
  let home: string;
  let env: NodeJS.ProcessEnv;
  let url: string;
  let server: Said;

  const rounds = async (...args: string[]) => {
    const said = new Said(house, args, env);
    const code = await said.ended;
    return { code, out: said.out, err: said.err };
  };
  const signIn = async (email: string, password: string) => {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const body = JSON.stringify({ query, variables: { input: { email, password } } });
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return ((await answer.json()) as { data: { signIn: { __typename: string } } }).data.signIn.__typename;
  };

  beforeAll(async () => {
    house = await compileHouse();
    await writeFile(join(house, 'rounds.js'), PROGRAM);
    home = join(await mkdtemp(join(tmpdir(), 'rounds-cli-')), 'home');
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    env = { PATH: process.env.PATH, ROUNDS_HOME: home, ROUNDS_SAMPLE: '0', PORT: String(port), LOG_LEVEL: 'warn' };
  }, ANSWER_MS);

  afterAll(async () => {
    server?.child.kill('SIGKILL');
    await rm(join(home, '..'), { recursive: true, force: true });
    await rm(house, { recursive: true, force: true });
  });

  it(
    'lists its commands, each of which explains itself',
    async () => {
      const { code, out } = await rounds('--help');
      expect(code).toBe(0);
      const commands = [
        'start',
        'posting parse',
        'posting import',
        'posting sync',
        'posting export',
        'posting schema',
        'admin create-organization',
        'admin reset-password',
        'doctor',
      ];
      for (const command of commands) expect(out).toContain(`rounds ${command}`);
      const helps = await Promise.all(commands.map((command) => rounds(...command.split(' '), '--help')));
      for (const [at, help] of helps.entries())
        expect(help).toMatchObject({ code: 0, err: '', out: expect.stringMatching(new RegExp(`^rounds ${commands[at]}`)) });
      expect(await rounds('admin', 'unknown')).toMatchObject({ code: 2, err: expect.stringContaining('--help lists them') });
    },
    ANSWER_MS,
  );

  it(
    'has a doctor who finds nothing wrong before the first start, and says what is wrong with a setting',
    async () => {
      const [healthy, ill] = await Promise.all([
        rounds('doctor'),
        (async () => {
          const said = new Said(house, ['doctor'], { ...env, PORT: 'three thousand' });
          return { code: await said.ended, out: said.out };
        })(),
      ]);
      expect(healthy).toMatchObject({ code: 0, err: '' });
      expect(healthy.out).toMatch(/^ok {7}node {8}/m);
      expect(healthy.out).toMatch(/^ok .*home .* will be made at the first start$/m);
      expect(healthy.out).toMatch(/^ok .*database .*is not running, `npm start` starts it$/m);
      expect(healthy.out).not.toContain('problem');
      expect(ill.code).toBe(1);
      expect(ill.out).toMatch(/^problem {2}settings .*PORT must be a whole number.*for example PORT=3000$/m);
    },
    ANSWER_MS,
  );

  it(
    'makes no database for a password that cannot be there',
    async () => {
      const { code, err } = await rounds('admin', 'reset-password', 'ada@example.org');
      expect(code).toBe(1);
      expect(err).toMatch(/^rounds admin reset-password: there is no database in .* yet; `npm start` makes one\..*\n$/);
    },
    ANSWER_MS,
  );

  it(
    'starts, says how to sign in, and works beside itself: a new password, a posting, a doctor',
    async () => {
      server = new Said(house, ['start'], env);
      const [, email, first] = await server.until(
        /^Sign in as (\S+) \(administrator\) with the password (\S+) \(shown this once\)\.$/m,
      );
      expect(server.out).toMatch(/^ready http:\/\/localhost:\d+$/m);
      expect(await signIn(email!, first!)).toBe('SignInPayload');

      const [reset, unknown, imported, doctor] = await Promise.all([
        rounds('admin', 'reset-password', email!.toUpperCase()),
        rounds('admin', 'reset-password', 'nobody@example.org'),
        rounds('posting', 'import', 'samples/postings/platform-engineer.md', '--sections', 'samples/sections'),
        rounds('doctor'),
      ]);
      expect(reset).toMatchObject({ code: 0, err: '' });
      const second = /password {2}(\S+)/.exec(reset.out)![1]!;
      expect(await signIn(email!, second)).toBe('SignInPayload');
      expect(await signIn(email!, first!)).not.toBe('SignInPayload');
      expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('Nobody here has this address') });
      expect(imported).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringMatching(/^Imported as a draft: platform-engineer \(/),
      });
      expect(doctor.out).not.toContain('problem');
      expect(doctor).toMatchObject({ code: 0, err: '' });
      expect(doctor.out).toMatch(/^ok .*migrations +all \d+ have run$/m);
      expect(doctor.out).toMatch(/^ok .*queue +nothing waits$/m);
      expect(doctor.out).toMatch(/^ok .*rounds +runs at /m);
    },
    ANSWER_MS,
  );

  it(
    'writes its postings to files, and follows them',
    async () => {
      const exported = join(home, 'jobs', 'platform-engineer.md');
      expect(await rounds('posting', 'export', '--all', join(home, 'jobs'))).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^1 postings? written/),
      });
      expect(await readFile(exported, 'utf8')).toMatch(/^---\nrounds:\n {2}version: 1\n {2}title: Platform Engineer\n/);
      expect(await rounds('posting', 'sync', join(home, 'jobs'), '--sections', 'samples/sections')).toMatchObject({
        ...{ code: 0, err: '' },
        out: expect.stringMatching(
          /^~ revise {3}platform-engineer\.md \(Platform Engineer\)\n[^]*It had been imported by hand\.\n[^]*1 revised/,
        ),
      });
    },
    ANSWER_MS,
  );

  it(
    'refuses files and organisations that are not there, in one line',
    async () => {
      const empty = join(home, 'empty.md');
      await writeFile(empty, '');
      const [missing, nothing, nobody] = await Promise.all([
        rounds('posting', 'import', join(home, 'missing.md')),
        rounds('posting', 'import', empty),
        rounds('posting', 'import', 'samples/postings/platform-engineer.md', '--organization', 'nobody'),
      ]);
      expect(missing).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^rounds posting import: .*there is no such file\.\n$/),
      });
      expect(nothing).toMatchObject({ code: 1, err: expect.stringMatching(/^rounds posting import: .*\n$/) });
      expect(nobody).toMatchObject({
        code: 1,
        err: expect.stringMatching(/there is no organisation "nobody"\. There are: \S+\.\n$/),
      });
    },
    ANSWER_MS,
  );

  it(
    'backs up beside itself, and restores nothing over itself',
    async () => {
      const file = join(home, '..', 'rounds.backup');
      const [backup, restore] = [await rounds('backup', file), await rounds('restore', file, '--force')];
      expect(backup).toMatchObject({
        code: 0,
        err: '',
        out: expect.stringMatching(/ rows of \d+ tables, \d+ files {2}sha256 [0-9a-f]{64}\n$/),
      });
      expect(restore).toMatchObject({ code: 1, out: '' });
      expect(restore.err).toMatch(/^rounds restore: Rounds is already running on /);
    },
    ANSWER_MS,
  );

  it(
    'stops on Ctrl-C, and a doctor afterwards finds it stopped',
    async () => {
      server.child.kill('SIGINT');
      expect(await server.ended).toBe(0);
      const { code, out } = await rounds('doctor');
      expect(code).toBe(0);
      expect(out).toMatch(/^ok .*database .*is not running/m);
      expect(out).toMatch(/^ok .*rounds +does not run at /m);
    },
    ANSWER_MS,
  );

  it(
    'is restored in a folder of its own, which then has everything but the ways in',
    async () => {
      const other = { ...env, ROUNDS_HOME: join(home, '..', 'other') };
      const said = new Said(house, ['restore', join(home, '..', 'rounds.backup')], other);
      expect({ code: await said.ended, out: said.out }).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Restored \d+ rows and \d+ files of /),
      });
      expect(said.out).toContain('The secret is another one');
      expect(said.out).toMatch(/audit log whole/);
      const again = new Said(house, ['restore', join(home, '..', 'rounds.backup')], other);
      expect(await again.ended).toBe(1);
      expect(again.err).toContain('there are data already');
    },
    ANSWER_MS,
  );
});
