import { bad, isWellFormed, ok, type Read, readList, readWord } from '#libs/kernel/index.js';
import { readRoundEdits } from './correction-values.js';
import type { Correction } from './corrections.js';
import { FACT_FIELDS, type FactField } from './posting-document.js';

/** Fields whose words may run over several lines. */
const SEVERAL_LINES: ReadonlySet<string> = new Set(['onCall', 'skippableIf']);
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * Corrections as a form or the API sends them: a value changes a field, null says that the posting has none, a name in `confirm` says that it was read
 * right; fields that are absent are left alone; `roundCorrections` speak of single rounds by their numbers. Whether a value is fit for its field is for `applyCorrections` to say.
 */
export function readCorrections(input: Readonly<Record<string, unknown>>, at: string): Read<Correction[]> {
  const confirmed = readList(input['confirm'] ?? [], `${at}.confirm`, FACT_FIELDS.length, (field, path) =>
    readWord(field, path, FACT_FIELDS),
  );
  if (!confirmed.ok) return confirmed;
  const corrections: Correction[] = confirmed.value.map((field) => ({ field, action: 'confirm' }));
  for (const field of FACT_FIELDS) {
    const value = input[field];
    if (value === undefined) continue;
    if (confirmed.value.includes(field)) return bad(`${at}.confirm`, `"${field}" is both confirmed and changed; do one of them`);
    const unfit = findUnfit(value, field, `${at}.${field}`);
    if (unfit) return bad(unfit, 'It must be text without control characters');
    corrections.push(value === null ? { field, action: 'drop' } : { field, action: 'change', value });
  }
  const edits = input['roundCorrections'] ?? [];
  if (!Array.isArray(edits) || edits.length === 0) return ok(corrections);
  const path = `${at}.roundCorrections`;
  if (corrections.some(({ field }) => field === 'rounds')) return bad(path, 'Correct the whole list of rounds or single ones');
  const unfit = findUnfit(edits, 'roundCorrections', path);
  if (unfit) return bad(unfit, 'It must be text without control characters');
  const read = readRoundEdits(edits.map(toEdit));
  if (!read.ok) return bad(path, read.refusal.message.replace(/\.$/, ''));
  return ok([...corrections, { field: 'rounds', action: 'edit', value: read.value }]);
}

/** An edit as it is kept: only what it says. */
function toEdit(given: unknown): unknown {
  return Object.fromEntries(Object.entries(given as object).filter(([, part]) => part !== undefined && part !== null));
}

/** The present corrections with new ones in the place of those of the same field. */
export function mergeCorrections(present: readonly Correction[], added: readonly Correction[]): Correction[] {
  const replaced = new Set<FactField>(added.map(({ field }) => field));
  return [...present.filter(({ field }) => !replaced.has(field)), ...added];
}

/** The path of the first text that PostgreSQL cannot keep or a reader cannot see; null when there is none. */
function findUnfit(value: unknown, name: string, path: string): string | null {
  if (typeof value === 'string') {
    const fit = isWellFormed(value) && !UNSEEN.test(value) && (SEVERAL_LINES.has(name) || !/[\r\n]/.test(value));
    return fit ? null : path;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const unfit = findUnfit(item, Array.isArray(value) ? name : key, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
    if (unfit) return unfit;
  }
  return null;
}
