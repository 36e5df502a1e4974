import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { WorkerModule } from '#apps/worker/src/worker.module.js';
import type { Clock } from '#libs/kernel/index.js';
import type { MailSink } from '#libs/platform/embedded/index.js';
import { PlatformModule, type RunningConfig } from '#libs/platform/index.js';
import { capabilities, entities } from './capabilities.js';
import { graphqlModule } from './graphql/graphql.module.js';
import { Draining } from './http/draining.js';
import { ErrorsFilter } from './http/errors.filter.js';
import { ExplorerModule } from './http/explorer.controller.js';
import { MailboxModule, evidenceOf } from './http/mailbox.controller.js';
import { HealthController } from './http/health.controller.js';
import { WebModule } from './http/web.controller.js';

/** GraphQL, pages and health; with the worker in the same process unless configured apart. */
@Module({})
export class AppModule {
  static with(config: RunningConfig, { clock, sink }: { clock: Clock; sink: MailSink | null }): DynamicModule {
    const worker = config.processes === 'all' ? [WorkerModule.create(sink && evidenceOf(sink))] : [];
    const mailbox = sink ? [MailboxModule.over(sink)] : [];
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, entities, clock),
        graphqlModule(),
        ...capabilities,
        ...worker,
        ...mailbox,
        ...ExplorerModule.forEnvironment(config.environment),
        WebModule.found(),
      ],
      controllers: [HealthController],
      providers: [Draining, { provide: APP_FILTER, useClass: ErrorsFilter }],
    };
  }
}
