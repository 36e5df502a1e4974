import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { type Clock, systemClock } from '#libs/kernel/index.js';
import type { RunningConfig } from './config/index.js';
import { createDataSource } from './database/data-source.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { FileStore } from './files/file-store.js';
import { VirusScanner } from './files/virus-scanner.js';
import { Reactions } from './outbox/reactions.js';
import { type Log, createLog } from './telemetry/log.js';
import { Metrics } from './telemetry/metrics.js';

/** Injection tokens for what is an interface or a value. */
export const CONFIG = Symbol('Config');
export const CLOCK = Symbol('Clock');
export const LOG = Symbol('Log');
export const APP_DATA_SOURCE = Symbol('AppDataSource');

/** What every capability stands on: configuration, clock, log, database, unit of work, reactions, files, metrics. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(APP_DATA_SOURCE) private readonly dataSource: DataSource) {}

  static with(config: RunningConfig, entities: DataSourceOptions['entities'], clock: Clock = systemClock): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: clock },
      { provide: LOG, useValue: createLog(config.logLevel) },
      {
        provide: APP_DATA_SOURCE,
        useFactory: () =>
          createDataSource({
            ...{ url: config.databaseUrl, role: 'rounds_app', poolSize: config.databasePool, entities },
            inHaste: config.databaseInHaste === true,
          }).initialize(),
      },
      { provide: Reactions, useValue: new Reactions() },
      {
        provide: UnitOfWork,
        inject: [APP_DATA_SOURCE, Reactions],
        useFactory: (dataSource: DataSource, reactions: Reactions) => new UnitOfWork(dataSource, clock, reactions),
      },
      { provide: FileStore, useValue: new FileStore(join(config.home, 'files')) },
      { provide: VirusScanner, useValue: new VirusScanner(config.clamd ?? null) },
      { provide: Metrics, useValue: new Metrics() },
    ];
    return { module: PlatformModule, providers, exports: providers.map(({ provide }) => provide) };
  }

  /** Last of all: requests and jobs under way are finished before. */
  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

export type { Log };
