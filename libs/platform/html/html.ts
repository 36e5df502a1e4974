/** Markup that is safe to put into a page as it is. Only `html` and `trusted` make it. */
export class Html {
  constructor(readonly markup: string) {}
  toString(): string {
    return this.markup;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * A tagged template that escapes every value unless it is `Html` already; arrays are joined, null, undefined and false are nothing.
 * Attribute values must stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0]!;
  for (const [i, part] of parts.entries()) markup += render(part) + strings[i + 1]!;
  return new Html(markup);
}

/** Markup from a renderer that has escaped and sanitised it. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** Text with the five characters replaced that mean something in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char]!);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (Array.isArray(part)) return part.map(render).join('');
  return escapeHtml(String(part));
}
