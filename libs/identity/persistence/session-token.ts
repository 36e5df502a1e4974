import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '#libs/kernel/index.js';

/**
 * A bearer token: 16 bytes naming the organisation, so that row-level security applies before anything is known, and 32 random bytes. Only its
 * SHA-256 is stored. The organisation is a hint of the bearer's; the hash must be found in it.
 */
export interface MintedToken {
  readonly token: string;
  readonly hash: Buffer;
}

const TOKEN_BYTES = 48;

/** Makes a token for the organisation. */
export function mintToken(organizationId: Id): MintedToken {
  const token = Buffer.concat([Buffer.from(organizationId.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** The organisation a token names and the hash it is stored under; null when it has not the form of a token. */
export function readToken(token: string): { organizationId: Id; hash: Buffer } | null {
  if (token.length !== 64 || !/^[A-Za-z0-9_-]+$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== TOKEN_BYTES) return null;
  const hex = bytes.toString('hex', 0, 16);
  const organizationId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { organizationId, hash: hashToken(token) };
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
