import {
  type Language,
  type Refusal,
  type Result,
  LANGUAGES,
  isLanguage,
  isZone,
  ok,
  parseAddress,
  refuse,
} from '#libs/kernel/index.js';
import { COUNTRY_CODES } from '#libs/postings/index.js';

/** What a person says of themselves when they apply, checked. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly location: string;
  /** ISO 3166-1 alpha-2 in capitals, or null when not said. */
  readonly country: string | null;
  /** IANA; UTC when the browser did not tell. */
  readonly zone: string;
  /** In which they want to be written to; null when not said. */
  readonly language: Language | null;
  readonly links: readonly string[];
}

/** As it comes from a form or a program; missing and empty mean the same. */
export interface ContactInput {
  readonly name: string;
  readonly email: string;
  readonly phone?: string | null;
  readonly location?: string | null;
  readonly country?: string | null;
  readonly zone?: string | null;
  readonly language?: string | null;
  readonly links?: readonly string[] | null;
}

export const CONTACT_LIMITS = { name: 200, phone: 60, location: 200, links: 10, linkLength: 500 } as const;

export type ContactRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string };

/** Control characters and what shows as nothing or turns text around; a name with a line break would reach mail headers. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff]/;
const PHONE = /^[0-9+()./ ext,-]*$/i;

/** Reads what a person says of themselves; the first fault is refused with the field's name and what to do. */
export function readContact(input: ContactInput): Result<Contact, ContactRefusal> {
  const name = (input.name ?? '').trim().replace(/ {2,}/g, ' ');
  if (name === '') return fault('name', 'Please give your name.');
  if (name.length > CONTACT_LIMITS.name || UNSEEN.test(name))
    return fault(
      'name',
      `The name has a line break or another unseen character, or more than ${CONTACT_LIMITS.name} characters.`,
    );
  const email = parseAddress(input.email ?? '');
  if (!email.ok) return fault('email', email.refusal.message);
  const phone = (input.phone ?? '').trim();
  if (phone.length > CONTACT_LIMITS.phone || !PHONE.test(phone))
    return fault('phone', 'The phone number may have digits, spaces and + ( ) . / - only. Leave it empty or correct it.');
  const location = (input.location ?? '').trim();
  if (location.length > CONTACT_LIMITS.location || UNSEEN.test(location))
    return fault('location', `The place has an unseen character or more than ${CONTACT_LIMITS.location} characters.`);
  const country = (input.country ?? '').trim().toUpperCase() || null;
  if (country !== null && !COUNTRY_CODES.has(country))
    return fault('country', 'The country is not one of the two-letter codes of ISO 3166-1, such as DE or BR.');
  const zone = (input.zone ?? '').trim() || 'UTC';
  if (!isZone(zone))
    return fault('zone', 'This time zone does not exist. Use a name such as Europe/Berlin, or leave it empty for UTC.');
  const language = (input.language ?? '').trim() || null;
  if (language !== null && !isLanguage(language))
    return fault('language', `We write in ${LANGUAGES.join(' or ')}. Choose one of them, or leave it empty.`);
  const links = readLinks(input.links ?? []);
  if (!links.ok) return links;
  return ok({ name, email: email.value, phone, location, country, zone, language, links: links.value });
}

/** Web addresses, http or https only, without passwords; empty lines of a form are dropped and doubles too. */
export function readLinks(lines: readonly string[]): Result<string[], ContactRefusal> {
  const links: string[] = [];
  for (const line of lines) {
    const text = line.trim();
    if (text === '') continue;
    const link = readLink(text);
    if (link === null)
      return fault(
        'links',
        'A link is not a web address. Write it in full, like https://example.org/me, at most 500 characters.',
      );
    if (!links.includes(link)) links.push(link);
  }
  if (links.length > CONTACT_LIMITS.links) return fault('links', `Give at most ${CONTACT_LIMITS.links} links.`);
  return ok(links);
}

/** One web address in its canonical form, or null. */
export function readLink(text: string): string | null {
  if (text.length > CONTACT_LIMITS.linkLength || UNSEEN.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text))
    return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href.length <= CONTACT_LIMITS.linkLength ? url.href : null;
}

/** What is known of a person already. */
export interface KnownContact {
  readonly name: string;
  readonly phone: string;
  readonly location: string;
  readonly country: string | null;
  readonly zone: string;
  readonly language: Language | null;
  readonly links: readonly string[];
}

/**
 * How contact data of a new application meet what is known of the same person. Nobody proved who they are by typing an address, so nothing known
 * is overwritten: gaps are filled (an unknown zone is UTC), and what differs is kept with the application for the team to see.
 */
export function reconcileContact(
  known: KnownContact,
  stated: Contact,
): { filled: KnownContact | null; differs: Partial<KnownContact> | null } {
  const filled: KnownContact = {
    name: known.name,
    phone: known.phone || stated.phone,
    location: known.location || stated.location,
    country: known.country ?? stated.country,
    zone: known.zone === 'UTC' ? stated.zone : known.zone,
    language: known.language ?? stated.language,
    links: known.links.length > 0 ? known.links : stated.links,
  };
  const changed = (a: KnownContact, b: KnownContact, key: keyof KnownContact) =>
    JSON.stringify(a[key]) !== JSON.stringify(b[key]);
  const keys = Object.keys(filled) as (keyof KnownContact)[];
  const said = (key: keyof KnownContact) =>
    stated[key] !== null && stated[key].length > 0 && !(key === 'zone' && stated.zone === 'UTC');
  // In which language somebody reads is theirs to say on their own page, and nothing for the team to compare.
  const different = keys.filter((key) => key !== 'language' && said(key) && changed(filled, stated, key));
  return {
    filled: keys.some((key) => changed(filled, known, key)) ? filled : null,
    differs: different.length > 0 ? Object.fromEntries(different.map((key) => [key, stated[key]])) : null,
  };
}

function fault(field: keyof Contact, message: string): Result<never, ContactRefusal> {
  return refuse('INVALID_INPUT', message, { field: `input.${field}` });
}
