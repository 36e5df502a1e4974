import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { readConfig } from '#apps/api/src/configuration.js';
import { findOrganizationId, listOrganizationSlugs } from '#libs/identity/index.js';
import { type Id, systemClock } from '#libs/kernel/index.js';
import { runningPostgresUrl, startPostgres } from '#libs/platform/embedded/index.js';
import { type Config, Reactions, UnitOfWork, createDataSource, keepSecret, migrate } from '#libs/platform/index.js';
import { migrations } from '#migrations/index.js';

/** Something the person has to know or do first; its message is the whole of it. */
export class CommandFault extends Error {}

export interface DatabaseWanted {
  /** Refuse where Rounds was never started, instead of making a database. */
  readonly existing?: boolean;
  /** Refuse while Rounds runs on the embedded database, instead of working beside it. */
  readonly alone?: boolean;
  /** The database, where a command has it already. */
  readonly databaseUrl?: string;
}

/**
 * Lets a command work on this installation's database: the one named by DATABASE_URL, the embedded one of a Rounds that is running, or the
 * embedded one started for as long as the command takes.
 */
export async function withDatabase<T>(work: (uow: UnitOfWork) => Promise<T>, wanted: DatabaseWanted = {}): Promise<T> {
  return withUrl(wanted, (url) => uowOn(url, work));
}

/** Reads and writes in a database that is up to date. */
export async function uowOn<T>(url: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
  const dataSource = await createDataSource({ url, role: 'rounds_app', poolSize: 2 }).initialize();
  try {
    return await work(new UnitOfWork(dataSource, systemClock, new Reactions()));
  } finally {
    await dataSource.destroy();
  }
}

/** The secret of this installation: the configured one, or the one that its first start has made. */
export async function installationSecret(): Promise<string> {
  const config = readConfig();
  return config.secret ?? keepSecret(config.home);
}

/** The same with every capability, so that what a use case changes has all its consequences. */
export async function withHouse<T>(
  work: (house: INestApplicationContext) => Promise<T>,
  wanted: DatabaseWanted = {},
): Promise<T> {
  return withUrl(wanted, async (databaseUrl, config) => {
    const { openHouse } = await import('#apps/api/src/house.js');
    const secret = config.secret ?? (await keepSecret(config.home));
    // Mails are only decided here; a worker, which knows the server, sends them.
    const smtpUrl = config.smtpUrl ?? 'smtp://127.0.0.1:1';
    const house = await openHouse({ ...config, databaseUrl, smtpUrl, secret });
    try {
      return await work(house);
    } finally {
      await house.close();
    }
  });
}

/** The organisation that a slug means, or the only one. @throws CommandFault when it is not clear which. */
export async function organizationNamed(uow: UnitOfWork, slug: string | undefined): Promise<Id> {
  const found = await findOrganizationId(uow, slug ?? null);
  if (found !== null) return found;
  const slugs = (await listOrganizationSlugs(uow)).map((organization) => organization.slug);
  if (slugs.length === 0)
    throw new CommandFault('there is no organisation yet; `npm start` or `rounds admin create-organization` makes one.');
  const known = slugs.join(', ');
  if (slug !== undefined) throw new CommandFault(`there is no organisation "${slug}". There are: ${known}.`);
  throw new CommandFault(`there are several organisations; say which with --organization. There are: ${known}.`);
}

/** The same for what needs the database's own address: its owner's, with every migration run. */
export async function withUrl<T>(
  { existing = false, alone = false, databaseUrl }: DatabaseWanted,
  work: (url: string, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig();
  if (databaseUrl !== undefined) return work(databaseUrl, config);
  if (existing && !config.databaseUrl && !existsSync(join(config.home, 'postgres')))
    throw new CommandFault(
      `there is no database in ${config.home} yet; \`npm start\` makes one. ROUNDS_HOME names another folder.`,
    );
  const given = config.databaseUrl ?? (alone ? null : await runningPostgresUrl(config.home));
  const started = given ? null : await startPostgres({ home: config.home, progress: (line) => console.error(line) });
  try {
    const url = given ?? started!.url;
    await migrate(url, migrations);
    return await work(url, config);
  } finally {
    await started?.stop();
  }
}
