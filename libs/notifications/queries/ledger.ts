import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { type Actor, type CandidateActor, type Id, type Language, type TeamRole, isId } from '#libs/kernel/index.js';
import { may, personIdOf, standingIn } from '#libs/identity/index.js';
import { UnitOfWork, decodeCursor, page } from '#libs/platform/index.js';
import type { CalendarMessage } from '../domain/calendar-message.js';
import type { Audience } from '../domain/declaration.js';
import { reviveVariables, withoutTokens } from '../domain/frozen-variables.js';
import type { MailState } from '../domain/mail-state.js';
import type { MailKey, MailVariables } from '../domain/mails/registry.js';
import { renderMail } from '../domain/rendering.js';
import { TemplateStore } from '../persistence/template-store.js';

/** A mail as the ledger shows it. */
export interface LedgerRow {
  readonly id: Id;
  readonly application_id: Id;
  readonly template: MailKey;
  readonly template_version: number;
  readonly language: Language;
  readonly audience: Audience;
  readonly recipient: string;
  readonly state: MailState;
  readonly subject: string;
  readonly created_at: Date;
  readonly not_before: Date;
  readonly sent_at: Date | null;
  readonly skipped_because: string | null;
  readonly error: string | null;
  readonly attempts: number;
  readonly fence: number;
  readonly doubts: number;
  readonly bounced_at: Date | null;
  readonly attended_at: Date | null;
  readonly calendar: CalendarMessage | null;
}

/** One mail with its words. */
export interface MailInFull {
  readonly row: LedgerRow;
  /** null: it was not sent, or its words could not be made. */
  readonly words: { readonly text: string; readonly html: string } | null;
}

/** A mail as the candidate got it. */
export interface SentMail {
  readonly id: Id;
  readonly subject: string;
  readonly sentAt: Date;
  readonly language: Language;
  readonly text: string | null;
}

type Seen = LedgerRow & { seq: string; team_roles: TeamRole[] };

/** Most mails that come with an application; the rest by `mailsOf`. */
const MOST_WITH_APPLICATION = 100;
/** What `LedgerRow` is made of, and the key of its order, of `mails m`. */
export const MAIL_COLUMNS = `m.id, m.application_id, m.template, m.template_version, m.language, m.audience, m.recipient, m.state, m.subject, m.created_at, m.not_before, m.sent_at,
  m.skipped_because, m.error, m.attempts, m.fence, m.doubts, m.bounced_at, m.attended_at, m.calendar, m.seq::text AS seq`;
const TEAM_ROLES = `${standingIn('a.posting_id', '$3')} AS team_roles`;

