import type { Language } from '#libs/kernel/index.js';
import { defaults } from './default-templates.generated.js';
import { textLayout } from './layout.js';
import type { MailKey } from './mails/registry.js';
import { declarationIn } from './mails/translations.js';
import type { CompiledTemplate } from './rendering.js';

const compiled = new Map<string, CompiledTemplate>();

/** The mail in Rounds' own words, ready to render. Its HTML was compiled from MJML before the release. @throws RangeError as `declarationIn`. */
export function defaultTemplate<K extends MailKey>(key: K, language: Language = 'en'): CompiledTemplate<K> {
  const name = `${key}|${language}`;
  let template = compiled.get(name);
  if (template === undefined) {
    const declaration = declarationIn(key, language);
    const { subject, text } = declaration;
    const { opening, middles, closing } = defaults[language];
    template = { key, language, subject, text: textLayout(text, declaration, language), html: opening + middles[key]! + closing };
    compiled.set(name, template);
  }
  return template as CompiledTemplate<K>;
}
