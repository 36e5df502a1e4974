import { GeneratedRun, WHO } from '../integration/hostile/generated-run.js';

const EACH = Number(process.env.ROUNDS_GENERATED ?? 10_000);
const SEED = Number(process.env.ROUNDS_SEED ?? Date.now() % 1_000_000);

/** Ten thousand operations drawn by chance for each role: no answer may be an error of ours or hold anything of our insides. */
export async function operationFaults(): Promise<boolean> {
  const drawn = await GeneratedRun.start();
  let sound = true;
  try {
    for (const caller of WHO) {
      const { wrong, ...counts } = await drawn.run(caller, EACH, SEED);
      console.log(
        JSON.stringify({ faults: 'operations', seed: SEED, ...counts, wrong: wrong.length, examples: wrong.slice(0, 3) }),
      );
      sound &&= wrong.length === 0;
    }
  } finally {
    await drawn.close();
  }
  return sound;
}
