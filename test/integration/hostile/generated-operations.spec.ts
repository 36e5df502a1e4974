import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GeneratedRun, WHO } from './generated-run.js';

/** `ROUNDS_GENERATED=10000 ROUNDS_SEED=7` for a long run, or another one; or `npm run faults -- operations`. */
const EACH = Number(process.env.ROUNDS_GENERATED ?? 150);
const SEED = Number(process.env.ROUNDS_SEED ?? 20_261_123);

describe(`operations drawn by chance (ROUNDS_SEED=${SEED})`, () => {
  let drawn: GeneratedRun;
  beforeAll(async () => {
    drawn = await GeneratedRun.start();
  }, 60_000);
  afterAll(() => drawn.close());

  it.each([...WHO])(
    `make no error of ours, show nothing of our insides and touch nobody else's, for the %s`,
    async (caller) => {
      const { wrong, reached } = await drawn.run(caller, EACH, SEED);
      expect(wrong).toEqual([]);
      // The drawing is worth something only while most of what is drawn reaches resolvers.
      expect(reached).toBeGreaterThan(EACH / 2);
    },
    600_000,
  );
});
