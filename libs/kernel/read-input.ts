import { parseAddress } from './email-address.js';
import { isId } from './ids.js';
import { type Refusal, type Result, ok, refuse } from './result.js';
import { isZone } from './zones.js';

/** Strict reading of what comes in. Every refusal names the argument and says what to write instead. */
export type BadInput = Refusal<'INVALID_INPUT'> & { readonly field: string | null };
export type Read<T> = Result<T, BadInput>;

/** Control characters, line and paragraph separators, what shows as nothing or turns text around: they forge headers and names. */
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

/** An id as Rounds gives them. What is not one can be no one's, so it is answered like an unknown id elsewhere. */
export function readId(value: unknown, field: string): Read<string> {
  return isId(value) ? ok(value) : bad(field, 'This is not an id; send one as Rounds gave it');
}

/** One address for mail, as `parseAddress` takes it. */
export function readEmail(value: unknown, field: string): Read<string> {
  const address = parseAddress(value as string);
  return address.ok ? address : bad(field, address.refusal.message);
}

/** A time zone by its IANA name. */
export function readZone(value: unknown, field: string): Read<string> {
  return isZone(value) ? ok(value) : bad(field, 'This is not a time zone. Write an IANA name such as Europe/Athens');
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

/** The first refusal among several readings, or null when all are good. */
export function firstBad(...reads: readonly Read<unknown>[]): Extract<Read<never>, { ok: false }> | null {
  for (const read of reads) if (!read.ok) return read;
  return null;
}

/** The refusal of an argument: what to write instead, with or without its full stop. */
export function bad(field: string | null, message: string): Extract<Read<never>, { ok: false }> {
  return refuse('INVALID_INPUT', `${message.replace(/\.$/, '')}. Nothing was changed.`, { field });
}
