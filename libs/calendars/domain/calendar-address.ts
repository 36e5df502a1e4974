import { ok, refuse, type Refusal, type Result } from '#libs/kernel/index.js';

export type CalendarKind = 'ICS' | 'CALDAV';
export const CALENDAR_KINDS = ['ICS', 'CALDAV'] as const;

/** Where a calendar is, and who opens it. All of it is a secret: the address of an ICS file often is the key to it. */
export interface CalendarAddress {
  readonly kind: CalendarKind;
  /** https, or http for a host that the installation names; without user or password in it. */
  readonly url: string;
  readonly username: string | null;
  readonly password: string | null;
}

export type AddressRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string | null };

/** Checks an address as people paste it; `webcal://` means https. `hosts` are those that the installation has opened by name. */
export function checkAddress(
  kind: string,
  text: string,
  username: string | null,
  password: string | null,
  hosts: readonly string[],
): Result<CalendarAddress, AddressRefusal> {
  const bad = (field: string, message: string) => refuse('INVALID_INPUT', message, { field });
  if (kind !== 'ICS' && kind !== 'CALDAV') return bad('input.kind', 'Choose ICS or CALDAV.');
  const trimmed = text.trim().replace(/^webcals?:\/\//i, 'https://');
  if (trimmed.length > 2000 || !URL.canParse(trimmed))
    return bad('input.address', 'That is not an address. Paste the one that your calendar gives, beginning with https://.');
  const url = new URL(trimmed);
  const opened = hosts.includes(url.host) || hosts.includes(url.hostname);
  if (url.protocol !== 'https:' && !(opened && url.protocol === 'http:'))
    return bad('input.address', 'The address of a calendar begins with https:// or webcal://.');
  if (url.username !== '' || url.password !== '')
    return bad('input.address', 'Leave user and password out of the address and fill them in by themselves.');
  for (const [field, value] of [
    ['input.username', username],
    ['input.password', password],
  ] as const)
    if (value !== null && (value.length > 300 || /\p{Cc}/u.test(value)))
      return bad(field, 'At most 300 characters, on one line.');
  if (username !== null && (username === '' || username.includes(':')))
    return bad('input.username', 'A user name has no colon and is not empty.');
  url.hash = '';
  return ok({ kind, url: url.href, username, password: username === null ? null : (password ?? '') });
}

const MINUTE_MS = 60_000;
const FRESH_MS = 15 * MINUTE_MS;
const LONGEST_MS = 24 * 60 * MINUTE_MS;

/** When a calendar is read again: after a quarter of an hour, after each failure twice as late as before, a day at most. */
export function nextReading(now: Date, failures: number): Date {
  return new Date(now.getTime() + Math.min(FRESH_MS * 2 ** failures, LONGEST_MS));
}
