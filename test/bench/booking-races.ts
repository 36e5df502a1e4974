import { pathToFileURL } from 'node:url';
import { runBookingRaces } from '../faults/booking-run.js';
import { startTestApi } from '../support/api.js';

const ATTEMPTS = Number(process.env.BOOKING_RACES_ATTEMPTS ?? 10_000);
const SEED = Number(process.env.BOOKING_RACES_SEED ?? Date.now() % 1_000_000);

/** Thousands of bookings at few times with few people, on a real database; no overlap, nothing lost, no error may reach anybody. */
async function main(): Promise<void> {
  const api = await startTestApi({ config: { processes: 'api', databasePool: 24 } });
  try {
    const counts = await runBookingRaces(api, { attempts: ATTEMPTS, seed: SEED });
    console.log(JSON.stringify({ bench: 'booking-races', ...counts }));
    const { overlaps, lost, torn, overLimit, errors } = counts;
    process.exitCode = overlaps + lost + torn + overLimit + errors === 0 ? 0 : 1;
  } finally {
    await api.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
