import { type Result, ok, refuse } from '#libs/kernel/index.js';
import { type TooManyAttempts, networkOf } from './rate-limit.js';
import { Turns } from './turns.js';

/**
 * A leaky bucket a network, in this process's memory: for doors that anybody opens, where a look into the database for each knock would help whoever knocks
 * too often. With several processes each counts for itself. What comes from this machine is not counted: it is a proxy that tells no address, or us.
 */
export class NetworkTurns {
  private readonly turns: Turns;

  constructor(burst: number, drip_ms: number, most?: number) {
    this.turns = new Turns(burst, drip_ms, most);
  }

  /** Takes a turn, or says when there is one. */
  take(ip: string, now: Date): Result<null, TooManyAttempts> {
    if (isThisMachine(ip)) return ok(null);
    const wait_ms = this.turns.take(networkOf(ip), now);
    if (wait_ms === 0) return ok(null);
    const retryAfter_s = Math.ceil(wait_ms / 1000);
    const message = `That was too often from one network in a short time. Nothing was kept; try again in ${retryAfter_s} seconds.`;
    return refuse('TOO_MANY_ATTEMPTS', message, { retryAfter_s });
  }
}

/** Whether the address is a loopback one. */
export function isThisMachine(ip: string): boolean {
  const network = networkOf(ip);
  return network.startsWith('127.') || network === '0:0:0:0' || network === '';
}
