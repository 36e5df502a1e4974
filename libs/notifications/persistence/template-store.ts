import { Injectable } from '@nestjs/common';
import type { Id, Language } from '#libs/kernel/index.js';
import { type Tx, UnitOfWork } from '#libs/platform/index.js';
import { defaultTemplate } from '../domain/default-templates.js';
import { textLayout } from '../domain/layout.js';
import type { MailKey } from '../domain/mails/registry.js';
import { declarationIn } from '../domain/mails/translations.js';
import type { CompiledTemplate } from '../domain/rendering.js';
import { type Fault, faultOf } from '../domain/soundness.js';

const MOST = 500;
const VERSION =
  'SELECT language, subject, text, html FROM mail_templates WHERE organization_id = $1 AND key = $2 AND version = $3';
type VersionRow = Omit<CompiledTemplate, 'key'>;

/** Compiled templates by organisation, mail and version; a version never changes, so it is read once. */
@Injectable()
export class TemplateStore {
  private readonly known = new Map<string, CompiledTemplate>();
  private readonly faults = new WeakMap<CompiledTemplate, Fault | null>();

  constructor(private readonly uow: UnitOfWork) {}

  /**
   * @param language in which the mail is; a version of the organisation's is in one language.
   * @param tx reads in this transaction; else in one of its own.
   * @throws Error when there is no such version: versions are never deleted.
   */
  async get(organizationId: Id, key: MailKey, version: number, language: Language, tx?: Tx): Promise<CompiledTemplate> {
    if (version === 0) return defaultTemplate(key, language);
    const name = `${organizationId}|${key}|${version}`;
    const known = this.known.get(name);
    if (known) return known;
    const params = [organizationId, key, version];
    const [row] = tx
      ? await tx.query<VersionRow>('mail-template-version', VERSION, params)
      : await this.uow.read<VersionRow>(organizationId, 'mail-template-version', VERSION, params);
    if (!row) throw new Error(`version ${version} of the template ${key} is not there`);
    const template = { key, ...row, text: textLayout(row.text, declarationIn(key, row.language), row.language) };
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(name, template);
    return template;
  }

  /** Why an organisation's own words cannot be sent by this Rounds, though an older one has saved them; null: they can. Found out once for each version. */
  async faultOf(tx: Tx, key: MailKey, version: number, language: Language): Promise<Fault | null> {
    const template = await this.get(tx.organizationId, key, version, language, tx);
    let fault = this.faults.get(template);
    if (fault === undefined) this.faults.set(template, (fault = faultOf(template)));
    return fault;
  }
}