/** Reads the ledger of mails. Mails about accounts belong to no application and are shown to nobody. */
@Injectable()
export class MailLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly templates: TemplateStore,
  ) {}

  /** An application's mails in the order in which they were decided; null when there is no such application or the actor may not read them. */
  async ofApplication(actor: Actor, applicationId: Id, first: number, after: string | null) {
    const cursor = decodeCursor(after, 1, ([seq]) => typeof seq === 'string' && /^\d{1,18}$/.test(seq));
    if (!isId(applicationId)) return null;
    const rows = await this.uow.read<Seen | (Pick<Seen, 'team_roles'> & { id: null })>(
      actor.organizationId,
      'mails-of-application',
      `SELECT ${TEAM_ROLES}, m.* FROM applications a
         LEFT JOIN LATERAL (SELECT ${MAIL_COLUMNS} FROM mails m WHERE m.organization_id = a.organization_id AND m.application_id = a.id AND m.seq > $4
                             ORDER BY m.seq LIMIT $5) m ON true
        WHERE a.organization_id = $1 AND a.id = $2 ORDER BY m.seq::bigint`,
      [actor.organizationId, applicationId, personIdOf(actor), cursor?.[0] ?? '0', first + 1],
    );
    if (!rows[0] || !may(actor, 'mail.read', { teamRoles: rows[0].team_roles })) return null;
    const mails = rows.filter((row): row is Seen => row.id !== null);
    return page(
      mails,
      first,
      (row): LedgerRow => row,
      (row) => [row.seq],
    );
  }

  /** The newest mails of many applications at once, in the order of their decision; null where the actor may not read them. */
  loader(actor: Actor): DataLoader<Id, LedgerRow[] | null> {
    return new DataLoader(async (ids) => {
      const rows = await this.uow.read<Seen & { of: Id }>(
        actor.organizationId,
        'mails-of-applications',
        `SELECT a.id AS of, ${TEAM_ROLES}, m.* FROM applications a
           LEFT JOIN LATERAL (SELECT ${MAIL_COLUMNS} FROM mails m WHERE m.organization_id = a.organization_id AND m.application_id = a.id
                               ORDER BY m.seq DESC LIMIT $4) m ON true
          WHERE a.organization_id = $1 AND a.id = ANY ($2) ORDER BY m.seq::bigint`,
        [actor.organizationId, ids, personIdOf(actor), MOST_WITH_APPLICATION],
      );
      const byApplication = new Map<Id, LedgerRow[] | null>();
      for (const row of rows) {
        if (!may(actor, 'mail.read', { teamRoles: row.team_roles })) continue;
        const mails = byApplication.get(row.of) ?? [];
        byApplication.set(row.of, row.id === null ? mails : [...mails, row]);
      }
      return ids.map((id) => byApplication.get(id) ?? null);
    });
  }

  /** One mail with its words as they are or will be sent, but for the tokens in links; null as above. */
  async inFull(actor: Actor, id: Id): Promise<MailInFull | null> {
    if (!isId(id)) return null;
    const [row] = await this.uow.read<Seen & { variables: object }>(
      actor.organizationId,
      'mail-in-full',
      `SELECT ${TEAM_ROLES}, ${MAIL_COLUMNS}, m.variables FROM mails m
         JOIN applications a ON a.organization_id = m.organization_id AND a.id = m.application_id
        WHERE m.organization_id = $1 AND m.id = $2 AND m.audience <> 'person'`,
      [actor.organizationId, id, personIdOf(actor)],
    );
    if (!row || !may(actor, 'mail.read', { teamRoles: row.team_roles })) return null;
    return { row, words: row.state === 'SKIPPED' ? null : await this.words(actor.organizationId, row) };
  }

  /** What a candidate was sent about their application, newest first, in its words but for the tokens in links; `text` is null where a word cannot be made any more. */
  async sentTo({ organizationId, applicationId }: CandidateActor): Promise<SentMail[]> {
    const rows = await this.uow.read<LedgerRow & { variables: object; sent_at: Date }>(
      organizationId,
      'mails-sent-to-candidate',
      `SELECT ${MAIL_COLUMNS}, m.variables FROM mails m
        WHERE m.organization_id = $1 AND m.application_id = $2 AND m.audience = 'candidate' AND m.sent_at IS NOT NULL ORDER BY m.seq DESC LIMIT $3`,
      [organizationId, applicationId, MOST_WITH_APPLICATION],
    );
    return Promise.all(
      rows.map(async (row) => ({
        ...{ id: row.id, subject: row.subject, sentAt: row.sent_at, language: row.language },
        text: (await this.words(organizationId, row))?.text ?? null,
      })),
    );
  }

  private async words(organizationId: Id, row: LedgerRow & { variables: object }): Promise<MailInFull['words']> {
    try {
      const template = await this.templates.get(organizationId, row.template, row.template_version, row.language);
      const variables = withoutTokens(row.template, reviveVariables(row.template, row.variables));
      const { text, html } = renderMail(template, variables as MailVariables[typeof row.template]);
      return { text, html };
    } catch {
      // The same fault that made it FAILED, which the ledger says.
      return null;
    }
  }
}
