/** How a candidate answers a posting's question. */
export const QUESTION_KINDS = ['TEXT', 'LONG_TEXT', 'YES_NO', 'LINK'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What a posting asks of those who apply. `id` stays while the label changes, so that answers given before still have their question. */
export interface PostingQuestion {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly kind: QuestionKind;
}

export const QUESTION_LIMITS = { questions: 20, idLength: 60, labelLength: 500 } as const;
