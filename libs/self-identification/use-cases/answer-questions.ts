import { Injectable } from '@nestjs/common';
import { may } from '#libs/identity/index.js';
import { type CandidateActor, type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import { type Tx, UnitOfWork } from '#libs/platform/index.js';
import { answersTo } from '../domain/forms.js';
import { forgetAnswers, writeAnswers } from '../persistence/answer-rows.js';
import { OwnAnswers } from '../queries/own-answers.js';

/** A candidate answers, changes or takes back what they said of themselves. No log tells who did: whether somebody answered is nobody's business either. */
@Injectable()
export class AnswerQuestions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly own: OwnAnswers,
  ) {}

  /** Puts the answers in the place of earlier ones; what is left out is not said. */
  async answer(actor: CandidateActor, given: Readonly<Record<string, string | undefined>>): Promise<Result<null, Refusal>> {
    const form = await this.own.asked(actor);
    if (!form) return notAsked();
    const answers = answersTo(form, given);
    if (!answers)
      return refuse('INVALID_INPUT', 'That is none of the answers on the page. Nothing was changed; choose one of them.');
    return this.uow.run<null, Refusal>(actor, async (tx) => {
      if (!(await isThere(tx, actor))) return notAsked();
      writeAnswers(tx, actor.applicationId, form, answers);
      return ok(null);
    });
  }

  /** Removes them, as if nothing had been said. */
  async takeBack(actor: CandidateActor): Promise<Result<null, Refusal>> {
    if (!may(actor, 'privacy.ask', { isOwn: true })) return notAsked();
    return this.uow.run<null, Refusal>(actor, async (tx) => {
      if (!(await isThere(tx, actor))) return notAsked();
      forgetAnswers(tx, [actor.applicationId]);
      return ok(null);
    });
  }
}

/** Waits for an erasure that is under way, after which there is nobody to answer. */
async function isThere(tx: Tx, { applicationId }: CandidateActor): Promise<boolean> {
  await tx.query('hold-application-to-answer', 'SELECT FROM applications WHERE organization_id = $1 AND id = $2 FOR SHARE', [
    tx.organizationId,
    applicationId,
  ]);
  const [person] = await tx.query(
    'person-to-answer',
    `SELECT FROM applications a JOIN candidates c ON c.organization_id = $1 AND c.id = a.candidate_id
      WHERE a.organization_id = $1 AND a.id = $2 AND c.erased_at IS NULL`,
    [tx.organizationId, applicationId],
  );
  return person !== undefined;
}

function notAsked() {
  return refuse('NOT_FOUND', 'Nothing is asked by this link. Nothing was changed; use the one to your page in the newest mail.');
}
