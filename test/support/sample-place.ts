import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openHouse } from '#apps/api/src/house.js';
import { PLAIN_MAIL, type RunningConfig } from '#libs/platform/index.js';
import type { StoryClock } from '#libs/sample/index.js';
import { type TestDatabase, createTestDatabase } from './database.js';

/** Where the sample organisation can be loaded: a database and a home of their own, and houses opened on them. */
export interface SamplePlace {
  readonly database: TestDatabase;
  readonly config: RunningConfig;
  /** The owner's connection: sees everything. */
  readonly owner: pg.Client;
  open(clock: StoryClock): Promise<INestApplicationContext>;
  close(): Promise<void>;
}

/** Nothing is loaded yet. */
export async function newSamplePlace(): Promise<SamplePlace> {
  const database = await createTestDatabase();
  const home = await mkdtemp(join(tmpdir(), 'rounds-sample-'));
  const owner = new pg.Client({ connectionString: database.url, pipeline: true });
  await owner.connect();
  const opened: INestApplicationContext[] = [];
  const config: RunningConfig = {
    ...{
      environment: 'test',
      processes: 'all',
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://localhost:3000',
      home,
      sample: true,
    },
    ...{ databaseUrl: database.url, databasePool: 4, redisUrl: null, smtpUrl: 'smtp://127.0.0.1:1', logLevel: 'silent' },
    ...{
      mailFrom: { name: 'Rounds', address: 'rounds@rounds.example' },
      secret: 'a secret for tests, thirty-two bytes long',
      mailHold: false,
      mailWays: PLAIN_MAIL,
      workerConcurrency: 1,
    },
  };
  return {
    database,
    config,
    owner,
    open: async (clock) => {
      const house = await openHouse(config, clock);
      opened.push(house);
      return house;
    },
    close: async () => {
      for (const house of opened) await house.close();
      await owner.end();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
