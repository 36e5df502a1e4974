import { type ExecutionResult, GraphQLError, Kind, type ValidationContext, parse, visit } from 'graphql';
import type { Clock } from '#libs/kernel/index.js';
import type { Log, Metrics, RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { LIMITS, operationLimits, variablesTooLarge } from './limits.js';
import { maskErrors } from './masked-errors.js';
import { subscriptionContext } from './request-context.js';
import { type TrustedDocuments, byWhom } from './trusted-documents.js';

interface Socket {
  readonly connectionParams?: { readonly authorization?: unknown };
  readonly extra: { readonly request?: { readonly headers?: { readonly cookie?: string } } };
}

/** graphql-ws knows neither Apollo's limits nor its masking: the same rules hold here, and only subscriptions are heard. */
export function overWebSocket(
  config: RunningConfig,
  clock: Clock,
  uow: UnitOfWork,
  metrics: Metrics,
  log: Log,
  documents: TrustedDocuments,
) {
  const mask = maskErrors(log);
  return {
    path: '/graphql',
    onConnect: subscriptionContext(config, clock, uow, metrics) as never,
    context: (socket: { extra: unknown }) => socket.extra as never,
    onSubscribe: (socket: Socket, _id: string, { query, variables }: { query: string; variables?: unknown }) => {
      const asked = socket.connectionParams?.authorization;
      const by = byWhom(typeof asked === 'string' ? asked : undefined, socket.extra.request?.headers?.cookie);
      const untrusted = documents.refusal(query, undefined, by);
      return untrusted ? [untrusted] : faultsOf(query, variables);
    },
    // A subscription that cannot begin is answered like an event.
    onNext: (_socket: unknown, _id: string, _payload: unknown, _args: unknown, result: ExecutionResult) =>
      result.errors ? { ...result, errors: result.errors.map((error) => mask(error.toJSON(), error)) } : undefined,
    onError: (_socket: unknown, _id: string, _payload: unknown, errors: readonly GraphQLError[]) =>
      errors.slice(0, 1).map((error) => mask(error.toJSON(), error)),
  };
}

function faultsOf(query: string, variables: unknown): GraphQLError[] | undefined {
  const faults: GraphQLError[] = [];
  try {
    const tooLarge = variablesTooLarge(variables);
    if (tooLarge) throw tooLarge;
    const document = parse(query, { maxTokens: LIMITS.tokens });
    visit(
      document,
      operationLimits({ reportError: (error: GraphQLError) => faults.push(error) } as unknown as ValidationContext),
    );
    for (const definition of document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION && definition.operation !== 'subscription')
        faults.push(
          new GraphQLError('Only subscriptions are answered here. Send queries and mutations by HTTP POST to /graphql.', {
            extensions: { code: 'BAD_REQUEST' },
          }),
        );
    }
  } catch (error) {
    faults.push(error instanceof GraphQLError ? error : new GraphQLError('The query cannot be read.'));
  }
  // A fault of the document is the caller's; its code tells masking to let it through.
  return faults.length === 0
    ? undefined
    : faults.map(
        ({ message, extensions }) =>
          new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions } }),
      );
}
