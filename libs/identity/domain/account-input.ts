import { ROLES, type Read, type Role, bad, ok } from '#libs/kernel/index.js';

/** What comes in about people and organisations, beside what every argument is (`read-input.ts` of the kernel). */

export function readRole(text: unknown, field: string): Read<Role> {
  const role = ROLES.find((known) => known === text);
  return role ? ok(role) : bad(field, `A role is one of ${ROLES.join(', ')}.`);
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
