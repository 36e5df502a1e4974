/** NUL, which PostgreSQL cannot store, and halves of surrogate pairs, which are no text (Unicode 3.9, D75). */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Whether every text below the value can be stored; for the door, before anything is parsed further. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !UNSTORABLE.test(value);
  if (value !== null && typeof value === 'object') return Object.values(value).every(isStorable);
  return true;
}

/** An instant as PostgreSQL writes it in UTC ("2026-03-01 09:30:00.25+00") in the form of ISO 8601; cheaper than through a Date. */
export function isoOf(instant: string): string {
  return `${instant.slice(0, 10)}T${instant.slice(11, -3)}Z`;
}
