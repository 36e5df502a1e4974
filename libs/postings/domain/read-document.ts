import { type Read, bad, isWellFormed, ok } from '#libs/kernel/index.js';
import { POSTING_LIMITS } from './posting-document.js';

/** A document: valid Unicode of at most 1 MiB, kept as it came. What it must be beyond that, its parser says. */
export function readDocument(value: unknown, field: string): Read<string> {
  if (typeof value !== 'string' || !isWellFormed(value))
    return bad(field, 'The document is not valid UTF-8; save it as text in UTF-8 and try again');
  if (new TextEncoder().encode(value).length <= POSTING_LIMITS.bytes) return ok(value);
  return bad(field, 'The document is larger than 1 MiB; a posting is a few pages: remove what is not text');
}
