import { type Document, isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml';

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
const MARKER = /^rounds[ \t]*:[ \t]*(?:#.*|\{.*)?$/m;

/** The YAML at the head of a text and what follows it; null without front matter. */
export function cutFrontMatter(text: string): { readonly yaml: string; readonly body: string } | null {
  const match = FRONT_MATTER.exec(text);
  return match ? { yaml: match[1] ?? '', body: text.slice(match[0].length) } : null;
}

/** The exact front matter of a text with `\n` line ends; null for all other documents, whose words are read instead. */
export function findExact(text: string): ExactSource | null {
  const yaml = cutFrontMatter(text)?.yaml;
  if (yaml === undefined || !MARKER.test(yaml)) return null;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent', prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    // The opening line of dashes comes first.
    return { line: line + 1, column: col };
  };
  const error = document.errors[0];
  if (error) {
    const fault = { message: error.message.split('\n')[0]!, line: at(error.pos[0]).line };
    return { root: null, document, fault, at, yaml };
  }
  const root = isMap(document.contents) ? document.contents.get('rounds', true) : undefined;
  return isMap(root) ? { root, document, fault: null, at, yaml } : null;
}
