import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Clock, Id } from '#libs/kernel/index.js';
import { CLOCK, CONFIG, Reactions, type RunningConfig, UnitOfWork, createDataSource } from '#libs/platform/index.js';

/** Reports and a person's own page are looked at seldom. */
const CONNECTIONS = 2;

/** Reads answers as the one role that may, which can do nothing else. Connects when it is first asked. */
@Injectable()
export class AnswersReader implements OnApplicationShutdown {
  private connecting: Promise<DataSource> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One prepared statement under the organisation's row-level security. */
  async read<Row extends object>(organizationId: Id, name: string, sql: string, params: readonly unknown[]): Promise<Row[]> {
    this.connecting ??= createDataSource({ url: this.config.databaseUrl, role: 'rounds_self_id', poolSize: CONNECTIONS })
      .initialize()
      .catch((error: unknown) => {
        this.connecting = null;
        throw error;
      });
    const unit = new UnitOfWork(await this.connecting, this.clock, new Reactions());
    return unit.read<Row>(organizationId, name, sql, params);
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.connecting?.catch(() => null))?.destroy();
  }
}
