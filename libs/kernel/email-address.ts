import { domainToASCII } from 'node:url';
import { ok, refuse, type Refusal, type Result } from './result.js';

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, two of which are the angle brackets. */
const MAX_ADDRESS_OCTETS = 254;
const MAX_LOCAL_OCTETS = 64;
const MAX_DOMAIN_OCTETS = 253;

/** dot-atom of RFC 5322 §3.2.3; quoted local parts and comments exist on paper and in attacks. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** What may stand in a domain as typed: letters of any script, their marks, digits, hyphen and dot; never "%41", "[::1]" or "/". */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{Nd}.-]+$/u;
/** Control characters, line and paragraph separators, and what shows as nothing or turns text around. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/**
 * One strict mailbox address, `local@domain`, as it may go into an envelope and a header: no display name, comment, quoted string, list,
 * address literal or line break; at most 254 octets. Spaces around it are dropped, the domain comes out in lower case and, where
 * international, in its ASCII form (`bücher.example` → `xn--bcher-kva.example`); the local part keeps its case, which belongs to its server.
 *
 * Every door that takes an address from outside calls this, since mail libraries interpret what is more than an address
 * (`a@x\r\nBcc: b@y` once reached only b).
 * @returns the address, or INVALID_EMAIL_ADDRESS with a sentence for the person who typed it.
 */
export function parseAddress(text: string): Result<string, Refusal<'INVALID_EMAIL_ADDRESS'>> {
  if (typeof text !== 'string' || UNSEEN.test(text))
    return refused('It contains a line break or another character that cannot be seen');
  const typed = text.replace(/^ +| +$/g, '');
  const at = typed.indexOf('@');
  if (at < 1 || at !== typed.lastIndexOf('@') || at === typed.length - 1) return refused('It needs a name, one @ and a domain');
  const local = typed.slice(0, at);
  if (local.length > MAX_LOCAL_OCTETS || !LOCAL.test(local))
    return refused('The part before the @ has a character or a length that mail servers refuse');
  const domain = asciiDomain(typed.slice(at + 1));
  if (domain === null) return refused('The part after the @ is not a domain');
  const address = `${local}@${domain}`;
  if (address.length > MAX_ADDRESS_OCTETS) return refused('It is longer than 254 characters');
  return ok(address);
}

function asciiDomain(typed: string): string | null {
  if (!TYPED_DOMAIN.test(typed)) return null;
  const domain = domainToASCII(typed);
  if (domain.length === 0 || domain.length > MAX_DOMAIN_OCTETS) return null;
  const labels = domain.split('.');
  const top = labels.at(-1)!;
  // A domain without a dot is a host of somebody's own network; an all-numeric last label is an IPv4 address (RFC 3696 §2).
  if (labels.length < 2 || /^\d+$/.test(top) || !labels.every((label) => LABEL.test(label))) return null;
  return domain;
}

function refused(why: string): ReturnType<typeof refuse<'INVALID_EMAIL_ADDRESS'>> {
  return refuse(
    'INVALID_EMAIL_ADDRESS',
    `This is not an e-mail address that can be written to. ${why}. Write it like name@example.org.`,
  );
}
