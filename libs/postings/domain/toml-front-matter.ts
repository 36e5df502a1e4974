/** A key of TOML front matter with its line, counted from 0 behind the opening mark. */
export interface TomlEntry {
  readonly key: string;
  readonly value: string | number | boolean | readonly string[];
  readonly line: number;
  /** The table in which it stands ("[params]"); null at the head. */
  readonly table: string | null;
}

const STRING = String.raw`"(?:[^"\\\n]|\\.){0,2000}"|'[^'\n]{0,2000}'`;
const ENTRY = new RegExp(String.raw`^\s*([\w-]{1,60})\s*=\s*(${STRING}|\[[^\]\n]{0,4000}\]|[^\s#"'[{][^#\n]{0,200})\s*(?:#.*)?$`);

/** A table whose keys are left out. */
const NESTED = '';

/** Reads the keys at the head of TOML as site generators keep them: a key a line, with a text, a number, yes or no, or a list of texts; those of plain tables too. Nested tables and all other values are left out. */
export function readToml(text: string): readonly TomlEntry[] {
  const entries: TomlEntry[] = [];
  let table: string | null = null;
  for (const [line, row] of text.split('\n').entries()) {
    if (/^\s*\[/.test(row)) {
      table = /^\s*\[([\w-]{1,60})\]\s*(?:#.*)?$/.exec(row)?.[1] ?? NESTED;
      continue;
    }
    if (table === NESTED) continue;
    const match = ENTRY.exec(row);
    if (!match) continue;
    const value = valueOf(match[2]!.trim());
    if (value !== null) entries.push({ key: match[1]!, value, line, table });
  }
  return entries;
}

function valueOf(written: string): TomlEntry['value'] | null {
  if (/^["']/.test(written)) return textOf(written);
  if (written.startsWith('[')) return [...written.matchAll(new RegExp(STRING, 'g'))].map(([item]) => textOf(item));
  if (written === 'true' || written === 'false') return written === 'true';
  const number = Number(written.replace(/_/g, ''));
  return Number.isFinite(number) ? number : written;
}

function textOf(quoted: string): string {
  const inner = quoted.slice(1, -1);
  return quoted.startsWith("'") ? inner : inner.replace(/\\(["\\])/g, '$1').replace(/\\[nrt]/g, ' ');
}
