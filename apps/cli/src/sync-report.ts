import { inReadingOrder } from '#libs/postings/domain/index.js';
import type { SyncOutcome, SyncStep } from '#libs/postings/index.js';

const SIGNS: Readonly<Record<SyncStep['what'], string>> = {
  section: '~ section  ',
  added: '+ add      ',
  revised: '~ revise   ',
  moved: '> move     ',
  opened: '* open     ',
  closed: '- close    ',
  archived: '- archive  ',
  skipped: '  skip     ',
  waits: '! waits    ',
  failed: '! failed   ',
};
const LONGEST = 100;

/** What synchronising did, or would do, for people: a line a step, what changes below it, and the sum of it. */
export function syncReport({ steps, unchanged }: SyncOutcome, dryRun: boolean): string {
  const lines = steps.flatMap(stepLines);
  const count = (...kinds: SyncStep['what'][]) => steps.filter(({ what }) => kinds.includes(what)).length;
  const sum = [
    `${count('added')} added, ${count('revised')} revised, ${count('moved')} moved, ${count('opened')} opened, ${count('closed', 'archived')} ended`,
    `${unchanged} as they were`,
    ...(count('waits') > 0 ? [`${count('waits')} wait for somebody`] : []),
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
  ].join(', ');
  return `${[...lines, dryRun ? `Would be: ${sum}. Nothing was changed.` : `${sum}.`].join('\n')}\n`;
}

function stepLines({ what, path, title, changes, notes }: SyncStep): string[] {
  const untold = what === 'revised' && changes.length === 0 && notes.length === 0 ? ['its text, and no fact'] : [];
  const details = [...untold, ...changes.map(({ field, before, now }) => `${field}: ${said(before)} -> ${said(now)}`), ...notes];
  return [`${SIGNS[what]}${path}${title ? ` (${title})` : ''}`, ...details.map((detail) => `               ${detail}`)];
}

/** A value as a person reads it at a glance. */
function said(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'nothing';
  const text = Array.isArray(value) ? value.map(one).join(', ') : one(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function one(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = value as Readonly<Record<string, unknown>>;
  if (typeof fields['name'] === 'string') {
    const minutes = fields['durationMin'];
    return typeof minutes === 'number' ? `${fields['name']} (${minutes} min)` : fields['name'];
  }
  if (typeof fields['text'] === 'string') return fields['text'];
  return Object.values(inReadingOrder(fields))
    .filter((item) => item !== null)
    .map((item) => (Array.isArray(item) ? item.join(' ') : String(item)))
    .join(' ');
}
