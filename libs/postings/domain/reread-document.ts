import { type BadInput, ok, refuse, type Result } from '#libs/kernel/index.js';
import { type CorrectionConflict, carryCorrections, isEdit, keptAgainst } from './carry-corrections.js';
import { type Correction, type CorrectionRefusal, applyCorrections } from './corrections.js';
import { readRoundEdits } from './correction-values.js';
import { FACT_FIELDS, type FactField, type PostingDocument } from './posting-document.js';
import { statedStages } from './exact/write-exact.js';
import { editsOf, mergeRoundEdits, withEdit } from './merge-round-edits.js';
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
  /** Corrections on top of those that are there; of single rounds they use the numbers of the list as corrected so far. */
  readonly corrections: readonly Correction[];
  /** Conflicts in which a person keeps what they said before, and those in which the document is right. */
  readonly keep: readonly ConflictName[];
  readonly accept: readonly ConflictName[];
}

/** A field, or a number of those conflicts that are about single rounds, from 1. */
export type ConflictName = FactField | number;

/** The name of each conflict, in their order. */
export function conflictNames(conflicts: readonly CorrectionConflict[]): ConflictName[] {
  let rounds = 0;
  return conflicts.map(({ field, correction }) => (isEdit(correction) ? (rounds += 1) : field));
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
  const names = conflictNames(present.conflicts);
  const named = (list: readonly ConflictName[]) => (conflict: CorrectionConflict, at: number) =>
    list.includes(names[at]!) || list.includes(conflict.field);
  const kept = present.conflicts.filter(named(decisions.keep)).map(keptAgainst);
  const added = [...kept.filter((one) => !isEdit(one)), ...decisions.corrections.filter((one) => !isEdit(one))];
  const replaced = new Set(added.map(({ field }) => field));
  const rounds = saidOfRounds(present, kept.filter(isEdit), decisions.corrections.filter(isEdit));
  if (!rounds.ok) return rounds;
  const standing = [...present.corrections.filter(({ field }) => field !== 'rounds'), ...rounds.value];
  const isDecided = named([...decisions.keep, ...decisions.accept]);
  const waits = (conflict: CorrectionConflict, at: number) =>
    !isDecided(conflict, at) && !replaced.has(conflict.field) && !saysElse(conflict, present.corrections, rounds.value);
  const carried = carryCorrections(
    present.parsed,
    fresh.value.parsed,
    standing.filter(({ field }) => !replaced.has(field)),
    present.conflicts.filter(waits),
  );
  const corrections = [...carried.kept, ...added];
  const { conflicts } = carried;
  const understood = corrections.length === 0 ? fresh : understandPosting(document, fileName, surroundings, corrections);
  return understood.ok ? ok({ ...understood.value, corrections, conflicts }) : understood;
}

/** Whether a person has said something else of the round meanwhile that a conflict is about. */
function saysElse({ correction }: CorrectionConflict, before: readonly Correction[], now: readonly Correction[]): boolean {
  if (!isEdit(correction)) return false;
  const [about] = editsOf(correction);
  const of = (corrections: readonly Correction[]) =>
    editsOf(corrections.find(isEdit)).filter((edit) => edit.action !== 'add' && about?.action !== 'add' && edit.round === about?.round);
  return !sameData(of(before), of(now));
} // prettier-ignore

/** What is said of the rounds, with what a person keeps and says anew of single ones. */
function saidOfRounds(
  present: KeptReading,
  kept: readonly Correction[],
  edits: readonly Correction[],
): Result<readonly Correction[], CorrectionRefusal | BadInput> {
  let said = present.corrections.find(({ field }) => field === 'rounds');
  if (kept.length > 0) {
    const all = kept.flatMap(editsOf).reduce((list, edit) => withEdit(list, edit, present.parsed.rounds), editsOf(said));
    said = { field: 'rounds', action: 'edit', value: all };
  }
  for (const correction of edits) {
    const index = 0;
    const list = readRoundEdits(correction.value);
    if (!list.ok) return refuse(list.refusal.code, list.refusal.message, { index, field: 'rounds' });
    const shown = corrected({ parsed: present.parsed, corrections: said ? [said] : [] });
    const merged = mergeRoundEdits(present.parsed, shown, said, list.value);
    if (!merged.ok) return refuse(merged.refusal.code, merged.refusal.message, { index, field: 'rounds' });
    said = merged.value;
  }
  return ok(said ? [said] : []);
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
