import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import type { CandidateActor } from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';
import { type Form, formFor, formOf } from '../domain/forms.js';
import { AnswersReader } from '../persistence/answers-reader.js';

/** What somebody said of themselves, in the words that they were asked in. */
export interface OwnAnswer {
  readonly key: string;
  readonly question: string;
  readonly category: string;
  readonly answer: string;
  /** ISO 8601. */
  readonly answeredAt: string;
}

/** What a candidate is asked, and what they said: for themselves alone, by the link to their page. */
@Injectable()
export class OwnAnswers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reader: AnswersReader,
  ) {}

  /** The form that the organisation asks this candidate; null where it asks nothing. */
  async asked(actor: CandidateActor): Promise<Form | null> {
    if (!may(actor, 'privacy.ask', { isOwn: true })) return null;
    const [row] = await this.uow.read<{ forms: string[]; country: string | null }>(
      actor.organizationId,
      'asked-voluntarily',
      `SELECT s.forms, coalesce(a.country, c.country) AS country
         FROM self_identification_settings s
         JOIN applications a ON a.organization_id = $1 AND a.id = $2
         JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id AND c.erased_at IS NULL
        WHERE s.organization_id = $1`,
      [actor.organizationId, actor.applicationId],
    );
    return row ? formFor(row.forms, row.country) : null;
  }

  /** Everything they said, also where nothing is asked any more. */
  async said(actor: CandidateActor): Promise<OwnAnswer[]> {
    if (!may(actor, 'privacy.ask', { isOwn: true })) return [];
    const rows = await this.reader.read<{ form: string; version: number; question: string; category: string; at: Date }>(
      actor.organizationId,
      'own-voluntary-answers',
      `SELECT form, form_version AS version, question, category, answered_at AS at
         FROM self_identification.answers WHERE organization_id = $1 AND application_id = $2 ORDER BY question`,
      [actor.organizationId, actor.applicationId],
    );
    return rows.map(({ form, version, question, category, at }) => {
      const asked = formOf(form, version)?.questions.find(({ key }) => key === question);
      return {
        ...{ key: question, question: asked?.label ?? question, category },
        answer: asked?.categories.find(({ key }) => key === category)?.label ?? category,
        answeredAt: at.toISOString(),
      };
    });
  }
}
