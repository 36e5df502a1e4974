import { compileTemplate } from './compiling.js';
import { declarationOf, MAIL_KEYS, type MailKey } from './mails/registry.js';

/** The HTML of all default mails; what they have in common is kept once, since it is most of each. */
export interface CompiledDefaults {
  readonly opening: string;
  readonly middles: Readonly<Record<MailKey, string>>;
  readonly closing: string;
}

/** Compiles all default mails. @throws Error naming the mail when one is not sound. */
export async function compileDefaults(): Promise<CompiledDefaults> {
  const pages = new Map<MailKey, string>();
  for (const key of MAIL_KEYS) {
    const compiled = await compileTemplate(key, declarationOf(key));
    if (!compiled.ok) throw new Error(`${key}: ${compiled.refusal.message}`);
    pages.set(key, compiled.value.html);
  }
  const [first, ...rest] = [...pages.values()];
  const opening = rest.reduce(commonStart, first!);
  const ends = [...pages.values()].map((page) => page.slice(opening.length));
  const closing = ends.reduce(commonEnd);
  const middle = (page: string): string => page.slice(opening.length, page.length - closing.length);
  return {
    opening,
    middles: Object.fromEntries([...pages].map(([key, page]) => [key, middle(page)])) as Record<MailKey, string>,
    closing,
  };
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
