import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long somebody may take to find their key. */
export const CHALLENGE_LIFETIME_MS = 5 * 60_000;
/** Chance, the end of its life, and 128 bits of HMAC-SHA-256 over both and the purpose. */
const BYTES = { chance: 16, end: 6, tag: 16 } as const;
export const CHALLENGE_BYTES = BYTES.chance + BYTES.end + BYTES.tag;

/**
 * A challenge for one purpose (signing in, or a person's new key). Nothing of it is stored while it waits, so that asking for one costs nothing; that it was answered is stored, which makes
 * it good for one answer.
 */
export function makeChallenge(secret: string, purpose: string, chance: Buffer, now: Date): Buffer {
  const body = Buffer.alloc(BYTES.chance + BYTES.end);
  chance.copy(body, 0, 0, BYTES.chance);
  body.writeUIntBE(now.getTime() + CHALLENGE_LIFETIME_MS, BYTES.chance, BYTES.end);
  return Buffer.concat([body, tagOf(secret, purpose, body)]);
}

/** Whether it was given out here for the purpose and has not run out. */
export function isOurChallenge(secret: string, purpose: string, challenge: Buffer, now: Date): boolean {
  if (challenge.length !== CHALLENGE_BYTES) return false;
  const body = challenge.subarray(0, BYTES.chance + BYTES.end);
  if (!timingSafeEqual(tagOf(secret, purpose, body), challenge.subarray(body.length))) return false;
  return body.readUIntBE(BYTES.chance, BYTES.end) > now.getTime();
}

function tagOf(secret: string, purpose: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`passkey challenge ${purpose} `).update(body).digest().subarray(0, BYTES.tag);
}
