import type { Language } from '#libs/kernel/index.js';
import type { MailKey, MailVariables } from './mails/registry.js';
import { declarationOf } from './mails/registry.js';
import { renderLiquid } from './liquid.js';
import { oneLine, present } from './variables.js';

/** A template that was found sound when it was saved. Plain data: it may be stored, and is all that rendering needs. */
export interface CompiledTemplate<K extends MailKey = MailKey> {
  readonly key: K;
  /** Of the words, and so of its days and times. */
  readonly language: Language;
  /** Liquid. */
  readonly subject: string;
  /** Liquid; the footer is in it. */
  readonly text: string;
  /** Liquid in HTML, made from MJML; the layout is in it. */
  readonly html: string;
}

export interface RenderedMail {
  /** One line, without controls. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** RFC 5322 §2.1.1 has 998 octets for a line; people read the first sixty characters. */
const MAX_SUBJECT_CHARS = 200;

/**
 * The mail in words, with everything that came from people made harmless: HTML is escaped, the subject is one line.
 * @throws TypeError or LiquidError when a variable is missing or the template breaks its limits; a compiled template and the variables
 *   of its type do not.
 */
export function renderMail<K extends MailKey>(template: CompiledTemplate<K>, variables: MailVariables[K]): RenderedMail {
  const scope = present(declarationOf(template.key).variables, variables, template.language);
  return {
    subject: oneLine(renderLiquid(template.subject, 'plain', scope), MAX_SUBJECT_CHARS),
    text: tidy(renderLiquid(template.text, 'plain', scope)),
    html: renderLiquid(template.html, 'html', scope),
  };
}

/**
 * The subject alone, for the moment of the decision: a tenth of the work of the whole mail.
 * @param subject Liquid of a compiled template.
 * @throws as `renderMail`.
 */
export function renderSubject<K extends MailKey>(
  key: K,
  subject: string,
  variables: MailVariables[K],
  language: Language,
): string {
  return oneLine(renderLiquid(subject, 'plain', present(declarationOf(key).variables, variables, language)), MAX_SUBJECT_CHARS);
}

/** What `{% if %}` leaves behind: one empty line where there were more. */
function tidy(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
