import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloServerPlugin } from '@apollo/server';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { DynamicModule } from '@nestjs/common';
import {
  CLOCK,
  CONFIG,
  LOG,
  type Log,
  Metrics,
  type RequestContext,
  type RunningConfig,
  UnitOfWork,
} from '#libs/platform/index.js';
import type { Clock } from '#libs/kernel/index.js';
import { LimitedApolloDriver } from './limited-driver.js';
import { flatLists } from './flat-lists.js';
import { identified } from './identified.js';
import { LIMITS, operationLimits, variablesTooLarge } from './limits.js';
import { maskErrors } from './masked-errors.js';
import { contextFactory } from './request-context.js';
import { overWebSocket } from './subscriptions.js';
import { TrustedDocuments, trustedOnly } from './trusted-documents.js';

/** Code-first GraphQL over Apollo Server, with limits, masked errors and subscriptions over graphql-ws. */
export function graphqlModule(): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: LimitedApolloDriver,
    inject: [CONFIG, LOG, CLOCK, UnitOfWork, Metrics],
    useFactory: (config: RunningConfig, log: Log, clock: Clock, uow: UnitOfWork, metrics: Metrics): ApolloDriverConfig => {
      const documents = TrustedDocuments.of(config);
      return {
        autoSchemaFile: true,
        // What the committed schema's test has looked through needs no question about itself at every start.
        buildSchemaOptions: { skipCheck: true },
        path: '/graphql',
        graphiql: false,
        introspection: config.environment !== 'production',
        csrfPrevention: true,
        allowBatchedHttpRequests: false,
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: config.environment === 'production',
        parseOptions: { maxTokens: LIMITS.tokens },
        validationRules: [operationLimits],
        formatError: maskErrors(log),
        plugins: [
          ApolloServerPluginCacheControlDisabled(),
          limitedVariables(),
          trustedOnly(documents),
          identified(clock),
          oneValidationError(),
          measured(metrics),
          flatLists(),
        ],
        context: contextFactory(config, clock, uow) as (...args: unknown[]) => Promise<RequestContext>,
        subscriptions: { 'graphql-ws': overWebSocket(config, clock, uow, metrics, log, documents) as never },
      };
    },
  });
}

/** Before GraphQL looks at them one by one. */
function limitedVariables(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ request }) {
          const fault = variablesTooLarge(request.variables);
          if (fault) throw fault;
        },
      };
    },
  };
}

/** One fault is enough to go on with; a thousand would be an answer of a megabyte. */
function oneValidationError(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (
            response.body.kind === 'single' &&
            response.body.singleResult.data === undefined &&
            (response.body.singleResult.errors?.length ?? 0) > 1
          ) {
            response.body.singleResult.errors = response.body.singleResult.errors!.slice(0, 1);
          }
        },
      };
    },
  };
}

function measured(metrics: Metrics): ApolloServerPlugin {
  return {
    async requestDidStart() {
      const started_ms = performance.now();
      return {
        async willSendResponse({ operation, response }) {
          const body = response.body;
          const failed = body.kind === 'single' && (body.singleResult.errors?.length ?? 0) > 0;
          const first = operation?.selectionSet.selections[0];
          const name = first?.kind === 'Field' ? first.name.value : 'none';
          metrics.operations.observe(
            { operation: name, outcome: failed ? 'error' : 'ok' },
            (performance.now() - started_ms) / 1000,
          );
        },
      };
    },
  };
}
