import { judge, momentsOf, questionsAround } from '../support/slot-judge.js';

const ROUNDS = Number(process.env.SLOT_ORACLE_ROUNDS ?? 10);
const SEED = Number(process.env.SLOT_ORACLE_SEED ?? Date.now() % 1_000_000);
/** Every minute is a start: the most that one reading of the clocks can judge. */
const GRID_MIN = 1;
/** A part of the zones, "2/8" being the second eighth: several processes share the work, or a look is short. */
const [PART, PARTS] = (process.env.SLOT_ORACLE_PART ?? '1/1').split('/').map(Number) as [number, number];
/** What the machine's own clock shows changes with every zone that is judged; nothing may depend on it. */
const MACHINES = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', 'America/St_Johns'];
const PROGRESS_MS = 60_000;

/** Every zone of the world at each of its clock changes of 2024 to 2035, with random rules, against the oracle. */
export async function slotFaults(): Promise<boolean> {
  const counted = { zones: 0, moments: 0, queries: 0, starts: 0, slots: 0, wrong: 0, missing: 0, costly: 0 };
  const first: { at: string | null } = { at: null };
  const zones = Intl.supportedValuesOf('timeZone').filter((_, at) => at % PARTS === PART - 1);
  const began = Date.now();
  let said = began;
  const own = process.env.TZ;
  for (const [at, zone] of zones.entries()) {
    process.env.TZ = MACHINES[at % MACHINES.length];
    counted.zones += 1;
    for (let n = 0; n < momentsOf(zone).length; n += 1) {
      counted.moments += 1;
      const seed = SEED + at * 1000 + n;
      for (const [q, asked] of questionsAround(zone, n, ROUNDS, seed, GRID_MIN).entries()) {
        const seen = judge(asked);
        counted.queries += 1;
        for (const what of ['starts', 'slots', 'wrong', 'missing', 'costly'] as const) counted[what] += seen[what];
        if (seen.wrong + seen.missing + seen.costly > 0) first.at ??= `${zone}, moment ${n}, question ${q} of seed ${seed}`;
      }
    }
    if (Date.now() - said < PROGRESS_MS) continue;
    said = Date.now();
    console.error(`slots: ${counted.zones} of ${zones.length} zones, ${counted.starts} starts judged`);
    // A signal that asks for the end is heard between zones.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(JSON.stringify({ faults: 'slots', seed: SEED, part: `${PART}/${PARTS}`, seconds, ...counted, first: first.at }));
  return counted.wrong + counted.missing + counted.costly === 0 && counted.slots > 0;
}
