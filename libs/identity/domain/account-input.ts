import { ROLES, type Refusal, type Result, type Role, isId, isZone, ok, parseAddress, refuse } from '#libs/kernel/index.js';

/** Strict reading of what comes in about people and organisations. Every refusal names the argument. */

export type BadInput = Refusal<'INVALID_INPUT'> & { readonly field: string };
export type Read<T> = Result<T, BadInput>;

/** Control characters, line and paragraph separators, and what turns text around: they forge headers and names. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** One line of 1 to `most` characters, trimmed. */
export function readLine(text: unknown, field: string, most: number, least = 1): Read<string> {
  if (typeof text !== 'string' || UNSEEN.test(text)) return bad(field, 'It must be one line of text without control characters.');
  const line = text.trim();
  if (line.length >= least && line.length <= most) return ok(line);
  return bad(
    field,
    least === 0 ? `It has ${line.length} characters; at most ${most} are possible.` : `Write ${least} to ${most} characters.`,
  );
}

/** Text of several lines, at most `most` characters. */
export function readText(text: unknown, field: string, most: number): Read<string> {
  if (typeof text !== 'string' || text.includes('\0')) return bad(field, 'It must be text.');
  return text.length <= most ? ok(text.trim()) : bad(field, `It has ${text.length} characters; at most ${most} are possible.`);
}

export function readEmail(text: unknown, field: string): Read<string> {
  const address = parseAddress(text as string);
  return address.ok ? address : bad(field, address.refusal.message);
}

export function readZone(text: unknown, field: string): Read<string> {
  return isZone(text) ? ok(text) : bad(field, 'This is not a time zone. Write an IANA name such as Europe/Athens.');
}

export function readRole(text: unknown, field: string): Read<Role> {
  const role = ROLES.find((known) => known === text);
  return role ? ok(role) : bad(field, `A role is one of ${ROLES.join(', ')}.`);
}

export function readId(text: unknown, field: string): Read<string> {
  return isId(text) ? ok(text) : bad(field, 'This is not an id. Send one as Rounds gave it.');
}

/** Lower-case letters, digits and single hyphens, at most 63: it stands in addresses. */
export function readSlug(text: unknown, field: string): Read<string> {
  if (typeof text === 'string' && text.length <= 63 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return ok(text);
  return bad(field, 'Write lower-case letters, digits and single hyphens, at most 63, such as "acme-labs".');
}

/** An http or https address without a user in it, or null for an empty text. */
export function readWebsite(text: unknown, field: string): Read<string | null> {
  if (text === null || text === '') return ok(null);
  const url = typeof text === 'string' && text.length <= 300 && URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return ok(url.href);
  return bad(field, 'Write a whole web address such as https://org.example, or leave it empty.');
}

/** The first refusal among several readings, or null when all are good. */
export function firstBad(...reads: readonly Read<unknown>[]): Extract<Read<never>, { ok: false }> | null {
  for (const read of reads) if (!read.ok) return read;
  return null;
}

function bad(field: string, message: string): Read<never> {
  return refuse('INVALID_INPUT', `${message} Nothing was changed.`, { field });
}
