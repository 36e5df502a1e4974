const ISO = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant that a text such as "2030-03-05T14:00:00Z" names; an invalid Date when it names none. An offset is required, since a wall-clock time without
 * one is a different instant for everybody; days that do not exist are not moved to the next month.
 */
export function parseInstant(text: string): Date {
  const match = ISO.exec(text);
  if (match === null) return new Date(NaN);
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? new Date(text) : new Date(NaN);
}
