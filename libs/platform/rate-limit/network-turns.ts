import { type Result, ok, refuse } from '#libs/kernel/index.js';
import { type TooManyAttempts, networkOf } from './rate-limit.js';

/**
 * A leaky bucket a network, in this process's memory: for doors that anybody opens, where a look into the database for each knock would help whoever knocks
 * too often. With several processes each counts for itself. What comes from this machine is not counted: it is a proxy that tells no address, or us.
 */
export class NetworkTurns {
  /** When each network's bucket will have run empty, in the order of the last knock. */
  private readonly emptyAt_ms = new Map<string, number>();

  constructor(
    private readonly burst: number,
    private readonly drip_ms: number,
    /** Networks that are remembered; beyond it whoever knocked longest ago is forgotten. */
    private readonly most: number = 50_000,
  ) {}

  /** Takes a turn, or says when there is one. */
  take(ip: string, now: Date): Result<null, TooManyAttempts> {
    const network = networkOf(ip);
    if (isThisMachine(network)) return ok(null);
    const now_ms = now.getTime();
    const empty_ms = Math.max(this.emptyAt_ms.get(network) ?? 0, now_ms) + this.drip_ms;
    const wait_ms = empty_ms - now_ms - this.burst * this.drip_ms;
    if (wait_ms > 0) {
      const retryAfter_s = Math.ceil(wait_ms / 1000);
      const message = `That was too often from one network in a short time. Nothing was kept; try again in ${retryAfter_s} seconds.`;
      return refuse('TOO_MANY_ATTEMPTS', message, { retryAfter_s });
    }
    this.emptyAt_ms.delete(network);
    this.emptyAt_ms.set(network, empty_ms);
    if (this.emptyAt_ms.size > this.most) this.emptyAt_ms.delete(this.emptyAt_ms.keys().next().value!);
    return ok(null);
  }
}

function isThisMachine(network: string): boolean {
  return network.startsWith('127.') || network === '0:0:0:0' || network === '';
}
