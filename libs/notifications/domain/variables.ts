import { type Language, parseAddress } from '#libs/kernel/index.js';
import { dayInWords, lengthInWords, listInWords, momentInWords, periodInWords, type Moment, type Period } from './words.js';

/**
 * What a variable of a mail is. The kind decides what a caller gives, what a template sees, and what is made harmless on the way.
 *
 * | kind | given as | seen in the template as |
 * |---|---|---|
 * | text | string | one line |
 * | name | string | one line a mail program will not turn into a link |
 * | lines | string | text with its line breaks; in HTML `| lines` keeps them and `| linked` opens web addresses too |
 * | texts | string[] | "Ada, Grace and Linus" |
 * | address | e-mail address | itself |
 * | link | http(s) URL of ours | itself |
 * | minutes | number | "1 hour 30 minutes" |
 * | day | Moment | "Tuesday 10 November 2026" |
 * | moment, period | Moment, Period | words, also `.day`, `.time`, `.other`, `.clocks`, `.short` |
 */
export interface KindValues {
  text: string;
  name: string;
  lines: string;
  texts: readonly string[];
  address: string;
  link: string;
  minutes: number;
  day: Moment;
  moment: Moment;
  period: Period;
}
export type Kind = keyof KindValues;

/** One variable a mail declares. */
export interface Variable<K extends Kind = Kind, Optional extends boolean = boolean> {
  readonly kind: K;
  readonly optional: Optional;
  /** What it is, for the person who edits the template. */
  readonly meaning: string;
}

/** A mail's variables in groups: `{{ interview.when }}` is the variable `when` of the group `interview`. */
export type Shape = { readonly [group: string]: { readonly [name: string]: Variable } };

type RequiredNames<G> = { [N in keyof G]: G[N] extends Variable<Kind, false> ? N : never }[keyof G];
type OptionalNames<G> = Exclude<keyof G, RequiredNames<G>>;
type ValueOf<V> = V extends Variable<infer K> ? KindValues[K] : never;
type GroupValues<G> = { readonly [N in RequiredNames<G>]: ValueOf<G[N]> } & {
  readonly [N in OptionalNames<G>]?: ValueOf<G[N]> | null;
};
type AllOptional<G> = [RequiredNames<G>] extends [never] ? true : false;
/** What a caller gives to render a mail of this shape; a group whose variables are all optional may be left out. */
export type ValuesOf<S> = {
  readonly [G in keyof S as AllOptional<S[G]> extends true ? never : G]: GroupValues<S[G]>;
} & { readonly [G in keyof S as AllOptional<S[G]> extends true ? G : never]?: GroupValues<S[G]> };

/** A variable that every such mail has. */
export function needs<K extends Kind>(kind: K, meaning: string): Variable<K, false> {
  return { kind, meaning, optional: false };
}

/** A variable that may be missing; templates ask `{% if … %}` first. */
export function may<K extends Kind>(kind: K, meaning: string): Variable<K, true> {
  return { kind, meaning, optional: true };
}

/** What a template may read below a variable of a kind: `{{ interview.when.short }}`. */
export const FACETS: { readonly [K in Kind]?: readonly string[] } = {
  moment: ['words', 'day', 'time', 'other', 'clocks', 'short'],
  period: ['words', 'day', 'time', 'other', 'clocks', 'short'],
};

/** One word of a personal name is rarely longer; beyond this it is text smuggled into a greeting. */
const MAX_NAME_CHARS = 80;
const MAX_TEXT_CHARS = 500;
const MAX_LINES_CHARS = 20_000;

type Scope = Record<string, Record<string, unknown>>;

/**
 * The values as templates see them: every declared variable is there (null where it may be missing and is), nothing undeclared is.
 * @param language in which days, times and lists are said.
 * @param missing what stands for a variable that is not there.
 * @throws TypeError naming the variable when a needed value is missing or not of its kind: a fault of the caller, not of a person.
 */
export function present(
  shape: Shape,
  values: object,
  language: Language,
  missing: (path: string) => unknown = () => null,
): Scope {
  const scope: Scope = {};
  for (const [group, names] of Object.entries(shape)) {
    const given = (values as Record<string, Record<string, unknown> | undefined>)[group];
    const shown: Record<string, unknown> = {};
    for (const [name, variable] of Object.entries(names)) {
      const value = given?.[name] ?? null;
      if (value === null && !variable.optional)
        throw new TypeError(`The mail needs the variable ${group}.${name}, which was not given.`);
      shown[name] = value === null ? missing(`${group}.${name}`) : shownAs(variable.kind, value, language, `${group}.${name}`);
    }
    scope[group] = shown;
  }
  return scope;
}

/** The given values without those that may be missing: the barest mail of the shape. */
export function withoutOptional(shape: Shape, values: object): object {
  const bare: Record<string, Record<string, unknown>> = {};
  for (const [group, names] of Object.entries(shape)) {
    const given = (values as Record<string, Record<string, unknown> | undefined>)[group];
    bare[group] = Object.fromEntries(
      Object.keys(names).flatMap((name) => (names[name]!.optional ? [] : [[name, given?.[name]]])),
    );
  }
  return bare;
}

const SHOWN: { readonly [K in Kind]: (value: KindValues[K], language: Language) => unknown } = {
  text: (value) => emptyAsNull(oneLine(value, MAX_TEXT_CHARS)),
  name: (value) => unlinked(oneLine(value, MAX_NAME_CHARS)) || '…',
  lines: (value) => emptyAsNull(manyLines(value)),
  texts: (value, language) => {
    const lines = value.map((each) => oneLine(each, MAX_TEXT_CHARS)).filter((each) => each !== '');
    return emptyAsNull(listInWords(lines, language));
  },
  address: (value) => {
    const parsed = parseAddress(value);
    if (!parsed.ok) throw new TypeError('is not an e-mail address');
    return parsed.value;
  },
  link: (value) => {
    if (!isWebLink(value)) throw new TypeError('is not an http or https address');
    return value;
  },
  minutes: lengthInWords,
  day: dayInWords,
  moment: momentInWords,
  period: periodInWords,
};

function shownAs<K extends Kind>(kind: K, value: unknown, language: Language, path: string): unknown {
  try {
    return SHOWN[kind](value as KindValues[K], language);
  } catch (error) {
    throw new TypeError(`The mail's variable ${path}: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}

function emptyAsNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Controls, separators, lone surrogates and marks that turn the direction of text around: nothing a sentence needs. */
const UNWANTED = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** The text as one line of at most `max` characters, without controls. */
export function oneLine(text: string, max: number): string {
  const line = text.replace(UNWANTED, ' ').replace(/\s+/g, ' ').trim();
  const chars = line.length <= max ? null : [...line];
  return chars === null || chars.length <= max
    ? line
    : `${chars
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

function manyLines(text: string): string {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map((line) => line.replace(UNWANTED, ' ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return lines.length <= MAX_LINES_CHARS ? lines : `${lines.slice(0, MAX_LINES_CHARS)}…`;
}

/**
 * A name that no mail program turns into a link: whoever applies under the name "win.example/x" with somebody else's address
 * would otherwise have us send their link for them.
 */
function unlinked(name: string): string {
  return name
    .replace(/[@/\\<>:[\]{}|]+/g, ' ')
    .replace(/\.(?=[\p{L}\p{N}])/gu, '. ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function isWebLink(text: string): boolean {
  if (!/^https?:\/\/[^\s<>"'\\]+$/.test(text)) return false;
  return URL.canParse(text);
}
