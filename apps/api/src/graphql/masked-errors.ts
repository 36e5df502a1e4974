import { unwrapResolverError } from '@apollo/server/errors';
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Log, NoRoomError, UnstorableTextError } from '#libs/platform/index.js';

/** Codes whose messages are written for the caller and hold nothing of ours. */
const SPOKEN = new Set([
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'FORBIDDEN',
  'ROLE_CHANGED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_TOO_LARGE',
  'UNTRUSTED_DOCUMENT',
  'BUDGET_SPENT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'INTERNAL_SERVER_ERROR_MASKED',
]);

/** Characters; our own sentences are shorter. */
const MOST_SAID = 500;

/**
 * Lets errors meant for the caller through and replaces every other one by a sentence and an id; the log has the cause under that id.
 * No stack, SQL or path ever leaves.
 */
export function maskErrors(log: Log): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.code as string | undefined;
    const cause = unwrapResolverError(error);
    const ours = cause instanceof GraphQLError || !(error instanceof GraphQLError) || error.originalError === undefined;
    if (code !== undefined && SPOKEN.has(code) && ours) {
      return { message: short(formatted.message), locations: formatted.locations, path: formatted.path, extensions: { code } };
    }
    if (cause instanceof UnstorableTextError)
      return { message: cause.message, path: formatted.path, extensions: { code: 'BAD_USER_INPUT' } };
    const trace = randomUUID();
    const { message, stack } = cause instanceof Error ? cause : { message: String(cause), stack: undefined };
    log.error({ trace, path: formatted.path?.join('.'), error: message, stack }, 'a resolver failed');
    if (cause instanceof NoRoomError) return { message, path: formatted.path, extensions: { code: 'NO_ROOM', trace } };
    return {
      // Not that nothing was changed: where the connection broke at the end of a transaction, nobody knows.
      message: `Something went wrong on our side. Look whether it was done, and try again if not; if it stays, tell your administrator the id ${trace}.`,
      path: formatted.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR', trace },
    };
  };
}

/** Errors of GraphQL repeat what was sent, however long it is. */
function short(message: string): string {
  return message.length <= MOST_SAID ? message : `${message.slice(0, MOST_SAID)} …`;
}
