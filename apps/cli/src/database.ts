import 'reflect-metadata';
import { readConfig } from '#apps/api/src/configuration.js';
import { systemClock } from '#libs/kernel/index.js';
import { runningPostgresUrl, startPostgres } from '#libs/platform/embedded/index.js';
import { Reactions, UnitOfWork, createDataSource, migrate } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';

/**
 * Lets a command work on this installation's database: the one named by DATABASE_URL, the embedded one of a Rounds that is running, or the
 * embedded one started for as long as the command takes.
 */
export async function withDatabase<T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
  const config = readConfig();
  const given = config.databaseUrl ?? (await runningPostgresUrl(config.home));
  const started = given ? null : await startPostgres({ home: config.home, progress: (line) => console.error(line) });
  try {
    const url = given ?? started!.url;
    await migrate(url, migrations);
    const dataSource = await createDataSource({ url, role: 'rounds_app', poolSize: 2 }).initialize();
    try {
      return await work(new UnitOfWork(dataSource, systemClock, new Reactions()));
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await started?.stop();
  }
}
