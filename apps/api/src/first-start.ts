import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureOrganization, hasOrganization } from '#libs/identity/index.js';
import type { RunningConfig, UnitOfWork } from '#libs/platform/index.js';
import { type LoadedSample, StoryClock, aloneOn, clearHalfLoaded, loadSample, sampleState } from '#libs/sample/index.js';
import { openHouse } from './house.js';

/** Each new connection plans every statement anew; for so short a time a few are faster than many. */
const LOADING_CONNECTIONS = 4;

/** How to get in, line by line, for whoever has started Rounds. */
export type SignInLines = readonly string[];

const KNOWN: SignInLines = ['Sign in as before; `npx rounds admin reset-password MAIL` makes a new password.'];

/**
 * Gives an empty installation something to begin with, before the worker runs: the sample organisation, or with ROUNDS_SAMPLE=0 an empty one. Passwords are
 * generated and returned this once.
 */
export async function firstStart(config: RunningConfig, uow: UnitOfWork, say: (line: string) => void): Promise<SignInLines> {
  const { state } = await sampleState(uow);
  if (state === 'whole' || (state === 'absent' && (await hasOrganization(uow)))) return KNOWN;
  return aloneOn(config.databaseUrl, async () => {
    const present = await sampleState(uow);
    if (present.state === 'half') {
      if (!(await clearHalfLoaded(config.databaseUrl, config.home, present.organizationId))) return KNOWN;
      say('An earlier start was interrupted while it loaded the sample company; beginning anew.');
    }
    if (await hasOrganization(uow)) return KNOWN;
    if (config.sample) return load(config, say);
    const first = await ensureOrganization(uow);
    return first ? [signIn(first.email, 'administrator', first.password)] : KNOWN;
  });
}

async function load(config: RunningConfig, say: (line: string) => void): Promise<SignInLines> {
  const samples = samplesFolder();
  if (samples === null)
    throw new Error('The folder samples/ is missing beside the program. Restore it, or start with ROUNDS_SAMPLE=0.');
  say('Loading the sample company …');
  const clock = new StoryClock(new Date());
  const databasePool = Math.min(config.databasePool, LOADING_CONNECTIONS);
  const house = await openHouse({ ...config, databasePool, databaseInHaste: true }, clock);
  try {
    const loaded = await loadSample(house, { clock, samples });
    return loaded ? signInLines(loaded) : KNOWN;
  } finally {
    await house.close();
  }
}

function signInLines({ accounts, password }: LoadedSample): SignInLines {
  return accounts.map(({ email, plays }) => signIn(email, plays, password));
}

function signIn(email: string, plays: string, password: string): string {
  return `Sign in as ${email} (${plays}) with the password ${password} (shown this once).`;
}

/** samples/ of the checkout: two folders above the sources, three above what was built from them. */
function samplesFolder(): string | null {
  const folders = ['../../../samples', '../../../../samples'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return folders.find((folder) => existsSync(folder)) ?? null;
}
