import { Document, isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml';

/** Front matter that states a posting exactly: a mapping under the key `rounds`. */
export interface ExactSource {
  /** Null when the YAML does not parse; `fault` then says why. */
  readonly root: YAMLMap | null;
  readonly document: Document;
  readonly fault: { readonly message: string; readonly line: number } | null;
  /** Line and column, from 1, of an offset in the YAML. */
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
  readonly yaml: string;
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;
/** Whether the key is there at all, and whether what follows can only be a mapping: then YAML that does not parse was meant to be one. */
const KEY = /^["']?rounds["']?[ \t]*:/m;
const MAPPING = /^["']?rounds["']?[ \t]*:[ \t]*(?:#.*|\{.*)?$/m;
const MOST_CHARS = 256 * 1024;

const TOML = /^\+\+\+[ \t]*\n([\s\S]*?\n)?\+\+\+[ \t]*(?:\n|$)/;

/** The TOML at the head of a text and what follows it; null without. */
export function cutToml(text: string): { readonly toml: string; readonly body: string } | null {
  const match = TOML.exec(text);
  return match ? { toml: match[1] ?? '', body: text.slice(match[0].length) } : null;
}

/** The YAML at the head of a text and what follows it; null without front matter. */
export function cutFrontMatter(text: string): { readonly yaml: string; readonly body: string } | null {
  const match = FRONT_MATTER.exec(text);
  return match ? { yaml: match[1] ?? '', body: text.slice(match[0].length) } : null;
}

/** The exact front matter of a text with `\n` line ends; null for all other documents, whose words are read instead. Never throws. */
export function findExact(text: string): ExactSource | null {
  const yaml = cutFrontMatter(text)?.yaml;
  if (yaml === undefined || !KEY.test(yaml)) return null;
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    // The opening line of dashes comes first.
    return { line: line + 1, column: col };
  };
  const faulty = (message: string, line: number): ExactSource | null =>
    MAPPING.test(yaml) ? { root: null, document: new Document(), fault: { message, line }, at, yaml } : null;
  if (yaml.length > MOST_CHARS) return faulty(`it has more than ${MOST_CHARS} characters`, 1);
  const document = parsed(yaml, lines);
  if (!document) return faulty('it is nested too deep', 1);
  const error = document.errors[0];
  if (error) return faulty(error.message.split('\n')[0]!, at(error.pos[0]).line);
  const root = isMap(document.contents) ? document.contents.get('rounds', true) : undefined;
  return isMap(root) ? { root, document, fault: null, at, yaml } : null;
}

/** Null for what the parser cannot follow down. Keys that stand twice are found by the reader: here every key would be compared with all others. */
function parsed(yaml: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(yaml, { lineCounter, logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
  } catch {
    return null;
  }
}
