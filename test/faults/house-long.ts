import { type HouseRunCounts, runHouseFaults } from './house-run.js';
import { PLANTED, type Planted } from './house/planted.js';

const KILLS = Number(process.env.HOUSE_FAULTS_KILLS ?? 500);
const SEED = Number(process.env.HOUSE_FAULTS_SEED ?? Date.now() % 1_000_000);
const LISTS = ['lost', 'strange', 'folded', 'unrecorded', 'untold', 'doubled'] as const;

/** How much is wrong of a run. */
export function wrongOf(counts: HouseRunCounts): number {
  const late = (counts.ready_ms === null ? 1 : 0) + (counts.drained_ms === null ? 1 : 0);
  return LISTS.reduce((sum, list) => sum + counts[list].length, counts.fell + late);
}

/** Hundreds of deaths on either queue, in which nothing may be wrong; then bugs that are built in, each of which must be noticed. */
export async function houseFaults(): Promise<boolean> {
  let sound = true;
  const half = { kills: Math.ceil(KILLS / 2), every_ms: 400 };
  for (const redis of [false, true]) {
    const counts = await runHouseFaults({ ...half, seed: SEED, redis });
    print(redis ? 'queue on Redis' : 'queue on PostgreSQL', counts);
    sound &&= wrongOf(counts) === 0;
  }
  for (const planted of Object.keys(PLANTED) as Planted[]) {
    const counts = await runHouseFaults({ kills: 24, every_ms: 400, seed: SEED, redis: false, planted });
    print(`planted: ${planted}`, counts);
    sound &&= wrongOf(counts) > 0;
  }
  return sound;
}

function print(what: string, counts: HouseRunCounts): void {
  const lists = Object.fromEntries(LISTS.map((list) => [list, counts[list].length]));
  const examples = LISTS.flatMap((list) => counts[list].slice(0, 1));
  console.log(JSON.stringify({ faults: 'house', what, wrong: wrongOf(counts), ...counts, ...lists, examples }));
}
