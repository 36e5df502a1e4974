import { Injectable } from '@nestjs/common';
import {
  type CandidateActor,
  type Language,
  type Refusal,
  type Result,
  LANGUAGES,
  isLanguage,
  ok,
  refuse,
} from '#libs/kernel/index.js';
import { UnitOfWork } from '#libs/platform/index.js';

/** A candidate says in which language they are written to. Mails that were decided keep theirs. */
@Injectable()
export class SetMyLanguage {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(actor: CandidateActor, language: string): Promise<Result<{ language: Language }, Refusal>> {
    if (!isLanguage(language))
      return refuse('INVALID_INPUT', `We write in ${LANGUAGES.join(' or ')}. Nothing was changed; choose one of them.`, {
        field: 'input.language',
      });
    return this.uow.run(actor, async (tx) => {
      tx.write(
        'set-candidate-language',
        'UPDATE candidates SET language = $3, version = version + 1 WHERE organization_id = $1 AND id = $2 AND language IS DISTINCT FROM $3',
        [tx.organizationId, actor.candidateId, language],
      );
      tx.audit('candidate.language', 'candidate', actor.candidateId);
      return ok({ language });
    });
  }
}
