import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestApi, startTestApi } from '../../support/api.js';
import { SIGN_IN } from './support.js';

const PROGRAM = `import { runCommand } from '#apps/cli/src/main.js'; process.exitCode = await runCommand(process.argv.slice(1));`;

describe('rounds admin create-organization', () => {
  let api: TestApi;
  let home: string;
  beforeAll(async () => {
    api = await startTestApi();
    home = await mkdtemp(join(tmpdir(), 'rounds-command-'));
  });
  afterAll(async () => {
    await api.close();
    await rm(home, { recursive: true, force: true });
  });

  const rounds = async (...args: string[]) => {
    const node = ['--no-warnings', '--import', './scripts/typescript-hooks.mjs', '--input-type=module', '-e', PROGRAM, '--'];
    const env = { PATH: process.env.PATH, DATABASE_URL: api.database.url, ROUNDS_HOME: home };
    const child = spawn(process.execPath, [...node, 'admin', 'create-organization', ...args], { env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, out, err };
  };

  it('prints a password with which the administrator signs in', async () => {
    const { code, out, err } = await rounds(
      '--slug',
      'harbour',
      '--name',
      'Harbour & Sons',
      '--email',
      'ada@harbour.example',
      '--zone',
      'Europe/Oslo',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const password = /password {6}(\S+)/.exec(out)![1]!;
    const input = { organization: 'harbour', email: 'ada@harbour.example', password };
    expect((await api.graphql(SIGN_IN, { input })).data.signIn).toMatchObject({
      person: { name: 'Administrator', role: 'ADMIN' },
    });
    const again = await rounds('--slug', 'harbour', '--name', 'Harbour', '--email', 'ada@harbour.example');
    expect(again).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^rounds admin create-organization: .*choose another slug\.\n$/),
    });
  }, 30_000);

  it('names the option that is wrong', async () => {
    const wrong = await rounds('--slug', 'Not A Slug', '--name', 'X', '--email', 'ada@harbour.example');
    expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('--slug: ') });
    expect(await rounds('--slug', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('are needed') });
    expect(await rounds('--colour', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('--colour') });
    expect(await rounds('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--slug SLUG') });
  }, 30_000);
});
