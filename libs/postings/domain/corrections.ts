import { ok, refuse, type Refusal, type Result } from '#libs/kernel/index.js';
import type { Correction } from './correction.js';
import { READERS, readRoundEdits, type CorrectionCode } from './correction-values.js';
import { FACT_FIELDS, emptyPosting, type Fact, type FactField, type PostingDocument } from './posting-document.js';
import { applyRoundEdits } from './round-edits.js';

export type { Correction } from './correction.js';

/** The first correction that cannot be applied; nothing was. */
export type CorrectionRefusal = Refusal<CorrectionCode> & { readonly index: number; readonly field: string };

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function settle(document: PostingDocument, field: FactField, value: unknown, facts: readonly Fact[]): PostingDocument {
  const settled = {
    ...document,
    [field]: value,
    facts: [...document.facts.filter((fact) => fact.field !== field), ...facts],
    diagnostics: document.diagnostics.filter((diagnostic) => diagnostic.field !== field),
  };
  if (field !== 'rounds') return settled;
  // Rounds that are confirmed are still those of the stated plan; others take its place.
  const stages = value === document.rounds ? document.stages : null;
  return { ...settled, planSource: isEmpty(value) ? 'default' : 'document', stages };
}

function confirm(document: PostingDocument, field: FactField): Result<PostingDocument, Refusal<CorrectionCode>> {
  const value = document[field];
  if (isEmpty(value)) {
    return refuse(
      'NOTHING_TO_CONFIRM',
      `The document says nothing of "${field}", so there is nothing to confirm. Change it to set a value.`,
    );
  }
  const facts = document.facts.filter((fact) => fact.field === field).map((fact) => ({ ...fact, confidence: 1 }));
  return ok(settle(document, field, value, facts));
}

function change(document: PostingDocument, field: FactField, value: unknown): Result<PostingDocument, Refusal<CorrectionCode>> {
  const read = READERS[field](value);
  if (!read.ok) return read;
  const line = document.facts.find((fact) => fact.field === field)?.line ?? 1;
  const values = Array.isArray(read.value) ? (read.value as readonly unknown[]) : [read.value];
  const facts = values.map((one): Fact => ({ field, value: one, line, text: '', rule: 'person', confidence: 1 }));
  return ok(settle(document, field, read.value, facts));
}

function applyOne(document: PostingDocument, correction: Correction): Result<PostingDocument, Refusal<CorrectionCode>> {
  const { field, action } = correction;
  if (!FACT_FIELDS.includes(field)) {
    return refuse('UNKNOWN_FIELD', `A posting has no field "${String(field)}". The fields are ${FACT_FIELDS.join(', ')}.`);
  }
  if (action === 'confirm') return confirm(document, field);
  if (action === 'change') return change(document, field, correction.value);
  if (action === 'drop') return ok(settle(document, field, emptyPosting()[field], []));
  if (action === 'edit' && field === 'rounds') {
    const edits = readRoundEdits(correction.value);
    return edits.ok ? applyRoundEdits(document, edits.value) : edits;
  }
  return refuse('UNKNOWN_ACTION', `A fact can be confirmed, changed or dropped, not "${String(action)}".`);
}

/**
 * Applies what a person said of the facts, in order: all of them, or none and the first refusal with its place in the list. A corrected
 * field has confidence 1 and its diagnostics are settled. The document given is not changed.
 */
export function applyCorrections(
  document: PostingDocument,
  corrections: readonly Correction[],
): Result<PostingDocument, CorrectionRefusal> {
  let corrected = document;
  for (const [index, correction] of corrections.entries()) {
    const next = applyOne(corrected, correction);
    if (!next.ok) return refuse(next.refusal.code, next.refusal.message, { index, field: String(correction.field) });
    corrected = next.value;
  }
  return ok(corrected);
}
