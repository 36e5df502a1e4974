import { isOpenTo, personIdOf } from '#libs/identity/index.js';
import type { Actor, Id, Language } from '#libs/kernel/index.js';
import type { UnitOfWork } from '#libs/platform/index.js';

/** An organisation's own words for a mail, in use now. */
export interface OwnTemplateRow {
  readonly key: string;
  readonly language: Language;
  readonly posting_id: Id | null;
  readonly posting_title: string | null;
  readonly stage: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly subject: string;
  readonly text: string;
  readonly mjml: string;
}

/** Where words are looked for. */
export interface Place {
  readonly language: Language;
  readonly postingId: Id | null;
  readonly stage: string | null;
}

/** All that are in use, of the postings that the actor may know of, those of all postings first. One statement. */
export async function ownTemplates(uow: UnitOfWork, actor: Actor): Promise<OwnTemplateRow[]> {
  return uow.read<OwnTemplateRow>(
    actor.organizationId,
    'own-mail-templates',
    `SELECT t.key, t.language, t.posting_id, p.title AS posting_title, t.stage, t.version, t.subject, t.text, t.mjml, t.created_at
       FROM mail_templates t LEFT JOIN postings p ON p.organization_id = $1 AND p.id = t.posting_id
      WHERE t.organization_id = $1 AND t.active AND (t.posting_id IS NULL OR ${isOpenTo('t.posting_id', '$2::uuid')})
      ORDER BY t.posting_id NULLS FIRST, t.stage NULLS FIRST, t.language`,
    [actor.organizationId, personIdOf(actor)],
  );
}

/** Those of exactly this place. */
export function wordsAt(rows: readonly OwnTemplateRow[], key: string, place: Place): OwnTemplateRow | undefined {
  return rows.find(
    (row) =>
      row.key === key && row.language === place.language && row.posting_id === place.postingId && row.stage === place.stage,
  );
}

/** Those that mails of this place use: the stage's, else the posting's, else the organisation's. */
export function wordsUsedAt(rows: readonly OwnTemplateRow[], key: string, place: Place): OwnTemplateRow | undefined {
  const wider = { ...place, stage: null };
  return wordsAt(rows, key, place) ?? wordsAt(rows, key, wider) ?? wordsAt(rows, key, { ...wider, postingId: null });
}
