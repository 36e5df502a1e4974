import { closing, middles, opening } from './default-templates.generated.js';
import { textLayout } from './layout.js';
import { declarationOf, type MailKey } from './mails/registry.js';
import type { CompiledTemplate } from './rendering.js';

const compiled = new Map<MailKey, CompiledTemplate>();

/** The mail in Rounds' own words, ready to render. Its HTML was compiled from MJML before the release. */
export function defaultTemplate<K extends MailKey>(key: K): CompiledTemplate<K> {
  let template = compiled.get(key);
  if (template === undefined) {
    const declaration = declarationOf(key);
    const { subject, text } = declaration;
    template = { key, subject, text: textLayout(text, declaration), html: opening + middles[key] + closing };
    compiled.set(key, template);
  }
  return template as CompiledTemplate<K>;
}
