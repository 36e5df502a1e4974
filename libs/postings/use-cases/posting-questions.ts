import { Injectable } from '@nestjs/common';
import {
  type Actor,
  bad,
  type BadInput,
  type Id,
  ok,
  type Read,
  readLine,
  readList,
  readWord,
  type Result,
} from '#libs/kernel/index.js';
import { type Idempotency, type IdempotencyRefusal, UnitOfWork } from '#libs/platform/index.js';
import { type PostingQuestion, QUESTION_KINDS, QUESTION_LIMITS } from '../domain/posting-question.js';
import { updateQuestions } from '../persistence/posting-rows.js';
import { type PostingRefusal, lockPosting } from './locked-posting.js';

/** Sets what a posting asks of those who apply. Answers given before keep the question they were given to. */
@Injectable()
export class SetPostingQuestions {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(
    actor: Actor,
    input: { postingId: Id; expectedVersion: number; questions: readonly PostingQuestion[] },
    idempotency?: Idempotency,
  ): Promise<Result<{ postingId: Id }, PostingRefusal | BadInput | IdempotencyRefusal>> {
    const questions = readList(input.questions, 'input.questions', QUESTION_LIMITS.questions, readQuestion);
    if (!questions.ok) return questions;
    const ids = questions.value.map(({ id }) => id);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (twice >= 0)
      return bad(`input.questions[${twice}].id`, `The id "${ids[twice]}" is used twice; give each question its own`);
    return this.uow.run<{ postingId: Id }, PostingRefusal | BadInput>(
      actor,
      async (tx) => {
        const locked = await lockPosting(tx, input.postingId, input.expectedVersion);
        if (!locked.ok) return locked;
        updateQuestions(tx, input.postingId, locked.value.version + 1, questions.value);
        tx.audit('posting.questions', 'posting', input.postingId, { count: questions.value.length });
        return ok({ postingId: input.postingId });
      },
      idempotency,
    );
  }
}

function readQuestion(value: unknown, field: string): Read<PostingQuestion> {
  const { id, label, required, kind } = value as PostingQuestion;
  if (typeof id !== 'string' || !new RegExp(`^[A-Za-z0-9_-]{1,${QUESTION_LIMITS.idLength}}$`).test(id))
    return bad(`${field}.id`, `Write 1 to ${QUESTION_LIMITS.idLength} letters, digits, hyphens or underscores`);
  const words = readLine(label, `${field}.label`, QUESTION_LIMITS.labelLength);
  if (!words.ok) return words;
  const known = readWord(kind, `${field}.kind`, QUESTION_KINDS);
  return known.ok ? ok({ id, label: words.value, required: required === true, kind: known.value }) : known;
}
