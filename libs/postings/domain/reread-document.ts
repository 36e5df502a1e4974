import { type BadInput, ok, type Result } from '#libs/kernel/index.js';
import { type CorrectionConflict, carryCorrections, keptAgainst } from './carry-corrections.js';
import { type Correction, type CorrectionRefusal, applyCorrections } from './corrections.js';
import { FACT_FIELDS, type FactField, type PostingDocument } from './posting-document.js';
import { statedStages } from './exact/write-exact.js';
import { planFromPosting } from './plan-from-posting.js';
import { sameData } from './same-data.js';
import { type Surroundings, type Understanding, understandPosting } from './understand-posting.js';

/** How a document was read and what people said of it, as a revision keeps it. */
export interface KeptReading {
  readonly parsed: PostingDocument;
  readonly corrections: readonly Correction[];
  readonly conflicts: readonly CorrectionConflict[];
}

/** What is decided along with a new reading. */
export interface Decisions {
  /** Corrections on top of those that are there. */
  readonly corrections: readonly Correction[];
  /** Fields in which a person keeps what they said before, and those in which the document is right. */
  readonly keep: readonly FactField[];
  readonly accept: readonly FactField[];
}

export const NO_DECISIONS: Decisions = { corrections: [], keep: [], accept: [] };

/** A document read anew, with the corrections that hold and those that it contradicts. */
export interface NewReading extends Understanding {
  readonly corrections: readonly Correction[];
  readonly conflicts: readonly CorrectionConflict[];
}

/** Reads a document in the place of the one before, carrying over what people have said of that. */
export function rereadDocument(
  present: KeptReading,
  document: string,
  fileName: string,
  surroundings: Surroundings,
  decisions: Decisions = NO_DECISIONS,
): Result<NewReading, CorrectionRefusal | BadInput> {
  const fresh = understandPosting(document, fileName, surroundings, []);
  if (!fresh.ok) return fresh;
  const kept = present.conflicts.filter(({ field }) => decisions.keep.includes(field)).map(keptAgainst);
  const added = [...kept, ...decisions.corrections];
  const decided = new Set([...decisions.accept, ...added.map(({ field }) => field)]);
  const carried = carryCorrections(
    present.parsed,
    fresh.value.parsed,
    present.corrections.filter(({ field }) => !added.some((correction) => correction.field === field)),
    present.conflicts.filter(({ field }) => !decided.has(field)),
  );
  const corrections = [...carried.kept, ...added];
  const { conflicts } = carried;
  const understood = corrections.length === 0 ? fresh : understandPosting(document, fileName, surroundings, corrections);
  return understood.ok ? ok({ ...understood.value, corrections, conflicts }) : understood;
}

/** A field that says something else than before; the plan counts as one. */
export interface PostingChange {
  readonly field: FactField;
  readonly before: unknown;
  readonly now: unknown;
}

/** What a person sees change between two readings, corrections applied: one entry a field, in the order of the fields. */
export function postingChanges(before: PostingDocument, now: PostingDocument): PostingChange[] {
  return FACT_FIELDS.filter((field) => !sameData(said(before, field), said(now, field))).map((field) => ({
    field,
    before: said(before, field),
    now: said(now, field),
  }));
}

/** Rounds count as the plan they make, however the document tells them; who else could take a seat is no change of it. */
function said(posting: PostingDocument, field: FactField): unknown {
  if (field !== 'rounds') return posting[field] ?? null;
  if (posting.planSource === 'default') return [];
  return statedStages(planFromPosting(posting, [])).map((stage) => ({
    ...stage,
    seats: stage.seats.map(({ role, poolName }) => (poolName === null ? { role } : { role, pool: poolName })),
  }));
}

/** A kept reading with its corrections applied; as it was parsed where one of them does not apply any more. */
export function corrected({ parsed, corrections }: Pick<KeptReading, 'parsed' | 'corrections'>): PostingDocument {
  const applied = applyCorrections(parsed, corrections);
  return applied.ok ? applied.value : parsed;
}
