import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import type { Diagnostic } from './posting-document.js';
import { readToml } from './toml-front-matter.js';

/** One key of the front matter. */
export interface FrontMatterEntry {
  readonly value: unknown;
  readonly line: number;
  readonly text: string;
}

/** The top-level keys of a posting's front matter, in lower case with `_` and `-` removed. */
export type FrontMatter = ReadonlyMap<string, FrontMatterEntry>;

function lineOfOffset(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The name under which rules ask for a key. */
function bareKey(key: string): string {
  return key.toLowerCase().replace(/[_\s-]/g, '');
}

/** Where site generators keep what is theirs alone; what a page says of the job stands there as often as at the head. */
const TABLES: ReadonlySet<string> = new Set(['params', 'extra', 'job', 'posting', 'jobposting', 'data', 'meta']);

/** Reads TOML front matter, which stands between `+++` lines. */
export function readTomlFrontMatter(toml: string, line: number): { entries: FrontMatter; diagnostics: readonly Diagnostic[] } {
  const rows = toml.split('\n');
  const told = readToml(toml).filter(({ table }) => table === null || TABLES.has(bareKey(table)));
  // Of a key that stands twice the one at the head holds.
  const entries = [...told]
    .reverse()
    .map(({ key, value, line: at }) => [bareKey(key), { value, line: line + 1 + at, text: rows[at] ?? '' }] as const);
  return { entries: new Map(entries), diagnostics: [] };
}

/**
 * Reads YAML front matter. In: the text between the `---` lines and the line of the opening one. YAML that does not parse is diagnosed, and
 * nothing of it is used.
 */
export function readFrontMatter(yaml: string, line: number): { entries: FrontMatter; diagnostics: readonly Diagnostic[] } {
  const entries = new Map<string, FrontMatterEntry>();
  const tables: Pair[] = [];
  const broken = (message: string, at: number): { entries: FrontMatter; diagnostics: readonly Diagnostic[] } => ({
    entries: new Map(),
    diagnostics: [{ severity: 'warning', code: 'FRONT_MATTER_INVALID', message, line: at }],
  });
  try {
    const document = parseDocument(yaml, { strict: false, logLevel: 'silent', uniqueKeys: false });
    const fault = document.errors[0];
    if (fault) {
      const at = line + 1 + lineOfOffset(yaml, fault.pos[0]);
      return broken(`The front matter is not valid YAML (${fault.message.split('\n')[0]}); it was not used.`, at);
    }
    if (!isMap(document.contents)) return { entries, diagnostics: [] };
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key)) continue;
      const at = lineOfOffset(yaml, key.range?.[0] ?? 0);
      const name = bareKey(String(key.value));
      const plain = isScalar(value) ? value.value : (value as { toJS?: (d: unknown, o: object) => unknown } | null)?.toJS?.(document, { maxAliasCount: 50 }); // prettier-ignore
      entries.set(name, { value: plain ?? null, line: line + 1 + at, text: yaml.split('\n')[at] ?? '' });
      if (isMap(value) && TABLES.has(name)) tables.push(...value.items);
    }
    for (const { key, value } of tables) {
      if (!isScalar(key) || !isScalar(value) || entries.has(bareKey(String(key.value)))) continue;
      const at = lineOfOffset(yaml, key.range?.[0] ?? 0);
      entries.set(bareKey(String(key.value)), { value: value.value, line: line + 1 + at, text: yaml.split('\n')[at] ?? '' });
    }
    return { entries, diagnostics: [] };
  } catch {
    return broken('The front matter could not be read as YAML; it was not used.', line);
  }
}
