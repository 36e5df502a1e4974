import { type Language, LANGUAGES } from '#libs/kernel/index.js';
import type { MailDeclaration, MailWords } from '../declaration.js';
import { german } from './german/index.js';
import { declarationOf, type MailKey } from './registry.js';

const TRANSLATIONS: Readonly<Partial<Record<Language, Readonly<Partial<Record<MailKey, MailWords>>>>>> = { de: german };

/** The languages that a mail is there in: mails to candidates in all of them, others in English. */
export function languagesOf(key: MailKey): readonly Language[] {
  return LANGUAGES.filter((language) => language === 'en' || TRANSLATIONS[language]?.[key] !== undefined);
}

/** The declaration with its words in this language. @throws RangeError when it has none; `languagesOf` says which it has. */
export function declarationIn(key: MailKey, language: Language): MailDeclaration {
  if (language === 'en') return declarationOf(key);
  const words = TRANSLATIONS[language]?.[key];
  if (words === undefined) throw new RangeError(`The mail ${key} has no words in the language ${language}.`);
  return { ...declarationOf(key), ...words };
}
