import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '#libs/kernel/index.js';

/** What a link is for; a link for one purpose is worthless for another. */
export const LINK_PURPOSES = ['application', 'schedule', 'take-home', 'kit'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What a link says. It stands for itself: nothing is stored, the signature proves it. */
export interface SignedLink {
  readonly purpose: LinkPurpose;
  readonly organizationId: Id;
  /** An application for candidates; an interview seat for `kit`. */
  readonly subjectId: Id;
  /** Raised on the application to end all links given out before. */
  readonly epoch: number;
  readonly expiresAt: Date;
}

const BODY_BYTES = 1 + 16 + 16 + 4 + 6;
/** 128 bits of HMAC-SHA-256, the truncation RFC 2104 §5 allows. */
const TAG_BYTES = 16;

/** Signs a link as an opaque URL-safe text of 79 characters. `secret` is the installation's. */
export function signLink(secret: string, link: SignedLink): string {
  const body = Buffer.alloc(BODY_BYTES);
  body.writeUInt8(LINK_PURPOSES.indexOf(link.purpose), 0);
  Buffer.from(link.organizationId.replaceAll('-', ''), 'hex').copy(body, 1);
  Buffer.from(link.subjectId.replaceAll('-', ''), 'hex').copy(body, 17);
  body.writeUInt32BE(link.epoch, 33);
  body.writeUIntBE(link.expiresAt.getTime(), 37, 6);
  return Buffer.concat([body, tagOf(secret, body)]).toString('base64url');
}

/** The link's content when the signature is ours, the purpose is the wanted one and `now` is before its end; otherwise null, without saying why. */
export function readLink(secret: string, token: string, purpose: LinkPurpose, now: Date): SignedLink | null {
  if (token.length > 200 || !/^[A-Za-z0-9_-]+$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  // The last character has two bits to spare: only the text that was given out is the link.
  if (bytes.length !== BODY_BYTES + TAG_BYTES || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), tagOf(secret, body))) return null;
  if (LINK_PURPOSES[body.readUInt8(0)] !== purpose) return null;
  const expiresAt = new Date(body.readUIntBE(37, 6));
  if (expiresAt.getTime() <= now.getTime()) return null;
  return { purpose, organizationId: uuid(body, 1), subjectId: uuid(body, 17), epoch: body.readUInt32BE(33), expiresAt };
}

function tagOf(secret: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update('rounds-link-1').update(body).digest().subarray(0, TAG_BYTES);
}

function uuid(bytes: Buffer, at: number): Id {
  const hex = bytes.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
