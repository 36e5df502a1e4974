import { runRestarts } from './restarts-run.js';

const RESTARTS = Number(process.env.ROUNDS_RESTARTS ?? 50);

/** Rolling restarts under load: no request may fail. */
export async function restartFaults(): Promise<boolean> {
  const counts = await runRestarts(RESTARTS);
  console.log(
    JSON.stringify({ faults: 'restarts', ...counts, failed: counts.failed.length, examples: counts.failed.slice(0, 3) }),
  );
  return counts.failed.length + counts.badEnds + counts.lost === 0;
}
