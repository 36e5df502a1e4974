import { type Language, type Result, ok } from '#libs/kernel/index.js';
import { compileTemplate, type TemplateRefusal } from './compiling.js';
import type { MailTemplate } from './declaration.js';
import { defaultTemplate } from './default-templates.js';
import { examples } from './examples.js';
import { type MailKey, type MailVariables } from './mails/registry.js';
import { renderMail, type RenderedMail } from './rendering.js';

/**
 * How a mail looks, with example data or those of one that was decided: in the default words, or in an organisation's own, which are checked as when they are saved.
 * @returns the mail, or why the organisation's template cannot be used.
 */
export async function previewMail<K extends MailKey>(
  key: K,
  organizationTemplate?: MailTemplate,
  variables: MailVariables[K] = examples[key],
  language: Language = 'en',
): Promise<Result<RenderedMail, TemplateRefusal>> {
  if (organizationTemplate === undefined) return ok(renderMail(defaultTemplate(key, language), variables));
  const compiled = await compileTemplate(key, organizationTemplate, language);
  return compiled.ok ? ok(renderMail(compiled.value, variables)) : compiled;
}
