/** The words for "remote", "or" and "within" as neighbours write them, in English. */
export function inEnglish(text: string): string {
  return text
    .replace(/\b(?:remoto|teletrabajo|t[ée]l[ée]travail(?: complet)?|home[- ]?office)\b/gi, 'remote')
    .replace(/\s(?:oder|ou|und|et)\s(?=\p{Lu}|remote)/gu, ' or ')
    .replace(/(?<=\p{Lu}\p{Ll}+)\so\s(?=\p{Lu})/gu, ' or ')
    .replace(/\bDeutschlands\b/g, 'Deutschland')
    .replace(/\bremote\s+(?:innerhalb(?: von)?|en|dans|in ganz)\s+(?=\p{Lu})/gu, 'remote in ');
}
