import { type Refusal, type Result, ok } from '#libs/kernel/index.js';
import type { CorrectionCode } from './correction-values.js';
import type { Correction, RoundEdit, RoundOrigin } from './correction.js';
import type { PostingDocument, Round } from './posting-document.js';
import { applyRoundEdits, changeOf, layOut, wholeDuration } from './round-edits.js';

/** The edits of a correction; none of one that speaks of the whole list. */
export function editsOf(correction: Correction | undefined): readonly RoundEdit[] {
  return correction?.action === 'edit' ? (correction.value as readonly RoundEdit[]) : [];
}

/**
 * What is said of the rounds after a person, who saw the list as it was corrected so far, said more of single ones. In: the rounds as read, the correction of
 * them so far, and edits whose numbers are those of the corrected list. Out: one correction; a list that a person once wrote stays a list.
 */
export function mergeRoundEdits(
  read: PostingDocument,
  corrected: PostingDocument,
  present: Correction | undefined,
  edits: readonly RoundEdit[],
): Result<Correction, Refusal<CorrectionCode>> {
  const checked = applyRoundEdits(corrected, edits);
  if (!checked.ok) return checked;
  if (present?.action === 'change' || present?.action === 'drop')
    return ok({ field: 'rounds', action: 'change', value: checked.value.rounds });
  const all = read.rounds.map(({ order }): RoundEdit => ({ action: 'confirm', round: order }));
  const before = present?.action === 'confirm' ? all : editsOf(present);
  const origins = layOut(read.rounds.length, before);
  // What is added names rounds as they stood before; the last is placed first, so that those behind one round keep their order.
  const added = edits.filter(({ action }) => action === 'add').reverse();
  const said = edits.filter(({ action }) => action !== 'add');
  const merged = [...added, ...said].reduce((list, edit) => addEdit(list, edit, origins, read.rounds), before);
  return ok({ field: 'rounds', action: 'edit', value: merged });
}

/** Edits with one more, all numbered as the rounds were read. */
export function withEdit(present: readonly RoundEdit[], edit: RoundEdit, rounds: readonly Round[]): readonly RoundEdit[] {
  const origins = rounds.map(({ order }) => ({ round: order }));
  const within = edit.action === 'add' ? { ...edit, after: Math.min(edit.after, rounds.length) } : edit;
  return addEdit(present, within, origins, rounds);
}

function addEdit(
  list: readonly RoundEdit[],
  edit: RoundEdit,
  origins: readonly RoundOrigin[],
  rounds: readonly Round[],
): readonly RoundEdit[] {
  if (edit.action === 'add') return insertAdded(list, edit, edit.after === 0 ? null : origins[edit.after - 1]!);
  const origin = origins[edit.round - 1]!;
  if ('added' in origin) return onAdded(list, edit, origin.added);
  const { round } = origin;
  const others = list.filter((one) => one.action === 'add' || one.round !== round);
  const own = list.filter((one) => one.action !== 'add' && one.round === round);
  if (edit.action === 'drop') return [...others, { action: 'drop', round }];
  const standing = own.filter(({ action }) => action !== 'drop' && action !== edit.action);
  if (edit.action === 'confirm') return [...others, ...standing, { action: 'confirm', round }];
  if (edit.action !== 'change') return list;
  const value = wholeDuration({ ...changeOf(own, round), ...edit.value }, { ...rounds[round - 1]!, ...changeOf(own, round) });
  return [...others, ...standing, { action: 'change', round, value }];
}

/** A round that was added is the person's own words: to confirm it says nothing, and dropped it was never there. */
function onAdded(
  list: readonly RoundEdit[],
  edit: RoundEdit,
  added: Extract<RoundEdit, { action: 'add' }>,
): readonly RoundEdit[] {
  if (edit.action === 'drop') return list.filter((one) => one !== added);
  if (edit.action !== 'change') return list;
  const value = { ...added.value, ...edit.value };
  return list.map((one) => (one === added ? { ...added, value } : one));
}

/** Places an added round behind the one it follows: before those that were added there earlier, or behind the added one it names. */
function insertAdded(
  list: readonly RoundEdit[],
  edit: Extract<RoundEdit, { action: 'add' }>,
  origin: RoundOrigin | null,
): readonly RoundEdit[] {
  const after = origin === null ? 0 : 'added' in origin ? origin.added.after : origin.round;
  const placed: RoundEdit = { ...edit, after };
  const at =
    origin && 'added' in origin
      ? list.indexOf(origin.added) + 1
      : list.findIndex((one) => one.action === 'add' && one.after === after);
  return at < 0 ? [...list, placed] : [...list.slice(0, at), placed, ...list.slice(at)];
}
