import { type Refusal, type Result, ok, refuse } from '#libs/kernel/index.js';
import type { PostingQuestion } from '#libs/postings/index.js';
import { readLink } from './contact.js';

/** An answer as it comes in. */
export interface AnswerInput {
  readonly questionId: string;
  readonly text: string;
}

/** An answer as it is kept, with the question as it was asked. */
export interface Answer {
  readonly questionId: string;
  readonly label: string;
  readonly kind: PostingQuestion['kind'];
  readonly text: string;
}

export const ANSWER_LIMITS = { TEXT: 500, LONG_TEXT: 10_000, LINK: 500, YES_NO: 3 } as const satisfies Record<
  PostingQuestion['kind'],
  number
>;

export type AnswerRefusal = Refusal<'INVALID_INPUT'> & { readonly field: string };

/** Reads the answers to a posting's questions, in the questions' order; a required one that is missing and one that is not fit are refused. */
export function readAnswers(
  questions: readonly PostingQuestion[],
  given: readonly AnswerInput[],
): Result<Answer[], AnswerRefusal> {
  const answers: Answer[] = [];
  for (const { id, label, kind, required } of questions) {
    const text = (given.find(({ questionId }) => questionId === id)?.text ?? '').trim();
    const no = (why: string) => refuse('INVALID_INPUT', `“${label}”: ${why}`, { field: `input.answers.${id}` });
    if (text === '') {
      if (required) return no('please answer this question.');
      continue;
    }
    if (text.length > ANSWER_LIMITS[kind]) return no(`the answer has more than ${ANSWER_LIMITS[kind]} characters.`);
    const read = readAnswer(kind, text);
    if (read === null)
      return no(kind === 'YES_NO' ? 'answer yes or no.' : 'give a web address in full, like https://example.org/work.');
    answers.push({ questionId: id, label, kind, text: read });
  }
  const unknown = given.find(({ questionId }) => !questions.some(({ id }) => id === questionId));
  if (unknown)
    return refuse(
      'INVALID_INPUT',
      'An answer belongs to no question of this posting; it may have changed. Load the form again.',
      {
        field: 'input.answers',
      },
    );
  return ok(answers);
}

function readAnswer(kind: PostingQuestion['kind'], text: string): string | null {
  if (kind === 'LINK') return readLink(text);
  if (kind === 'YES_NO') return /^(yes|no)$/i.test(text) ? text.toLowerCase() : null;
  return text;
}
