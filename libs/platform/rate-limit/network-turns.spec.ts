import { describe, expect, it } from '@jest/globals';
import { NetworkTurns } from './network-turns.js';

const at = (seconds: number) => new Date(1_900_000_000_000 + seconds * 1000);

describe('turns of a network', () => {
  it('are so many at once and then one by one; another network has its own', () => {
    const turns = new NetworkTurns(3, 30_000);
    const taken = [0, 0, 0, 0].map((second) => turns.take('203.0.113.9', at(second)).ok);
    expect(taken).toEqual([true, true, true, false]);
    expect(turns.take('203.0.113.9', at(1))).toMatchObject({ refusal: { code: 'TOO_MANY_ATTEMPTS', retryAfter_s: 29 } });
    expect(turns.take('203.0.113.10', at(1)).ok).toBe(true);
    expect([29.9, 30, 31].map((second) => turns.take('203.0.113.9', at(second)).ok)).toEqual([false, true, false]);
    expect([200, 200, 200, 200].map((second) => turns.take('203.0.113.9', at(second)).ok)).toEqual([true, true, true, false]);
  });

  it('are those of a whole /64, and of nobody on this machine', () => {
    const turns = new NetworkTurns(1, 1000);
    expect(['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'].map((ip) => turns.take(ip, at(0)).ok)).toEqual([
      true,
      false,
      true,
    ]);
    for (let i = 0; i < 9; i += 1)
      for (const ip of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(turns.take(ip, at(0)).ok).toBe(true);
  });

  it('are remembered of as many networks as there is room for', () => {
    const turns = new NetworkTurns(1, 60_000, 2);
    expect(['198.51.100.1', '198.51.100.2', '198.51.100.3'].every((ip) => turns.take(ip, at(0)).ok)).toBe(true);
    expect([turns.take('198.51.100.3', at(1)).ok, turns.take('198.51.100.1', at(1)).ok]).toEqual([false, true]);
  });
});
