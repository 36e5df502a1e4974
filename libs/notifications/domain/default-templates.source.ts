import { type Language, LANGUAGES } from '#libs/kernel/index.js';
import { compileTemplate } from './compiling.js';
import { MAIL_KEYS, type MailKey } from './mails/registry.js';
import { declarationIn, languagesOf } from './mails/translations.js';

/** The HTML of all default mails of a language; what they have in common is kept once, since it is most of each. */
export interface CompiledDefaults {
  readonly opening: string;
  readonly middles: Readonly<Partial<Record<MailKey, string>>>;
  readonly closing: string;
}

/** Compiles all default mails in all languages. @throws Error naming the mail when one is not sound. */
export async function compileDefaults(): Promise<Readonly<Record<Language, CompiledDefaults>>> {
  const all: Partial<Record<Language, CompiledDefaults>> = {};
  for (const language of LANGUAGES) all[language] = await compileLanguage(language);
  return all as Readonly<Record<Language, CompiledDefaults>>;
}

async function compileLanguage(language: Language): Promise<CompiledDefaults> {
  const pages = new Map<MailKey, string>();
  for (const key of MAIL_KEYS.filter((each) => languagesOf(each).includes(language))) {
    const compiled = await compileTemplate(key, declarationIn(key, language), language);
    if (!compiled.ok) throw new Error(`${key} in ${language}: ${compiled.refusal.message}`);
    pages.set(key, compiled.value.html);
  }
  const [first, ...rest] = [...pages.values()];
  const opening = rest.reduce(commonStart, first!);
  const ends = [...pages.values()].map((page) => page.slice(opening.length));
  const closing = ends.reduce(commonEnd);
  const middle = (page: string): string => page.slice(opening.length, page.length - closing.length);
  return { opening, middles: Object.fromEntries([...pages].map(([key, page]) => [key, middle(page)])), closing };
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length === 0 ? '' : a.slice(-length);
}
