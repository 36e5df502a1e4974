import { randomFillSync } from 'node:crypto';

/** A UUID as lower-case text. */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in the canonical lower-case form. */
export function isId(text: unknown): text is Id {
  return typeof text === 'string' && UUID.test(text);
}

/** Random bytes are fetched for many ids at once: one call to the system costs more than the rest of an id. */
const pool = Buffer.alloc(4096);
let poolAt = pool.length;

/** The lowest UUID version 7 of a millisecond: whatever was made before it sorts lower. */
export function lowestId(now_ms: number): Id {
  const hex = now_ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

let lastMs = 0;
let counter = 0;

/**
 * A new UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, a 12-bit counter that rises within a millisecond, 62 random bits.
 * Rising ids keep B-tree inserts at the right edge and make ids sort by creation within a process.
 */
export function newId(now_ms: number = Date.now()): Id {
  if (poolAt + 16 > pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  const bytes = pool.subarray(poolAt, (poolAt += 16));
  if (now_ms > lastMs) {
    lastMs = now_ms;
    counter = bytes.readUInt16BE(6) & 0x7ff;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
