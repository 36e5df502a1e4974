import { type Refusal, type Result, isId, ok, refuse } from '#libs/kernel/index.js';
import { POSTING_LIMITS } from './posting-document.js';

/** Strict reading of arguments. Every refusal names the argument and says what to write instead. */
export type BadInput = Refusal<'INVALID_INPUT'> & { readonly field: string | null };
export type Read<T> = Result<T, BadInput>;

/** Control characters, line and paragraph separators, what shows as nothing or turns text around. */
const UNSEEN_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
/** A text of several lines has line ends and tabs, and no other control characters. */
const UNSEEN_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Whether every surrogate has its other half; what has not is no Unicode text and PostgreSQL refuses it. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** One line of `least` to `most` characters, trimmed. */
export function readLine(value: unknown, field: string, most: number, least = 1): Read<string> {
  if (typeof value !== 'string' || UNSEEN_IN_LINE.test(value) || !isWellFormed(value))
    return bad(field, 'It must be one line of text without control characters');
  const line = value.trim();
  if (line.length >= least && line.length <= most) return ok(line);
  return bad(field, least === 0 ? `Write at most ${most} characters` : `Write ${least} to ${most} characters`);
}

/** Text of several lines, at most `most` characters, trimmed. */
export function readText(value: unknown, field: string, most: number): Read<string> {
  if (typeof value !== 'string' || UNSEEN_IN_TEXT.test(value) || !isWellFormed(value))
    return bad(field, 'It must be text without control characters');
  const text = value.replace(/\r\n?/g, '\n').trim();
  return text.length <= most ? ok(text) : bad(field, `It has ${text.length} characters; write at most ${most}`);
}

/** A document: valid Unicode of at most 1 MiB, kept as it came. What it must be beyond that, its parser says. */
export function readDocument(value: unknown, field: string): Read<string> {
  if (typeof value !== 'string' || !isWellFormed(value))
    return bad(field, 'The document is not valid UTF-8; save it as text in UTF-8 and try again');
  if (new TextEncoder().encode(value).length <= POSTING_LIMITS.bytes) return ok(value);
  return bad(field, 'The document is larger than 1 MiB; a posting is a few pages: remove what is not text');
}

/** An id as Rounds gives them. What is not one can be no one's, so it is answered like an unknown id elsewhere. */
export function readId(value: unknown, field: string): Read<string> {
  return isId(value) ? ok(value) : bad(field, 'This is not an id; send one as Rounds gave it');
}

/** A whole number within a range. */
export function readWhole(value: unknown, field: string, least: number, most: number): Read<number> {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return ok(value);
  return bad(field, `Give a whole number from ${least} to ${most}`);
}

/** One of the known words. */
export function readWord<Word extends string>(value: unknown, field: string, words: readonly Word[]): Read<Word> {
  const word = words.find((known) => known === value);
  return word === undefined ? bad(field, `It is one of ${words.join(', ')}`) : ok(word);
}

/** A list of at most `most`, each read by `each`; the first fault is answered with its place. */
export function readList<T>(
  value: unknown,
  field: string,
  most: number,
  each: (item: unknown, field: string) => Read<T>,
): Read<T[]> {
  if (!Array.isArray(value)) return bad(field, 'A list is missing');
  if (value.length > most) return bad(field, `There are ${value.length}; at most ${most} are possible`);
  const items: T[] = [];
  for (const [index, item] of value.entries()) {
    const read = each(item, `${field}[${index}]`);
    if (!read.ok) return read;
    items.push(read.value);
  }
  return ok(items);
}

/** Null and undefined stay null; anything else is read. */
export function readOptional<T>(value: unknown, read: (value: unknown) => Read<T>): Read<T | null> {
  return value === null || value === undefined ? ok(null) : read(value);
}

/** The refusal of an argument. */
export function bad(field: string | null, message: string): Read<never> {
  return refuse('INVALID_INPUT', `${message}. Nothing was changed.`, { field });
}
