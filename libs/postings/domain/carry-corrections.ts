import { carryRoundEdits, keptRoundEdit } from './carry-round-edits.js';
import type { Correction, CorrectionConflict } from './correction.js';
import { editsOf } from './merge-round-edits.js';
import type { FactField, PostingDocument } from './posting-document.js';
import { sameData } from './same-data.js';

export type { CorrectionConflict } from './correction.js';

export interface Carried {
  readonly kept: readonly Correction[];
  readonly conflicts: readonly CorrectionConflict[];
}

/**
 * Which corrections of the document before still hold in a new one, by three ways: what was read before, what is read now, and what a person said.
 * - Told in the same words, or in others with the same meaning: the correction holds.
 * - The document now says what the person said: it is not needed any more.
 * - Anything else is a conflict, for a person to decide. One that nobody has decided yet is looked at again in the same way.
 * What was said of single rounds is looked at round by round (`carryRoundEdits`).
 */
export function carryCorrections(
  before: PostingDocument,
  now: PostingDocument,
  corrections: readonly Correction[],
  pending: readonly CorrectionConflict[] = [],
): Carried {
  const kept: Correction[] = [];
  const conflicts: CorrectionConflict[] = [];
  const edit = corrections.find(isEdit);
  const fresh = corrections
    .filter((correction) => !isEdit(correction))
    .map((correction) => ({
      field: correction.field,
      correction,
      textBefore: wordsOf(before, correction.field),
      valueBefore: before[correction.field],
    }));
  const decided = (field: FactField) => corrections.some((correction) => correction.field === field);
  const waiting = pending.filter(({ field, correction }) => !isEdit(correction) && !decided(field));
  for (const { field, correction, textBefore, valueBefore } of [...fresh, ...waiting]) {
    const textNow = wordsOf(now, field);
    const valueNow = now[field];
    if (textNow === textBefore || sameData(valueNow, valueBefore)) kept.push(correction);
    else if (!saysTheSame(correction, valueNow))
      conflicts.push({ field, correction, textBefore, textNow, valueBefore, valueNow }); // prettier-ignore
  }
  const waitingEdits = pending.filter(({ correction }) => isEdit(correction));
  const rounds = carryRoundEdits(before, now, editsOf(edit), waitingEdits);
  if (rounds.kept.length > 0) kept.push({ field: 'rounds', action: 'edit', value: rounds.kept });
  return { kept, conflicts: [...conflicts, ...rounds.conflicts] };
}

/** Whether it speaks of single rounds. */
export function isEdit({ action }: Correction): boolean {
  return action === 'edit';
}

/** The correction that keeps what the person said against the document: what they confirmed is stated now. */
export function keptAgainst(conflict: CorrectionConflict): Correction {
  const { field, correction, valueBefore } = conflict;
  if (isEdit(correction)) return { field, action: 'edit', value: [keptRoundEdit(conflict)] };
  return correction.action === 'confirm' ? { field, action: 'change', value: valueBefore } : correction;
}

function saysTheSame({ action, value }: Correction, now: unknown): boolean {
  if (action === 'drop') return now === null || (Array.isArray(now) && now.length === 0);
  return action === 'change' && sameData(value, now);
}

function wordsOf(document: PostingDocument, field: FactField): string | null {
  const texts = document.facts.filter((fact) => fact.field === field).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  return texts.length === 0 ? null : [...new Set(texts)].join('\n');
}
