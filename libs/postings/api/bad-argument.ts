import { GraphQLError } from 'graphql';

/** What a query answers to an argument that is not acceptable; mutations answer typed refusals instead. */
export function badArgument(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
