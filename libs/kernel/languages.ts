/** The languages in which candidates are written to; the first is what everything else falls back to (ISO 639-1). */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each by its own name, for whoever chooses one. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Whether the text names one of them. */
export function isLanguage(text: unknown): text is Language {
  return (LANGUAGES as readonly unknown[]).includes(text);
}

/** The first that is one of them, in the order of who has a say; English where nobody has said anything. */
export function languageOf(...wishes: readonly (string | null | undefined)[]): Language {
  return wishes.find(isLanguage) ?? LANGUAGES[0];
}
