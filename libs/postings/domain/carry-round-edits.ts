import type { CorrectionConflict, RoundEdit, RoundParts } from './correction.js';
import { editsOf } from './merge-round-edits.js';
import type { PostingDocument, Round } from './posting-document.js';
import { factOf, wholeDuration } from './round-edits.js';
import { sameData } from './same-data.js';

/** What a person said of a round, and the round as it was read then. `round` is its number in the document before; null when that tells it no more. */
interface Claim {
  readonly edit: Exclude<RoundEdit, { action: 'add' }>;
  readonly round: number | null;
  readonly text: string | null;
  readonly base: Round;
}

/** Parts that are told together: a duration has two ends. */
const PARTS: readonly (readonly (keyof RoundParts)[])[] = [
  ['name'],
  ['kind'],
  ['durationMin', 'durationMax'],
  ['seats'],
  ['async'],
  ['skippableIf'],
  ['optional'],
];

export interface CarriedEdits {
  readonly kept: readonly RoundEdit[];
  readonly conflicts: readonly CorrectionConflict[];
}

/**
 * Which edits of single rounds hold in a new document: each part of each round three ways, as read before, as read now, as a person said. A round is the
 * same in the same words, else under the same name, else in the same place with the same kind; what was added stays behind the round that it followed.
 */
export function carryRoundEdits(
  before: PostingDocument,
  now: PostingDocument,
  edits: readonly RoundEdit[],
  waiting: readonly CorrectionConflict[] = [],
): CarriedEdits {
  const to = alignRounds(before, now);
  const fresh = edits.flatMap((edit): Claim[] =>
    edit.action === 'add'
      ? []
      : [{ edit, round: edit.round, text: wordsOf(before, edit.round), base: before.rounds[edit.round - 1]! }],
  );
  const claims = [...fresh, ...waiting.map(claimOf)];
  const judged = claims.map((claim) =>
    judge(claim, now, claim.round === null ? found(claim, now) : (to.get(claim.round) ?? null)),
  );
  const added = edits.flatMap((edit) => (edit.action === 'add' ? [carryAdded(edit, now, to)] : []));
  const all = [...judged, ...added];
  return { kept: all.flatMap(({ kept }) => kept), conflicts: all.flatMap(({ conflicts }) => conflicts) };
}

/** The numbers of rounds in a new document by their numbers in the one before. */
export function alignRounds(before: PostingDocument, now: PostingDocument): ReadonlyMap<number, number> {
  const to = new Map<number, number>();
  const taken = new Set<number>();
  const free = () => now.rounds.filter(({ order }) => !taken.has(order));
  const pair = (same: (was: Round, is: Round) => boolean) => {
    for (const was of before.rounds) {
      if (to.has(was.order)) continue;
      const is = free().find((one) => same(was, one) && keepsOrder(to, was.order, one.order));
      if (!is) continue;
      to.set(was.order, is.order);
      taken.add(is.order);
    }
  };
  pair((was, is) => sameWords(wordsOf(before, was.order), wordsOf(now, is.order)));
  pair((was, is) => plain(was.name) === plain(is.name) && was.kind === is.kind);
  pair((was, is) => plain(was.name) === plain(is.name));
  // Told in other words: in the same place between neighbours that are known.
  pair((was, is) => placeOf(to, was.order) === is.order && (was.kind === is.kind || soundAlike(was.name, is.name)));
  return to;
}

/** Whether pairing two rounds crosses no pair that is already made: a process is told in its order. */
function keepsOrder(to: ReadonlyMap<number, number>, was: number, is: number): boolean {
  return [...to].every(([before, now]) => before < was === now < is);
}

/** Where a round stands that has the same distance from the known one before it. */
function placeOf(to: ReadonlyMap<number, number>, was: number): number {
  for (let back = 1; back < was; back += 1) {
    const known = to.get(was - back);
    if (known !== undefined) return known + back;
  }
  return was;
}

