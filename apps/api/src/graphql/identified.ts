import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { UnidentifiedContext } from './request-context.js';

/**
 * Mutations whose resolvers hand the actor straight to one transaction and read nothing before it: its first round trip proves the session, so that
 * none is spent on finding out first. A resolver that does anything else with its actor must not be named here.
 */
export const PROVEN_BY_TRANSACTION = new Set([
  'moveApplication',
  'skipStage',
  'sendBackApplication',
  'rejectApplication',
  'withdrawApplication',
  'reopenApplication',
  'hireApplication',
]);

/** Finds out who asks once the operation was read and found valid, and before anything is executed. */
export function identified(): ApolloServerPlugin<UnidentifiedContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          // A document of several operations of which none is named has none; the types do not know it.
          await contextValue.identify(isProvenByTransaction(operation as OperationDefinitionNode | undefined));
        },
      };
    },
  };
}

function isProvenByTransaction(asked: OperationDefinitionNode | undefined): boolean {
  return (
    asked?.operation === 'mutation' &&
    asked.selectionSet.selections.every((field) => field.kind === Kind.FIELD && PROVEN_BY_TRANSACTION.has(field.name.value))
  );
}
