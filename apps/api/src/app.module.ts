import { type DynamicModule, Module } from '@nestjs/common';
import { WorkerModule } from '#apps/worker/src/worker.module.js';
import { type Clock, systemClock } from '#libs/kernel/index.js';
import { PlatformModule, type RunningConfig } from '#libs/platform/index.js';
import { capabilities, entities } from './capabilities.js';
import { graphqlModule } from './graphql/graphql.module.js';
import { HealthController } from './http/health.controller.js';

/** GraphQL, pages and health; with the worker in the same process unless configured apart. */
@Module({})
export class AppModule {
  static with(config: RunningConfig, clock: Clock = systemClock): DynamicModule {
    const worker = config.processes === 'all' ? [WorkerModule.create()] : [];
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, entities, clock), graphqlModule(), ...capabilities, ...worker],
      controllers: [HealthController],
    };
  }
}
