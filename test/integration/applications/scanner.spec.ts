// @needs clamd
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreAttachment } from '#libs/applications/index.js';
import type { Id } from '#libs/kernel/index.js';
import { VirusScanner } from '#libs/platform/index.js';
import { type TestApi, startTestApi } from '../../support/api.js';
import { pdf } from '../../support/files.js';
import { freePort } from '../../support/programs.js';

/** What the scanner of this test holds for harmful; a signature of its own, since the world's are a download of hundreds of megabytes. */
const HARMFUL = 'ROUNDS-HARMFUL-FILE-FOR-TESTS';

describe('files before a virus scanner', () => {
  let folder: string;
  let clamd: ChildProcess;
  let address: string;
  let api: TestApi;
  let organizationId: Id;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-clamd-'));
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'signatures'));
    await writeFile(
      join(folder, 'signatures', 'rounds.ndb'),
      `Rounds.Test.Harmful:0:*:${Buffer.from(HARMFUL).toString('hex')}\n`,
    );
    const port = await freePort();
    address = `tcp://127.0.0.1:${port}`;
    const settings = [`DatabaseDirectory ${folder}/signatures`, 'TCPAddr 127.0.0.1', `TCPSocket ${port}`, 'Foreground yes', 'StreamMaxLength 12M', '']; // prettier-ignore
    if (process.getuid?.() === 0) settings.unshift('User root');
    await writeFile(join(folder, 'clamd.conf'), settings.join('\n'));
    clamd = spawn(process.env.ROUNDS_TEST_CLAMD ?? '/usr/sbin/clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    const ready = new VirusScanner(address);
    for (let tries = 0; tries < 200 && (await ready.scan(Buffer.from('ready?'))) !== 'clean'; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    api = await startTestApi({ config: { processes: 'api', clamd: address } });
    organizationId = await api.newOrganization();
  }, 60_000);
  afterAll(async () => {
    clamd.kill('SIGTERM');
    await api.close();
    await rm(folder, { recursive: true, force: true });
  });

  const store = (bytes: Buffer) => api.app.get(StoreAttachment).execute(organizationId, { fileName: 'cv.pdf', bytes });
  const kept = async () => {
    const names = await readdir(join(api.config.home, 'files'), { recursive: true, withFileTypes: true }).catch(() => []);
    return names.filter((entry) => entry.isFile()).length;
  };

  it('are kept when it calls them clean, the largest too, and not when it knows them', async () => {
    expect(await store(pdf('Haskell and pottery'))).toMatchObject({ ok: true });
    const scanner = new VirusScanner(address);
    expect(await scanner.scan(Buffer.alloc(10 * 1024 * 1024, 'x'))).toBe('clean');
    // Across the border of two chunks.
    const across = Buffer.concat([Buffer.alloc(64 * 1024 - 7, 'x'), Buffer.from(HARMFUL)]);
    expect(await scanner.scan(across)).toBe('harmful');
    const before = await kept();
    expect(await store(pdf(HARMFUL))).toMatchObject({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'file' } });
    expect(await kept()).toBe(before);
  });

  it('are not kept while it cannot be asked, nor when it does not know', async () => {
    const before = await kept();
    expect(await new VirusScanner(address).scan(Buffer.alloc(13 * 1024 * 1024, 'x'))).toBe('unknown');
    const gone = new Promise((resolve) => clamd.once('exit', resolve));
    clamd.kill('SIGKILL');
    await gone;
    expect(await store(pdf('Haskell and pottery'))).toMatchObject({ ok: false, refusal: { code: 'NOT_SCANNED' } });
    expect(await kept()).toBe(before);
  });
});
