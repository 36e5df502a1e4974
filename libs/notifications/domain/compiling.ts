import { ok, refuse, type Language, type Refusal, type Result } from '#libs/kernel/index.js';
import type { MailTemplate } from './declaration.js';
import { type Footer, layout, textLayout } from './layout.js';
import { MAX_TEMPLATE_CHARS } from './liquid.js';
import { type MailKey } from './mails/registry.js';
import { declarationIn } from './mails/translations.js';
import type { CompiledTemplate } from './rendering.js';
import { type Fault, PARTS, PART_NAMES, type Part, faultOf, faultOfSources, sentence } from './soundness.js';

/** Why a template is not saved. `part` is what to look at, `names` the variables in question. */
export type TemplateRefusal = Refusal<Fault['code'] | 'TEMPLATE_EMPTY' | 'TEMPLATE_TOO_LONG' | 'TEMPLATE_LAYOUT'> & {
  readonly part: Part;
  readonly names?: readonly string[];
};

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
  const refusal = faultOfLength(template) ?? refused(faultOfSources(declaration, template));
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
  const fault = refused(faultOf(compiled));
  return fault === null ? ok(compiled) : { ok: false, refusal: fault };
}

function faultOfLength(template: MailTemplate): TemplateRefusal | null {
  for (const part of PARTS) {
    const source = template[part];
    if (source.trim() === '') return faulty('TEMPLATE_EMPTY', part, 'It is empty.');
    if (source.length > MAX_TEMPLATE_CHARS)
      return faulty('TEMPLATE_TOO_LONG', part, `It is longer than ${MAX_TEMPLATE_CHARS} characters.`);
  }
  return null;
}

function refused(fault: Fault | null): TemplateRefusal | null {
  return fault && faulty(fault.code, fault.part, fault.why, fault.names);
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

function faulty(code: TemplateRefusal['code'], part: Part, why: string, names?: readonly string[]): TemplateRefusal {
  const message = `The template was not saved; the one before it stays in use. The ${PART_NAMES[part]} needs a correction: ${why}`;
  return refuse(code, message, { part, ...(names === undefined ? {} : { names }) }).refusal;
}
