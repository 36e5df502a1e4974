import { ok, refuse, type Refusal, type Result } from '#libs/kernel/index.js';
import { CORRECTION_LIMITS, type CorrectionCode, readRound } from './correction-values.js';
import type { RoundEdit, RoundOrigin, RoundParts } from './correction.js';
import { editStages } from './edit-stages.js';
import type { Diagnostic, Fact, PostingDocument, Round } from './posting-document.js';

/** The rounds in their corrected order, each with where it comes from. */
export function layOut(count: number, edits: readonly RoundEdit[]): RoundOrigin[] {
  const addedAfter = (place: number): RoundOrigin[] =>
    edits.flatMap((edit) => (edit.action === 'add' && edit.after === place ? [{ added: edit }] : []));
  const dropped = new Set(edits.flatMap((edit) => (edit.action === 'drop' ? [edit.round] : [])));
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return [...addedAfter(0), ...numbers.flatMap((round) => [...(dropped.has(round) ? [] : [{ round }]), ...addedAfter(round)])];
}

/** What a person changed of a round that was read; null when nothing. */
export function changeOf(edits: readonly RoundEdit[], round: number): RoundParts | null {
  const change = edits.find((edit) => edit.action === 'change' && edit.round === round);
  return change?.action === 'change' ? change.value : null;
}

/** Both ends of a duration where one of them is said: the other is what it was. */
export function wholeDuration(value: RoundParts, base: Pick<Round, 'durationMin' | 'durationMax'> | null): RoundParts {
  if (!('durationMin' in value || 'durationMax' in value)) return value;
  const { durationMin = base?.durationMin ?? null, durationMax = base?.durationMax ?? null } = value;
  return { ...value, durationMin, durationMax };
}

function unknownRound(round: number, count: number): Result<never, Refusal<CorrectionCode>> {
  const there = count === 0 ? 'There are no rounds' : `The rounds are 1 to ${count}`;
  return refuse('INVALID_VALUE', `There is no round ${round}. ${there}. Nothing was changed.`);
}

/** The document with single rounds confirmed, changed, dropped or added; all edits are applied, or none. */
export function applyRoundEdits(
  document: PostingDocument,
  edits: readonly RoundEdit[],
): Result<PostingDocument, Refusal<CorrectionCode>> {
  const count = document.rounds.length;
  for (const edit of edits) {
    const [number, least] = edit.action === 'add' ? [edit.after, 0] : [edit.round, 1];
    if (!Number.isInteger(number) || number < least || number > count) return unknownRound(number, count);
  }
  const origins = layOut(count, edits);
  if (origins.length > Math.max(CORRECTION_LIMITS.rounds, count))
    return refuse('INVALID_VALUE', `A process has at most ${CORRECTION_LIMITS.rounds} rounds. Nothing was changed.`);
  const confirmed = new Set(edits.flatMap((edit) => (edit.action === 'confirm' ? [edit.round] : [])));
  const rounds: Round[] = [];
  const facts: Fact[] = [];
  for (const [index, origin] of origins.entries()) {
    const order = index + 1;
    if ('added' in origin) {
      const read = readRound(origin.added.value);
      if (!read.ok) return read;
      rounds.push({ ...read.value, order });
      facts.push({ field: 'rounds', value: rounds.at(-1), line: lineNear(document, origin.added.after), text: '', rule: 'person', confidence: 1 }); // prettier-ignore
      continue;
    }
    const there = document.rounds[origin.round - 1]!;
    const value = changeOf(edits, origin.round);
    const read = value === null ? ok(there) : readRound({ ...there, ...value });
    if (!read.ok) return read;
    rounds.push({ ...read.value, order });
    const fact = factOf(document, origin.round);
    if (!fact) continue;
    if (value !== null) facts.push({ ...fact, value: rounds.at(-1), rule: 'person', confidence: 1 });
    else facts.push({ ...fact, value: rounds.at(-1), ...(confirmed.has(origin.round) ? { confidence: 1 } : {}) });
  }
  const settled = new Set(edits.flatMap((edit) => (edit.action === 'add' ? [] : [edit.round])));
  return ok({
    ...document,
    rounds,
    stages: document.stages && editStages(document.stages, origins, edits, rounds),
    planSource: rounds.length === 0 ? 'default' : 'document',
    facts: [...document.facts.filter(({ field }) => field !== 'rounds'), ...facts],
    diagnostics: document.diagnostics.filter((one) => !isSettled(one, document, settled)),
  });
}

/** The fact that a round was read from. */
export function factOf(document: PostingDocument, round: number): Fact | undefined {
  return document.facts.find(({ field, value }) => field === 'rounds' && (value as Round).order === round);
}

function lineNear(document: PostingDocument, round: number): number {
  return (factOf(document, round) ?? document.facts.find(({ field }) => field === 'rounds'))?.line ?? 1;
}

/** Whether what is asked about a round has been answered: it stands where the round does. */
function isSettled({ field, code, line }: Diagnostic, document: PostingDocument, rounds: ReadonlySet<number>): boolean {
  if (field !== 'rounds') return false;
  if (code === 'PLAN_DEFAULT') return true;
  return [...rounds].some((round) => {
    const fact = factOf(document, round);
    return fact !== undefined && line >= fact.line && line <= (fact.endLine ?? fact.line);
  });
}
