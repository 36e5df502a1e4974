import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';

/** No list answers more than this at once (the board, which must hold every card, is its own query). */
export const MAX_FIRST = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many, 1 to 100' })
  first: number;
  @Field(() => String, { nullable: true, description: 'Continue after this cursor' })
  after: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;
  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

/** `first` within its limits, or an error that says them. */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_FIRST) return first;
  throw new GraphQLError(`"first" is ${first}; ask for 1 to ${MAX_FIRST} at a time and continue with "after".`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** An opaque cursor over the values of a keyset's columns. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

type KeysetValue = string | number | null;

/**
 * The keyset's values, or null for no cursor. A cursor that is not of our making is an error of the caller; `fits` looks at the values where
 * the database would stumble over them (an id that is none).
 */
export function decodeCursor(
  cursor: string | null | undefined,
  length: number,
  fits: (values: KeysetValue[]) => boolean = () => true,
): KeysetValue[] | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => v === null || (typeof v === 'string' && !v.includes('\0')) || typeof v === 'number') &&
      fits(values)
    )
      return values;
  } catch {
    // falls through to the one error below
  }
  throw new GraphQLError('The cursor is not one this list gave. Start again without "after".', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Whether a cursor's value is an instant as the database reads one: complete, in UTC, of a day that there is. `Date.parse` alone takes "2031". */
export function isInstantOfKeyset(value: KeysetValue | undefined): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(value)) return false;
  const at_ms = Date.parse(value);
  return !Number.isNaN(at_ms) && !value.startsWith('0000') && new Date(at_ms).toISOString().slice(0, 19) === value.slice(0, 19);
}

/** Cuts the extra row that tells whether there is more; `rows` were read with `LIMIT first + 1`. */
export function page<Row, Node>(
  rows: readonly Row[],
  first: number,
  toNode: (row: Row) => Node,
  cursorOf: (row: Row) => (string | number | null)[],
) {
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    nodes: shown.map(toNode),
    pageInfo: { hasNextPage: rows.length > first, endCursor: last === undefined ? null : encodeCursor(cursorOf(last)) },
  };
}
