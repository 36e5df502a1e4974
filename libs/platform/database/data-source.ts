import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Pool } from 'pg';

/** Which of the database's roles a pool acts as; the owner is used for migrations alone. */
export type DatabaseRole = 'rounds_app' | 'rounds_relay' | 'rounds_self_id' | 'owner';

export interface DatabaseOptions {
  /** A PostgreSQL URL whose user owns the schema; every other role is taken on when a connection starts. */
  readonly url: string;
  readonly role: DatabaseRole;
  /** Most connections held by this process for this role. */
  readonly poolSize: number;
  /** COMMIT answers before the disk has it, and a statement is planned once instead of for each of its first values. */
  readonly inHaste?: boolean;
  /** How long the owner waits for a lock; for ever when left out. */
  readonly lockTimeout_ms?: number;
  readonly entities?: DataSourceOptions['entities'];
  readonly migrations?: DataSourceOptions['migrations'];
}

const IN_HASTE = ' -c synchronous_commit=off -c plan_cache_mode=force_generic_plan';

/**
 * A TypeORM DataSource over one node-postgres pool.
 *
 * - `role` is a start-up option of the connection, so even RESET ROLE falls back to it and never to the owner.
 * - instants that are read as text are in UTC.
 * - `pipeline` lets statements of one transaction share a round trip (docs/decisions/0002).
 * - null and undefined in a `where` throw: TypeORM would otherwise drop the condition and read everything.
 */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    entities: options.entities ?? [],
    migrations: options.migrations ?? [],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    installExtensions: false,
    applicationName: `rounds-${options.role}`,
    extra: {
      max: options.poolSize,
      pipeline: options.role !== 'owner',
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
      options:
        options.role === 'owner'
          ? options.lockTimeout_ms && `-c lock_timeout=${options.lockTimeout_ms}`
          : `-c role=${options.role} -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000${options.inHaste ? IN_HASTE : ''}`,
    },
  });
}

/** The node-postgres pool under a DataSource, for prepared statements, which TypeORM cannot name. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
