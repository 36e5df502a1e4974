import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Id, isId } from '#libs/kernel/index.js';

/** One mail, and whose house it came from. */
export interface StoppedBy {
  readonly organizationId: Id;
  readonly mailId: Id;
}

const ID_BYTES = 16;
const MAC_BYTES = 10;

/** What ends mails of one kind to whoever got this one: nobody else can make it, and it opens nothing. It never runs out. */
export function stopToken(secret: string, { organizationId, mailId }: StoppedBy): string {
  const ids = Buffer.from((organizationId + mailId).replaceAll('-', ''), 'hex');
  return Buffer.concat([ids, mac(secret, ids)]).toString('base64url');
}

/** The mail that a token was made for; null: it is none of ours. */
export function readStopToken(secret: string, token: string): StoppedBy | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const ids = bytes.subarray(0, 2 * ID_BYTES);
  if (!timingSafeEqual(mac(secret, ids), bytes.subarray(2 * ID_BYTES))) return null;
  const [organizationId, mailId] = [idAt(ids, 0), idAt(ids, ID_BYTES)];
  return isId(organizationId) && isId(mailId) ? { organizationId, mailId } : null;
}

function mac(secret: string, ids: Buffer): Buffer {
  return createHmac('sha256', secret).update('stop-mails ').update(ids).digest().subarray(0, MAC_BYTES);
}

function idAt(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + ID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
