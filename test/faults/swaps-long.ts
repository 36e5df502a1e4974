import { runSwaps } from '../integration/hostile/swaps-run.js';

const SWAPS = Number(process.env.ROUNDS_SWAPS ?? 10_000);
const SEED = Number(process.env.ROUNDS_SEED ?? Date.now() % 1_000_000);

/** Ten thousand operations with ids of another organisation: none may show or change a row of it. */
export async function swapFaults(): Promise<boolean> {
  const counts = await runSwaps({ swaps: SWAPS, seed: SEED });
  console.log(JSON.stringify({ faults: 'swaps', ...counts, wrong: counts.wrong.length, examples: counts.wrong.slice(0, 3) }));
  return counts.wrong.length === 0;
}
