/**
 * Windows-1252 characters and the byte each stands for where it differs from ISO 8859-1 (WHATWG Encoding, index windows-1252).
 * UTF-8 that was once read in this code page turns an emoji into four such characters.
 */
const CP1252: ReadonlyMap<string, number> = new Map([
  ['€', 0x80], ['‚', 0x82], ['ƒ', 0x83], ['„', 0x84], ['…', 0x85], ['†', 0x86], ['‡', 0x87], ['ˆ', 0x88], ['‰', 0x89],
  ['Š', 0x8a], ['‹', 0x8b], ['Œ', 0x8c], ['Ž', 0x8e], ['‘', 0x91], ['’', 0x92], ['“', 0x93], ['”', 0x94], ['•', 0x95],
  ['–', 0x96], ['—', 0x97], ['˜', 0x98], ['™', 0x99], ['š', 0x9a], ['›', 0x9b], ['œ', 0x9c], ['ž', 0x9e], ['Ÿ', 0x9f],
]); // prettier-ignore

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function byteOf(char: string | undefined): number | null {
  if (char === undefined) return null;
  const code = char.charCodeAt(0);
  if (code >= 0x80 && code <= 0xff) return code;
  return CP1252.get(char) ?? null;
}

function sequenceLength(lead: number): number {
  if (lead === 0xc2 || lead === 0xc3) return 2; // other two-byte leads are letters that stand before a dash or a quote in honest text
  if (lead >= 0xe1 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function repairedAt(line: string, at: number): { char: string; length: number } | null {
  const lead = byteOf(line[at]);
  const length = lead === null ? 0 : sequenceLength(lead);
  if (lead === null || length === 0) return null;
  const bytes = [lead];
  for (let i = 1; i < length; i++) {
    const byte = byteOf(line[at + i]);
    if (byte === null || byte < 0x80 || byte > 0xbf) return null;
    bytes.push(byte);
  }
  try {
    return { char: strictUtf8.decode(Uint8Array.from(bytes)), length };
  } catch {
    return null;
  }
}

function repairOnce(line: string): string {
  let out = '';
  for (let i = 0; i < line.length;) {
    const repaired = repairedAt(line, i);
    out += repaired ? repaired.char : line[i];
    i += repaired ? repaired.length : 1;
  }
  return out;
}

/** Characters that the first byte of a sequence turns into. */
const LEADS = /[\u00c2\u00c3\u00e1-\u00f4]/;

/**
 * Undoes UTF-8 that was read as Windows-1252, sequence by sequence, up to three times over; honest text is returned as it is.
 * In: text of any lines. Out: the text with the same lines, and the numbers (1-based) of the lines that changed.
 */
export function repairEncoding(text: string): { text: string; repairedLines: readonly number[] } {
  const repairedLines: number[] = [];
  if (!LEADS.test(text)) return { text, repairedLines };
  const lines = text.split('\n').map((line, index) => {
    if (!LEADS.test(line)) return line;
    let now = line;
    for (let round = 0; round < 3; round++) {
      const next = repairOnce(now);
      if (next === now) break;
      now = next;
    }
    if (now !== line) repairedLines.push(index + 1);
    return now;
  });
  return { text: repairedLines.length > 0 ? lines.join('\n') : text, repairedLines };
}
