import { type HouseRunCounts, runHouseFaults } from './house-run.js';
import { PLANTED, type Planted } from './house/planted.js';

const KILLS = Number(process.env.HOUSE_FAULTS_KILLS ?? 500);
const SEED = Number(process.env.HOUSE_FAULTS_SEED ?? Date.now() % 1_000_000);
/** Of the runs below, those whose names begin so. */
const ONLY = process.env.HOUSE_FAULTS_ONLY ?? '';
const LISTS = ['lost', 'strange', 'folded', 'unrecorded', 'untold', 'doubled', 'loose'] as const;
/** The goal, and what a machine that is busy with other things takes to start the same processes anyway. */
const READY_WITHIN_MS = 5_000;

/** How much is wrong of a run. */
export function wrongOf(counts: HouseRunCounts): number {
  return found(counts) + counts.fell + (counts.ready_ms === null ? 1 : 0) + (counts.drained_ms === null ? 1 : 0);
}

/** How much the comparison at the end finds. */
function found(counts: HouseRunCounts): number {
  return LISTS.reduce((sum, list) => sum + counts[list].length, 0);
}

/** Whether all was up again in time after the last death. */
function isPrompt({ ready_ms, start_ms }: HouseRunCounts): boolean {
  return ready_ms !== null && ready_ms <= Math.max(READY_WITHIN_MS, 2 * start_ms);
}

/** Hundreds of deaths on either queue, in which nothing may be wrong; then bugs that are built in, each of which must be noticed. */
export async function houseFaults(): Promise<boolean> {
  let sound = true;
  const half = { kills: Math.ceil(KILLS / 2), every_ms: 300, each: true };
  const few = { kills: 3, every_ms: 200, each: false };
  for (const redis of [false, true]) {
    const what = redis ? 'queue on Redis' : 'queue on PostgreSQL';
    if (!what.startsWith(ONLY)) continue;
    const counts = await timed(what, () => runHouseFaults({ ...half, seed: SEED, redis }));
    sound &&= wrongOf(counts) === 0 && isPrompt(counts);
  }
  for (const planted of Object.keys(PLANTED) as Planted[]) {
    const what = `planted: ${planted}`;
    if (!what.startsWith(ONLY)) continue;
    const counts = await timed(what, () => runHouseFaults({ ...few, seed: SEED, redis: false, planted }));
    sound &&= found(counts) > 0;
  }
  return sound;
}

async function timed(what: string, run: () => Promise<HouseRunCounts>): Promise<HouseRunCounts> {
  const began_ms = performance.now();
  const counts = await run();
  const took_s = Math.round((performance.now() - began_ms) / 1000);
  const lists = Object.fromEntries(LISTS.map((list) => [list, counts[list].length]));
  const examples = LISTS.flatMap((list) => counts[list].slice(0, 1));
  console.log(JSON.stringify({ faults: 'house', what, took_s, wrong: wrongOf(counts), ...counts, ...lists, examples }));
  return counts;
}
