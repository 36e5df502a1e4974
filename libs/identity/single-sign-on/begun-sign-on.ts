import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '#libs/kernel/index.js';

/** What a browser was sent to the identity provider with, and has to come back with. */
export interface BegunSignOn {
  readonly organizationId: Id;
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636: who has the code and not this gets nothing for it. */
  readonly verifier: string;
  /** Where to go on to; a path of this installation. */
  readonly to: string;
  readonly endsAt_ms: number;
}

/** As a cookie's value: readable, and signed. It stays in the browser that began, so that nobody is signed in by an answer to somebody else. */
export function sealBegun(secret: string, begun: BegunSignOn): string {
  const body = Buffer.from(JSON.stringify(begun)).toString('base64url');
  return `${body}.${tagOf(secret, body)}`;
}

/** What was sealed here and has not run out; null for all else. */
export function openBegun(secret: string, sealed: string | undefined, now: Date): BegunSignOn | null {
  const [body = '', tag = '', ...more] = sealed?.split('.') ?? [];
  const [ours, theirs] = [Buffer.from(tagOf(secret, body)), Buffer.from(tag)];
  if (more.length > 0 || ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null;
  const begun = JSON.parse(Buffer.from(body, 'base64url').toString()) as BegunSignOn;
  return begun.endsAt_ms > now.getTime() ? begun : null;
}

function tagOf(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`single sign-on ${body}`).digest('base64url');
}
