import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApi, startTestApi } from '../support/api.js';
import { runBookingRaces } from './booking-run.js';

describe('bookings, holds, moves and cancellations at few times with few people', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ config: { processes: 'api', databasePool: 24 } });
  });
  afterAll(() => api.close());

  it('never overlap, are never lost, keep limits, and no error reaches anybody', async () => {
    const counts = await runBookingRaces(api, { attempts: Number(process.env.BOOKING_RACES_ATTEMPTS ?? 150), seed: 20261123 });
    expect(counts).toMatchObject({ overlaps: 0, lost: 0, torn: 0, overLimit: 0, errors: 0, firstError: null });
    expect(counts.answers.ok).toBeGreaterThan(20);
    expect(counts.answers.SLOT_TAKEN).toBeGreaterThan(5);
  }, 600_000);
});
