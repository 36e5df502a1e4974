import { describe, expect, it } from '@jest/globals';
import { hasRedis } from '../support/redis.js';
import { wrongOf } from './house-long.js';
import { runHouseFaults } from './house-run.js';

/** Printed, so that a run that fails can be replayed: HOUSE_FAULTS_SEED=… */
const SEED = Number(process.env.HOUSE_FAULTS_SEED ?? Date.now() % 1_000_000);

/** The long run, and bugs that it must notice, are `npm run faults -- house`. */
describe('a house whose processes, database, queue and connections are killed while it is worked in', () => {
  it('loses nothing that it has said to have done, does nothing twice, and is itself again in seconds', async () => {
    const counts = await runHouseFaults({ kills: 6, every_ms: 300, each: true, seed: SEED, redis: hasRedis() });
    console.log(JSON.stringify(counts));
    expect({ ...counts, wrong: wrongOf(counts) }).toMatchObject({
      ...{ lost: [], strange: [], folded: [], unrecorded: [], untold: [], doubled: [], loose: [], wrong: 0 },
    });
    expect(counts.moves).toBeGreaterThan(20);
  }, 180_000);
});
