import { createHash } from 'node:crypto';

/** Zero bits that the SHA-256 of a proof begins with: a quarter of a million hashes on the average, some tenths of a second of a desk and seconds of a telephone. */
export const PROOF_BITS = 18;
/** How long before and after its instant a proof is taken; clocks of programs differ. */
const WINDOW_MS = 2 * 3600_000;
const MOST_SPENT = 100_000;

/**
 * Work that somebody unknown has done to be let in (hashcash): a text `subject:milliseconds:chance:counter` of which only the counter was searched for. It says
 * of nobody who they are, and asks no third party.
 */
export class ProofsOfWork {
  /** Those that opened the door once, with when they end by themselves. */
  private readonly spent = new Map<string, number>();

  /** Whether the proof is one for the subject, of these hours, and was not taken by this process before; it is spent then. */
  spend(proof: string, subject: string, now: Date): boolean {
    const now_ms = now.getTime();
    if (!proves(proof, subject, now_ms) || this.spent.has(proof)) return false;
    for (const [known, until_ms] of this.spent) {
      if (until_ms > now_ms && this.spent.size < MOST_SPENT) break;
      this.spent.delete(known);
    }
    this.spent.set(proof, now_ms + 2 * WINDOW_MS);
    return true;
  }
}

function proves(proof: string, subject: string, now_ms: number): boolean {
  const match = /^([\w-]{1,64}):(\d{1,15}):([\w-]{1,64}):(\d{1,12})$/.exec(proof);
  if (!match || match[1] !== subject || Math.abs(now_ms - Number(match[2])) > WINDOW_MS) return false;
  return createHash('sha256').update(proof).digest().readUInt32BE(0) >>> (32 - PROOF_BITS) === 0;
}
