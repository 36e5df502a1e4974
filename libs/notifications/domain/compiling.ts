import { ok, refuse, type Language, type Refusal, type Result } from '#libs/kernel/index.js';
import type { MailDeclaration, MailTemplate } from './declaration.js';
import { examples } from './examples.js';
import { type Footer, layout, textLayout } from './layout.js';
import { MAX_TEMPLATE_CHARS, Missing, parseLiquid, pathsRead, renderLiquid, type Format } from './liquid.js';
import { type MailKey } from './mails/registry.js';
import { declarationIn } from './mails/translations.js';
import type { CompiledTemplate } from './rendering.js';
import { FACETS, present, withoutOptional, type Shape } from './variables.js';

/** Why a template is not saved. `part` is what to look at, `names` the variables in question. */
export type TemplateRefusal = Refusal<
  | 'TEMPLATE_EMPTY'
  | 'TEMPLATE_TOO_LONG'
  | 'TEMPLATE_SYNTAX'
  | 'TEMPLATE_LAYOUT'
  | 'UNKNOWN_VARIABLE'
  | 'MISSING_VARIABLE'
  | 'TEMPLATE_FAILS'
> & { readonly part: Part; readonly names?: readonly string[] };

type Part = 'subject' | 'text' | 'mjml';
const PARTS = ['subject', 'text', 'mjml'] as const;

/**
 * Checks a template against the mail it is for and makes it ready to render, so that what is saved can be sent: Liquid parses, every
 * variable is declared, the essential ones are there, MJML is valid, and the mail was rendered once with all variables and once with
 * none that may be missing. MJML is loaded only here; a running server that only sends does not carry it.
 */
export async function compileTemplate<K extends MailKey>(
  key: K,
  template: MailTemplate,
  language: Language = 'en',
): Promise<Result<CompiledTemplate<K>, TemplateRefusal>> {
  const declaration = declarationIn(key, language);
  const refusal = faultOfParts(declaration, template);
  if (refusal !== null) return { ok: false, refusal };
  const html = await htmlOf(wholeDocument(template.mjml, declaration, language));
  if (!html.ok) return html;
  const compiled = {
    key,
    language,
    subject: template.subject.trim(),
    text: textLayout(template.text, declaration, language),
    html: html.value,
  };
  return tried(declaration, compiled);
}

function faultOfParts(declaration: MailDeclaration, template: MailTemplate): TemplateRefusal | null {
  const read = new Map<Part, ReadonlySet<string>>();
  for (const part of PARTS) {
    const source = template[part];
    if (source.trim() === '') return faulty('TEMPLATE_EMPTY', part, 'It is empty.');
    if (source.length > MAX_TEMPLATE_CHARS)
      return faulty('TEMPLATE_TOO_LONG', part, `It is longer than ${MAX_TEMPLATE_CHARS} characters.`);
    const paths = readBy(source, part === 'mjml' ? 'html' : 'plain');
    if (typeof paths === 'string') return faulty('TEMPLATE_SYNTAX', part, paths);
    const unknown = paths.filter((path) => !isDeclared(declaration.variables, path)).map((path) => path.join('.'));
    if (unknown.length > 0) return faulty('UNKNOWN_VARIABLE', part, `This mail has no variable ${unknown.join(', ')}.`, unknown);
    read.set(part, new Set(paths.map((path) => path.slice(0, 2).join('.'))));
  }
  return missingEssential(declaration, read);
}

function missingEssential(declaration: MailDeclaration, read: ReadonlyMap<Part, ReadonlySet<string>>): TemplateRefusal | null {
  for (const part of ['text', 'mjml'] as const) {
    const missing = declaration.essential.filter((name) => !read.get(part)!.has(name));
    if (missing.length > 0)
      return faulty('MISSING_VARIABLE', part, `Without ${missing.join(', ')} this mail does not do its work.`, missing);
  }
  return null;
}

/** The paths a part reads, or a sentence about why it cannot be read. */
function readBy(source: string, format: Format): string[][] | string {
  try {
    return pathsRead(parseLiquid(source, format), format);
  } catch (error) {
    return sentence(error);
  }
}

function isDeclared(shape: Shape, path: readonly string[]): boolean {
  const [group, name, facet] = path;
  if (group === undefined || name === undefined || path.length > 3) return false;
  const variable = Object.hasOwn(shape, group) && Object.hasOwn(shape[group]!, name) ? shape[group]![name]! : null;
  if (variable === null) return false;
  return facet === undefined || (FACETS[variable.kind] ?? []).includes(facet);
}

function wholeDocument(mjml: string, footer: Footer, language: Language): string {
  return /^\s*<mjml[\s>]/.test(mjml) ? mjml : layout(mjml, footer, language);
}

/** What a mail must not do in anybody's mail program, nor in our own preview. */
const ACTIVE =
  /<\s*(?:script|iframe|object|embed|form|base|mj-include)\b|<\s*meta[^>]+http-equiv\s*=\s*["']?refresh|\son[a-z]+\s*=|javascript:/i;

async function htmlOf(mjml: string): Promise<Result<string, TemplateRefusal>> {
  const active = ACTIVE.exec(mjml)?.[0];
  if (active !== undefined)
    return { ok: false, refusal: faulty('TEMPLATE_LAYOUT', 'mjml', `“${active.trim()}” does not belong into a mail.`) };
  const { default: mjml2html } = await import('mjml');
  try {
    const { html } = await mjml2html(mjml, { fonts: {}, validationLevel: 'strict', ignoreIncludes: true, keepComments: false });
    // MJML takes what follows a tag that was never closed for its text, and validates none of it.
    const swallowed = /<\/?mj-?[a-z]+/.exec(html)?.[0];
    if (swallowed !== undefined)
      return { ok: false, refusal: faulty('TEMPLATE_LAYOUT', 'mjml', `A tag before “${swallowed}” is not closed.`) };
    return ok(compact(html));
  } catch (error) {
    return { ok: false, refusal: faulty('TEMPLATE_LAYOUT', 'mjml', sentence(error)) };
  }
}

/** Indentation means nothing in HTML and is half of what MJML writes. */
function compact(html: string): string {
  return /<pre[\s>]/.test(html) ? html : `${html.replace(/[ \t]*\n\s*/g, '\n').trim()}\n`;
}

function tried<K extends MailKey>(
  declaration: MailDeclaration,
  compiled: CompiledTemplate<K>,
): Result<CompiledTemplate<K>, TemplateRefusal> {
  const { variables } = declaration;
  const full = examples[compiled.key];
  const bare = present(variables, withoutOptional(variables, full), compiled.language, (path) => new Missing(path));
  for (const part of PARTS) {
    const source = part === 'mjml' ? compiled.html : compiled[part];
    for (const scope of [present(variables, full, compiled.language), bare]) {
      try {
        renderLiquid(source, part === 'mjml' ? 'html' : 'plain', scope);
      } catch (error) {
        return { ok: false, refusal: faulty('TEMPLATE_FAILS', part, sentence(error)) };
      }
    }
  }
  return ok(compiled);
}

const PART_NAMES: Readonly<Record<Part, string>> = { subject: 'subject', text: 'text part', mjml: 'HTML part' };

function faulty(code: TemplateRefusal['code'], part: Part, why: string, names?: readonly string[]): TemplateRefusal {
  const message = `The template was not saved; the one before it stays in use. The ${PART_NAMES[part]} needs a correction: ${why}`;
  return refuse(code, message, { part, ...(names === undefined ? {} : { names }) }).refusal;
}

/** The engines' messages name line and column in their first lines; the rest is a listing. */
function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
