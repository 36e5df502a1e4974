import type { MailSink } from '#libs/platform/embedded/index.js';
import { type RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { type SignInLines, firstStart } from './first-start.js';
import { createServer, stopServer } from './server.js';

export interface Surroundings {
  /** The embedded mail sink, when there is one. */
  readonly sink: MailSink | null;
  /** Tells whoever watches what takes long. */
  readonly say: (line: string) => void;
  /** Hears how to stop what was started, as soon as it is. */
  readonly onStop: (stop: () => Promise<unknown>) => void;
}

/** API, worker and pages in this process, on servers that run and a database that is up to date: gives an empty installation something to begin with, listens. Answers how to sign in. */
export async function runProgram(config: RunningConfig, { sink, say, onStop }: Surroundings): Promise<SignInLines> {
  const app = await createServer(config, { sink });
  onStop(() => stopServer(app));
  const signIn = await firstStart(config, app.get(UnitOfWork), say);
  await app.listen(config.port, config.host);
  return signIn;
}