/** Whether two names share half of their words. */
function soundAlike(a: string, b: string): boolean {
  const [words, others] = [plain(a).split(' '), new Set(plain(b).split(' '))];
  return words.filter((word) => others.has(word)).length * 2 >= Math.max(words.length, others.size);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsOf(document: PostingDocument, round: number): string | null {
  return factOf(document, round)?.text.replace(/\s+/g, ' ').trim() ?? null;
}

function sameWords(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

/** An edit that waits: its number is that of the document before, 0 when that tells the round no more. */
function claimOf({ correction, textBefore, valueBefore }: CorrectionConflict): Claim {
  const edit = editsOf(correction)[0] as Claim['edit'];
  return { edit, round: edit.round === 0 ? null : edit.round, text: textBefore, base: valueBefore as Round };
}

/** A round that was gone and is told again. */
function found({ text, base }: Claim, now: PostingDocument): number | null {
  const there = now.rounds.find(
    (round) => sameWords(wordsOf(now, round.order), text) || (plain(round.name) === plain(base.name) && round.kind === base.kind),
  );
  return there?.order ?? null;
}

/** What becomes of an edit where its round is told as number `at`, or not any more. */
function judge(claim: Claim, now: PostingDocument, at: number | null): CarriedEdits {
  const { edit, text, base } = claim;
  const is = at === null ? null : now.rounds[at - 1]!;
  const conflict = (one: Claim['edit']): CorrectionConflict => ({
    field: 'rounds',
    correction: { field: 'rounds', action: 'edit', value: [{ ...one, round: at ?? 0 }] },
    textBefore: text,
    textNow: at === null ? null : wordsOf(now, at),
    valueBefore: base,
    valueNow: is,
  });
  if (is === null) return edit.action === 'drop' ? NOTHING : { kept: [], conflicts: [conflict(edit)] };
  const told = sameWords(wordsOf(now, is.order), text);
  if (edit.action !== 'change') {
    const holds = told || sameData(partsOf(is), partsOf(base));
    return holds ? { kept: [{ ...edit, round: is.order }], conflicts: [] } : { kept: [], conflicts: [conflict(edit)] };
  }
  const value = wholeDuration(edit.value, base);
  const said = PARTS.filter((part) => part.some((key) => key in value));
  const holding = said.filter((part) => told || sameData(pick(is, part), pick(base, part)));
  const against = said.filter((part) => !holding.includes(part) && !sameData(pick(is, part), pick(value, part)));
  const only = (parts: readonly (readonly (keyof RoundParts)[])[]) => pick(value, parts.flat());
  return {
    kept: holding.length > 0 ? [{ action: 'change', round: is.order, value: only(holding) }] : [],
    conflicts: against.length > 0 ? [conflict({ ...edit, value: only(against) })] : [],
  };
}

const NOTHING: CarriedEdits = { kept: [], conflicts: [] };

/** An added round stays, behind the nearest round before it that is still told, unless the document tells one of its name now. */
function carryAdded(
  edit: Extract<RoundEdit, { action: 'add' }>,
  now: PostingDocument,
  to: ReadonlyMap<number, number>,
): CarriedEdits {
  const known = new Set(to.values());
  const told = now.rounds.find(
    ({ order, name, kind }) => !known.has(order) && plain(name) === plain(edit.value.name ?? '') && kind === edit.value.kind,
  );
  if (!told) {
    let after = edit.after;
    while (after > 0 && !to.has(after)) after -= 1;
    return { kept: [{ ...edit, after: to.get(after) ?? 0 }], conflicts: [] };
  }
  const other = PARTS.filter((part) => part.some((key) => key in edit.value && !isUnsaid(edit.value[key])) && !sameData(pick(told, part), pick(edit.value, part))); // prettier-ignore
  const value = pick(edit.value, other.flat());
  // The document says it now, in parts else than the person did: theirs waits like any other.
  const wanted: RoundEdit = { action: 'change', round: told.order, value };
  const textNow = wordsOf(now, told.order);
  const correction = { field: 'rounds', action: 'edit', value: [wanted] } as const;
  const conflict: CorrectionConflict = {
    field: 'rounds',
    correction,
    textBefore: null,
    textNow,
    valueBefore: null,
    valueNow: told,
  };
  return { kept: [], conflicts: other.length > 0 ? [conflict] : [] };
}

function isUnsaid(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function partsOf({ order: _order, ...parts }: Round): RoundParts {
  return parts;
}

function pick(from: RoundParts, keys: readonly (keyof RoundParts)[]): RoundParts {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]])) as RoundParts;
}

/** The edit that keeps what a person said of a round against the document, numbered as the document tells it now. */
export function keptRoundEdit({ correction, valueBefore, valueNow }: CorrectionConflict): RoundEdit {
  const edit = editsOf(correction)[0] as Claim['edit'];
  const base = valueBefore as Round | null;
  if (valueNow !== null) {
    if (edit.action !== 'confirm') return edit;
    return { action: 'change', round: edit.round, value: partsOf(base!) };
  }
  const said = edit.action === 'change' ? edit.value : {};
  return { action: 'add', after: base!.order - 1, value: { ...partsOf(base!), ...said } };
}
