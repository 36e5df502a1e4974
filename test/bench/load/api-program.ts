import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from '#apps/api/src/server.js';
import { PLAIN_MAIL, Reactions, type RunningConfig } from '#libs/platform/index.js';
import { answerParent, childInput } from './child.js';

export interface ApiInput {
  readonly databaseUrl: string;
  /** Whether higher folders react in the transactions (mails, interviews, take-homes). */
  readonly reactions: boolean;
  /** Where a worker in the same process delivers to, as `npm start` runs it; without one the process is an API alone and delivers nothing. */
  readonly smtpUrl?: string;
}

/** An API process as it is deployed beside workers, on a free port, until its parent lets go of it. */
const input = childInput<ApiInput>();
const home = await mkdtemp(join(tmpdir(), 'rounds-bench-'));
const config: RunningConfig = {
  environment: 'production',
  processes: input.smtpUrl === undefined ? 'api' : 'all',
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://localhost:3000',
  home,
  sample: false,
  databaseUrl: input.databaseUrl,
  databasePool: 10,
  redisUrl: null,
  smtpUrl: input.smtpUrl ?? 'smtp://127.0.0.1:1',
  mailHold: input.smtpUrl === undefined,
  mailWays: PLAIN_MAIL,
  mailFrom: { name: 'Rounds', address: 'rounds@rounds.example' },
  secret: randomBytes(32).toString('base64url'),
  logLevel: 'error',
  workerConcurrency: 4,
};
const app = await createServer(config);
await app.listen(0, '127.0.0.1');
if (!input.reactions) app.get(Reactions).runInTransaction = async () => {};
process.once('disconnect', () => {
  void app
    .close()
    .then(() => rm(home, { recursive: true, force: true }))
    .then(() => process.exit(0));
});
await answerParent({ url: (await app.getUrl()).replace('[::1]', '127.0.0.1') });
