import type { IncomingHttpHeaders } from 'node:http';

/** Whether a request that changes something came from one of our own pages, or from a program; browsers send Origin with every POST. */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
