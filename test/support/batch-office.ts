import type { BatchCandidate, BatchPerson } from '#libs/scheduling/index.js';

type BatchOption = BatchCandidate['options'][number];

export const MONDAY = Date.parse('2030-03-04T09:00Z');
const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** Somebody with ten minutes around an interview. */
export const person = (id: string, limits: Partial<BatchPerson['limits']> = {}): BatchPerson => ({
  id,
  before_min: 10,
  after_min: 10,
  limits: { zone: 'UTC', perDay: null, perWeek: null, rest_min: 0, ...limits },
  held: [],
});

/** 60 candidates with times of their own in two weeks, five interviewers whose calendars are half full. */
export function office(
  seed: number,
  seats: readonly (readonly string[])[],
  density: number,
): { candidates: BatchCandidate[]; people: BatchPerson[] } {
  const random = mulberry32(seed);
  const ids = [...new Set(seats.flat())];
  const people = ids.map((id, at) => person(id, { perDay: at % 2 === 0 ? 3 : null, perWeek: at === 1 ? 6 : null }));
  const free = new Map(ids.map((id) => [id, new Set<number>()]));
  const quarters = Array.from({ length: 14 }, (_, day) => day).filter((day) => day % 7 < 5);
  for (const id of ids)
    for (const day of quarters)
      for (let q = 0; q < 28; q += 4)
        if (random() < density) for (let k = 0; k < 4; k += 1) free.get(id)!.add(MONDAY + day * DAY_MS + (q + k) * QUARTER_MS);
  const candidates = Array.from({ length: 60 }, (_, at): BatchCandidate => {
    const options: BatchOption[] = [];
    for (const day of quarters) {
      if (random() < 0.6) continue;
      const from = Math.floor(random() * 20);
      for (let q = from; q < from + 12; q += 1) {
        const start_ms = MONDAY + day * DAY_MS + q * QUARTER_MS;
        const able = seats.map((pool) => pool.filter((id) => free.get(id)!.has(start_ms)));
        if (able.every((pool) => pool.length > 0)) options.push({ start_ms, seats: able });
      }
    }
    return { id: `candidate-${String(at).padStart(2, '0')}`, duration_min: 45, options };
  });
  return { candidates, people };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
