import { Drop, Liquid, type FilterImplOptions, type Template } from 'liquidjs';

/** Longer than any mail of words; a template that is longer carries something that does not belong into one. */
export const MAX_TEMPLATE_CHARS = 100_000;
/** Gmail clips what is longer than 102 kB; this is the limit for what a loop may blow up, not an advice. */
export const MAX_OUTPUT_CHARS = 500_000;
/** A mail takes a fraction of a millisecond; the limit is far above a machine that is busy and far below one that hangs. */
const RENDER_LIMIT_MS = 1_000;
/** Objects and characters that filters and ranges may make: `(1..1000000)` is refused before it is made. */
const MEMORY_LIMIT = 1_000_000;
/** Every default mail has three; the rest is room for organisations' own. */
const MAX_CACHED_TEMPLATES = 1_000;

/** They read files, or keep state from one mail to the next. */
const FORBIDDEN_TAGS = ['include', 'render', 'layout', 'block', 'increment', 'decrement'] as const;
/** They read the clock or a zone (times come as words), or switch escaping off. */
const FORBIDDEN_FILTERS = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'raw',
] as const;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

function escapeHtml(value: unknown): string {
  return printed(value).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/**
 * Stands for a variable that is missing in the trial of a template: to a condition it is nil as in a mail, but printing it is a fault,
 * since the mail would have a hole there.
 */
export class Missing extends Drop {
  constructor(private readonly path: string) {
    super();
  }
  override valueOf(): null {
    return null;
  }
  override liquidMethodMissing(): Missing {
    return this;
  }
  override toString(): never {
    throw new Error(`${this.path} may be missing; ask {% if ${this.path} %} before it is used`);
  }
}

function printed(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** One language, two engines: subject and text are plain, HTML escapes every variable, without a way for a template to say otherwise. */
function engine(
  outputEscape: ((value: unknown) => string) | undefined,
  lines: FilterImplOptions,
  linked: FilterImplOptions,
): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape,
    templates: {},
    dynamicPartials: false,
    parseLimit: MAX_TEMPLATE_CHARS * 3,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
  });
  for (const tag of FORBIDDEN_TAGS) delete liquid.tags[tag];
  for (const filter of FORBIDDEN_FILTERS) liquid.unregisterFilter(filter);
  liquid.registerFilter('lines', lines);
  liquid.registerFilter('linked', linked);
  return liquid;
}

/** Escaped, with its line breaks. */
function htmlLines(value: unknown): string {
  return escapeHtml(value).replace(/\n/g, '<br />');
}

/** A web address within escaped text, without the punctuation that ends the sentence. */
const WEB_ADDRESS = /https?:\/\/[^\s<>]*[^\s<>.,:;!?)\]]/g;

/** The same, with web addresses to open: for what the organisation itself wrote. */
function htmlLinked(value: unknown): string {
  return htmlLines(value).replace(WEB_ADDRESS, (address) => `<a href="${address}">${address}</a>`);
}

const plain = engine(printed, printed, printed);
const html = engine(escapeHtml, { raw: true, handler: htmlLines }, { raw: true, handler: htmlLinked });
const ENGINES = { plain, html } as const;
export type Format = keyof typeof ENGINES;

const parsed = { plain: new Map<string, Template[]>(), html: new Map<string, Template[]>() } as const;

/** Parsed once per text and kept: parsing costs far more than rendering. @throws LiquidError when the template is not sound. */
export function parseLiquid(source: string, format: Format): Template[] {
  const cache = parsed[format];
  let template = cache.get(source);
  if (template === undefined) {
    template = ENGINES[format].parse(source);
    if (cache.size >= MAX_CACHED_TEMPLATES) cache.clear();
    cache.set(source, template);
  }
  return template;
}

/** The paths a template reads from outside itself, as segments: `{{ interview.when.short }}` → ['interview', 'when', 'short']. */
export function pathsRead(template: Template[], format: Format): string[][] {
  return ENGINES[format]
    .globalVariableSegmentsSync(template)
    .map((segments) => segments.map((segment) => (Array.isArray(segment) ? '[…]' : String(segment))));
}

/** @throws LiquidError when a variable is missing, or when the template runs out of the limits above. */
export function renderLiquid(source: string, format: Format, scope: object): string {
  const text = String(ENGINES[format].renderSync(parseLiquid(source, format), scope));
  if (text.length > MAX_OUTPUT_CHARS) throw new RangeError(`The mail came out longer than ${MAX_OUTPUT_CHARS} characters.`);
  return text;
}
