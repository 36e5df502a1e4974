import { tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from '#libs/platform/embedded/index.js';
import { bookingFaults } from './booking-long.js';
import { houseFaults } from './house-long.js';
import { mailFaults } from './mail-long.js';
import { slotFaults } from './slots-long.js';
import { operationFaults } from './operations-long.js';
import { restartFaults } from './restarts-long.js';
import { swapFaults } from './swaps-long.js';

/** The long runs by name; each prints JSON lines and answers whether all was as it must be. */
const RUNS: Readonly<Record<string, () => Promise<boolean>>> = {
  ...{
    bookings: bookingFaults,
    house: houseFaults,
    mail: () => mailFaults(() => process.kill(postgres.pid(), 'SIGKILL')),
    operations: operationFaults,
    restarts: restartFaults,
    swaps: swapFaults,
  },
  slots: slotFaults,
};

const wanted = process.argv.slice(2).filter((argument) => argument !== '--');
const unknown = wanted.filter((name) => !Object.hasOwn(RUNS, name));
if (unknown.length > 0) {
  console.error(`There is no fault run ${unknown.join(', ')}. There are: ${Object.keys(RUNS).join(', ')}.`);
  process.exit(2);
}

const home = await mkdtemp(join(tmpdir(), 'rounds-faults-'));
const postgres = await startPostgres({ home, settings: { max_connections: '200' } });
process.env.ROUNDS_TEST_POSTGRES_URL = postgres.url;
let sound = true;
try {
  for (const name of wanted.length === 0 ? Object.keys(RUNS) : wanted) {
    console.error(`${name} …`);
    sound = (await RUNS[name]!()) && sound;
  }
} finally {
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}
process.exitCode = sound ? 0 : 1;
