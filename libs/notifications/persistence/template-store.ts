import { Injectable } from '@nestjs/common';
import type { Id } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { defaultTemplate } from '../domain/default-templates.js';
import { textLayout } from '../domain/layout.js';
import { declarationOf, type MailKey } from '../domain/mails/registry.js';
import type { CompiledTemplate } from '../domain/rendering.js';

const MOST = 500;

/** Compiled templates by organisation, mail and version; a version never changes, so it is read once. */
@Injectable()
export class TemplateStore {
  private readonly known = new Map<string, CompiledTemplate>();

  constructor(private readonly uow: UnitOfWork) {}

  /** @throws Error when there is no such version: versions are never deleted. */
  async get(organizationId: Id, key: MailKey, version: number): Promise<CompiledTemplate> {
    if (version === 0) return defaultTemplate(key);
    const name = `${organizationId}|${key}|${version}`;
    const known = this.known.get(name);
    if (known) return known;
    const [row] = await this.uow.read<Omit<CompiledTemplate, 'key'>>(
      organizationId,
      'mail-template-version',
      'SELECT subject, text, html FROM mail_templates WHERE organization_id = $1 AND key = $2 AND version = $3',
      [organizationId, key, version],
    );
    if (!row) throw new Error(`version ${version} of the template ${key} is not there`);
    const template = { key, ...row, text: textLayout(row.text, declarationOf(key)) };
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(name, template);
    return template;
  }
}
