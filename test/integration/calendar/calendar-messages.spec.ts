import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { invitation } from '#libs/notifications/index.js';
import { anyInvitation } from '../../support/calendar-messages.js';

/** libical's own restriction tables (RFC 5545 and 5546), when the judge lies beside the project; the specs check the structure anyway. */
const JUDGE = resolve('../shared/checks/icalcheck.py');
const NO_LIBICAL = 2;

describe('calendar messages before a judge that is not ours', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rounds-calendar-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('pass libical, whatever people are called and write', async () => {
    const messages = fc.sample(anyInvitation, { numRuns: 300, seed: 5545 });
    const files = messages.map((_, number) => join(folder, `${number}.ics`));
    await Promise.all(messages.map((message, number) => writeFile(files[number]!, invitation(message))));
    if (!existsSync(JUDGE)) {
      console.log('not run: libical (no judge beside the project)');
      return;
    }
    const judged = spawnSync('python3', [JUDGE, ...files], { encoding: 'utf8' });
    if (judged.error !== undefined || judged.status === NO_LIBICAL) {
      if (process.env['ROUNDS_TEST_ALL'] === '1') throw new Error(`libical is missing: ${judged.stderr}`);
      console.log('not run: libical (apt-get install -y libical3)');
      return;
    }
    expect(judged.stdout.split('\n').filter((line) => line !== '' && !line.endsWith(': ok'))).toEqual(['300 passed, 0 failed']);
  });
});
