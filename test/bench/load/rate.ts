/** How fast something went: whole repetitions a second and how long single ones took. */
export interface Rate {
  readonly perSecond: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly failed: number;
}

/** Lets `clients` loops repeat `step` side by side: first unmeasured for `warmup_s`, then measured for `seconds`. A step answers whether it did what it should. */
export async function measureRate(
  clients: number,
  warmup_s: number,
  seconds: number,
  step: (client: number) => Promise<boolean>,
): Promise<Rate> {
  const begins_ms = performance.now() + warmup_s * 1000;
  const ends_ms = begins_ms + seconds * 1000;
  const durations: number[] = [];
  let failed = 0;
  const loop = async (client: number) => {
    for (let at = performance.now(); at < ends_ms;) {
      const done = await step(client);
      const now = performance.now();
      if (at >= begins_ms && now <= ends_ms) {
        durations.push(now - at);
        if (!done) failed += 1;
      }
      at = now;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  durations.sort((a, b) => a - b);
  const quantile = (q: number) => round(durations[Math.min(durations.length - 1, Math.floor(q * durations.length))] ?? NaN, 2);
  return {
    perSecond: round((durations.length - failed) / seconds, 1),
    ...{ p50_ms: quantile(0.5), p95_ms: quantile(0.95), p99_ms: quantile(0.99), failed },
  };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[at]! : (sorted[at - 1]! + sorted[at]!) / 2;
}

/** Rounded to some places after the point. */
export function round(value: number, places = 2): number {
  return Number(value.toFixed(places));
}
