import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { scopeFor } from '#libs/identity/index.js';
import type { Clock } from '#libs/kernel/index.js';
import { CostBudgets } from './cost-budgets.js';
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

/** Finds out who asks once the operation was read and found valid, and before anything is executed. A program stays within its scopes and its budget. */
export function identified(clock: Clock): ApolloServerPlugin<UnidentifiedContext> {
  const budgets = new CostBudgets();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, contextValue, request }) {
          // A document of several operations of which none is named has none; the types do not know it.
          const asked = operation as OperationDefinitionNode | undefined;
          await contextValue.identify(isProvenByTransaction(asked));
          if (contextValue.scopes === null || !asked) return;
          keepWithinScopes(contextValue.scopes, asked, document);
          const fault = budgets.spend(request.http?.headers.get('authorization') ?? '', document, asked, clock.now());
          if (fault) throw fault;
        },
      };
    },
  };
}

/** A program does nothing at all of an operation of which a part is outside of its token's scopes. */
function keepWithinScopes(scopes: readonly string[], asked: OperationDefinitionNode, document: DocumentNode): void {
  for (const field of rootFields(asked.selectionSet, document)) {
    if (field.startsWith('__')) continue;
    const needed = scopeFor(asked.operation, field);
    if (needed !== null && scopes.includes(needed)) continue;
    const why = needed === null ? 'No token may do this; sign in.' : `It needs the scope ${needed}.`;
    throw new GraphQLError(`This token does not open "${field}". ${why} Nothing was done.`, {
      extensions: { code: 'FORBIDDEN', http: { status: 403 } },
    });
  }
}

/** Names of the fields an operation begins with, through its fragments; the document was found valid, so they end. */
function rootFields({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(fragment.selectionSet, document) : [];
  });
}

function isProvenByTransaction(asked: OperationDefinitionNode | undefined): boolean {
  return (
    asked?.operation === 'mutation' &&
    asked.selectionSet.selections.every((field) => field.kind === Kind.FIELD && PROVEN_BY_TRANSACTION.has(field.name.value))
  );
}
