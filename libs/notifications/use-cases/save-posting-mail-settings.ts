import { Injectable } from '@nestjs/common';
import { isOpenTo, may } from '#libs/identity/index.js';
import { type Id, type Refusal, type Result, type StaffActor, isId, ok, refuse } from '#libs/kernel/index.js';
import { type Idempotency, UnitOfWork } from '#libs/platform/index.js';
import { HouseFactsStore } from '../persistence/house-facts.js';
import { type SettingsRefusal, faultOfWords } from './save-mail-settings.js';

export interface PostingSettingsWanted {
  readonly postingId: Id;
  /** 0: the organisation's settings were in use. */
  readonly expectedVersion: number;
  /** null: the organisation's. */
  readonly language: string | null;
  /** null: the organisation's; 0: nothing is promised. */
  readonly answerDays: number | null;
}

/** What a posting says of its mails in place of its organisation: in which language, and by when candidates are answered. */
@Injectable()
export class SavePostingMailSettings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly houses: HouseFactsStore,
  ) {}

  async execute(
    actor: StaffActor,
    wanted: PostingSettingsWanted,
    idempotency?: Idempotency,
  ): Promise<Result<null, SettingsRefusal | Refusal<'NOT_FOUND'>>> {
    const { postingId, expectedVersion, language, answerDays } = wanted;
    if (!may(actor, 'templates.manage') || !isId(postingId)) return noSuchPosting();
    const unfit = faultOfWords(wanted, 0);
    if (unfit) return unfit;
    const saved = await this.uow.run<null, SettingsRefusal | Refusal<'NOT_FOUND'>>(
      actor,
      async (tx) => {
        // The posting's row stands for settings that are not there yet.
        const [present] = await tx.query<{ version: number }>(
          'lock-posting-mail-settings',
          `SELECT coalesce((SELECT s.version FROM posting_mail_settings s WHERE s.organization_id = $1 AND s.posting_id = p.id), 0) AS version
             FROM postings p WHERE p.organization_id = $1 AND p.id = $2 AND ${isOpenTo('p.id', '$3::uuid')} FOR NO KEY UPDATE OF p`,
          [tx.organizationId, postingId, actor.personId],
        );
        if (!present) return noSuchPosting();
        if (present.version !== expectedVersion)
          return refuse(
            'CONFLICT',
            'Somebody else changed these settings meanwhile. Nothing of yours was saved; look again and save again.',
            { presentVersion: present.version },
          );
        tx.write(
          'save-posting-mail-settings',
          `INSERT INTO posting_mail_settings (organization_id, posting_id, version, language, answer_days) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (organization_id, posting_id) DO UPDATE SET version = excluded.version, language = excluded.language, answer_days = excluded.answer_days`,
          [tx.organizationId, postingId, expectedVersion + 1, language, answerDays],
        );
        tx.audit('mail-settings.save', 'posting', postingId, { version: expectedVersion + 1, language, answerDays });
        return ok(null);
      },
      idempotency,
    );
    this.houses.forget(actor.organizationId);
    return saved;
  }
}

function noSuchPosting(): Result<never, Refusal<'NOT_FOUND'>> {
  return refuse('NOT_FOUND', 'There is no such posting, or its mails are not your business. Nothing was changed.');
}
