/** Half a pair, as cutting a text at a number of characters leaves it, and NUL, which YAML can write as `"\\0"`: PostgreSQL keeps neither. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/gu;

/** The same data with U+FFFD for every character that cannot be stored. Plain data in, plain data out. */
export function storable<T>(data: T): T {
  return clean(data) as T;
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\ufffd');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(clean);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
}
