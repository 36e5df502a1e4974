import { isDeepStrictEqual } from 'node:util';

/** Whether two values are the same as they are kept, in JSON: the order of keys says nothing, and what is undefined is not there. */
export function sameData(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(plain(a), plain(b));
}

function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
