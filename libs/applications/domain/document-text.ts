const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Characters of a CV that are kept for search; a CV of twenty pages has less. */
export const LONGEST_TEXT = 100_000;

/**
 * The words of `word/document.xml` (ECMA-376-1 §17.3.3.31, `w:t`) in reading order, or null when the XML declares a document type: Word never
 * does, and entities are how a document reads files it should not.
 */
export function wordsOfDocumentXml(xml: string): string | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null;
  const words: string[] = [];
  for (const match of xml.matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)\b[^<>]*>|<\/w:p>/g)) {
    words.push(match[1] === undefined ? (match[0] === '</w:p>' ? '\n' : ' ') : unescapeXml(match[1]));
  }
  return words.join('');
}

/** Text as it is kept for search: one space where there were many, nothing that cannot be stored, cut at the limit. */
export function tidyText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT * 2)
    .replace(/[\0\p{Surrogate}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
}

/** The text that an XML text or attribute stands for. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,5}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex!, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
