import type { FactField, Round } from './posting-document.js';

/** What a person says of a fact: it is right, it is this instead, or it is not so; of the rounds, what single ones are (`edit`). */
export interface Correction {
  readonly field: FactField;
  readonly action: 'confirm' | 'change' | 'drop' | 'edit';
  /** The new value, for `change`; a list of `RoundEdit` for `edit`. */
  readonly value?: unknown;
}

/** A correction of an earlier document that the present one contradicts: what a person said, and what the document says instead. */
export interface CorrectionConflict {
  readonly field: FactField;
  readonly correction: Correction;
  /** The words that the correction was about, and those that stand in their place; null where there were none. */
  readonly textBefore: string | null;
  readonly textNow: string | null;
  /** What was read from those words. */
  readonly valueBefore: unknown;
  readonly valueNow: unknown;
}

/** What of a round can be said apart from the rest; the two ends of a duration go together. */
export type RoundParts = Partial<Omit<Round, 'order'>>;

/**
 * What a person said of a single round. Numbers are those of the rounds as they were read, from 1; `after: 0` is before all of them. What is not named is
 * left to the document.
 */
export type RoundEdit =
  | { readonly action: 'confirm' | 'drop'; readonly round: number }
  | { readonly action: 'change'; readonly round: number; readonly value: RoundParts }
  | { readonly action: 'add'; readonly after: number; readonly value: RoundParts };

/** A round of the corrected list: one that was read, or one that was added. */
export type RoundOrigin = { readonly round: number } | { readonly added: Extract<RoundEdit, { action: 'add' }> };
