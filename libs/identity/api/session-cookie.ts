import type { RunningConfig } from '#libs/platform/index.js';

const SESSION_COOKIE = 'rounds_session';

/** A Set-Cookie value: HttpOnly, SameSite=Lax, Secure where the public address is https. A null token clears it. */
export function sessionCookie(config: RunningConfig, token: string | null, expiresAt: Date | null): string {
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
  const expires = token && expiresAt ? expiresAt.toUTCString() : new Date(0).toUTCString();
  return `${SESSION_COOKIE}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}; Expires=${expires}`;
}

/** The session's token in a Cookie header, or undefined. */
export function sessionTokenIn(cookies: string | undefined): string | undefined {
  return COOKIE.exec(cookies ?? '')?.[1];
}

const COOKIE = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`);
