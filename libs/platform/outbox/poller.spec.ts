import { describe, expect, it } from '@jest/globals';
import { Poller } from './poller.js';

const log = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
const HOUR_MS = 3_600_000;

describe('the poller', () => {
  it('stops after the step under way, without the pause that would follow', async () => {
    let finish = () => {};
    const poller = new Poller('slow', HOUR_MS, () => new Promise((resolve) => (finish = () => resolve(0))), log);
    poller.start();
    const stopped = poller.stop();
    finish();
    await stopped;
  });

  it('stops in its pause', async () => {
    const poller = new Poller('idle', HOUR_MS, async () => 0, log);
    poller.start();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await poller.stop();
  });

  it('goes on at once while there is work, and after an error', async () => {
    let steps = 0;
    const poller = new Poller(
      'busy',
      1,
      async () => {
        steps += 1;
        if (steps === 3) throw new Error('once');
        return steps < 10 ? 1 : 0;
      },
      log,
    );
    poller.start();
    while (steps < 11) await new Promise((resolve) => setTimeout(resolve, 5));
    await poller.stop();
    const after = steps;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(steps).toBe(after);
  });
});
