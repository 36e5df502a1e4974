import { Injectable } from '@nestjs/common';
import type { Id, Language } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { defaultTemplate } from '../domain/default-templates.js';
import { textLayout } from '../domain/layout.js';
import type { MailKey } from '../domain/mails/registry.js';
import { declarationIn } from '../domain/mails/translations.js';
import type { CompiledTemplate } from '../domain/rendering.js';

const MOST = 500;

/** Compiled templates by organisation, mail and version; a version never changes, so it is read once. */
@Injectable()
export class TemplateStore {
  private readonly known = new Map<string, CompiledTemplate>();

  constructor(private readonly uow: UnitOfWork) {}

  /**
   * @param language in which the mail is; a version of the organisation's is in one language.
   * @throws Error when there is no such version: versions are never deleted.
   */
  async get(organizationId: Id, key: MailKey, version: number, language: Language): Promise<CompiledTemplate> {
    if (version === 0) return defaultTemplate(key, language);
    const name = `${organizationId}|${key}|${version}`;
    const known = this.known.get(name);
    if (known) return known;
    const [row] = await this.uow.read<Omit<CompiledTemplate, 'key'>>(
      organizationId,
      'mail-template-version',
      'SELECT language, subject, text, html FROM mail_templates WHERE organization_id = $1 AND key = $2 AND version = $3',
      [organizationId, key, version],
    );
    if (!row) throw new Error(`version ${version} of the template ${key} is not there`);
    const template = { key, ...row, text: textLayout(row.text, declarationIn(key, row.language), row.language) };
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(name, template);
    return template;
  }
}
