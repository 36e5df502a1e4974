import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { limited } from './inspect-file.js';

describe('the program that takes files apart', () => {
  it('has a limit of memory that counts what is not of the heap', () => {
    const fill =
      'const held = []; for (let at = 1; at <= 30; at += 1) { held.push(Buffer.alloc(50e6, 1)); process.stdout.write(`${at} `); }';
    const [command, ...rest] = limited([process.execPath, '-e', fill]);
    const { status, stdout } = spawnSync(command!, rest, { env: {}, encoding: 'utf8' });
    // The limit is Linux's.
    const most = Number(stdout.trim().split(' ').at(-1));
    if (process.platform === 'linux') {
      expect(status).not.toBe(0);
      expect(most).toBeGreaterThan(2);
      expect(most).toBeLessThan(13);
    }
  });
});
