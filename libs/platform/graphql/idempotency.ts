import { GraphQLError } from 'graphql';
import type { Idempotency } from '../database/unit-of-work.js';

/** The `idempotencyKey` of a mutation's input as `UnitOfWork.run` takes it; undefined when none was sent. The rest of the input is the request. */
export function idempotencyOf(operation: string, input: { readonly idempotencyKey?: string | null }): Idempotency | undefined {
  const { idempotencyKey: key, ...request } = input;
  if (key === null || key === undefined) return undefined;
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw new GraphQLError('"idempotencyKey" must be 8 to 100 letters, digits or signs without spaces, such as a UUID.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  return { key, operation, request };
}
