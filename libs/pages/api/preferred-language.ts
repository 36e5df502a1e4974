import { type Language, languageOf } from '#libs/kernel/index.js';

/** The first of ours that the browser asks for (RFC 9110 §12.5.4); browsers name them in their order. */
export function preferredLanguage(accepted = ''): Language {
  return languageOf(
    ...accepted
      .split(',')
      .slice(0, 20)
      .map((range) => range.trim().slice(0, 2).toLowerCase()),
  );
}
