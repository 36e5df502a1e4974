import { createHash } from 'node:crypto';
import { type Refusal, refuse, type Result, ok } from '#libs/kernel/index.js';
import type { Tx } from '../database/transaction.js';

/**
 * A leaky bucket (the generic cell rate algorithm of ITU-T I.371): `burst` turns at once, then one every `drip_ms`. It slows whoever is too fast
 * and locks nobody out. One instant is its whole state: when it will have run empty.
 */
export interface Bucket {
  /** What is counted, made by `bucketKey`. */
  readonly key: string;
  readonly burst: number;
  readonly drip_ms: number;
}

export type TooManyAttempts = Refusal<'TOO_MANY_ATTEMPTS'> & { readonly retryAfter_s: number };

/** A bucket's key from what it counts by. Addresses and mails come out hashed: the table needs to tell them apart, not to know them. */
export function bucketKey(purpose: string, ...parts: readonly string[]): string {
  return `${purpose}:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

/** The address as a network: an IPv6 customer has a whole /64 to write from (RFC 6177), so the first 64 bits count as one. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [left = '', right] = plain.toLowerCase().split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const groups =
    right === undefined ? head : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Takes one turn in each bucket, or refuses at the first that is full; the caller returns the refusal, which takes back the turns before it.
 * Give buckets in the same order everywhere, the widest first, so that two transactions never wait for each other crosswise.
 */
export async function takeTurns(tx: Tx, buckets: readonly Bucket[]): Promise<Result<null, TooManyAttempts>> {
  for (const { key, burst, drip_ms } of buckets) {
    const [row] = await tx.query<{ taken: boolean; empty_at: Date | null }>(
      'take-turn',
      `WITH taken AS (
         INSERT INTO rate_limits AS r (organization_id, key, empty_at) VALUES ($1, $2, $3::timestamptz + $4 * interval '1 ms')
         ON CONFLICT (organization_id, key) DO UPDATE SET empty_at = greatest(r.empty_at, $3::timestamptz) + $4 * interval '1 ms'
          WHERE greatest(r.empty_at, $3::timestamptz) + $4 * interval '1 ms' <= $3::timestamptz + $4 * $5 * interval '1 ms'
         RETURNING true)
       SELECT EXISTS (SELECT FROM taken) AS taken, (SELECT empty_at FROM rate_limits WHERE organization_id = $1 AND key = $2) AS empty_at`,
      [tx.organizationId, key, tx.now, drip_ms, burst],
    );
    if (row!.taken) continue;
    const full_ms = (row!.empty_at ?? tx.now).getTime() - tx.now.getTime() + drip_ms - burst * drip_ms;
    const retryAfter_s = Math.max(1, Math.ceil(full_ms / 1000));
    return refuse(
      'TOO_MANY_ATTEMPTS',
      `That was too often in a short time. Nothing was changed; try again in ${spoken(retryAfter_s)}.`,
      {
        retryAfter_s,
      },
    );
  }
  return ok(null);
}

/** Gives one turn back: what was counted beforehand turned out to be fine. */
export function giveTurnBack(tx: Tx, { key, drip_ms }: Bucket): void {
  tx.write(
    'give-turn-back',
    `UPDATE rate_limits SET empty_at = empty_at - $3 * interval '1 ms' WHERE organization_id = $1 AND key = $2`,
    [tx.organizationId, key, drip_ms],
  );
}

/** Empties the bucket, and with it every other that has run empty by itself. */
export function emptyBucket(tx: Tx, { key }: Bucket): void {
  tx.write('empty-bucket', 'DELETE FROM rate_limits WHERE organization_id = $1 AND (key = $2 OR empty_at < $3)', [
    tx.organizationId,
    key,
    tx.now,
  ]);
}

function spoken(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
