import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parseInstant } from '#libs/kernel/index.js';

/**
 * An instant. What the database gave as ISO text goes out as it is, so that a board of a thousand cards makes no Date of each; what comes in needs an
 * offset, for without one it would be another instant for everybody.
 */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant as ISO 8601 with an offset: 2030-03-05T14:00:00Z. Answers are in UTC.',
  serialize(value) {
    if (typeof value === 'string') return value;
    if (value instanceof Date) return value.toISOString();
    throw new TypeError('A DateTime is a Date or ISO text.');
  },
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
});

function read(value: unknown): Date {
  const instant = typeof value === 'string' ? parseInstant(value) : null;
  if (instant && !Number.isNaN(instant.getTime())) return instant;
  throw new GraphQLError('A DateTime is written with an offset, such as 2030-03-05T14:00:00Z.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
