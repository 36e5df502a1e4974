import { startTestApi } from '../support/api.js';
import { runBookingRaces } from './booking-run.js';

const ATTEMPTS = Number(process.env.BOOKING_RACES_ATTEMPTS ?? 10_000);
const SEED = Number(process.env.BOOKING_RACES_SEED ?? Date.now() % 1_000_000);

/** Thousands of bookings at few times with few people, on a real database; no overlap, nothing lost, no error may reach anybody. */
export async function bookingFaults(): Promise<boolean> {
  const api = await startTestApi({ config: { processes: 'api', databasePool: 24 } });
  try {
    const counts = await runBookingRaces(api, { attempts: ATTEMPTS, seed: SEED });
    console.log(JSON.stringify({ faults: 'bookings', ...counts }));
    const { overlaps, lost, torn, overLimit, errors } = counts;
    return overlaps + lost + torn + overLimit + errors === 0;
  } finally {
    await api.close();
  }
}
